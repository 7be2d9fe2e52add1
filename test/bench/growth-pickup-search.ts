import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { PickupIndex } from '../../src-renderer/tasks/pickup/pickup-index.ts';
import { fulfillmentOrderOf } from '../support/examples.ts';
import type { GrowthCase } from './growth-case.ts';

const FIRST = ['Anna', 'Bo', 'Chiara', 'Dmitri', 'Elif', 'Fatima', 'Gustav', 'Hana', 'Ines', 'João'];
const LAST = ['Kowalska', 'Lindqvist', 'Moreau', 'Nowak', 'Okafor', 'Petrov', 'Quispe', 'Rossi', 'Sørensen', 'Tanaka'];
/** Each is typed letter by letter: a name, a number, a typing error, and something that nobody is called. */
const TYPED = ['kowalska anna', 'web-100123', 'lindqist', 'zzyzx'];

const at = '2026-03-02T10:00:00.000Z';

/** Every tenth pickup still waits; the others were handed over. */
function pickupsOf(size: number): ReadonlyMap<string, FulfillmentOrder> {
  return new Map(
    Array.from({ length: size }, (_, n) => {
      const id = `F${n}`;
      const name = `${FIRST[n % 10] ?? ''} ${LAST[Math.floor(n / 10) % 10] ?? ''}`;
      const state: FulfillmentOrder['state'] = n % 10 === 0 ? { status: 'open' } : { status: 'handed_over', at };
      return [
        id,
        fulfillmentOrderOf({
          id,
          orderNumber: `WEB-${100_000 + n}`,
          kind: 'pickup',
          state,
          placedAt: new Date(n * 60_000).toISOString(),
          customer: { name, email: null, phone: null },
        }),
      ] as const;
    }),
  );
}

/** A letter typed into the search of pickups, with ever more of them held. */
export const pickupSearch: GrowthCase = {
  name: 'a letter in the search of pickups',
  sizes: [1_000, 10_000, 100_000],
  most: 0.3,
  measure(sizes) {
    return Promise.resolve(
      sizes.map((size) => {
        const orders = pickupsOf(size);
        const index = new PickupIndex();
        index.groups(orders, '', 120);
        for (const step of index.prepareSearch()) void step;
        const letters = TYPED.flatMap((text) => Array.from({ length: text.length }, (_, end) => text.slice(0, end + 1)));
        for (const search of letters) index.groups(orders, search, 120);
        return letters.map((search) => {
          const started = performance.now();
          index.groups(orders, search, 120);
          return performance.now() - started;
        });
      }),
    );
  },
};
