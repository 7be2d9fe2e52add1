import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { contentPolicy } from '../../domain/device/content-policy.ts';
import { DEVICE_PORT, deviceAddress } from '../../domain/device/socket-protocol.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { longTest } from '../support/long-test.ts';
import { freePort } from '../tools/free-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** What the installed server may take on the disk, in bytes. With Electron and the screens' packages it was 430 MB. */
const MOST = 150 * 1024 * 1024;

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH|EHOSTUNREACH/;

const STORES = 'id,name,address,city,state,zip,lat,lon\nNYC1,Old Town,1 Main St,New York,NY,10001,40.75,-73.99\n';

interface LogLine {
  readonly level: number;
  readonly msg: string;
}

/** What a folder takes on the disk, in bytes. */
async function sizeOf(path: string): Promise<number> {
  const { blocks, isDirectory } = await lstat(path).then((found) => ({ blocks: found.blocks, isDirectory: found.isDirectory() }));
  const inside = isDirectory ? await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name)))) : [];
  return inside.reduce((sum, size) => sum + size, blocks * 512);
}

describe('the server by itself', () => {
  let folder: string;
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['DATABASE_URL', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_PATH']) delete env[name];
  env['LOG_LEVEL'] = 'debug';
  const running: ChildProcess[] = [];
  const inFolder = (args: readonly string[]) => run(process.execPath, args, { cwd: folder, env });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outpost-installed-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts it as production does, with standard output in a pipe, and waits until it is ready. */
  async function start(port: number) {
    const child = spawn(process.execPath, ['out/server/start.js', '--no-open', '--port', String(port)], { cwd: folder, env });
    running.push(child);
    const lines: LogLine[] = [];
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    await new Promise<void>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        lines.push(JSON.parse(line) as LogLine);
        if (line.includes('Outpost is ready')) resolve();
      });
      child.on('exit', () => reject(new Error(`It ended before it was ready: ${errors}`)));
    });
    const stop = async (): Promise<number | null> => {
      const exit = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return (await exit)[0];
    };
    return { url: `http://127.0.0.1:${port}`, lines, stop };
  }

  longTest('installs without Electron and the screens, is small, serves and stops', { timeout: 600_000 }, async (context) => {
    await run(process.execPath, ['scripts/build.mjs', '--if-old', 'server', 'app'], { cwd: root });
    await run(process.execPath, ['--import', 'tsx', 'scripts/package-server.ts', folder], { cwd: root });
    const installed = await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--fetch-retries=1'], { cwd: folder, env }).catch(
      (error: Error & { stderr: string }) => error,
    );
    if (installed instanceof Error && UNREACHABLE.test(installed.stderr)) context.skip('The npm registry cannot be reached.');
    expect(installed).not.toBeInstanceOf(Error);
    expect(installed.stderr).not.toContain('EBADENGINE');
    expect(await sizeOf(folder)).toBeLessThanOrEqual(MOST);

    const port = await freePort();
    const empty = await start(port);
    expect(empty.lines.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('There is no company yet, and no sample'));
    expect(await empty.stop()).toBe(0);
    await expect(inFolder(['out/server/start.js', '--no-open', '--port', String(port), '--reset'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The sample company is not part of this installation[^\n]*\n$/) as string,
    });

    await writeFile(join(folder, 'stores.csv'), STORES);
    expect((await inFolder(['out/server/import.js', 'stores', 'stores.csv'])).stdout).toContain('"accepted":1');

    const server = await start(port);
    for (const path of ['/healthz', '/readyz', '/', '/office/', '/docs/'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
    expect((await fetch(server.url)).headers.get('content-security-policy')).toBe(contentPolicy(deviceAddress(DEVICE_PORT)));
    const keys = JSON.parse(await readFile(join(folder, '.outpost/data/keys.json'), 'utf8')) as {
      apiKey: string;
      officeKey: string;
      registerCodes: Record<string, string>;
      pins: Record<string, string>;
    };
    const post = (path: string, body: object, headers = {}) =>
      fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    const enrolled = await post('/v1/registers/enrol', { code: keys.registerCodes['NYC1'], protocolVersion: PROTOCOL_VERSION });
    expect(enrolled.status).toBe(200);
    const { token } = (await enrolled.json()) as { token: string };
    const pulled = await post('/v1/pull', { checkpoint: {} }, { authorization: `Bearer ${token}` });
    expect([pulled.status, JSON.stringify(await pulled.json())]).toEqual([200, expect.stringContaining('Old Town') as string]);
    expect((await post('/v1/registers/enrol', { code: keys.registerCodes['NYC1'], protocolVersion: PROTOCOL_VERSION })).status).not.toBe(
      200,
    );
    expect(await server.stop()).toBe(0);

    const log = [...empty.lines, ...server.lines];
    expect(log.filter(({ level }) => level >= 50)).toEqual([]);
    const secrets = [keys.apiKey, keys.officeKey, token, ...Object.values(keys.registerCodes), ...Object.values(keys.pins)];
    expect(secrets).toHaveLength(5);
    expect(secrets.filter((secret) => JSON.stringify(log).includes(secret))).toEqual([]);
  });
});
