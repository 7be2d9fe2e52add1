import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE, operationOf, saleOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import type { DocumentEffect } from '../base/effect.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { promotionDocument } from '../promotions/documents.ts';
import { type Promotion, promotion } from '../promotions/promotion.ts';
import { saleDocument } from '../sale/documents.ts';
import type { Sale } from '../sale/sale.ts';
import { COMPANY, companySettingsDocument } from '../settings/documents.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { FactsOf } from '../exceptions/facts.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { applyReturn } from './apply-return.ts';
import { refundFault } from './check-return.ts';
import { listTotal, repriceOf, unrefundedOf } from './reprice-sale.ts';
import { returnableOfSale, returnGoods } from './return-goods.ts';
import { promotionPolicy } from './settings.ts';

type ExceptionFacts = FactsOf['returned_more_than_bought'];

const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const fourForThree = promotion.parse({ kind: 'multi_buy', id: 'P', name: 'P', skus: ['A'], ...dates, buy: 4, pay: 3, codes: ['CODE'] });
const fourUnits = [cartLineOf({ quantity: 4, unitPrice: 1_000_000 })];

function soldWith(promotions: readonly Promotion[], cart = fourUnits, pricesIncludeTax = true): Sale {
  const rules = { pricesIncludeTax, taxes: oneTaxPerClass({ standard: 100_000 }), promotions, date: DATE, codes: ['CODE'] };
  const { promotions: _, ...priced } = priceSale(cart, rules);
  return saleOf(cart, { ...priced, pricesIncludeTax });
}

function readerOf(sale: Sale, promotions: readonly Promotion[], policy = 'repriced'): DocumentMap {
  const settings = { id: COMPANY, values: { [promotionPolicy.key]: policy } };
  const map = DocumentMap.of(companySettingsDocument, settings).with(saleDocument, sale);
  return promotions.reduce((all, one) => all.with(promotionDocument, one), map);
}

/** Brings units of a line back, as the register decides it and the server applies it; then the sale has them. */
function bringBack(sale: Sale, promotions: readonly Promotion[], lineNo: number, quantity: number, policy = 'repriced') {
  const reader = readerOf(sale, promotions, policy);
  const line = returnableOfSale(sale).find((one) => one.lineNo === lineNo);
  if (line === undefined) throw new Error(`There is no line ${lineNo}.`);
  const decided = returnGoods({
    receiptNumber: 'A1-000002',
    origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
    currency: 'USD',
    choices: [{ line, quantity, disposition: 'damaged' }],
    reprice: repriceOf(reader, sale),
  });
  if (!decided.ok) throw new Error(decided.refusal);
  const effects = applyReturn(reader, operationOf({ type: 'goods_returned', payload: decided.value }));
  const put = effects.find((one): one is DocumentEffect => one.kind === 'document' && one.document === saleDocument.kind);
  return { payload: decided.value, fault: refundFault(reader, decided.value), sale: put?.body as Sale };
}

