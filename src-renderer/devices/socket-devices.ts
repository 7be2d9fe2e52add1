import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { ANSWER_WITHIN_MS } from '../../domain/payments/card-attempt.ts';
import type { DeviceAnswer } from '../../domain/device/device-contract.ts';
import { deviceAddress, deviceToken, readPairingCode } from '../../domain/device/socket-protocol.ts';
import { keepTrying } from '../base/keep-trying.ts';
import type { PairAnswer } from '../kit/card-services.ts';
import type { Devices, HostState } from './devices.ts';
import { connectSocket, HostAway, type OpenSocket, type Reply, type SocketConnection } from './socket-connection.ts';

/** Under which the device keeps how the host knows it. */
export const PAIRED_WITH = 'device-host';

const pairedWith = z.strictObject({ port: z.number().int(), token: deviceToken });

export interface SocketDevicesOptions {
  /** Secrets of this device. */
  readonly secrets: { load(name: string): Promise<string | null>; store(name: string, secret: string): Promise<void> };
  readonly open: OpenSocket;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

/** Longer than the host itself waits for a terminal. */
const ANSWER_MS = ANSWER_WITHIN_MS + 20_000;
const OPEN_MS = 15_000;
/** How long a call waits for a connection that is being made anew. */
const CONNECT_MS = 2_000;
/** A device that is not paired has nothing to try; pairing wakes it. */
const IDLE_MS = 3_600_000;

const REFUSED: Readonly<Partial<Record<string, PairAnswer>>> = { wrong_code: 'wrong_code', slow_down: 'too_many_tries' };

/** The host refuses before it begins, but for `failed`. */
function answerOf(reply: Reply): DeviceAnswer {
  if (reply.ok) return reply;
  return { ok: false, code: reply.code === 'lost' || reply.code === 'failed' ? 'lost' : 'not_sent' };
}

/** Stays connected with the host that this device is paired with, and says whether it is. */
function keepConnected({ secrets, open, onError, random }: SocketDevicesOptions) {
  const state = createStore<HostState>(() => ({ status: 'away' }));
  let current: SocketConnection | null = null;
  let isStopped = false;

  async function round(): Promise<'again' | 'wait'> {
    const kept = await secrets.load(PAIRED_WITH);
    const paired = kept === null ? null : (pairedWith.safeParse(JSON.parse(kept)).data ?? null);
    if (paired === null) {
      state.setState({ status: 'not_paired' });
      return 'wait';
    }
    const connection = await connectSocket(deviceAddress(paired.port), open);
    if (isStopped) connection.close();
    current = connection;
    const opened = await connection.ask('host.open', [paired.token], OPEN_MS);
    if (opened.ok) state.setState({ status: 'open' });
    else connection.close();
    await connection.ended;
    current = null;
    const isUnknown = !opened.ok && opened.code === 'not_paired';
    state.setState({ status: isUnknown ? 'not_paired' : 'away' });
    return isUnknown ? 'wait' : 'again';
  }

  const loop = keepTrying({
    round,
    idleMs: IDLE_MS,
    onError: (error) => {
      state.setState({ status: 'away' });
      if (!(error instanceof HostAway)) onError(error);
    },
    random,
  });
  return {
    state,
    connection: () => (state.getState().status === 'open' ? current : null),
    /** Connects anew, by what the device is paired with now. */
    again() {
      state.setState({ status: 'away' });
      current?.close();
      loop.retry();
    },
    /** Waits a moment for a connection that is being made. */
    whenOpen(): Promise<void> {
      if (state.getState().status !== 'away') return Promise.resolve();
      loop.retry();
      return new Promise((resolve) => {
        const timer = setTimeout(done, CONNECT_MS);
        const unsubscribe = state.subscribe(({ status }) => status !== 'away' && done());
        function done(): void {
          clearTimeout(timer);
          unsubscribe();
          resolve();
        }
      });
    },
    stop() {
      isStopped = true;
      loop.stop();
      current?.close();
    },
  };
}

/** The device host of this machine over a WebSocket on loopback. It stays connected for as long as the register runs, once it is paired. */
export function socketDevices(options: SocketDevicesOptions): Devices {
  const { secrets, open } = options;
  const kept = keepConnected(options);

  async function pairAt(port: number, code: string): Promise<PairAnswer> {
    const connection = await connectSocket(deviceAddress(port), open);
    const reply = await connection.ask('host.pair', [code], OPEN_MS);
    connection.close();
    if (!reply.ok) return REFUSED[reply.code] ?? 'no_host';
    await secrets.store(PAIRED_WITH, JSON.stringify({ port, token: reply.value }));
    kept.again();
    return 'paired';
  }

  return {
    state: kept.state,
    async call(method, args) {
      await kept.whenOpen();
      const connection = kept.connection();
      return connection === null ? { ok: false, code: 'not_sent' } : answerOf(await connection.ask(method, args, ANSWER_MS));
    },
    async pair(typed) {
      const read = readPairingCode(typed);
      if (read === null) return 'wrong_code';
      return pairAt(read.port, read.code).catch((error: unknown): PairAnswer => {
        if (error instanceof HostAway) return 'no_host';
        throw error;
      });
    },
    stop: kept.stop,
  };
}
