import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { emptiesFacts } from './empties-facts.ts';
import { type EmptiesRequest, takeEmpties } from './take-empties.ts';

const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 190_000 }), promotions: [], date: '2026-03-02' };
// 12 × 0.25 = 3.00
const deposits = priceSale([cartLineOf({ kind: 'deposit', sku: 'BOTTLE', quantity: 12, unitPrice: 25_000 })], rules).lines;

function told(due: number | null, to: EmptiesRequest['to'] = 'cash') {
  const taken = takeEmpties({ receiptNumber: 'A1-000007', currency: 'EUR', deposits, to });
  if (!taken.ok) throw new Error(taken.refusal);
  return exceptionDocument.in(emptiesFacts(nothingKnown, operationOf({ type: 'goods_returned', payload: taken.value }), due));
}

describe('[J5] empties that were paid', () => {
  it('as the catalog says are nothing to tell', () => {
    expect(told(300)).toEqual([]);
  });

  it.each([
    ['more', 275, -25, '2.75 EUR'],
    ['less', 360, 60, '3.60 EUR'],
    ['for what the catalog makes no amount of', null, -300, '0.00 EUR'],
  ])('%s than it says stay paid, and a person is told', (_what, due, cash, text) => {
    const facts = { receipt: 'A1-000007', paid: '3.00 EUR', due: text };
    expect(told(due)).toMatchObject([{ kind: 'empties_off_catalog', subject: 'A1-000007', goods: [], cash: { EUR: cash }, facts }]);
  });

  it('as store credit leave no cash in question', () => {
    const [exception] = told(275, { storeCredit: 'SV-4821-0f' });
    expect(exception).toMatchObject({ kind: 'empties_off_catalog' });
    expect(exception).not.toHaveProperty('cash');
  });
});
