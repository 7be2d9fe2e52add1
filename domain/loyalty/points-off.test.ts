import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, cartLineOf, cashOf, operationOf, saleOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { promotionDocument } from '../promotions/documents.ts';
import { promotion } from '../promotions/promotion.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { refundFault } from '../returns/check-return.ts';
import { goodsReturned } from '../returns/operations.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { type Reprice, repriceOf } from '../returns/reprice-sale.ts';
import { returnableOfSale, returnGoods } from '../returns/return-goods.ts';
import { promotionPolicy } from '../returns/settings.ts';
import { completeSale } from '../sale/complete-sale.ts';
import { saleFault } from '../sale/check-sale.ts';
import { saleDocument } from '../sale/documents.ts';
import { saleCompleted } from '../sale/operations.ts';
import type { Sale, SaleCompleted } from '../sale/sale.ts';
import { COMPANY, companySettingsDocument } from '../settings/documents.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { pointsId } from '../stored-value/stored-value.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { earnPoints } from './earn-points.ts';
import { takenOffByPoints } from './points.ts';

const CUSTOMER = 'CUSTOMER-1';
const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const off = (given: object = {}) =>
  promotion.parse({ kind: 'points', id: 'POINTS', name: 'Points', everything: true, pointValue: 10_000, ...dates, ...given });
const twoForOne = (priority: number) =>
  promotion.parse({
    kind: 'multi_buy',
    id: 'TWO',
    name: 'Two for one',
    skus: ['S0'],
    buy: 2,
    pay: 1,
    priority,
    stacking: 'stackable',
    ...dates,
  });
const EARNING = { rule: { points: 1, forMinor: 100, worthMinor: 0 }, excluded: [], boosts: [], date: '2026-03-02' };

/** Goods for which points take something off before tax, paid in cash. */
function sold(cart: readonly CartLine[], points: number, promotions = [off()]): SaleCompleted {
  const rules = { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 100_000 }), promotions, date: '2026-03-02', points };
  const priced = priceSale(cart, rules);
  const lines = earnPoints(priced.lines, cart, EARNING);
  const sale = { currency: 'USD', pricesIncludeTax: false, cashGivenMinor: priced.totalMinor, customerId: CUSTOMER };
  const completed = completeSale({ priced: { ...priced, lines }, receiptNumber: 'A1-000001', ...sale });
  if (!completed.ok) throw new Error(completed.refusal);
  return completed.value;
}

const sell = (sale: SaleCompleted, receiptNumber = 'A1-000001') => saleCompleted.request({ ...sale, receiptNumber });

function bringBack(sale: Sale, quantities: readonly number[], isVoid = false, reprice: Reprice | null = null): OperationRequest {
  const choices = returnableOfSale(sale).map((line, index) => ({
    line,
    quantity: Math.min(quantities[index] ?? 0, line.bought - line.returned),
    disposition: 'restock' as const,
  }));
  const origin = { kind: 'sale' as const, receiptNumber: sale.receiptNumber };
  const voidReason = isVoid ? 'mistake' : null;
  const back = returnGoods({ receiptNumber: 'A1-000077', origin, currency: 'USD', choices, paid: sale, voidReason, reprice });
  if (!back.ok) throw new Error(back.refusal);
  return goodsReturned.request(back.value);
}

const issued = (points: number) =>
  DocumentMap.of(storedValueDocument, {
    ...{ id: pointsId(CUSTOMER), kind: 'points', storeId: STORE, currency: 'PTS', balanceMinor: points, limitMinor: 0 },
    ...{ isBlocked: false, issuedAt: AT, changedAt: AT },
  });

const TWO = [cartLineOf({ sku: 'A', quantity: 3 }), cartLineOf({ sku: 'B', quantity: 1, unitPrice: 500_000 })];

