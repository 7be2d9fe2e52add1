import { SLOW_MS } from '../kit/scanner/is-scan.ts';

/** Keys that only change others. */
const COMPANIONS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

type Press = Pick<KeyboardEvent, 'key' | 'timeStamp'>;

/**
 * Tells a key that a person presses alone from one inside of a scan: labels may hold `?`, too. Every key has to be shown to it.
 * @returns takes a key, and calls `then` when none came shortly before it and none comes for as long as a scanner may take.
 */
export function watchLoneKey<E extends Press>(wants: (event: E) => boolean, then: () => void): { press(event: E): void; stop(): void } {
  let lastAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    press(event) {
      if (COMPANIONS.includes(event.key)) return;
      clearTimeout(timer);
      const isFirst = event.timeStamp - lastAt > SLOW_MS;
      lastAt = event.timeStamp;
      if (isFirst && wants(event)) timer = setTimeout(then, SLOW_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
