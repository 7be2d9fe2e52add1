import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './builds.mjs';

const run = promisify(execFile);

/** Stands in for Vite: notes down what it was asked to build, and makes programs that say how they were called. */
const BUILDER = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
const config = process.argv[process.argv.indexOf('--config') + 1];
appendFileSync('built.log', config + ' ' + process.env.NODE_ENV + '\\n');
if (existsSync('broken')) process.exit(1);
const made = {
  'vite.server.config.ts': ['server/start.js', 'server/audit.js'],
  'vite.office.config.ts': ['renderer/office/index.html'],
};
for (const file of made[config] ?? []) {
  mkdirSync('out/' + file.slice(0, file.lastIndexOf('/')), { recursive: true });
  writeFileSync('out/' + file, 'process.stdout.write(JSON.stringify(process.argv.slice(1)))');
}
`;
const SERVER = 'vite.server.config.ts production';
const APP = ['vite.config.ts production', 'vite.office.config.ts production'];

describe('the launcher', () => {
  let checkout: string;
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(checkout, path)), { recursive: true });
    await writeFile(join(checkout, path), text);
  };
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'outpost-launch-'));
    for (const name of (await readdir(join(root, 'scripts'))).filter((file) => file.endsWith('.mjs')))
      await cp(join(root, 'scripts', name), join(checkout, 'scripts', name));
    for (const path of ['domain/sale.ts', 'sync-server/main.ts', 'src-renderer/main.tsx']) await write(path, path);
    await write('package.json', '{"type":"module"}');
    await write('node_modules/vite/bin/vite.js', BUILDER);
    await symlink(join(root, 'node_modules/proper-lockfile'), join(checkout, 'node_modules/proper-lockfile'));
  });
  afterEach(() => rm(checkout, { recursive: true }));

  const launch = (...args: string[]) => run(process.execPath, [join(checkout, 'scripts/run.mjs'), ...args], { cwd: tmpdir() });
  /** What has been built since it was asked last. */
  const built = async (): Promise<string[]> => {
    const log = join(checkout, 'built.log');
    const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
    await rm(log, { force: true });
    return lines;
  };

  it('builds on a fresh checkout, says so, and passes on what it was asked', async () => {
    const { stdout, stderr } = await launch('start', '--port', '4680');
    expect(JSON.parse(stdout)).toEqual([join(checkout, 'out/server/start.js'), '--port', '4680']);
    expect(stderr).toBe('Building the server …\nBuilding the store app …\n');
    expect(await built()).toEqual([SERVER, ...APP]);
  });

  it('builds again exactly what has changed', async () => {
    await launch('start');
    await built();
    expect((await launch('start')).stderr).toBe('');
    expect(await built()).toEqual([]);
    await write('sync-server/main.ts', 'changed');
    await launch('start');
    expect(await built()).toEqual([SERVER]);
    await write('domain/sale.ts', 'changed');
    await launch('start');
    expect(await built()).toEqual([SERVER, ...APP]);
  });

  it.each([[['audit']], [['start', '--no-build']]])('builds no app for %j', async (args) => {
    await launch(...args);
    expect(await built()).toEqual([SERVER]);
  });

  it('starts nothing when a build fails, and tries again the next time', async () => {
    await launch('audit');
    await write('sync-server/main.ts', 'changed');
    await write('broken', '');
    await expect(launch('audit')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Building the server has failed.') as string,
    });
    await rm(join(checkout, 'broken'));
    await built();
    await launch('audit');
    expect(await built()).toEqual([SERVER]);
  });

  it('builds once when two start at once', async () => {
    await Promise.all([launch('start'), launch('start')]);
    expect(await built()).toEqual([SERVER, ...APP]);
  });

  it('runs what is current without any build tool, and says what to do when it is not', async () => {
    await launch('audit');
    await rm(join(checkout, 'node_modules'), { recursive: true });
    expect((await launch('audit')).stderr).toBe('');
    await write('sync-server/main.ts', 'changed');
    await expect(launch('audit')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'The sources are newer than what was built, and the packages that build it are missing. Run: npm install\n',
    });
  });
});
