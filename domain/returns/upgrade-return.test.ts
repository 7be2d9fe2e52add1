import { describe, expect, it } from 'vitest';
import { goodsReturnedPayload } from './return.ts';
import { upgradeReturn } from './upgrade-return.ts';

const of2 = {
  receiptNumber: 'A1-000002',
  origin: { kind: 'sale', receiptNumber: 'A1-000001' },
  currency: 'USD',
  refundMinor: 109,
  refundTender: 'cash',
  lines: [
    { lineNo: 1, fulfillmentOrderId: null, sku: 'A', name: 'A', quantity: 1, disposition: 'restock', refundMinor: 109, refundTaxMinor: 9 },
  ],
};

describe('a return of versions 1 and 2', () => {
  it.each(['cash', 'original_payment'])('that paid by %s says the same in the shape of today', (refundTender) => {
    const upgraded = upgradeReturn({ ...of2, refundTender });
    expect(goodsReturnedPayload.parse(upgraded)).toMatchObject({
      refundMinor: 109,
      lines: of2.lines,
      tenders: [{ kind: refundTender, amountMinor: 109, currency: 'USD' }],
    });
  });

  it.each([[null], [{ ...of2, refundTender: 'card' }], [{ ...of2, tenders: [] }], [{ ...of2, lines: [null] }]])(
    'that they cannot have written is none: %j',
    (payload) => {
      expect(upgradeReturn(payload)).toBeUndefined();
    },
  );
});
