import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown } from '../../test/support/examples.ts';
import { fault } from '../base/fault.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { movesOfReturn } from '../stored-value/moves-of.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { refundFault } from './check-return.ts';
import { goodsReturned } from './operations.ts';
import { type GoodsReturned, goodsReturnedPayload } from './return.ts';
import { takeEmpties } from './take-empties.ts';

const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 190_000 }), promotions: [], date: '2026-03-02', storeId: 'S1' };
const bottles = priceSale([cartLineOf({ kind: 'deposit', sku: 'BOTTLE', name: 'Bottle', quantity: 12, unitPrice: 25_000 })], rules).lines;
const asked = { receiptNumber: 'A1-000007', currency: 'EUR', deposits: bottles };

function taken(request: Partial<Parameters<typeof takeEmpties>[0]> = {}): GoodsReturned {
  const result = takeEmpties({ ...asked, ...request });
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe('empties that are taken back', () => {
  it('[M1] give their deposit in cash, with the tax within it', () => {
    const payload = taken();
    // 12 × 0.25 = 3.00, 19 % of it within: 0.48.
    expect(payload).toMatchObject({
      origin: { kind: 'empties' },
      refundMinor: 300,
      lines: [{ kind: 'deposit', sku: 'BOTTLE', quantity: 12, refundMinor: 300, refundTaxMinor: 48 }],
      tenders: [{ kind: 'cash', currency: 'EUR', amountMinor: 300 }],
    });
    expect(goodsReturnedPayload.parse(payload)).toEqual(payload);
    expect(refundFault(nothingKnown, payload)).toBeNull();
  });

  it('[M3] are rounded as cash is', () => {
    const one = priceSale([cartLineOf({ kind: 'deposit', sku: 'BOTTLE', unitPrice: 8_000 })], rules).lines;
    const cashRounding = { incrementMinor: 5, mode: 'half_up', refunds: 'rounded', tiny: 'rounded' } as const;
    expect(taken({ deposits: one, cashRounding })).toMatchObject({ refundMinor: 8, roundingMinor: 2, tenders: [{ amountMinor: 10 }] });
  });

  it('[M3] give store credit to the cent, which no coin rounds', () => {
    const one = priceSale([cartLineOf({ kind: 'deposit', sku: 'BOTTLE', unitPrice: 8_000 })], rules).lines;
    const cashRounding = { incrementMinor: 5, mode: 'half_up', refunds: 'rounded', tiny: 'rounded' } as const;
    const payload = taken({ deposits: one, cashRounding, to: { storeCredit: 'SV-4821-0f' } });
    const credit = { kind: 'store_credit', currency: 'EUR', amountMinor: 8, reference: 'SV-4821-0f', state: 'accepted' };
    expect(payload).toMatchObject({ refundMinor: 8, roundingMinor: 0, tenders: [credit] });
    expect(refundFault(nothingKnown, payload)).toBeNull();
    expect(movesOfReturn(payload)).toEqual([{ id: 'SV-4821-0f', kind: 'store_credit', currency: 'EUR', amountMinor: 8 }]);
  });

  it('are refused where there are none, and where they are goods', () => {
    expect(takeEmpties({ ...asked, deposits: [] })).toEqual({ ok: false, refusal: 'nothing_to_return' });
    const goods = priceSale([cartLineOf()], rules).lines;
    expect(takeEmpties({ ...asked, deposits: goods })).toEqual({ ok: false, refusal: 'wrong_item' });
  });

  it('[A1] need a permission of their own', () => {
    expect(goodsReturned.permissionFor(taken())).toBe('return.empties');
    expect(goodsReturned.permissionFor({ ...taken(), origin: { kind: 'sale', receiptNumber: 'A1-000001' } })).toBe('return.record');
  });

  const [line] = taken().lines;
  const [tender] = taken().tenders;
  if (line === undefined || tender === undefined) throw new Error('There is one of each.');
  it.each<[string, Partial<GoodsReturned>, ReturnType<typeof fault>]>([
    ['goods without a receipt', { lines: [{ ...line, kind: 'goods' }] }, fault('empties_line', { line: 1 })],
    ['a deposit of a delivery', { lines: [{ ...line, fulfillmentOrderId: 'F1' }] }, fault('empties_line', { line: 1 })],
    ['the same line twice', { lines: [line, line], refundMinor: 600 }, fault('empties_line', { line: 1 })],
    ['money on a card', { tenders: [{ ...tender, kind: 'card' }] }, fault('empties_tender', { tender: 1 })],
    ['store credit that nobody holds', { tenders: [{ ...tender, kind: 'store_credit' }] }, fault('empties_tender', { tender: 1 })],
    ['notes of another currency', { tenders: [{ ...tender, currency: 'CHF' }] }, fault('empties_tender', { tender: 1 })],
    ['more cash than deposit', { tenders: [{ ...tender, amountMinor: 400 }] }, fault('refund_tenders', { is: 400, due: 300 })],
  ])('[M1] with %s are no fact of a shop', (_what, part, wrong) => {
    expect(refundFault(nothingKnown, { ...taken(), ...part })).toEqual(wrong);
  });
});
