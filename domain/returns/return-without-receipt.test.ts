import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown } from '../../test/support/examples.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { movesOfReturn } from '../stored-value/moves-of.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { refundFault } from './check-return.ts';
import { countReturn } from './no-receipt-use.ts';
import { goodsReturned } from './operations.ts';
import { restockingFeeOf } from './restocking-fee.ts';
import { goodsReturnedPayload } from './return.ts';
import { creditFor, type NoReceiptRequest, returnWithoutReceipt } from './return-without-receipt.ts';
import { noReceiptPolicy } from './settings.ts';

const AT = '2026-03-31T12:00:00.000Z';
const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 250_000 }), promotions: [], date: '2026-03-31', storeId: 'S1' };
const goodsOf = (kind: 'goods' | 'service' = 'goods') =>
  priceSale([cartLineOf({ kind, sku: 'A', quantity: 2, unitPrice: 1_000_000 })], rules).lines.map((line) => ({
    ...{ line, disposition: 'quarantine' as const, reason: 'changed_mind', condition: 'opened' as const },
  }));
const request: NoReceiptRequest = {
  ...{ receiptNumber: 'A1-000007', currency: 'USD', goods: goodsOf(), document: 'passport', customerId: 'C1' },
  ...{ storeCredit: 'SV-4821-0f', policy: { ...noReceiptPolicy.standard, allowed: true }, use: undefined, at: AT },
};

describe('a return without a receipt', () => {
  it('[A2] [M1] gives store credit for what the goods cost at least, and keeps the kind of the document alone', () => {
    const decided = returnWithoutReceipt(request);
    if (!decided.ok) throw new Error(decided.refusal);
    const { value } = decided;
    expect(value).toMatchObject({
      origin: { kind: 'no_receipt', document: 'passport' },
      customerId: 'C1',
      refundMinor: 2_000,
      lines: [{ sku: 'A', quantity: 2, refundMinor: 2_000, refundTaxMinor: 400, disposition: 'quarantine', condition: 'opened' }],
      tenders: [{ kind: 'store_credit', amountMinor: 2_000, reference: 'SV-4821-0f' }],
    });
    expect(goodsReturnedPayload.parse(value)).toEqual(value);
    expect(refundFault(nothingKnown, value)).toBeNull();
    expect(movesOfReturn(value)).toEqual([{ id: 'SV-4821-0f', kind: 'store_credit', currency: 'USD', amountMinor: 2_000 }]);
    expect(goodsReturned.permissionFor(value)).toBe('return.no_receipt');
  });

  it('gives less where the store keeps a fee', () => {
    const feeFor: NonNullable<NoReceiptRequest['feeFor']> = (line) => restockingFeeOf({ basisPoints: 1_000 }, line, 'as_goods');
    expect(returnWithoutReceipt({ ...request, feeFor })).toMatchObject({
      value: { refundMinor: 1_800, tenders: [{ amountMinor: 1_800 }] },
    });
    expect(creditFor({ goods: request.goods, feeFor })).toBe(1_800);
  });

  const use = countReturn('NR-1', undefined, { receiptNumber: 'A1-000001', at: AT, refundMinor: 19_000 });
  it.each([
    ['nothing', { goods: [] }, 'nothing_to_return'],
    ['a service', { goods: goodsOf('service') }, 'wrong_item'],
    ['where it is not offered', { policy: noReceiptPolicy.standard }, 'no_receipt_not_offered'],
    ['of nobody', { customerId: null }, 'no_receipt_customer'],
    ['without a document', { document: null }, 'no_receipt_document'],
    ['above the limit', { policy: { ...request.policy, mostMinor: 1_999 } }, 'no_receipt_limit'],
    ['of a customer above theirs', { use }, 'no_receipt_customer_limit'],
  ] as const)('is refused: %s', (_what, given, refusal) => {
    expect(returnWithoutReceipt({ ...request, ...given })).toEqual({ ok: false, refusal });
  });
});
