const scale = Number(process.env['OUTPOST_BENCH_SCALE'] ?? '1');
if (!(scale > 0)) throw new Error('OUTPOST_BENCH_SCALE is a number above zero.');

/**
 * A size of a benchmark of scale: what the goals are about, times `OUTPOST_BENCH_SCALE`. `npm run bench -- --scale 0.05` is
 * a quick look whose numbers mean nothing.
 */
export function sized(full: number, least = 1): number {
  return Math.max(least, Math.round(full * scale));
}
