import { expect, it } from 'vitest';
import { z } from 'zod';
import { nothingKnown, operationOf } from '../../test/support/examples.ts';
import { defineOperation } from './define-operation.ts';

const bell = defineOperation({
  type: 'bell_rung',
  since: 2,
  permission: 'register.use',
  payload: z.strictObject({ times: z.number().int().min(1) }),
  upgrades: { 1: (payload) => (typeof payload === 'number' ? { times: payload } : undefined) },
});

it('reads and changes nothing, numbers no receipt and holds no amounts, unless it is told', () => {
  const rung = {
    ...operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }),
    type: 'bell_rung',
    payload: { times: 1 },
  };
  if (!bell.is(rung)) throw new Error('This is a bell.');
  expect([bell.reads(rung), bell.readsNext(nothingKnown, rung), bell.apply(nothingKnown, rung)]).toEqual([[], [], []]);
  expect([bell.numbersReceipt, bell.receiptOf({ times: 1 }), bell.check(nothingKnown, { times: 1 })]).toEqual([false, null, null]);
  expect([bell.amounts({ times: 1 }), bell.goodsOf({ times: 1 }), bell.byHeadOffice({ times: 1 })]).toEqual([[], [], false]);
  expect(bell.schema.safeParse({ ...rung, hash: 'a'.repeat(64) }).success).toBe(true);
  expect(bell.schema.safeParse({ ...rung, hash: 'a'.repeat(64), payload: { times: 0 } }).success).toBe(false);
});

it('knows its own operations, and brings payloads of older versions to the next one', () => {
  expect([bell.is({ type: 'bell_rung' }), bell.is({ type: 'other' }), bell.is(null), bell.is(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(bell.request({ times: 2 })).toEqual({ type: 'bell_rung', payload: { times: 2 } });
  expect([bell.upgrade(3, 1), bell.upgrade('x', 1), bell.upgrade({ times: 4 }, 2)]).toEqual([{ times: 3 }, undefined, { times: 4 }]);
});