describe('points that take something off', () => {
  it('[M1] make the taxable amount smaller, are spread over the lines, and earn nothing on their part', () => {
    const sale = sold(TWO, 30);
    // 8.00 of goods, 30 points of 0.10 each: 5.00 are left, and 10 % tax.
    expect([takenOffByPoints(sale.lines), sale.usedPoints, sale.taxMinor, sale.totalMinor]).toEqual([300, 30, 50, 550]);
    expect(sale.lines.map(({ adjustments }) => adjustments.map(({ source, sourceId }) => [source, sourceId]))).toEqual([
      [['reward', 'POINTS']],
      [['reward', 'POINTS']],
    ]);
    expect(sale.lines.reduce((sum, { points }) => sum + points, 0)).toBe(2 + 3);
    expect(saleFault(sale)).toBeNull();
  });

  it('are no more than the goods need', () => {
    expect(sold([cartLineOf()], 5_000)).toMatchObject({ usedPoints: 10, totalMinor: 0 });
    expect(sold([cartLineOf({ kind: 'gift_card', reference: 'SV-1' })], 5_000)).toMatchObject({ usedPoints: 0, totalMinor: 110 });
  });

  it('never pay twice where several promotions take points', () => {
    const sale = sold(TWO, 50, [off({ everything: false, skus: ['B'], priority: 1 }), off({ id: 'OTHER' })]);
    expect([sale.usedPoints, takenOffByPoints(sale.lines)]).toEqual([50, 500]);
    expect(sold(TWO, 60, [off({ everything: false, skus: ['B'], priority: 1 }), off({ id: 'OTHER' })]).usedPoints).toBe(60);
  });

  it('are left out where nobody wants to use any', () => {
    const rules = { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 0 }), promotions: [off()], date: '2026-03-02' };
    const { promotions, usedPoints } = priceSale([cartLineOf()], rules);
    expect([usedPoints, promotions.missed.map(({ reason }) => reason)]).toEqual([0, ['needs_points']]);
  });

  it('[M1] are told by the sale, are those of its customer, and pay no part of it as a tender besides', () => {
    const sale = sold(TWO, 30);
    const by = { kind: 'points', reference: pointsId(CUSTOMER), state: 'accepted' } as const;
    const tender = { ...by, currency: 'USD', amountMinor: 100, tipMinor: 0 };
    const wrong: readonly Partial<SaleCompleted>[] = [
      { usedPoints: 0 },
      { customerId: null, lines: sale.lines.map((line) => ({ ...line, points: 0 })) },
      { tenders: [tender, cashOf(450)] },
    ];
    for (const given of wrong) expect(saleFault({ ...sale, ...given })).toMatchObject({ code: 'sale_points' });
  });

  it('[J5] used at two tills that knew nothing of each other are told', () => {
    const overlay = new StoreOverlay(issued(30));
    for (const [seq, receiptNumber] of ['A1-000001', 'B1-000001'].entries())
      overlay.fold(applyOperation(overlay, operationOf(sell(sold(TWO, 30), receiptNumber), { seq: seq + 1, shiftId: null })));
    const told = [...overlay.changedOf(exceptionDocument).values()].filter(({ kind }) => kind === 'points_not_covered');
    // The first sale earned five.
    expect(told.map(({ subject, facts }) => [subject, facts?.['points']])).toEqual([['B1-000001', 25]]);
  });

  it('come back as a whole when the sale is voided', () => {
    const known = saleDocument.completed({
      ...sold(TWO, 30),
      ...{ saleId: 'S', storeId: STORE, registerId: 'R', associateId: null, businessDate: '2026-03-02', at: AT, returned: {} },
      ...{ refundedMinor: null, refundedTo: null, isVoided: false },
    });
    const { payload } = bringBack(known, [3, 1], true) as unknown as { readonly payload: GoodsReturned };
    expect(payload).toMatchObject({ isVoid: true, refundMinor: 550, points: { takenBack: 5, givenBack: 30 } });
    const at = DocumentMap.of(saleDocument, known);
    expect(refundFault(at, payload)).toBeNull();
    expect(refundFault(at, { ...payload, points: { takenBack: 5, givenBack: 31 } })).toMatchObject({ code: 'return_points' });
  });

  it('[J9] add up over the returns of a sale to what it used and took, however it comes back, also where returns are priced again', () => {
    const parts = fc.record({
      quantities: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      points: fc.integer({ min: 1, max: 400 }),
      pointValue: fc.constantFrom(333, 1_000, 2_500, 10_000),
      cuts: fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
      policy: fc.constantFrom('prorated', 'repriced'),
      beside: fc.constantFrom(null, 0, 2),
    });
    fc.assert(
      fc.property(parts, ({ quantities, points, pointValue, cuts, policy, beside }) => {
        const cart = quantities.map((quantity, index) => cartLineOf({ sku: `S${index}`, quantity, unitPrice: 77_000 + index * 31_000 }));
        const other = beside === null ? [] : [twoForOne(beside)];
        const promotions = [off({ pointValue, priority: 1, stacking: 'stackable' }), ...other];
        const sale = sold(cart, points, promotions);
        const settings = companySettingsDocument.put({ id: COMPANY, values: { [promotionPolicy.key]: policy } });
        const overlay = new StoreOverlay(issued(10_000));
        overlay.fold([settings, ...promotions.map((one) => promotionDocument.put(one))]);
        let seq = 0;
        const apply = (request: OperationRequest) => {
          const operation = operationOf(request, { seq: (seq += 1), shiftId: null });
          if (goodsReturned.is(operation)) expect(refundFault(overlay, operation.payload)).toBeNull();
          overlay.fold(applyOperation(overlay, operation));
          return operation;
        };
        apply(sell(sale));
        let [refunded, givenBack] = [0, 0];
        for (const cut of [...cuts, quantities]) {
          const known = overlay.get(saleDocument, 'A1-000001') ?? saleOf([]);
          const wanted = known.lines.map((line, index) => Math.min(line.quantity - (known.returned[line.lineNo] ?? 0), cut[index] ?? 0));
          if (!wanted.some((units) => units > 0)) continue;
          const operation = apply(bringBack(known, wanted, false, repriceOf(overlay, known)));
          if (!goodsReturned.is(operation)) continue;
          refunded += operation.payload.refundMinor;
          givenBack += operation.payload.points?.givenBack ?? 0;
          expect(givenBack).toBeLessThanOrEqual(sale.usedPoints);
          expect(refunded).toBeLessThanOrEqual(sale.totalMinor);
        }
        expect(givenBack).toBe(sale.usedPoints);
        expect(overlay.get(storedValueDocument, pointsId(CUSTOMER))?.balanceMinor).toBe(10_000);
        expect(refunded).toBe(sale.totalMinor);
      }),
    );
  });
});
