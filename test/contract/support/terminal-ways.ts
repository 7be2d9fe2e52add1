import { WebSocket as NodeSocket } from 'ws';
import { createBridgeClient } from '../../../domain/device/bridge-client.ts';
import type { TerminalPort } from '../../../domain/device/terminal.ts';
import { createDeviceHost, type DeviceHost } from '../../../devices/host/device-host.ts';
import { openPairing } from '../../../devices/host/pairing.ts';
import { serveSocket } from '../../../devices/host/serve-socket.ts';
import { type NexoOptions, nexoTerminal } from '../../../devices/nexo/nexo-terminal.ts';
import { createBridgeHost } from '../../../src-main/bridge/host.ts';
import { bridgeDevices } from '../../../src-renderer/devices/bridge-devices.ts';
import type { Devices } from '../../../src-renderer/devices/devices.ts';
import { socketDevices } from '../../../src-renderer/devices/socket-devices.ts';
import { terminalClient } from '../../../src-renderer/devices/terminal-client.ts';

/** The page's origin, as a browser sends it. */
export const ORIGIN = 'http://localhost:4680';

/** Opens a WebSocket as a page of this origin does. */
export function openFrom(origin: string) {
  return (address: string) => {
    const socket = new NodeSocket(address, { origin });
    // A browser tells nobody but its console; the end of the connection is heard of all the same.
    socket.on('error', () => undefined);
    return socket as unknown as WebSocket;
  };
}

/** Secrets of a device, in memory. */
export function memorySecrets() {
  const kept = new Map<string, string>();
  return {
    kept,
    load: (name: string) => Promise.resolve(kept.get(name) ?? null),
    store: (name: string, secret: string) => Promise.resolve(void kept.set(name, secret)),
  };
}

export type Address = Omit<NexoOptions, 'saleId' | 'shiftId' | 'answerWithinMs'>;

/** A way from a till to its terminal. */
export interface Way {
  at(address: Address, saleId: string, shiftId?: string): TerminalPort;
  close(): Promise<void>;
}

function through(devices: Devices): Way['at'] {
  return (address, saleId, shiftId) =>
    terminalClient(devices.call, () => ({ terminal: { driver: 'nexo', ...address }, saleId, ...(shiftId !== undefined && { shiftId }) }));
}

/** The devices of a page, over a WebSocket on loopback that it is paired with. */
export async function socketedDevices(host: DeviceHost) {
  const pairing = openPairing({ file: null, onCode: () => undefined, now: () => performance.now() });
  const { port, close } = await serveSocket({ host, pairing, port: 0, origins: [ORIGIN] });
  const failed = (error: unknown) => {
    throw error;
  };
  const devices = socketDevices({ secrets: memorySecrets(), open: openFrom(ORIGIN), onError: failed, random: () => 0 });
  const paired = await devices.pair(`${port}:${pairing.code()}`);
  if (paired !== 'paired') throw new Error(`It is not paired: ${paired}.`);
  return {
    devices,
    async close() {
      devices.stop();
      await close();
    },
  };
}

async function bySocket(host: DeviceHost): Promise<Way> {
  const { devices, close } = await socketedDevices(host);
  return { at: through(devices), close };
}

/** The devices of the desktop app, without Electron between the page and the main process. */
export function bridgedDevices(devices: DeviceHost): Devices {
  const unused = () => Promise.reject(new Error('Nobody asks for it here.'));
  const host = createBridgeHost({
    appInfo: () => ({ version: '1', platform: 'linux', packaged: false, serverUrl: null }),
    journalMirror: { append: unused, read: unused, tail: unused },
    secrets: { store: unused, load: unused, remove: unused },
    openDisplay: unused,
    savePdf: unused,
    devices,
  });
  return bridgeDevices(createBridgeClient(async (method, args) => structuredClone(await host(method, structuredClone(args)))));
}

function byBridge(devices: DeviceHost): Way {
  return { at: through(bridgedDevices(devices)), close: () => Promise.resolve() };
}

/** Every way from a till to a terminal. @param answerWithinMs how long it waits for the answer to a payment. */
export const WAYS: readonly (readonly [name: string, open: (answerWithinMs?: number) => Promise<Way>])[] = [
  [
    'the driver itself',
    (answerWithinMs) => {
      const within = answerWithinMs === undefined ? {} : { answerWithinMs };
      return Promise.resolve({
        at: (address, saleId, shiftId) => nexoTerminal({ ...address, saleId, ...within, ...(shiftId !== undefined && { shiftId }) }),
        close: () => Promise.resolve(),
      });
    },
  ],
  ['a WebSocket on loopback', (answerWithinMs) => bySocket(hostWith(answerWithinMs))],
  ['the bridge of the desktop app', (answerWithinMs) => Promise.resolve(byBridge(hostWith(answerWithinMs)))],
];

function hostWith(answerWithinMs: number | undefined): DeviceHost {
  return createDeviceHost({ simulators: () => null, ...(answerWithinMs === undefined ? {} : { answerWithinMs }) });
}
