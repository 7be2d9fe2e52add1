import { expect, it } from 'vitest';
import { AT, STORE } from '../../../test/support/examples.ts';
import { waveOf } from '../../../test/support/fulfillment.ts';
import { contentOf, letterIn, letterOf } from './tote-words.ts';

const goods = (orderNumber: string, quantity: number) => ({ fulfillmentOrderId: orderNumber, orderNumber, lineNo: 1, sku: 'A', quantity });

it('says what lies in a tote, of one order or of two', () => {
  const tote = { id: `${STORE}:T-1`, storeId: STORE, code: 'T-1', goods: [goods('WEB-1', 2), goods('WEB-2', 1)], since: AT };
  expect(contentOf(tote, 'UTC')).toMatchObject({ code: 'T-1', units: '3 units', number: 'WEB-1, WEB-2' });
});

it('gives each order of a wave a letter, and goes on after Z', () => {
  const ids = Array.from({ length: 28 }, (_, index) => `F${index}`);
  expect([0, 25, 26, 27].map((index) => letterIn(ids, `F${index}`))).toEqual(['A', 'Z', 'A2', 'B2']);
  expect(letterIn(ids, 'OTHER')).toBeNull();
});

it('takes the letter of the wave that was begun last', () => {
  const waves = [
    waveOf({ id: 'W2', orderIds: ['F2', 'F1'], startedAt: '2026-03-02T10:00:00.000Z' }),
    waveOf({ id: 'W1', orderIds: ['F1'], startedAt: '2026-03-01T10:00:00.000Z' }),
  ];
  expect(letterOf(waves, 'F1')).toBe('B');
  expect(letterOf(waves, 'F3')).toBeNull();
});
