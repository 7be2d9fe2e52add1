import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import type { Database } from '../../sync-server/db/database.ts';
import { migrate } from '../../sync-server/db/migrate.ts';
import { PGliteDialect } from '../../sync-server/db/pglite-dialect.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/outpost-tests/', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../sync-server/db/migrations/', import.meta.url));
const DAY = 86_400_000;

type Kind = 'empty' | 'migrated';

/** What a dump depends on: the version of PGlite, whose dumps fit no other, and the migrations. */
async function fingerprint(kind: Kind): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const hash = createHash('sha256').update(await readFile(join(folder, '..', 'package.json')));
  if (kind === 'migrated') {
    const files = (await readdir(MIGRATIONS)).sort().map((name) => join(MIGRATIONS, name));
    for (const file of [...files, join(MIGRATIONS, '..', 'migrate.ts')]) hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeDump(kind: Kind): Promise<Buffer> {
  const pglite = await PGlite.create();
  if (kind === 'migrated') await migrate(new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) }));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return Buffer.from(await dump.arrayBuffer());
}

/** Old dumps are of no use to anybody; younger ones may be another checkout's, which shares the folder. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const file = join(CACHE, name);
    // Another worker may have renamed or removed it since the folder was read.
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > DAY) await rm(file, { force: true });
  }
}

/**
 * Gives the file of a dump of PGlite, empty or with all migrations run. Making a cluster and its tables is most of the
 * time that opening one in memory takes, so it is done once and kept. Several processes may ask at once.
 */
export async function pgliteTemplate(kind: Kind = 'migrated'): Promise<string> {
  const file = join(CACHE, `pglite-${kind}-${await fingerprint(kind)}.tar`);
  if (existsSync(file)) return file;
  const dump = await makeDump(kind);
  await mkdir(CACHE, { recursive: true });
  await removeOld();
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, dump);
  await rename(unfinished, file);
  return file;
}
