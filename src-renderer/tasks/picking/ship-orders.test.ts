import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { waveOf } from '../../../test/support/fulfillment.ts';
import type { FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { isPicked, lostOrders, ordersOfWave, ownWave, sortShipOrders, takenOver, unitsOf, waveInProgress } from './ship-orders.ts';

const at = '2026-03-02T10:00:00.000Z';
const order = (id: string, state: FulfillmentState, kind: 'ship' | 'pickup' = 'ship') =>
  fulfillmentOrderOf({ id, orderNumber: id, state, kind });
const all = [
  order('1', { status: 'open' }),
  order('2', { status: 'acknowledged' }),
  order('3', { status: 'picking', waveId: 'W1' }),
  order('4', { status: 'picking', waveId: 'W2' }),
  order('5', { status: 'picking', waveId: 'W1' }),
  order('6', { status: 'picked' }),
  order('7', { status: 'packed' }),
  order('8', { status: 'shipped', trackingNumber: 'T', at }),
  order('9', { status: 'open' }, 'pickup'),
  order('10', { status: 'picking', waveId: 'W1' }, 'pickup'),
  order('11', { status: 'cancelled' }),
  order('12', { status: 'picked' }, 'pickup'),
  // Somebody picks it by itself.
  order('13', { status: 'picking', waveId: 'no wave' }, 'pickup'),
];
const ids = (orders: readonly { id: string }[]) => orders.map((one) => one.id);
const orderOf = (id: string) => all.find((one) => one.id === id);

describe('sortShipOrders', () => {
  it('gives each order to what is to be done next, pickups of a wave to their wave, and leaves what has ended alone', () => {
    const sorted = sortShipOrders(all, (id) => id === 'W1');
    expect(ids(sorted.waiting)).toEqual(['1', '2']);
    expect(sorted.waves.map((wave) => [wave.waveId, ids(wave.orders)])).toEqual([
      ['W1', ['3', '5', '10']],
      ['W2', ['4']],
    ]);
    expect(ids(sorted.toPack)).toEqual(['6']);
    expect(ids(sorted.toShip)).toEqual(['7']);
    expect([ids(sorted.pickups), ids(sorted.toStage)]).toEqual([['9'], ['12']]);
    expect(sorted.toPutBack).toEqual([]);
  });

  it('finds what is to be put back, of pickups too', () => {
    const ended = (['ship', 'pickup'] as const).map((kind) =>
      fulfillmentOrderOf({
        id: kind,
        kind,
        lines: [fulfillmentLineOf({ picked: 1 })],
        state: { status: 'cancelled', putBack: { stagingLocation: null } },
      }),
    );
    expect(ids(sortShipOrders(ended, () => false).toPutBack)).toEqual(['ship', 'pickup']);
  });
});

describe('a wave in progress', () => {
  const sorted = sortShipOrders(all, (id) => id === 'W1');
  const { waves } = sorted;
  const mine = waveOf({ id: 'W2', pickerId: 'ME', orderIds: ['4', '6'] });

  it('is the one that its picker took last, and never that of another picker', () => {
    const later = waveOf({ id: 'W1', pickerId: 'ME', since: '2026-03-02T11:00:00.000Z' });
    const others = waveOf({ id: 'W3', pickerId: 'MARCUS', since: '2026-03-02T12:00:00.000Z' });
    expect(ownWave([mine, later, others], 'ME')?.id).toBe('W1');
    expect(ownWave([others, waveOf()], 'ME')).toBeNull();
    expect(waveInProgress(sorted, mine)?.waveId).toBe('W2');
    expect(waveInProgress(sorted, waveOf({ id: 'GONE' }))).toBeNull();
    expect(waveInProgress(sorted, null)).toBeNull();
  });

  it('is picked while some of it waits to be packed or staged', () => {
    expect(isPicked(waveOf({ orderIds: ['6', '8'] }), sorted)).toBe(true);
    expect(isPicked(waveOf({ orderIds: ['8', '12'] }), sorted)).toBe(true);
    expect(isPicked(waveOf({ orderIds: ['8'] }), sorted)).toBe(false);
    expect(isPicked(null, sorted)).toBe(false);
  });

  it('that a colleague took over is told to whoever had it', () => {
    const known = new Map(
      [
        waveOf({ id: 'W1', pickerId: 'MARCUS', takenFrom: 'ME' }),
        waveOf({ id: 'W2', pickerId: 'ME', takenFrom: 'ME' }),
        waveOf({ id: 'GONE', pickerId: 'MARCUS', takenFrom: 'ME' }),
      ].map((one) => [one.id, one]),
    );
    const told = (who: string) => takenOver(waves, (id) => known.get(id), who).map((one) => one.id);
    expect(told('ME')).toEqual(['W1']);
    expect(told('MARCUS')).toEqual([]);
  });

  it('counts what is picked already, and not what others took or what was cancelled', () => {
    const [open] = waves;
    if (open === undefined) throw new Error('There is a wave.');
    const whole = waveOf({ id: 'W1', orderIds: ['3', '6', '4', '11', 'unknown'] });
    expect(ids(ordersOfWave(open, whole, orderOf))).toEqual(['3', '5', '6', '10']);
    expect(ids(ordersOfWave(open, waveOf({ id: 'W2', orderIds: ['6'] }), orderOf))).toEqual(['3', '5', '10']);
    expect(ids(ordersOfWave(open, null, orderOf))).toEqual(['3', '5', '10']);
  });

  it('names the orders that a colleague had first', () => {
    const lost = ['4', 'unknown'].map((fulfillmentOrderId) => ({ fulfillmentOrderId, pickerId: 'MARCUS' }));
    expect(lostOrders(waveOf({ lost }), orderOf).map(({ order: one, pickerId }) => [one.id, pickerId])).toEqual([['4', 'MARCUS']]);
    expect(lostOrders(null, orderOf)).toEqual([]);
  });
});

it('counts the units of orders that are still to pick', () => {
  const one = fulfillmentOrderOf({
    lines: [fulfillmentLineOf({ quantity: 3, picked: 1 }), fulfillmentLineOf({ lineNo: 2, quantity: 2, short: 1 })],
  });
  expect(unitsOf([])).toBe(0);
  expect(unitsOf([one, one])).toBe(6);
});
