/** One action, with more and more behind it. */
export interface GrowthCase {
  readonly name: string;
  /** How much is behind the action: three sizes, each several times the one before. */
  readonly sizes: readonly number[];
  /** Largest exponent: 0 is flat, 1 is linear. */
  readonly most: number;
  /** Milliseconds of each run, by size. */
  measure(sizes: readonly number[]): Promise<readonly (readonly number[])[]>;
}
