import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cartLineOf, DATE } from '../../test/support/examples.ts';
import type { CartLine, DecidedDiscount } from '../pricing/cart-line.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { ageAskedBy } from '../sale/check-age.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { cartOfHeld, heldGoods, heldGoodsOf } from './held-sale.ts';

const decided = { reason: 'damaged', approvedBy: 'M' };
const discount = fc.oneof(fc.constant({ basisPoints: 1500, ...decided }), fc.constant({ amountMinor: 70, reason: null, approvedBy: null }));
const line = fc
  .record(
    {
      sku: fc.constantFrom('A', 'B'),
      quantity: fc.integer({ min: 1, max: 5000 }),
      unit: fc.constant('kg' as const),
      quantityDecimals: fc.constantFrom(0, 3),
      override: fc.constant({ unitPrice: 50_000, ...decided }),
      discount,
      note: fc.constant('gift'),
      priceSource: fc.constant('barcode' as const),
      serialNumbers: fc.constant(['S1']),
      kind: fc.constantFrom('service' as const, 'goods' as const),
      minimumAge: fc.constantFrom(16, 18),
    },
    { requiredKeys: ['sku', 'quantity'] },
  )
  .map(cartLineOf);

it('[M1] a held sale costs on every register what it cost when it was held, and asks for the same age', () => {
  const total = (lines: readonly CartLine[], saleDiscount: DecidedDiscount | null) =>
    priceSale(lines, {
      ...{ pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 88_750 }), promotions: [], date: DATE },
      saleDiscount: saleDiscount ?? undefined,
    });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.option(discount), (lines, saleDiscount) => {
      const held = heldGoods.parse(JSON.parse(JSON.stringify(heldGoodsOf(lines, saleDiscount, 'USD'))));
      const again = cartOfHeld(held);
      expect(ageAskedBy(again.lines)).toBe(ageAskedBy(lines));
      expect(total(again.lines, again.saleDiscount)).toEqual(total(lines, saleDiscount));
    }),
  );
});