describe('a return that is priced again', () => {
  it('[J9] gives back no more tax than refund, with three taxes on units of two minor units', () => {
    const sold = soldWith([fourForThree], [cartLineOf({ quantity: 4, unitPrice: 2000 })]);
    const taxes = ['STATE', 'COUNTY', 'CITY'].map((code) => ({ code, ratePpm: 1_000_000, baseMinor: 0, amountMinor: 2 }));
    const sale = { ...sold, taxMinor: 6, lines: sold.lines.map((line) => ({ ...line, taxes, taxMinor: 6 })) };
    const { payload, fault } = bringBack(sale, [fourForThree], 1, 2);
    expect([payload.refundMinor, payload.lines[0]?.refundTaxMinor, fault]).toEqual([2, 2, null]);
  });

  it('[J9] gives back what was paid less what is kept: first nothing, and all of it in the end', () => {
    let sale = soldWith([fourForThree]);
    const refunds = [1, 1, 2].map((quantity) => {
      const back = bringBack(sale, [fourForThree], 1, quantity);
      sale = back.sale;
      return [back.payload.refundMinor, back.payload.lines[0]?.refundTaxMinor, back.fault, sale.refundedMinor];
    });
    expect(refunds).toEqual([
      [0, 0, null, 0],
      [1000, 91, null, 1000],
      [2000, 182, null, 3000],
    ]);
    expect(unrefundedOf(sale)).toBe(0);
  });

  it('[M2] a delivery that was free above an amount is paid where the goods that are kept do not reach it', () => {
    const gets = { skus: ['DELIVERY'] };
    const delivery = { kind: 'buy_get_other', id: 'D', name: 'D', everything: true, ...dates, buy: 1, get: 1, gets, minimumMinor: 5000 };
    const promotions = [promotion.parse({ ...delivery, maxPerSale: 1 })];
    const goods = cartLineOf({ quantity: 2, unitPrice: 3_000_000 });
    const sale = soldWith(promotions, [goods, cartLineOf({ sku: 'DELIVERY', kind: 'fee', quantity: 1, unitPrice: 1_000_000 })]);
    expect(sale.totalMinor).toBe(6000);
    expect(bringBack(sale, promotions, 1, 1).payload.refundMinor).toBe(2000);
  });

  it('[M2] a threshold that is lost is taken from the refund, with the taxes in it where prices do not include them', () => {
    const tenOff = promotion.parse({
      kind: 'sale_amount',
      id: 'T',
      name: 'T',
      everything: true,
      ...dates,
      amountMinor: 1000,
      minimumMinor: 5000,
    });
    const cart = [cartLineOf({ unitPrice: 3_000_000 }), cartLineOf({ sku: 'B', unitPrice: 2_500_000 })];
    const sale = soldWith([tenOff], cart, false);
    const { payload, fault } = bringBack(sale, [tenOff], 2, 1);
    // Paid 45.00 and 4.50 of tax; the kept goods cost 30.00 and 3.00 of it.
    expect([sale.totalMinor, payload.refundMinor, payload.lines[0]?.refundTaxMinor, fault]).toEqual([4950, 1650, 150, null]);
  });

  it.each<[string, readonly Promotion[], string?]>([
    ['the company does not say so', [fourForThree], 'prorated'],
    ['the promotion is not known any more', []],
    ['the promotion is another one by now', [{ ...fourForThree, pay: 2 } as Promotion]],
  ])('is not done where %s', (_what, known, policy = 'repriced') => {
    const sale = soldWith([fourForThree]);
    expect(repriceOf(readerOf(sale, known, policy), sale)).toBeNull();
  });

  it('is done whatever day it is, for whomever, without the code: it held at the sale', () => {
    const sale = soldWith([fourForThree]);
    const limits = { ...fourForThree, endsOn: '2026-01-01', usesPerCode: 1, storeIds: ['OTHER'], weekdays: [1], maxUses: 1 };
    expect(repriceOf(readerOf(sale, [limits]), sale)).not.toBeNull();
  });

  it.each<[string, readonly Promotion[], string]>([
    ['the company does not say so any more', [fourForThree], 'prorated'],
    ['the promotion is not known any more', [], 'repriced'],
    ['the promotion is another one by now', [{ ...fourForThree, pay: 2 } as Promotion], 'repriced'],
  ])('[J9] begun, it gives back all that was paid and no more where %s', (_what, known, policy) => {
    const five = [cartLineOf({ quantity: 5, unitPrice: 1_000_000 })];
    for (const first of [1, 2, 3, 4]) {
      let { sale } = bringBack(soldWith([fourForThree], five), [fourForThree], 1, first);
      const refunds = [sale.refundedMinor ?? 0];
      for (let left = 5 - first; left > 0; left -= 1) {
        const back = bringBack(sale, known, 1, 1, policy);
        expect(back.fault).toBeNull();
        expect(back.payload.refundMinor).toBeLessThanOrEqual(1000);
        refunds.push(back.payload.refundMinor);
        sale = back.sale;
      }
      expect(refunds.reduce((sum, one) => sum + one, 0)).toBe(4000);
    }
  });

  it('[J9] what a register gave back before it heard that sales are not priced again any more is remembered', () => {
    const sold = soldWith([fourForThree]);
    const first = bringBack(sold, [fourForThree], 1, 1).payload;
    const effects = applyReturn(readerOf(sold, [fourForThree], 'prorated'), operationOf({ type: 'goods_returned', payload: first }));
    const sale = saleDocument.in(effects)[0] ?? sold;
    const { payload, fault } = bringBack(sale, [fourForThree], 1, 3, 'prorated');
    expect([first.refundMinor, payload.refundMinor, fault]).toEqual([0, 3000, null]);
  });

  it('[J9] a price that a person raised comes back whole', () => {
    const raised = { unitPrice: 1_500_000, reason: 'error', approvedBy: null };
    const sale = soldWith([fourForThree], [...fourUnits, cartLineOf({ sku: 'B', unitPrice: 1_000_000, override: raised })]);
    const { payload, fault } = bringBack(sale, [fourForThree], 2, 1);
    expect([sale.totalMinor, payload.refundMinor, fault]).toEqual([4500, 1500, null]);
  });

  it('a sale without promotions gives back shares', () => {
    const sale = soldWith([]);
    expect(repriceOf(readerOf(sale, []), sale)).toBeNull();
    const back = bringBack(sale, [], 1, 3);
    expect([back.payload.refundMinor, unrefundedOf(back.sale), back.sale.refundedMinor]).toEqual([3000, 1000, null]);
  });
});

