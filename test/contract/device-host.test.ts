import { once } from 'node:events';
import { createServer as createPlain, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { deviceAddress } from '../../domain/device/socket-protocol.ts';
import type { TerminalPort } from '../../domain/device/terminal.ts';
import type { DeviceHost } from '../../devices/host/device-host.ts';
import { openPairing, type Pairing } from '../../devices/host/pairing.ts';
import { type RunningSocket, serveSocket } from '../../devices/host/serve-socket.ts';
import type { Devices } from '../../src-renderer/devices/devices.ts';
import { PAIRED_WITH, socketDevices } from '../../src-renderer/devices/socket-devices.ts';
import { terminalClient } from '../../src-renderer/devices/terminal-client.ts';
import { memorySecrets, openFrom, ORIGIN } from './support/terminal-ways.ts';

const payment = { serviceId: 'A1', reference: 'P1', currency: 'USD', amountMinor: 100, isPart: false, mustBeOnline: false } as const;
const declined = { kind: 'answered', serviceId: 'A1', answer: { result: 'failed', condition: 'Refusal' } } as const;

let folder: string;
let pairing: Pairing;
let running: RunningSocket;
let now: number;
/** What the host's terminal does with a payment. */
let pay: DeviceHost['terminal.pay'];
const opened: Devices[] = [];

const never = () => new Promise<never>(() => undefined);

async function start(port = 0): Promise<void> {
  pairing = openPairing({ file: join(folder, 'paired.json'), onCode: () => undefined, now: () => now });
  const host: DeviceHost = {
    'terminal.pay': (...args) => pay(...args),
    'terminal.reverse': never,
    'terminal.status': never,
    'terminal.abort': never,
    'terminal.totals': never,
    'terminal.diagnose': () => Promise.resolve({ kind: 'answered', status: 'ok' }),
    'scale.weigh': never,
    'scale.zero': never,
    'printer.print': never,
    'printer.kick': never,
    'printer.watch': never,
    'scale.next': never,
    'pole.show': never,
    'scanner.next': never,
    'label.print': never,
  };
  running = await serveSocket({ host, pairing, port, origins: [ORIGIN] });
}

function open(origin = ORIGIN, secrets = memorySecrets()) {
  const devices = socketDevices({
    secrets,
    open: openFrom(origin),
    onError: (error) => {
      throw error;
    },
    random: () => 0,
  });
  opened.push(devices);
  const terminal: TerminalPort = terminalClient(devices.call, () => ({ terminal: { driver: 'simulator' }, saleId: 'R1' }));
  return { devices, secrets, terminal, pair: (code = pairing.code()) => devices.pair(`${running.port}:${code}`) };
}

/** Resolves once the host is seen as this. */
const seen = ({ state }: Devices, status: string) =>
  new Promise<void>((resolve) => {
    if (state.getState().status === status) return resolve();
    const unsubscribe = state.subscribe((next) => {
      if (next.status !== status) return;
      unsubscribe();
      resolve();
    });
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-host-'));
  now = 0;
  pay = () => Promise.resolve(declined);
  await start();
});
afterEach(async () => {
  for (const devices of opened.splice(0)) devices.stop();
  await running.close();
  await rm(folder, { recursive: true });
});

describe('a page and the device host of its machine', () => {
  it('know each other by a code that is typed once, and by a token from then on', async () => {
    const first = open();
    await seen(first.devices, 'not_paired');
    expect(await first.terminal.pay(payment)).toEqual({ kind: 'not_reachable' });
    expect(await first.pair()).toBe('paired');
    expect(await first.terminal.pay(payment)).toEqual(declined);
    first.devices.stop();
    const again = open(ORIGIN, first.secrets);
    expect(await again.terminal.pay(payment)).toEqual(declined);
  });

  it('find each other again when the host was started anew', async () => {
    const till = open();
    await till.pair();
    await seen(till.devices, 'open');
    const { port } = running;
    await running.close();
    await seen(till.devices, 'away');
    expect(await till.terminal.pay(payment)).toEqual({ kind: 'not_reachable' });
    await start(port);
    await seen(till.devices, 'open');
    expect(await till.terminal.pay(payment)).toEqual(declined);
  });

  it('[E2] a payment during which the host ends is lost: the terminal may have it', async () => {
    const till = open();
    await till.pair();
    const asked = new Promise<void>((resolve) => {
      pay = () => {
        resolve();
        return never();
      };
    });
    const reply = till.terminal.pay(payment);
    await asked;
    await running.close();
    expect(await reply).toEqual({ kind: 'lost' });
  });

  it('[E2] a payment on which the host fails is lost, and one that is none was never sent', async () => {
    const till = open();
    await till.pair();
    pay = () => Promise.reject(new Error('The driver is at fault.'));
    expect(await till.terminal.pay(payment)).toEqual({ kind: 'lost' });
    expect(await till.terminal.pay({ ...payment, amountMinor: -1 })).toEqual({ kind: 'not_reachable' });
  });

  it.each([
    ['a wrong code', 'AAAAAAAA', 'wrong_code'],
    ['what is no code', 'AAA', 'wrong_code'],
  ])('are not paired by %s', async (_what, code, answer) => {
    const till = open();
    expect(await till.pair(code)).toBe(answer);
    expect(till.secrets.kept.size).toBe(0);
  });

  it('are not paired, even by the right code, after many wrong ones in a short time', async () => {
    const till = open();
    for (let tries = 0; tries < 3; tries += 1) await till.pair('AAAAAAAA');
    expect(await till.pair()).toBe('too_many_tries');
    now = 1_000;
    expect(await till.pair()).toBe('paired');
  });

  it('are not paired where no host runs', async () => {
    const { port } = running;
    await running.close();
    expect(await open().devices.pair(`${port}:AAAAAAAA`)).toBe('no_host');
    await start(port);
  });

  it('are strangers again once the host has forgotten the page, and the page does not try on', async () => {
    const secrets = memorySecrets();
    secrets.kept.set(PAIRED_WITH, JSON.stringify({ port: running.port, token: 'x'.repeat(43) }));
    const till = open(ORIGIN, secrets);
    await seen(till.devices, 'not_paired');
    expect(await till.terminal.pay(payment)).toEqual({ kind: 'not_reachable' });
    expect(await till.pair()).toBe('paired');
    expect(await till.terminal.pay(payment)).toEqual(declined);
  });
});

/** How a connection is met: opened, or refused with a status. */
async function meet(origin: string | undefined, headers: Record<string, string> = {}): Promise<string> {
  const socket = new NodeSocket(deviceAddress(running.port), { headers: { ...(origin === undefined ? {} : { origin }), ...headers } });
  const [what] = (await Promise.race([
    once(socket, 'open').then(() => ['open']),
    once(socket, 'unexpected-response').then(([, response]) => [String((response as { statusCode: number }).statusCode)]),
  ])) as [string];
  socket.on('error', () => undefined);
  socket.terminate();
  return what;
}

describe('the device host refuses', () => {
  it.each([
    ['a page of another site', 'https://elsewhere.example', {}],
    ['a page of another port', 'http://localhost:8080', {}],
    ['a page without an origin', 'null', {}],
    ['a program that says nothing of itself', undefined, {}],
    ['a name that was made to lead here', ORIGIN, { host: 'elsewhere.example' }],
  ])('%s', async (_who, origin, headers) => {
    expect(await meet(origin, headers)).toBe('403');
  });

  it('nobody else', async () => {
    expect(await meet(ORIGIN)).toBe('open');
    expect(await meet(ORIGIN, { host: `localhost:${running.port}` })).toBe('open');
  });

  /** What a connection that nobody has opened yet gets for a message: an answer, or its end. */
  async function say(message: string): Promise<string> {
    const socket = openFrom(ORIGIN)(deviceAddress(running.port)) as unknown as NodeSocket;
    socket.on('error', () => undefined);
    await once(socket, 'open');
    socket.send(message);
    const heard = await Promise.race([
      once(socket, 'message').then(([data]) => String(data)),
      once(socket, 'close').then(([code]) => `closed ${String(code)}`),
    ]);
    socket.terminate();
    return heard;
  }

  it.each([
    [
      'a payment before anything else',
      JSON.stringify({ id: 1, method: 'terminal.pay', args: [] }),
      '{"id":1,"ok":false,"code":"not_paired"}',
    ],
    ['a wrong token', JSON.stringify({ id: 2, method: 'host.open', args: ['x'.repeat(43)] }), '{"id":2,"ok":false,"code":"not_paired"}'],
    ['a token that is none', JSON.stringify({ id: 3, method: 'host.open', args: [{}] }), '{"id":3,"ok":false,"code":"not_paired"}'],
    ['a code that is none', JSON.stringify({ id: 4, method: 'host.pair', args: [{}] }), '{"id":4,"ok":false,"code":"bad_request"}'],
    ['what is no JSON', 'pay!', 'closed 1008'],
    ['what is no request', '{"id":"1"}', 'closed 1008'],
    ['what is far too long', `"${'x'.repeat(3_000_000)}"`, 'closed 1009'],
  ])('%s', async (_what, message, answer) => {
    expect(await say(message)).toBe(answer);
  });

  it('everything that is no WebSocket', async () => {
    expect((await fetch(`http://127.0.0.1:${running.port}/`, { headers: { origin: ORIGIN } })).status).toBe(404);
  });

  it('methods that it does not know, and whatever does not fit', async () => {
    const till = open();
    await till.pair();
    await seen(till.devices, 'open');
    for (const method of ['terminal.open', 'toString', 'host']) {
      expect(await till.devices.call(method as 'terminal.pay', [])).toEqual({ ok: false, code: 'not_sent' });
    }
    expect(await till.devices.call('terminal.pay', [{ terminal: { driver: 'simulator' } }, payment])).toEqual({
      ok: false,
      code: 'not_sent',
    });
  });
});

it('the device host listens on this machine alone, and does not take the port of another program', async () => {
  const taken = createPlain();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(serveSocket({ host: {} as DeviceHost, pairing, port, origins: [ORIGIN] })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => taken.close(resolve));
  const outside = request({ host: '127.0.0.2', port: running.port });
  outside.end();
  expect(((await once(outside, 'error')) as [NodeJS.ErrnoException])[0].code).toBe('ECONNREFUSED');
});
