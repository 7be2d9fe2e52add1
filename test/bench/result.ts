/** One line of a benchmark's report. */
export interface BenchResult {
  readonly name: string;
  /** Of `p50`, `p99` and `baseline`: `ms`, `operations/s`, `MB` … */
  readonly unit: string;
  readonly runs: number;
  /** The median of the runs. */
  readonly p50: number;
  /** What 99 of 100 runs reach or better: of times the slow end, of throughputs (`…/s`) the low one. */
  readonly p99: number;
  /** The same unit, measured in the same run; null where there is nothing fair to compare with. */
  readonly baseline: number | null;
  /** `p50 ÷ baseline`. */
  readonly ratio: number | null;
  /** What it has to reach, in words. */
  readonly goal: string;
  readonly met: boolean;
}

/** The value below which `share` (0 to 1) of the values lie: nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new Error('There is no percentile of nothing.');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Rounds for a report: three digits that matter. */
export function round(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

/** Makes a line of a report from what was measured. @param met judges the unrounded values. */
export function summarize(given: {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly baselines: readonly number[];
  readonly goal: string;
  readonly met: (measured: { p50: number; p99: number; baseline: number; ratio: number }) => boolean;
}): BenchResult {
  const p50 = median(given.values);
  const p99 = percentile(given.values, given.unit.endsWith('/s') ? 0.01 : 0.99);
  const baseline = given.baselines.length === 0 ? null : median(given.baselines);
  const ratio = baseline === null ? null : p50 / baseline;
  return {
    name: given.name,
    unit: given.unit,
    runs: given.values.length,
    p50: round(p50),
    p99: round(p99),
    baseline: baseline === null ? null : round(baseline),
    ratio: ratio === null ? null : round(ratio),
    goal: given.goal,
    met: given.met({ p50, p99, baseline: baseline ?? Number.NaN, ratio: ratio ?? Number.NaN }),
  };
}
