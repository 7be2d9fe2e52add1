import { expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { EVERYTHING, waveOptions, wishOf } from './wave-choice.ts';

const bins: Record<string, string> = { A: 'A-1', B: 'B-2', C: 'B-10' };
const orderOf = (sku: string, given = {}) => fulfillmentOrderOf({ id: sku, lines: [fulfillmentLineOf({ sku })], ...given });

it('offers the zones and the ways of sending that there are among the orders, in their order', () => {
  const waiting = [orderOf('B', { shippingMethod: 'Express' }), orderOf('A'), orderOf('C', { shippingMethod: 'Economy' })];
  expect(waveOptions(waiting, (sku) => bins[sku] ?? null)).toEqual({
    zones: ['A', 'B'],
    shippingMethods: ['Economy', 'Express'],
    isPromised: false,
  });
});

it('offers no choice of one zone, and a cut-off only where something is promised', () => {
  const promised = orderOf('B', { promisedAt: '2026-03-02T12:00:00.000Z' });
  expect(waveOptions([promised], (sku) => bins[sku] ?? null)).toEqual({ zones: [], shippingMethods: [], isPromised: true });
});

it('asks for what was chosen', () => {
  const now = Date.parse('2026-03-02T10:00:00.000Z');
  expect(wishOf(EVERYTHING, 12, now)).toEqual({ limit: 12, zone: null, shippingMethod: null, dueBy: null });
  expect(wishOf({ kind: 'both', zone: 'B', shippingMethod: 'Express', cutOff: 'soon' }, 5, now)).toEqual({
    limit: 5,
    zone: 'B',
    shippingMethod: 'Express',
    dueBy: Date.parse('2026-03-02T12:00:00.000Z'),
  });
  expect(wishOf({ ...EVERYTHING, cutOff: 'day' }, 5, now).dueBy).toBe(Date.parse('2026-03-03T10:00:00.000Z'));
});
