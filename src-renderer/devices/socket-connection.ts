import type { DeviceAnswer } from '../../domain/device/device-contract.ts';
import { type DeviceCode, deviceReply } from '../../domain/device/socket-protocol.ts';

/** What came of a request: the host's answer, or none. */
export type Reply = DeviceAnswer | { readonly ok: false; readonly code: DeviceCode };

/** One connection to the device host, from its opening to its end. */
export interface SocketConnection {
  /** Sends a request once: `not_sent` when the connection had ended, `lost` when no answer came. @param withinMs how long to wait. */
  ask(method: string, args: readonly unknown[], withinMs: number): Promise<Reply>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  close(): void;
}

/** The host does not run, or will not speak to this page. */
export class HostAway extends Error {}

/** Opens a WebSocket; the browser's own unless told. */
export type OpenSocket = (address: string) => WebSocket;

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data)) as unknown;
  } catch {
    return undefined;
  }
}

/** Connects to the device host. @throws HostAway */
export function connectSocket(address: string, open: OpenSocket): Promise<SocketConnection> {
  return new Promise((resolve, reject) => {
    const waiting = new Map<number, (reply: Reply) => void>();
    let last = 0;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((over) => (end = over));
    const socket = open(address);
    const connection: SocketConnection = {
      ended,
      close: () => socket.close(),
      ask(method, args, withinMs) {
        if (socket.readyState !== socket.OPEN) return Promise.resolve({ ok: false, code: 'not_sent' });
        const id = (last += 1);
        return new Promise((answer) => {
          const timer = setTimeout(() => settle({ ok: false, code: 'lost' }), withinMs);
          function settle(reply: Reply): void {
            clearTimeout(timer);
            waiting.delete(id);
            answer(reply);
          }
          waiting.set(id, settle);
          socket.send(JSON.stringify({ id, method, args }));
        });
      },
    };
    socket.addEventListener('open', () => resolve(connection));
    socket.addEventListener('message', ({ data }) => {
      const { data: reply } = deviceReply.safeParse(parse(data));
      if (reply === undefined) return;
      const { id, ...answer } = reply;
      waiting.get(id)?.(answer);
    });
    socket.addEventListener('close', () => {
      reject(new HostAway('The device host does not answer.'));
      // What was sent may have been understood.
      for (const settle of [...waiting.values()]) settle({ ok: false, code: 'lost' });
      end();
    });
  });
}
