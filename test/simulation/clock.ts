import { createHash, pbkdf2Sync } from 'node:crypto';
import { type Clock, install } from '@sinonjs/fake-timers';
import { Chance } from './chance.ts';
import { Crashed } from './machine.ts';

/** When every world begins. */
const START = Date.parse('2026-01-05T08:00:00.000Z');

/** The time of a simulated world. Everything that sleeps, in the app, the server and the network, sleeps on it. */
export interface SimulatedTime {
  /** Fires what is due next, and lets everything that follows from it happen. @returns false when nothing is due any more. */
  step(): Promise<boolean>;
  sleep(ms: number): Promise<void>;
  /** Days go by in which nobody does anything, as when a shop is closed and all machines are asleep. */
  jump(ms: number): void;
}

let clock: Clock | undefined;
/** What libraries draw is drawn apart, so that how often they do moves nothing else. */
let ids: Chance | undefined;
let rest: Chance | undefined;

function randomBytes(bytes: Uint8Array): Uint8Array {
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = ids?.int(0, 255) ?? 0;
  return bytes;
}

/** What the platform reckons in other threads would be ready sooner or later by chance. */
function digest(_algorithm: string, data: BufferSource): Promise<ArrayBuffer> {
  const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
  return Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()).buffer);
}

/** A PIN as `verifyPin` imports it: its key is its bytes. */
const importKey = ((_format: string, data: Uint8Array) => Promise.resolve(data)) as unknown as typeof crypto.subtle.importKey;

const deriveBits = ((algorithm: Pbkdf2Params, key: Uint8Array, bits: number) => {
  const salt = algorithm.salt as Uint8Array;
  return Promise.resolve(new Uint8Array(pbkdf2Sync(key, salt, algorithm.iterations, bits / 8, 'sha256')).buffer);
}) as unknown as typeof crypto.subtle.deriveBits;

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('The operation took too long.', 'TimeoutError')), ms);
  return controller.signal;
}

/** Takes over the clock and all chance of this process for good: libraries keep timers of their own from world to world. */
function takeOver(): Clock {
  Math.random = () => rest?.fraction() ?? 0;
  crypto.getRandomValues = randomBytes as typeof crypto.getRandomValues;
  crypto.subtle.digest = digest as typeof crypto.subtle.digest;
  crypto.subtle.importKey = importKey;
  crypto.subtle.deriveBits = deriveBits;
  AbortSignal.timeout = abortAfter;
  return install({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
}

/**
 * Begins the time of a world. The embedded database reads this clock too. What is left, promises and immediates, runs
 * in the same order every time, so that one seed gives one run.
 */
export function beginTime(seed: number): SimulatedTime {
  ids = new Chance(seed);
  rest = new Chance(seed);
  const running = (clock ??= takeOver());
  running.setSystemTime(START);
  return {
    async step() {
      const isDue = running.countTimers() > 0;
      try {
        running.next();
      } catch (error) {
        // What a dead process had still planned fails when its time comes.
        if (!(error instanceof Crashed)) throw error;
      }
      await new Promise((resolve) => setImmediate(resolve));
      return isDue;
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    jump: (ms) => running.setSystemTime(running.now + ms),
  };
}
