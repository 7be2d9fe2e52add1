import { companyDocument, storeDocument } from '../../domain/company/documents.ts';
import { linePicked } from '../../domain/fulfillment/operations.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { currentOf, documentsOf } from '../../src-renderer/kit/register-services.ts';
import { LiveView } from '../../src-renderer/register/live-view.ts';
import { ReplicaBase } from '../../src-renderer/replica/replica-base.ts';
import { countWaiting } from '../../src-renderer/tasks/home/waiting.ts';
import { sortShipOrders } from '../../src-renderer/tasks/picking/ship-orders.ts';
import { PickupIndex } from '../../src-renderer/tasks/pickup/pickup-index.ts';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../support/examples.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { type BenchResult, median, percentile, round } from './result.ts';

const SIZES = [200, 2_000, 20_000];
/** Orders that somebody still works on. */
const OPEN = 200;
const PICKS = 400;
const MOST_GROWTH = 1.3;

const at = '2026-03-02T10:00:00.000Z';

function orderOf(n: number, state: FulfillmentOrder['state']): FulfillmentOrder {
  return fulfillmentOrderOf({
    id: `F${n}`,
    orderNumber: `WEB-${100_000 + n}`,
    kind: n % 2 === 0 ? 'pickup' : 'ship',
    state,
    placedAt: new Date(Date.parse(at) - n * 60_000).toISOString(),
    customer: { name: `Customer ${n}`, email: null, phone: null },
    lines: [fulfillmentLineOf({ quantity: 10 })],
  });
}

/** A register with so many finished orders in its memory, and the open ones of a busy store. */
function registerWith(finished: number) {
  const base = new ReplicaBase();
  const put = <B>(document: DocumentDefinition<string, B>, id: string, body: B) => base.put(document.kind, id, body);
  put(companyDocument, 'company', { name: 'Company', currency: 'USD', pricesIncludeTax: false });
  put(storeDocument, 'S1', { id: 'S1', name: 'Store', address: '', timezone: 'UTC', taxRates: {}, stagingLocations: [] });
  const open = Array.from({ length: OPEN }, (_, n) => orderOf(n, { status: 'open' }));
  const done = Array.from({ length: finished }, (_, n) => orderOf(OPEN + n, { status: 'handed_over', at }));
  for (const order of [...open, ...done]) put(fulfillmentOrderDocument, order.id, order);
  const view = new LiveView('R1', base);
  view.resume([], base, true);
  return { base, view, open };
}

/** One pick: laid on top, shown on every screen that lists orders, then settled by a pull. @returns milliseconds of each. */
function picksWith(finished: number): number[] {
  const { base, view, open } = registerWith(finished);
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  const index = new PickupIndex();
  const show = () => {
    const current = currentOf(view.store.getState(), fulfillmentOrderDocument);
    sortShipOrders(current.values(), () => true);
    countWaiting(current.values());
    index.groups(documentsOf(view.store.getState(), fulfillmentOrderDocument), '', 120);
  };
  show();
  const times: number[] = [];
  for (let pick = 0; pick < PICKS; pick += 1) {
    const order = open[pick % OPEN];
    if (order === undefined) throw new Error('There is no order to pick.');
    const operation = journal.record({ type: linePicked.type, payload: { fulfillmentOrderId: order.id, lineNo: 1, quantity: 1 } });
    const started = performance.now();
    view.add(operation);
    show();
    const after = view.reader.get(fulfillmentOrderDocument, order.id);
    base.put(fulfillmentOrderDocument.kind, order.id, after);
    base.appliedSeq = operation.seq;
    view.update(true, [fulfillmentOrderDocument.key(order.id)]);
    show();
    times.push(performance.now() - started);
  }
  return times;
}

/** What a pick costs with more and more finished orders behind it: the view, and the lists and badges that show it. */
export function pickGrowth(): Promise<BenchResult[]> {
  picksWith(200);
  const runs = SIZES.map(picksWith);
  const first = median(runs[0] ?? []);
  return Promise.resolve(
    SIZES.map((size, index): BenchResult => {
      const times = runs[index] ?? [];
      return {
        name: `pick-growth, ${size} finished orders`,
        unit: 'ms',
        runs: times.length,
        p50: round(median(times)),
        p99: round(percentile(times, 0.99)),
        baseline: round(first),
        ratio: round(median(times) / first),
        goal: `at most ${MOST_GROWTH} times the time with ${SIZES[0]}`,
        met: median(times) <= first * MOST_GROWTH,
      };
    }),
  );
}
