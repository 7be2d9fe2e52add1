import type { GrowthCase } from './growth-case.ts';
import { type BenchResult, median, round } from './result.ts';

/** The cases by name. Each is loaded only when it runs. */
const CASES: Record<string, () => Promise<GrowthCase>> = {
  behind: async () => (await import('./growth-behind.ts')).behind,
  pending: async () => (await import('./growth-pending.ts')).pendingUnderPull,
  'pickup-search': async () => (await import('./growth-pickup-search.ts')).pickupSearch,
  'long-journal': async () => (await import('./growth-long-journal.ts')).longJournal,
  audit: async () => (await import('./growth-audit.ts')).auditOfSales,
  backorders: async () => (await import('./growth-backorders.ts')).backorderLook,
  'resolved-exceptions': async () => (await import('./growth-lists.ts')).resolvedExceptions,
  availability: async () => (await import('./growth-lists.ts')).availability,
  orders: async () => (await import('./growth-orders.ts')).ordersOverHttp,
};

/** The exponent with which the time grows from the first size to the last. */
export function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const [first = 1, last = 1, small = 1, large = 1] = [sizes[0], sizes.at(-1), times[0], times.at(-1)];
  return Math.log(large / small) / Math.log(last / first);
}

function linesOf({ name, sizes, most }: GrowthCase, runs: readonly (readonly number[])[]): BenchResult[] {
  const times = runs.map(median);
  const exponent = exponentOf(sizes, times);
  const [smallest = 0] = times;
  return sizes.map(
    (size, index): BenchResult => ({
      name: `growth ${name}, ${size}`,
      unit: 'ms',
      runs: runs[index]?.length ?? 0,
      p50: round(times[index] ?? 0),
      p99: round(Math.max(...(runs[index] ?? [0]))),
      baseline: round(smallest),
      ratio: round((times[index] ?? 0) / smallest),
      goal: `grows with exponent ${exponent.toFixed(2)}, at most ${most}`,
      met: exponent <= most,
    }),
  );
}

/**
 * Each action at three sizes of what is behind it; the baseline is the smallest. `OUTPOST_BENCH_GROWTH` names the cases to
 * run, with commas between; all of them unless it is set.
 */
export async function growth(): Promise<BenchResult[]> {
  const names = process.env['OUTPOST_BENCH_GROWTH']?.split(',') ?? Object.keys(CASES);
  const results: BenchResult[] = [];
  for (const name of names) {
    const load = CASES[name];
    if (load === undefined) throw new Error(`There is no growth case ${name}. There are: ${Object.keys(CASES).join(', ')}.`);
    const one = await load();
    results.push(...linesOf(one, await one.measure(one.sizes)));
  }
  return results;
}
