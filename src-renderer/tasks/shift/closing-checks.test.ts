import { expect, it } from 'vitest';
import { closingOf, shiftOf } from '../../../test/support/examples.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { HeldSale } from '../../../domain/held-sales/held-sale.ts';
import { type BeforeClosing, closingChecks } from './closing-checks.ts';

const order = (state: FulfillmentOrder['state'], kind: FulfillmentOrder['kind'] = 'pickup') =>
  ({ kind, state, lines: [] }) as unknown as FulfillmentOrder;
const readyAt = (at: string) => order({ status: 'ready', stagingLocation: 'P1', at });
const held = (taken: readonly unknown[]) => ({ taken }) as unknown as HeldSale;

/** Nothing waits, on the evening of March 2 in New York: it is March 3 in UTC. */
const NOTHING: BeforeClosing = {
  shiftId: 'SHIFT',
  today: '2026-03-02',
  timezone: 'America/New_York',
  shifts: [],
  held: [],
  orders: [],
  exceptions: 0,
  cards: 0,
  refunds: 0,
  pending: 0,
};

const countsOf = (given: Partial<BeforeClosing>) =>
  Object.fromEntries(
    closingChecks({ ...NOTHING, ...given })
      .filter(({ count }) => count > 0)
      .map(({ key, count, href }) => [key, [count, href]]),
  );

it('says what is fine, too', () => {
  expect(closingChecks(NOTHING).map(({ key, count }) => [key, count])).toEqual([
    ['held', 0],
    ['cards', 0],
    ['refunds', 0],
    ['pickups', 0],
    ['oldPickups', 0],
    ['exceptions', 0],
    ['otherShifts', 0],
    ['sent', 0],
  ]);
});

it.each<[string, Partial<BeforeClosing>, Record<string, [number, string]>]>([
  ['a sale on hold, and one that was taken up', { held: [held([]), held(['x'])] }, { held: [1, '/sale'] }],
  [
    'open shifts: its own is what is closed',
    { shifts: [shiftOf(), shiftOf({ id: 'X', registerId: 'R2' })] },
    { otherShifts: [1, '/reports'] },
  ],
  ['a closed shift of another register', { shifts: [shiftOf({ registerId: 'R2', id: 'X', closed: closingOf() })] }, {}],
  ['another drawer of its register', { shifts: [shiftOf(), shiftOf({ id: 'X', drawerId: 'Back' })] }, { otherShifts: [1, '/reports'] }],
  [
    'a pickup to prepare, and a parcel',
    { orders: [order({ status: 'open' }), order({ status: 'open' }, 'ship')] },
    { pickups: [1, '/pickup'] },
  ],
  // 11 in the morning of March 2 in New York, and 11 in the evening of March 1.
  [
    'a pickup that is ready since today, and one since yesterday',
    { orders: [readyAt('2026-03-02T16:00:00.000Z'), readyAt('2026-03-02T04:00:00.000Z')] },
    { oldPickups: [1, '/pickup'] },
  ],
  [
    'what was not answered, decided and sent',
    { exceptions: 3, cards: 1, refunds: 2, pending: 4 },
    { exceptions: [3, '/exceptions'], cards: [1, '/'], refunds: [2, '/'], sent: [4, '/sync'] },
  ],
])('leads from %s to its place', (_what, given, counts) => expect(countsOf(given)).toEqual(counts));
