import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { refundTenderOf } from '../payments/tender.ts';
import { COMPANY, companySettingsDocument } from '../settings/documents.ts';
import { aboutPrice, offPrice, readsOfNoReceipt, withoutReceipt } from './no-receipt-facts.ts';
import { noReceiptUseDocument, noReceiptUseId } from './no-receipt-use.ts';
import { noReceiptPolicy } from './settings.ts';

const policy = { ...noReceiptPolicy.standard, allowed: true, mostMinor: null, perCustomer: { days: 90, returns: null, mostMinor: 2_500 } };
const offered = new DocumentMap().with(companySettingsDocument, { id: COMPANY, values: { [noReceiptPolicy.key]: policy } });
const USE = noReceiptUseId('C1');

function brought(receiptNumber: string, customerId: string | null = 'C1') {
  const operation = operationOf({
    type: 'goods_returned',
    payload: {
      ...{ receiptNumber, origin: { kind: 'no_receipt' as const, document: 'passport' as const }, currency: 'USD', customerId },
      lines: [{ lineNo: 1, sku: 'A', name: 'A', quantity: 1, disposition: 'restock', refundMinor: 1_500, refundTaxMinor: 0 }],
      ...{ refundMinor: 1_500, tenders: [{ ...refundTenderOf('store_credit', 'USD', 1_500), reference: 'SV-1' }] },
    },
  });
  if (operation.type !== 'goods_returned') throw new Error('It is a return.');
  return operation;
}

describe('returns without a receipt', () => {
  it('[J5] count for their customer; what two registers gave too much is a fact, with the loss named', () => {
    const first = withoutReceipt(offered, brought('A1-000001'), 'passport');
    expect(exceptionDocument.in(first)).toEqual([]);
    const [use] = noReceiptUseDocument.in(first);
    expect(use).toMatchObject({ id: USE, returns: [{ receiptNumber: 'A1-000001', refundMinor: 1_500 }] });
    if (use === undefined) throw new Error('It was counted.');
    const second = brought('A2-000001');
    const effects = withoutReceipt(offered.with(noReceiptUseDocument, use), second, 'passport');
    expect(noReceiptUseDocument.in(effects)[0]?.returns).toHaveLength(2);
    expect(exceptionDocument.in(effects)).toMatchObject([
      {
        id: `no_receipt_off_policy:${second.id}`,
        subject: 'A2-000001',
        cash: { USD: -500 },
        facts: { receipt: 'A2-000001', trouble: 'customer_limit', paid: '15.00 USD', most: '10.00 USD' },
      },
    ]);
  });

  it('[J5] that no policy offers any more stay done, and a person is told', () => {
    const effects = withoutReceipt(new DocumentMap(), brought('A1-000001', null), 'passport');
    expect(noReceiptUseDocument.in(effects)).toEqual([]);
    const [told] = exceptionDocument.in(effects);
    expect(told?.facts).toMatchObject({ trouble: 'not_offered' });
    expect(told).not.toHaveProperty('cash');
  });

  it.each([
    [1_500, null],
    [2_000, null],
    [1_200, -300],
  ])('of goods that cost %d at least lately give too much or not', (due, loss) => {
    const operation = brought('A1-000001');
    const told = exceptionDocument.in(offPrice(offered, operation, due));
    expect(told.map(({ id, cash }) => [id, cash])).toEqual(
      loss === null ? [] : [[`no_receipt_off_policy:${aboutPrice(operation.id)}`, { USD: loss }]],
    );
  });

  it('look at the policy of their store and at what their customer brought before', () => {
    const keys = readsOfNoReceipt(brought('A1-000001'));
    expect(keys).toContainEqual(noReceiptUseDocument.key(USE));
    expect(keys.map(({ kind }) => kind)).toContain('store_settings');
    const { payload, ...rest } = brought('A1-000001');
    expect(readsOfNoReceipt({ ...rest, payload: { ...payload, origin: { kind: 'empties' } } })).toEqual([]);
  });
});
