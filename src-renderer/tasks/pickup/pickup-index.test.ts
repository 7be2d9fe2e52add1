import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf } from '../../../test/support/examples.ts';
import type { FulfillmentOrder, FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { foldText } from '../../../domain/base/fold-text.ts';
import { inPickingOrder } from '../picking/wave-list.ts';
import { PickupIndex, SHOWN } from './pickup-index.ts';
import { stepOf } from './pickup-list.ts';

const at = '2026-03-02T10:00:00.000Z';
const ready: FulfillmentState = { status: 'ready', stagingLocation: 'Shelf 1', at };
const pickup = (orderNumber: string, state: FulfillmentState, name: string, kind: 'pickup' | 'ship' = 'pickup'): FulfillmentOrder =>
  fulfillmentOrderOf({ id: orderNumber, orderNumber, state, kind, customer: { name, email: null, phone: null } });
const mapOf = (orders: readonly FulfillmentOrder[]) => new Map(orders.map((order) => [order.id, order]));

const all = [
  pickup('WEB-10', { status: 'open' }, 'Blue Kettle'),
  pickup('WEB-9', { status: 'acknowledged' }, 'Café Noir'),
  pickup('WEB-3', { status: 'picking', waveId: 'W' }, 'Green Door'),
  pickup('WEB-4', { status: 'picked' }, 'Blue Door'),
  pickup('WEB-5', ready, 'Red Lamp'),
  pickup('WEB-6', { status: 'handed_over', at }, 'Blue Lamp'),
  pickup('WEB-7', { status: 'open' }, 'Blue Parcel', 'ship'),
];

/** An index whose search is ready. */
function prepared(orders: ReadonlyMap<string, FulfillmentOrder>): PickupIndex {
  const index = new PickupIndex();
  index.groups(orders, '', 120);
  for (const step of index.prepareSearch()) void step;
  return index;
}
const shown = (index: PickupIndex, orders: ReadonlyMap<string, FulfillmentOrder>, search: string) =>
  Object.fromEntries(index.groups(orders, search, 120).map((group) => [group.step, group.orders.map((order) => order.orderNumber)]));

describe('PickupIndex', () => {
  it('puts first whose customer waits outside, the longest wait before all', () => {
    const outside = (order: FulfillmentOrder, at: string) => ({ ...order, arrival: { at, bay: null, car: null } });
    const orders = ['WEB-20', 'WEB-21', 'WEB-22'].map((number) => pickup(number, ready, 'Customer'));
    const [first, second, third] = orders as [FulfillmentOrder, FulfillmentOrder, FulfillmentOrder];
    const told = [first, outside(second, '2026-03-02T12:05:00.000Z'), outside(third, '2026-03-02T12:00:00.000Z')];
    expect(shown(new PickupIndex(), mapOf(told), '')).toMatchObject({ ready: ['WEB-22', 'WEB-21', 'WEB-20'] });
  });

  it('groups by what is to be done next and hides what is done', () => {
    expect(shown(new PickupIndex(), mapOf(all), '')).toEqual({ prepare: ['WEB-3', 'WEB-9', 'WEB-10'], stage: ['WEB-4'], ready: ['WEB-5'] });
  });

  it.each([
    ['blue', { prepare: ['WEB-10'], stage: ['WEB-4'], ready: [], done: ['WEB-6'] }],
    ['lamp BLUE', { prepare: [], stage: [], ready: [], done: ['WEB-6'] }],
    ['cafe', { prepare: ['WEB-9'], stage: [], ready: [], done: [] }],
    ['web-5', { prepare: [], stage: [], ready: ['WEB-5'], done: [] }],
    ['Ketle', { prepare: ['WEB-10'], stage: [], ready: [], done: [] }],
    ['nobody', { prepare: [], stage: [], ready: [], done: [] }],
  ])('finds %j by number or name, in any case, with or without accents, before it is ready and after', (search, expected) => {
    expect(shown(new PickupIndex(), mapOf(all), search)).toEqual(expected);
    expect(shown(prepared(mapOf(all)), mapOf(all), search)).toEqual(expected);
  });

  it.each([
    ['(212) 555-01 00', ['WEB-1']],
    ['2125550100', ['WEB-1']],
    ['5550-100', ['WEB-1']],
    ['555-9999', []],
    ['ada@example.com', ['WEB-1']],
    ['example.com', ['WEB-1', 'WEB-2']],
  ])('finds %j by phone or mail, however the number is written', (search, found) => {
    const who = (orderNumber: string, phone: string | null, email: string) => ({
      ...pickup(orderNumber, ready, 'Customer'),
      customer: { name: 'Customer', phone, email },
    });
    const orders = mapOf([who('WEB-1', '+1 212 555-0100', 'ada@example.com'), who('WEB-2', null, 'bo@example.com')]);
    expect(shown(prepared(orders), orders, search).ready).toEqual(found);
  });

  it('shows first what is due first, as the shop or the store promised it', () => {
    const placedAt = '2026-03-02T09:00:00.000Z';
    const orders = mapOf([
      { ...pickup('WEB-1', { status: 'open' }, 'Customer'), placedAt },
      { ...pickup('WEB-2', { status: 'open' }, 'Customer'), placedAt, promisedAt: '2026-03-02T10:00:00.000Z' },
      { ...pickup('WEB-3', { status: 'open' }, 'Customer'), placedAt: '2026-03-02T08:00:00.000Z', promisedAt: '2026-03-03T10:00:00.000Z' },
    ]);
    const index = new PickupIndex();
    const prepare = (minutes: number) => index.groups(orders, '', minutes)[0]?.orders.map((order) => order.orderNumber);
    expect(prepare(120)).toEqual(['WEB-2', 'WEB-1', 'WEB-3']);
    expect(prepare(30)).toEqual(['WEB-1', 'WEB-2', 'WEB-3']);
  });

  it('is found anew when a phone number changes', () => {
    const [before, after] = ['111 222 333', '444 555 666'].map((phone) =>
      mapOf([{ ...pickup('WEB-1', ready, 'Customer'), customer: { name: 'Customer', phone, email: null } }]),
    );
    if (before === undefined || after === undefined) throw new Error('Two states are needed.');
    const index = prepared(before);
    expect(shown(index, after, '444555').ready).toEqual(['WEB-1']);
    expect(shown(index, after, '111222').ready).toEqual([]);
  });

  it('finds the same among many as word by word, whatever came, changed and went since', () => {
    const names = ['Anna Kowalska', 'Bo Li', 'Łukasz Ødegård', 'Ann Smith', 'Kim Kowal'];
    const states: FulfillmentState[] = [{ status: 'open' }, { status: 'picked' }, ready, { status: 'handed_over', at }];
    const change = fc.record({ of: fc.nat(2_999), name: fc.constantFrom(...names), state: fc.constantFrom(...states), gone: fc.boolean() });
    const orders = Array.from({ length: 3_000 }, (_, n) =>
      fulfillmentOrderOf({
        ...pickup(`WEB-${100_000 + n}`, { status: 'handed_over', at }, names[n % names.length] ?? ''),
        placedAt: new Date(n * 60_000).toISOString(),
      }),
    );
    const index = prepared(mapOf(orders));
    let now: Map<string, FulfillmentOrder> = mapOf(orders);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 5 }),
        fc.constantFrom('kowalska 1029', 'lukasz', '102001', 'w', 'li', 'ann smith 100', 'nobody', '2999'),
        (changes, search) => {
          const next = new Map(now);
          for (const { of, name, state, gone } of changes) {
            const order = orders[of];
            if (order === undefined) continue;
            if (gone) next.delete(order.id);
            else next.set(order.id, { ...order, state, customer: { ...order.customer, name } });
          }
          now = next;
          const words = foldText(search).split(' ');
          const expected = [...next.values()].filter((order) =>
            words.every((word) => foldText(`${order.orderNumber} ${order.customer.name}`).includes(word)),
          );
          for (const group of index.groups(next, search, 120)) {
            const members = inPickingOrder(expected.filter((order) => stepOf(order.state.status) === group.step)).map((order) => order.id);
            const found = group.orders.map((order) => order.id);
            if (group.count === null) expect(members.length).toBeGreaterThan(SHOWN);
            else expect(group.count).toBe(members.length);
            if (members.length <= SHOWN) expect(found).toEqual(members);
            else expect(found.every((id) => members.includes(id)) && found.length === SHOWN).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
