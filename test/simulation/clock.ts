import { type Clock, install } from '@sinonjs/fake-timers';
import type { Chance } from './chance.ts';

/** When every world begins. */
const START = Date.parse('2026-01-05T08:00:00.000Z');

/** The time of a simulated world. Everything that sleeps, in the app, the server and the network, sleeps on it. */
export interface SimulatedTime {
  /** Fires what is due next, and lets everything that follows from it happen. */
  step(): Promise<void>;
  sleep(ms: number): Promise<void>;
  /** Days go by in which nobody does anything, as when a shop is closed and all machines are asleep. */
  jump(ms: number): void;
  restore(): void;
}

/**
 * Takes over the clock and all chance of this process. The embedded database reads this clock too. What is left,
 * promises and immediates, runs in the same order every time, so that one seed gives one run.
 */
export function takeOverTime(chance: Chance): SimulatedTime {
  const clock: Clock = install({
    now: START,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    ignoreMissingTimers: true,
  });
  const { random } = Math;
  Math.random = () => chance.fraction();
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = ((bytes: Uint8Array) => fill(bytes, chance)) as typeof crypto.getRandomValues;
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('The operation took too long.', 'TimeoutError')), ms);
    return controller.signal;
  };
  return {
    async step() {
      clock.next();
      await new Promise((resolve) => setImmediate(resolve));
    },
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    jump: (ms) => clock.setSystemTime(clock.now + ms),
    restore() {
      clock.uninstall();
      Math.random = random;
      crypto.getRandomValues = getRandomValues;
      AbortSignal.timeout = timeout;
    },
  };
}

function fill(bytes: Uint8Array, chance: Chance): Uint8Array {
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = chance.int(0, 255);
  return bytes;
}