describe('the limits of a refund', () => {
  const sale = soldWith([fourForThree]);
  const refund = (refundMinor: number, policy: string) => {
    const { payload } = bringBack(sale, [fourForThree], 1, 1);
    const lines = payload.lines.map((line) => ({ ...line, refundMinor, refundTaxMinor: 0, taxes: [] }));
    const tenders = payload.tenders.map((tender) => ({ ...tender, amountMinor: refundMinor }));
    return refundFault(readerOf(sale, [fourForThree], policy), { ...payload, lines, refundMinor, tenders })?.code ?? null;
  };

  it('are a share of what was paid, or the price of the goods where sales are priced again', () => {
    expect([751, 752].map((minor) => refund(minor, 'prorated'))).toEqual([null, 'refund_line']);
    expect([1001, 1002].map((minor) => refund(minor, 'repriced'))).toEqual([null, 'refund_line']);
  });

  it.each<[string, number, ExceptionFacts]>([
    ['other goods of it', 2, { on: 'refund', number: 'A1-000001' }],
    ['the same goods', 1, { on: 'receipt', number: 'A1-000001' }],
  ])('[J5] two registers that could not see each other gave back %s: applied, and a person is told', (_what, lineNo, facts) => {
    const tenOff = promotion.parse({ kind: 'sale_amount', id: 'T', name: 'T', everything: true, ...dates, amountMinor: 1000 });
    const sold = soldWith([tenOff], [cartLineOf({ unitPrice: 5_000_000 }), cartLineOf({ sku: 'B', unitPrice: 5_000_000 })]);
    const first = bringBack(sold, [tenOff], 1, 1);
    const second = bringBack(sold, [tenOff], lineNo, 1).payload;
    const reader = readerOf(first.sale, [tenOff]);
    expect([first.payload.refundMinor, second.refundMinor, refundFault(reader, second)]).toEqual([5000, 5000, null]);
    const effects = applyReturn(reader, operationOf({ type: 'goods_returned', payload: second }));
    expect(saleDocument.in(effects)).toMatchObject([{ refundedMinor: 10_000 }]);
    expect(exceptionDocument.in(effects)).toMatchObject([{ kind: 'returned_more_than_bought', facts }]);
  });

  it('never exceed what is left of the sale, or a person is told', () => {
    const left = { ...sale, refundedMinor: 2500 };
    const { payload } = bringBack(sale, [fourForThree], 1, 2);
    const told = (refundMinor: number) => {
      const lines = payload.lines.map((line) => ({ ...line, refundMinor, refundTaxMinor: 0, taxes: [] }));
      const tenders = payload.tenders.map((tender) => ({ ...tender, amountMinor: refundMinor }));
      const back = operationOf({ type: 'goods_returned', payload: { ...payload, lines, refundMinor, tenders } });
      return exceptionDocument.in(applyReturn(readerOf(left, [fourForThree]), back)).map(({ facts }) => facts);
    };
    expect([told(500), told(501)]).toEqual([[], [{ on: 'refund', number: 'A1-000001' }]]);
  });

  it('count the taxes that prices do not include', () => {
    const totals = [true, false].flatMap((inclusive) =>
      soldWith([fourForThree], fourUnits, inclusive).lines.map((line) => listTotal(line, 2, inclusive)),
    );
    expect(totals).toEqual([2000, 2200]);
  });
});
