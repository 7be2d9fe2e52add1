import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import type { FulfillmentState } from '../../../domain/fulfillment/fulfillment-order.ts';
import { ordersOfWave, readWaveDrafts, sortShipOrders, takeOver, unitsOf, waveInProgress } from './ship-orders.ts';

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
];
const ids = (orders: readonly { id: string }[]) => orders.map((one) => one.id);
const orderOf = (id: string) => all.find((one) => one.id === id);

describe('sortShipOrders', () => {
  it('gives each order to ship to what is to be done next, and leaves pickups and what has ended alone', () => {
    const sorted = sortShipOrders(all);
    expect(ids(sorted.waiting)).toEqual(['1', '2']);
    expect(sorted.waves.map((wave) => [wave.waveId, ids(wave.orders)])).toEqual([
      ['W1', ['3', '5']],
      ['W2', ['4']],
    ]);
    expect(ids(sorted.toPack)).toEqual(['6']);
    expect(ids(sorted.toShip)).toEqual(['7']);
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
    expect(ids(sortShipOrders(ended).toPutBack)).toEqual(['ship', 'pickup']);
  });
});

describe('a wave in progress', () => {
  const sorted = sortShipOrders(all);
  const { waves } = sorted;
  it.each([
    [{ waveId: 'W2', orderIds: ['4', '6'] }, 'W2'],
    [{ waveId: 'GONE', orderIds: ['8'] }, undefined],
    [{ waveId: 'GONE', orderIds: ['6', '8'] }, undefined],
    [null, undefined],
  ])('remembered as %j, it is %s, and never that of another picker', (draft, found) => {
    expect(waveInProgress(sorted, draft)?.waveId).toBe(found);
  });

  it('is taken over with what others on this register know of it', () => {
    const drafts = { A: { waveId: 'W1', orderIds: ['3', '6'] }, B: { waveId: 'W2', orderIds: ['4'] } };
    expect(takeOver({ waveId: 'W1', orderIds: ['3', '5'] }, drafts)).toEqual({ waveId: 'W1', orderIds: ['3', '5', '6'] });
  });

  it('counts what is picked already, and not what others took or what was cancelled', () => {
    const [wave] = waves;
    if (wave === undefined) throw new Error('There is a wave.');
    expect(ids(ordersOfWave(wave, { waveId: 'W1', orderIds: ['3', '6', '4', '11', 'unknown'] }, orderOf))).toEqual(['3', '5', '6']);
    expect(ids(ordersOfWave(wave, { waveId: 'W2', orderIds: ['6'] }, orderOf))).toEqual(['3', '5']);
  });

  it.each([null, 7, 'W1', { waveId: 'W1', orderIds: ['3'] }, { A: { waveId: 1, orderIds: [] } }, { A: { waveId: 'W1', orderIds: 'all' } }])(
    'drafts of %j are none',
    (drafts) => {
      expect(readWaveDrafts(drafts)).toEqual({});
    },
  );

  it('drafts come back as they were saved', () => {
    expect(readWaveDrafts({ A: { waveId: 'W1', orderIds: ['3'] } })).toEqual({ A: { waveId: 'W1', orderIds: ['3'] } });
  });
});

it('counts the units of orders that are still to pick', () => {
  const one = fulfillmentOrderOf({
    lines: [fulfillmentLineOf({ quantity: 3, picked: 1 }), fulfillmentLineOf({ lineNo: 2, quantity: 2, short: 1 })],
  });
  expect(unitsOf([])).toBe(0);
  expect(unitsOf([one, one])).toBe(6);
});
