import { createHash } from 'node:crypto';

/** Chance that repeats: the same seed draws the same. */
export interface Chance {
  /** From 0 up to but not including 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of the given ones. @throws RangeError when there are none. */
  pick<T>(from: readonly T[]): T;
  shuffle<T>(from: readonly T[]): T[];
  /** `count` different ones, or all there are. */
  some<T>(from: readonly T[], count: number): T[];
  /** Lower-case hexadecimal. */
  hex(bytes: number): string;
}

/** Starts a run of chance (mulberry32) from a seed of any text. */
export function chanceFrom(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    for (let index = 0; index < Math.min(count, left.length); index += 1) {
      const other = whole(index, left.length - 1);
      [left[index], left[other]] = [left[other] as T, left[index] as T];
    }
    return left.slice(0, count);
  };
  return {
    fraction,
    whole,
    some,
    shuffle: (from) => some(from, from.length),
    pick: (from) => {
      if (from.length === 0) throw new RangeError('There is nothing to pick from.');
      return from[whole(0, from.length - 1)] as (typeof from)[number];
    },
    hex: (bytes) => Array.from({ length: bytes }, () => whole(0, 255).toString(16).padStart(2, '0')).join(''),
  };
}
