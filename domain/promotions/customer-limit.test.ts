import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { goodsReturned } from '../returns/operations.ts';
import { returnableOfSale, returnGoods } from '../returns/return-goods.ts';
import { completeSale } from '../sale/complete-sale.ts';
import { saleDocument } from '../sale/documents.ts';
import { saleCompleted } from '../sale/operations.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { couponUseDocument } from './documents.ts';
import { promotion } from './promotion.ts';

const STAFF = promotion.parse({
  ...{ kind: 'percent_off', id: 'STAFF', name: 'Staff', everything: true, basisPoints: 3000, startsOn: '2026-01-01', endsOn: '2026-12-31' },
  ...{ maxMinorPerCustomer: 500, customerPeriod: 'month' },
});

/** A store that sells to customers who have a limit, and takes goods back. */
function store() {
  const overlay = new StoreOverlay(new DocumentMap());
  let seq = 0;
  const apply = (request: Parameters<typeof operationOf>[0]) =>
    overlay.fold(applyOperation(overlay, operationOf(request, { seq: (seq += 1), shiftId: null })));
  const usedMinor = () => new Map([...overlay.changedOf(couponUseDocument)].map(([id, { amountMinor = 0 }]) => [id, amountMinor]));
  return {
    apply,
    usedMinor,
    told: () => [...overlay.changedOf(exceptionDocument).values()].filter(({ kind }) => kind === 'coupon_used_too_often'),
    sold: (number: string) => overlay.get(saleDocument, number),
    /** Sells units at 1.00, as a till does that knows so much of what was used. @returns what it took off. */
    sell(number: string, customerId: string, date: string, quantity: number, known = usedMinor()): number {
      const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 0 }), promotions: [STAFF], date, customerId };
      const priced = priceSale([cartLineOf({ quantity })], { ...rules, usedMinor: known });
      const given = { priced, currency: 'USD', pricesIncludeTax: true, cashGivenMinor: priced.totalMinor, customerId };
      const completed = completeSale({ ...given, receiptNumber: number, coupons: priced.coupons });
      if (!completed.ok) throw new Error(completed.refusal);
      apply(saleCompleted.request(completed.value));
      return quantity * 100 - priced.totalMinor;
    },
    bringBack(number: string, units: number, isVoid: boolean): number {
      const sale = overlay.get(saleDocument, number);
      const [line] = sale === undefined ? [] : returnableOfSale(sale);
      const quantity = line === undefined ? 0 : Math.min(units, line.bought - line.returned);
      if (sale === undefined || line === undefined || quantity === 0 || (isVoid && line.returned > 0)) return 0;
      const choices = [{ line, quantity: isVoid ? line.bought : quantity, disposition: 'restock' as const }];
      const origin = { kind: 'sale' as const, receiptNumber: number };
      const request = { receiptNumber: 'A1-000900', origin, currency: 'USD', choices, paid: sale, voidReason: isVoid ? 'mistake' : null };
      const back = returnGoods(request);
      if (!back.ok) throw new Error(back.refusal);
      apply(goodsReturned.request(back.value));
      return isVoid ? line.bought : quantity;
    },
  };
}

describe('what a promotion takes off for one customer', () => {
  it('ends at its limit, a part of the last one too, and begins anew with the month and the next customer', () => {
    const { sell, told } = store();
    expect(sell('A1-000001', 'C1', '2026-03-02', 15)).toBe(450);
    expect(sell('A1-000002', 'C1', '2026-03-31', 15)).toBe(50);
    expect(sell('A1-000003', 'C1', '2026-03-31', 15)).toBe(0);
    expect(sell('A1-000004', 'C2', '2026-03-31', 15)).toBe(450);
    expect(sell('A1-000005', 'C1', '2026-04-01', 15)).toBe(450);
    expect(told()).toEqual([]);
  });

  it('[J5] and went over it at two tills that knew nothing of each other is told, with what was too much', () => {
    const { sell, told } = store();
    sell('A1-000001', 'C1', '2026-03-02', 15);
    expect(sell('B1-000001', 'C1', '2026-03-02', 10, new Map())).toBe(300);
    expect(told().map(({ subject, facts, cash }) => [subject, facts?.['by'], cash])).toEqual([['B1-000001', 'amount', { USD: 250 }]]);
  });

  it('is given back with the goods, and is what a naive count makes of all sales and returns', () => {
    const step = fc.record({
      customer: fc.constantFrom('C1', 'C2'),
      date: fc.constantFrom('2026-03-02', '2026-03-30', '2026-04-01'),
      quantity: fc.integer({ min: 1, max: 9 }),
      back: fc.nat(9),
      isVoid: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const at = store();
        const naive = new Map<string, number>();
        for (const [index, { customer, date, quantity, back, isVoid }] of steps.entries()) {
          const period = `${customer} ${date.slice(0, 7)}`;
          const before = naive.get(period) ?? 0;
          const number = `A1-${String(index + 1).padStart(6, '0')}`;
          const took = at.sell(number, customer, date, quantity);
          expect(took).toBe(Math.min(quantity * 30, 500 - before));
          const came = back === 0 ? 0 : at.bringBack(number, back, isVoid);
          naive.set(period, before + took - Math.round((took * came) / quantity));
        }
        const due = [...naive.values()].filter((minor) => minor > 0);
        expect([...at.usedMinor().values()].filter((minor) => minor > 0).sort()).toEqual(due.sort());
        expect(at.told()).toEqual([]);
      }),
    );
  });
});
