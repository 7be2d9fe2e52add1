import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceIds } from '../../src-renderer/devices/service-ids.ts';
import { socketDevices } from '../../src-renderer/devices/socket-devices.ts';
import { terminalClient } from '../../src-renderer/devices/terminal-client.ts';
import type { RunningDevices } from '../../sync-server/start/start-devices.ts';
import { freePort } from '../tools/free-port.ts';
import { memorySecrets, openFrom, ORIGIN } from './support/terminal-ways.ts';

const STARTER = fileURLToPath(new URL('./support/devices-starter.ts', import.meta.url));

let folder: string;
let port: number;
let starter: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-devices-'));
  port = await freePort();
});
afterEach(async () => {
  starter.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the devices from a process of its own, as `npm start` does, and gives what they have said. */
async function start(): Promise<Omit<RunningDevices, 'close'> | { readonly failed: string }> {
  starter = fork(STARTER, [folder, String(port), ORIGIN], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [message] = (await once(starter, 'message')) as [Omit<RunningDevices, 'close'> | { readonly failed: string }];
  return message;
}

async function running(): Promise<Omit<RunningDevices, 'close'>> {
  const started = await start();
  if ('failed' in started) throw new Error(started.failed);
  return started;
}

/** Resolves once nobody listens at a port any more. */
async function isGone(at: number): Promise<void> {
  for (;;) {
    const probe = createServer();
    const taken = new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(true));
      probe.listen(at, '127.0.0.1', () => resolve(false));
    });
    if (await taken) continue;
    await new Promise((resolve) => probe.close(resolve));
    return;
  }
}

describe('npm start with the sample company', () => {
  it('pairs a till with its host, which asks the simulated terminal, and shows that', async () => {
    const { code, urls } = await running();
    const terminalUrl = urls.terminal;
    const devices = socketDevices({
      secrets: memorySecrets(),
      open: openFrom(ORIGIN),
      onError: (error) => {
        throw error;
      },
      random: () => 0,
    });
    expect(await devices.pair(code)).toBe('paired');
    const terminal = terminalClient(devices.call, () => ({ terminal: { driver: 'simulator' }, saleId: 'R1' }));
    const next = createServiceIds(Date.now, Math.random);
    expect(await terminal.diagnose(next())).toEqual({ kind: 'answered', status: 'ok' });
    await fetch(`${terminalUrl}/habit`, { method: 'POST', body: JSON.stringify({ habit: { button: 'approve' } }) });
    const paid = await terminal.pay({
      serviceId: next(),
      reference: 'P1',
      currency: 'USD',
      amountMinor: 1234,
      isPart: false,
      mustBeOnline: false,
    });
    expect(paid).toMatchObject({ kind: 'answered', answer: { result: 'approved', approval: { authorizedMinor: 1234 } } });
    expect(await (await fetch(terminalUrl)).text()).toContain('$12.34');
    devices.stop();
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind when it is ended by %s', async (signal) => {
    const { urls } = await running();
    const ended = once(starter, 'exit');
    starter.kill(signal);
    await ended;
    await isGone(port);
    for (const url of Object.values(urls)) await isGone(Number(new URL(url).port));
  });

  it('starts none of them where the port of the host is taken, and says why', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await start()).toEqual({ failed: expect.stringContaining(`Port ${port} is in use by another process`) as string });
    await new Promise((resolve) => other.close(resolve));
  });
});
