import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { decided } from '../../test/support/exchanges.ts';
import { ONE_STAYS, swapped } from '../../test/support/pickup-exchanges.ts';
import { orderHandedOver } from '../fulfillment/operations.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { goodsExchanged, pickupExchanged } from './operations.ts';
import { inParts } from './parts-of.ts';

describe('inParts', () => {
  const approval = { associateId: 'M', method: 'pin', permission: 'return.record' } as const;
  const operation = { ...operationOf(goodsExchanged.request(decided(1, 5_000))), approval };

  it('gives the return and the sale of an exchange, each whole and under its number', () => {
    const [back, sold, ...more] = inParts(operation);
    expect([more, goodsReturned.is(back), saleCompleted.is(sold)]).toEqual([[], true, true]);
    expect(goodsReturned.payload.parse(back?.payload)).toMatchObject({ receiptNumber: 'A1-000002', currency: 'USD', refundMinor: 5_000 });
    expect(saleCompleted.payload.parse(sold?.payload)).toMatchObject({ receiptNumber: 'A1-000002', currency: 'USD', totalMinor: 5_000 });
    expect([back?.id, sold?.id, back?.approval, sold?.approval]).toEqual([operation.id, operation.id, approval, null]);
  });

  it('gives the handover of a pickup too, and no return where all was taken', () => {
    const byVouching = { ...approval, permission: 'order.vouch' } as const;
    const pickup = { ...operationOf(pickupExchanged.request(swapped(ONE_STAYS, 1_000))), approval: byVouching };
    const [handover, back, sold, ...none] = inParts(pickup);
    expect([none, orderHandedOver.is(handover), goodsReturned.is(back), saleCompleted.is(sold)]).toEqual([[], true, true, true]);
    expect(orderHandedOver.payload.parse(handover?.payload)).toMatchObject({ fulfillmentOrderId: 'F1', notTaken: [{ quantity: 1 }] });
    expect([handover?.approval, back?.approval, sold?.approval]).toEqual([byVouching, null, null]);
    const whole = inParts(operationOf(pickupExchanged.request(swapped([], 1_000, 1_000))));
    expect(whole.map(({ type }) => type)).toEqual([orderHandedOver.type, saleCompleted.type]);
  });

  it('leaves every other operation as it is', () => {
    const [back] = inParts(operation);
    expect(back === undefined ? [] : inParts(back)).toEqual([back]);
  });
});
