import type { Duplex } from 'node:stream';
import type { DevicePlace } from '../../domain/device/device-place.ts';
import { connectPlace } from '../base/connect-place.ts';

/** Reads what a printer has sent. @returns what was said, and the bytes at the end that are not whole yet. */
export type ReadReplies<Said> = (bytes: readonly number[]) => { readonly said: readonly Said[]; readonly rest: readonly number[] };

/** An open connection to a printer. */
export interface PrinterLink<Said> {
  send(bytes: Uint8Array): void;
  /** The next thing said that fits; null when none came in time, or the connection has ended. Older ones are dropped. */
  hear<S extends Said>(fits: (said: Said) => said is S, withinMs: number): Promise<S | null>;
  readonly hasEnded: boolean;
  /** Sends what is left, and ends the connection. */
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 1_000;

function attach<Said>(socket: Duplex, readReplies: ReadReplies<Said>): PrinterLink<Said> {
  const heard: Said[] = [];
  let rest: readonly number[] = [];
  let hasEnded = false;
  let wake: () => void = () => undefined;
  socket.on('data', (chunk: Buffer) => {
    const read = readReplies([...rest, ...chunk]);
    rest = read.rest;
    heard.push(...read.said);
    wake();
  });
  socket.on('close', () => {
    hasEnded = true;
    wake();
  });

  return {
    get hasEnded() {
      return hasEnded;
    },
    send(bytes) {
      if (!hasEnded) socket.write(bytes);
    },
    hear(fits, withinMs) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), withinMs);
        function settle(said: Parameters<typeof resolve>[0]): void {
          clearTimeout(timer);
          wake = () => undefined;
          resolve(said);
        }
        wake = () => {
          for (let said = heard.shift(); said !== undefined; said = heard.shift()) if (fits(said)) return settle(said);
          if (hasEnded) settle(null);
        };
        wake();
      });
    },
    close() {
      if (hasEnded) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => socket.destroy(), CLOSE_WITHIN_MS);
        socket.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        socket.end();
      });
    },
  };
}

/** Connects to a printer. @returns null where nobody answers: nothing has been sent then. */
export async function openLink<Said>(place: DevicePlace, readReplies: ReadReplies<Said>): Promise<PrinterLink<Said> | null> {
  const socket = await connectPlace(place);
  return socket && attach(socket, readReplies);
}
