/** A step that people count in: 1, 2 or 5 of a power of ten, at least this much. */
function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((one) => one * power >= least) ?? 10);
}

/**
 * The lines of a chart, from at most the least value to at least the largest, zero among them.
 * @param values amounts in minor units; @param gaps the most gaps between lines.
 */
export function linesFor(values: readonly number[], gaps = 4): number[] {
  const largest = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const step = stepOf(Math.max(1, (largest - least) / gaps));
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(largest / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step || 0);
}

/** Every how many columns one is named, so that at most so many names stand side by side. */
export function namedEvery(columns: number, most = 12): number {
  return Math.max(1, Math.ceil(columns / most));
}
