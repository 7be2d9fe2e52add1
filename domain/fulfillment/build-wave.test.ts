import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { buildWave, ordersThatFit, type WaveWish, zoneOf, zoneOfOrder } from './build-wave.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';

const BINS: Record<string, string> = { A: 'A-01-1', B: 'B-08-1', C: 'b-02' };
const binOf = (sku: string) => BINS[sku] ?? null;
const ALL: WaveWish = { limit: 100, zone: null, shippingMethod: null, dueBy: null };

function orderOf(id: string, skus: readonly string[], given: Partial<FulfillmentOrder> = {}): FulfillmentOrder {
  const lines = skus.map((sku, index) => fulfillmentLineOf({ lineNo: index + 1, sku }));
  return fulfillmentOrderOf({ id, orderNumber: id, lines, ...given });
}
const ids = (orders: readonly FulfillmentOrder[]) => orders.map((order) => order.id);

describe('the zone', () => {
  it.each([
    ['B-08-1', 'B'],
    ['B081', 'B'],
    ['b 8', 'B'],
    ['12-3', '12'],
    ['Kühlung 4', 'KÜHLUNG'],
    ['-1', '-1'],
  ])('of bin %s is %s', (bin, zone) => {
    expect(zoneOf(bin)).toBe(zone);
  });

  it('of an order is where everything lies that is still to pick', () => {
    expect(zoneOfOrder(orderOf('1', ['B', 'C']), binOf)).toBe('B');
    expect(zoneOfOrder(orderOf('1', ['A', 'B']), binOf)).toBeNull();
    expect(zoneOfOrder(orderOf('1', ['B', 'UNKNOWN']), binOf)).toBeNull();
    const lines = [fulfillmentLineOf({ sku: 'A', picked: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })];
    expect(zoneOfOrder({ lines }, binOf)).toBe('B');
  });
});

describe('a wave', () => {
  const late = orderOf('late', ['A'], { placedAt: '2026-03-02T09:00:00.000Z', promisedAt: '2026-03-02T11:00:00.000Z' });
  const old = orderOf('old', ['B'], { placedAt: '2026-03-01T09:00:00.000Z', shippingMethod: 'Economy' });
  const next = orderOf('next', ['B'], { placedAt: '2026-03-02T08:00:00.000Z', promisedAt: '2026-03-02T18:00:00.000Z' });
  const urgent = orderOf('urgent', ['C'], { placedAt: '2026-03-02T09:30:00.000Z', priority: 9, shippingMethod: 'Express' });
  const waiting = [old, next, late, urgent];

  it('takes the most urgent first: by priority, by promise, by age', () => {
    expect(ids(buildWave(waiting, ALL, binOf))).toEqual(['urgent', 'late', 'next', 'old']);
    expect(ids(buildWave(waiting, { ...ALL, limit: 2 }, binOf))).toEqual(['urgent', 'late']);
  });

  it.each([
    [{ zone: 'B' }, ['urgent', 'next', 'old']],
    [{ zone: 'A' }, ['late']],
    [{ shippingMethod: 'Express' }, ['urgent']],
    [{ dueBy: Date.parse('2026-03-02T12:00:00.000Z') }, ['late']],
    [{ zone: 'B', dueBy: Date.parse('2026-03-02T18:00:00.000Z') }, ['next']],
    [{ zone: 'X' }, []],
  ])('of %j holds %j', (wish, found) => {
    expect(ids(ordersThatFit(waiting, { ...ALL, ...wish }, binOf))).toEqual(found);
  });

  it('leaves the list of what waits as it is', () => {
    ordersThatFit(waiting, ALL, binOf);
    expect(ids(waiting)).toEqual(['old', 'next', 'late', 'urgent']);
  });
});
