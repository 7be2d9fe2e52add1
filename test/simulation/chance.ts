import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Tells what is drawn aside from what is drawn next. */
const ASIDE = 0x2f6e_2b1;

/** Everything in a simulated world that is left to chance, from one seed. */
export class Chance {
  private readonly generator: RandomGenerator;

  /** @param seed a 32-bit integer. */
  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** Other chance, that follows from what was drawn so far and takes nothing of what will be. */
  aside(): Chance {
    const seed = uniformInt(this.generator.clone(), 0, 0x7fff_ffff);
    return new Chance(seed ^ ASIDE);
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** True in `percent` of 100 cases; fractions down to a thousandth count. */
  percent(percent: number): boolean {
    return this.int(1, 100_000) <= percent * 1000;
  }

  /** From 0 (included) to 1 (excluded). */
  fraction(): number {
    return this.int(0, 0x3fff_ffff) / 0x4000_0000;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.int(0, list.length - 1)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }
}
