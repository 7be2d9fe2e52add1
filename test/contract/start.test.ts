import { readPairingCode } from '../../domain/device/socket-protocol.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, hasPostgres } from '../tools/test-database.ts';
import { longTest } from '../support/long-test.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { freePort } from '../tools/free-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const inherited = { ...process.env };
  delete inherited['DATABASE_URL'];
  const data = args[args.indexOf('--data') + 1] ?? '';
  // With the log in a file, standard output is what a person at the terminal reads.
  const program = ['--import', 'tsx', 'sync-server/cli/start.ts', '--no-open', '--no-build', '--log', `${data}.log`];
  const devices = args.includes('--devices-port') ? [] : ['--no-devices'];
  const child = spawn(process.execPath, [...program, ...devices, ...args], {
    cwd: root,
    env: { ...inherited, ...env },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return { child, output: () => output, errors: () => errors, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

/** Waits for the line that says all is up, and gives the address. */
async function ready(started: Started): Promise<string> {
  for (;;) {
    const url = /^Outpost is ready: (\S+)$/m.exec(started.output())?.[1];
    if (url !== undefined) return url;
    const ended = await Promise.race([once(started.child.stdout, 'data').then(() => false), started.ended.then(() => true)]);
    if (ended) throw new Error(`It ended before it was ready: ${started.output()}${started.errors()}`);
  }
}

const keysIn = (output: string) => output.split('\n').filter((line) => /^ {2}(Store|Register code|PIN|Pickup)/.test(line));

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    // What is started here builds nothing, and one of the tests looks at the page.
    buildRenderer();
    folder = await mkdtemp(join(tmpdir(), 'outpost-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  longTest(
    'fills the sample company, serves, says what to do, keeps others out, stops, and finds everything again',
    {
      timeout: 240_000,
    },
    async () => {
      const data = join(folder, 'data');
      const port = await freePort();
      const first = start(['--data', data, '--port', String(port)]);
      const url = await ready(first);
      expect(url).toBe(`http://localhost:${port}`);
      for (const path of ['/healthz', '/readyz']) expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
      const keys = keysIn(first.output());
      expect(keys.map((line) => line.trim().split(/ {2,}/)[0])).toEqual(['Store', 'Register code', 'PIN', 'PIN', 'Pickup', 'Pickup']);

      const samePort = start(['--data', join(folder, 'other'), '--port', String(port)]);
      expect(await samePort.ended).toBe(1);
      expect(samePort.errors()).toBe(`Port ${port} is in use by another process; stop that one, or choose another with --port.\n`);
      const sameFolder = start(['--data', data, '--port', String(await freePort())]);
      expect(await sameFolder.ended).toBe(1);
      expect(sameFolder.errors()).toMatch(/^The data folder \S+ is in use by another process; [^\n]+\n$/);
      const resetOfOpen = start(['--data', data, '--port', String(await freePort()), '--reset']);
      expect(await resetOfOpen.ended).toBe(1);

      first.child.kill('SIGTERM');
      expect(await first.ended).toBe(0);

      const second = start(['--data', data, '--port', String(port)]);
      await ready(second);
      expect(keysIn(second.output())).toEqual(keys);
      expect(second.output()).not.toContain('Filling');
      second.child.kill('SIGINT');
      expect(await second.ended).toBe(0);

      const third = start(['--data', data, '--port', String(port), '--reset']);
      await ready(third);
      expect(third.output()).toContain('Filling');
      // Another run of the same seed: the same people, a new register code.
      expect(keysIn(third.output()).filter((line) => line.includes('PIN'))).toEqual(keys.filter((line) => line.includes('PIN')));
      expect(keysIn(third.output())[1]).not.toBe(keys[1]);
      third.child.kill('SIGTERM');
      expect(await third.ended).toBe(0);
    },
  );

  longTest('lets a newcomer pay by card: a terminal that can be seen, and an address that pairs', { timeout: 120_000 }, async () => {
    const devicesPort = await freePort();
    const data = join(folder, 'devices');
    const started = start(['--data', data, '--port', String(await freePort()), '--devices-port', String(devicesPort)]);
    const url = await ready(started);
    for (;;) {
      if (started.output().includes('The devices')) break;
      await once(started.child.stdout, 'data');
    }
    const [, address, code = ''] = / {2}Pay by card {4}open (\S+)#pair=(\S+) in a browser here/.exec(started.output()) ?? [];
    expect([address, readPairingCode(code)?.port]).toEqual([`${url}/`, devicesPort]);
    const local = url.replace('localhost', '127.0.0.1');
    expect((await fetch(local)).headers.get('content-security-policy')).toContain(`connect-src 'self' ws://127.0.0.1:${devicesPort};`);
    const list = await (await fetch(`${local}/sim`, { headers: { 'accept-language': 'de' } })).text();
    const links = [...list.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    const pages = await Promise.all(links.map(async (link) => (await fetch(link)).text()));
    const devices = ['Simuliertes Kartenterminal', 'Simulierte Waage', 'Simulierter Bondrucker mit Schublade', 'Simulierte Kundenanzeige'];
    const others = ['Simulierte Scanner', 'Simulierter Etikettendrucker', 'Simulierter Mailserver', 'Simulierter Paketdienst'];
    const titles = [...devices, ...others];
    expect(pages).toEqual(titles.map((title) => expect.stringContaining(title) as string));
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    for (const link of links) await expect(fetch(link)).rejects.toThrow();
  });

  longTest('leaves a company of your own alone when it is told to start the sample over', { timeout: 120_000 }, async () => {
    const data = join(folder, 'own');
    const own = await openDatabase({ dataDir: data });
    await own.db.insertInto('company').values({ name: 'My shops', currency: 'EUR', prices_include_tax: true }).execute();
    await own.close();
    const reset = start(['--data', data, '--port', String(await freePort()), '--reset']);
    expect(await reset.ended).toBe(1);
    expect(reset.errors()).toContain('holds a company that is not the sample');
    const again = await openDatabase({ dataDir: data });
    expect(await again.db.selectFrom('company').select('name').execute()).toEqual([{ name: 'My shops' }]);
    await again.close();
  });

  it.runIf(hasPostgres)('runs on the PostgreSQL that DATABASE_URL names', { timeout: 120_000 }, async () => {
    const env = { DATABASE_URL: await createDatabase() };
    const started = start(['--data', join(folder, 'keys'), '--port', String(await freePort())], env);
    const url = await ready(started);
    expect((await fetch(`${url.replace('localhost', '127.0.0.1')}/readyz`)).status).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('says in one sentence that a database cannot be reached', { timeout: 60_000 }, async () => {
    const started = start(['--data', join(folder, 'none'), '--port', String(await freePort())], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    });
    expect(await started.ended).toBe(1);
    expect(started.errors()).toMatch(/^The database that DATABASE_URL names cannot be reached[^\n]*\n$/);
  });
});
