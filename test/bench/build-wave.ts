import { buildWave } from '../../domain/fulfillment/build-wave.ts';
import { startPicking } from '../../domain/fulfillment/start-picking.ts';
import { waveStops } from '../../src-renderer/tasks/picking/wave-list.ts';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../support/examples.ts';
import { type BenchResult, median, percentile, round } from './result.ts';

const OPEN = 5_000;
const WAVE = 50;
const RUNS = 200;
const MOST_MS = 100;

/** An order of three articles; every tenth lies in one zone whole. */
function waitingOrder(n: number) {
  return fulfillmentOrderOf({
    id: `F${n}`,
    orderNumber: `WEB-${100_000 + n}`,
    placedAt: new Date(Date.parse('2026-03-02T10:00:00.000Z') - n * 1_000).toISOString(),
    priority: n % 7,
    shippingMethod: n % 2 === 0 ? 'Express' : 'Economy',
    lines: [0, 1, 2].map((line) => fulfillmentLineOf({ lineNo: line + 1, sku: `${n % 10 === 0 ? n % 400 : n * 3 + line}`, quantity: 2 })),
  });
}

/** What it costs to build a wave out of all that waits: to narrow down, sort, decide and lay the path through the bins. */
export function wavesBuilt(): Promise<BenchResult[]> {
  const waiting = Array.from({ length: OPEN }, (_, n) => waitingOrder(n));
  const binOf = (sku: string) => `${'ABCDEFGH'[Number(sku) % 8]}-${Number(sku) % 40}-${Number(sku) % 5}`;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const wish = { limit: WAVE, zone: run % 2 === 0 ? null : 'A', shippingMethod: 'Express', dueBy: null };
    const orders = buildWave(waiting, wish, binOf);
    const decided = startPicking(orders, 'WAVE');
    if (!decided.ok || orders.length !== WAVE) throw new Error('There is no wave of this size.');
    waveStops(orders, binOf);
    times.push(performance.now() - started);
  }
  const p99 = percentile(times, 0.99);
  return Promise.resolve([
    {
      name: `build-wave, ${WAVE} of ${OPEN} open orders`,
      unit: 'ms',
      runs: RUNS,
      p50: round(median(times)),
      p99: round(p99),
      baseline: null,
      ratio: null,
      goal: `p99 at most ${MOST_MS} ms`,
      met: p99 <= MOST_MS,
    },
  ]);
}
