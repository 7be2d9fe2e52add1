import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE, operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { cartOfHeld } from '../held-sales/held-sale.ts';
import type { CartLine, DecidedDiscount } from '../pricing/cart-line.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { takenOffByHand } from '../pricing/taken-off-by-hand.ts';
import { promotion } from '../promotions/promotion.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { quoteDocument } from './documents.ts';
import { quoteKept } from './operations.ts';
import { hasQuoteEnded, makeQuote, quoteKeptPayload, quoteNumber } from './quote.ts';

const TEN_OFF = promotion.parse({
  ...{ kind: 'percent_off', id: 'P1', name: 'Ten off', skus: ['A'], basisPoints: 1000 },
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31' },
});
const by = (reason: string | null, approvedBy: string | null) => ({ reason, approvedBy });
const line = fc
  .record(
    {
      sku: fc.constantFrom('A', 'B'),
      quantity: fc.integer({ min: 1, max: 50 }),
      unitPrice: fc.integer({ min: 0, max: 500_000 }),
      override: fc.constant({ unitPrice: 50_000, ...by('damaged', 'M') }),
      discount: fc.constant({ basisPoints: 1500, ...by('goodwill', null) }),
    },
    { requiredKeys: ['sku', 'quantity', 'unitPrice'] },
  )
  .map(cartLineOf);
const discount: fc.Arbitrary<DecidedDiscount> = fc.constant({ basisPoints: 700, ...by('goodwill', null) });

const rules = (promotions: readonly (typeof TEN_OFF)[], ppm = 88_750) => ({
  ...{ pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: ppm }), date: DATE },
  promotions: [...promotions],
});
const price = (lines: readonly CartLine[], saleDiscount: DecidedDiscount | null, promotions = [TEN_OFF], ppm?: number) =>
  priceSale(lines, { ...rules(promotions, ppm), saleDiscount: saleDiscount ?? undefined });
const quoteOf = (lines: readonly CartLine[], saleDiscount: DecidedDiscount | null) =>
  quoteKeptPayload.parse(
    JSON.parse(
      JSON.stringify(
        makeQuote({
          ...{ quoteId: 'Q1', lines, priced: price(lines, saleDiscount), currency: 'USD' },
          ...{ validUntil: '2026-03-31', customerId: null, associateId: 'ANA' },
        }),
      ),
    ),
  );

describe('a quote', () => {
  it('[M1] costs what it came to, whatever promotions and discounts there are when it is sold', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.option(discount), (lines, saleDiscount) => {
        const kept = quoteOf(lines, saleDiscount);
        const again = cartOfHeld(kept);
        expect(again.saleDiscount).toBeNull();
        for (const promotions of [[], [TEN_OFF]]) {
          const sold = price(again.lines, { basisPoints: 5000, ...by('goodwill', null) }, promotions);
          expect(sold.totalMinor).toBe(kept.totalMinor);
        }
      }),
    );
  });

  it('is taxed as on the day of its sale', () => {
    const kept = quoteOf([cartLineOf({ quantity: 2 })], null);
    const { totalMinor, taxMinor } = price(cartOfHeld(kept).lines, null, [], 200_000);
    expect(totalMinor - taxMinor).toBe(kept.totalMinor - kept.taxMinor);
    expect(taxMinor).not.toBe(kept.taxMinor);
  });

  it('[A1] leaves what was taken off by hand to whoever gave it', () => {
    const kept = quoteOf([cartLineOf({ discount: { basisPoints: 1500, ...by('goodwill', null) } })], null);
    expect(takenOffByHand(price(cartOfHeld(kept).lines, null).lines)).toMatchObject([{ approvers: ['ANA'] }]);
  });

  it('does not promise that taxes are left out: whoever buys it shows their certificate then', () => {
    const lines = [cartLineOf()];
    const exempt = priceSale(lines, { ...rules([]), pricesIncludeTax: true, exemption: 'all' });
    expect(exempt.lines[0]?.adjustments).not.toEqual([]);
    const kept = makeQuote({
      ...{ quoteId: 'Q1', lines, priced: exempt, currency: 'USD', validUntil: '2026-03-31', customerId: 'C1', associateId: null },
    });
    expect(kept.lines[0]?.quoted?.adjustments).toEqual([]);
  });

  it('made of another quote ends no later than that one', () => {
    const first = quoteOf([cartLineOf({ quantity: 2 })], null);
    const lines = [...cartOfHeld(first).lines, cartLineOf({ sku: 'B' })];
    const again = makeQuote({
      ...{ quoteId: 'Q2', lines, priced: price(lines, null, []), currency: 'USD' },
      ...{ validUntil: '2026-12-31', customerId: 'C1', associateId: null },
    });
    expect(again.validUntil).toBe('2026-03-31');
    expect(again.lines.map(({ quoted }) => [quoted?.validUntil, quoted?.customerId])).toEqual([
      ['2026-03-31', 'C1'],
      ['2026-03-31', 'C1'],
    ]);
  });

  it('is known to every register of the store by its number, until its last day', () => {
    const kept = quoteOf([cartLineOf()], null);
    expect(kept.number).toBe(quoteNumber('Q1'));
    expect(kept.number).toMatch(/^Q-[A-Z2-9]{6}$/);
    const [document] = quoteDocument.in(quoteKept.apply(new DocumentMap(), operationOf(quoteKept.request(kept) as never) as never));
    expect(document).toMatchObject({ id: 'Q1', number: kept.number, totalMinor: kept.totalMinor });
    expect(hasQuoteEnded(kept, '2026-03-31')).toBe(false);
    expect(hasQuoteEnded(kept, '2026-04-01')).toBe(true);
  });
});
