import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE } from '../../test/support/examples.ts';
import { NOT_ROUNDED } from '../payments/cash-rounding.ts';
import { CASH_ROUNDING_PLACES } from '../payments/cash-rounding-places.ts';
import { saleFault } from './check-sale.ts';
import { type CompleteSale, completeSale } from './complete-sale.ts';
import { refundOf } from '../returns/return-goods.ts';
import { priceSale } from '../pricing/price-sale.ts';
import type { ForeignNotes } from '../payments/foreign-cash.ts';
import type { NamedTender } from '../payments/tender.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';

const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({}), promotions: [], date: DATE };
const priced = priceSale([cartLineOf({ unitPrice: 1_000_000 })], rules);
const complete = (cashGivenMinor: number, from: CompleteSale['priced'] = priced) =>
  completeSale({ priced: from, currency: 'USD', pricesIncludeTax: true, cashGivenMinor, receiptNumber: 'A1-000001' });

describe('completeSale', () => {
  it.each([
    [1000, 0],
    [1001, 1],
    [5000, 4000],
  ])('takes %d for 1000 and gives %d back', (given, change) => {
    expect(complete(given)).toMatchObject({
      ok: true,
      value: { totalMinor: 1000, tenders: [{ kind: 'cash', givenMinor: given, changeMinor: change }] },
    });
  });

  it.each([
    [999, 'tender_too_small'],
    [0, 'tender_too_small'],
    [-1, 'amount_not_valid'],
    [1000.5, 'amount_not_valid'],
    [Number.NaN, 'amount_not_valid'],
    [Number.POSITIVE_INFINITY, 'amount_not_valid'],
  ])('refuses %d with %s', (given, refusal) => {
    expect(complete(given)).toEqual({ ok: false, refusal });
  });

  it.each([
    ['CH', 19_980, 20_000, 20],
    ['CH', 19_970, 19_950, -20],
    ['US-NC-DOWN', 19_990, 19_950, -40],
  ])('[M3] rounds cash as in %s: %d tenths of a cent', (place, unitPrice, dueTenths, roundingTenths) => {
    const cashRounding = CASH_ROUNDING_PLACES[place]?.rule ?? NOT_ROUNDED;
    const from = priceSale([cartLineOf({ unitPrice: unitPrice * 100 })], rules);
    const request = { priced: from, currency: 'USD', pricesIncludeTax: true, receiptNumber: 'A1-000001', cashRounding };
    const due = dueTenths / 10;
    expect(completeSale({ ...request, cashGivenMinor: due - 1 })).toEqual({ ok: false, refusal: 'tender_too_small' });
    const sold = completeSale({ ...request, cashGivenMinor: 5000 });
    expect(sold).toMatchObject({
      value: { totalMinor: unitPrice / 10, roundingMinor: roundingTenths / 10, tenders: [{ amountMinor: due, changeMinor: 5000 - due }] },
    });
    expect(sold.ok && saleFault(sold.value)).toBeNull();
  });

  it('refuses a sale of nothing', () => {
    expect(complete(1000, { lines: [], totalMinor: 0, taxMinor: 0 })).toEqual({ ok: false, refusal: 'empty_sale' });
  });

  it('[J7] carries the receipt number it was given', () => {
    expect(complete(1000)).toMatchObject({ value: { receiptNumber: 'A1-000001' } });
  });

  const named = (kind: NamedTender['kind'], amountMinor: number, tipMinor = 0): NamedTender => ({
    kind,
    currency: 'USD',
    amountMinor,
    tipMinor,
    reference: null,
    state: 'captured',
  });
  const mixed = (
    otherTenders: readonly NamedTender[],
    cashGivenMinor: number,
    cashRounding = NOT_ROUNDED,
    foreignNotes: readonly ForeignNotes[] = [],
  ) =>
    completeSale({
      priced,
      currency: 'USD',
      pricesIncludeTax: true,
      cashGivenMinor,
      receiptNumber: 'A1-000001',
      otherTenders,
      cashRounding,
      foreignNotes,
    });

  it.each<readonly [what: string, others: readonly NamedTender[], cash: number, kinds: readonly string[]]>([
    ['a card alone', [named('card', 1000)], 0, ['card']],
    ['a card with a tip', [named('card', 1150, 150)], 0, ['card']],
    ['a gift card and cash', [named('gift_card', 250)], 800, ['gift_card', 'cash']],
    ['three of them', [named('gift_card', 250), named('card', 500)], 250, ['gift_card', 'card', 'cash']],
    ['a card, and cash that goes back', [named('card', 1000)], 100, ['card', 'cash']],
  ])('[M1] is paid by %s', (_what, others, cash, kinds) => {
    const sold = mixed(others, cash);
    expect(sold.ok && sold.value.tenders.map((one) => one.kind)).toEqual(kinds);
    expect(sold.ok && saleFault(sold.value)).toBeNull();
  });

  it.each<readonly [what: string, others: readonly NamedTender[], cash: number, refusal: string]>([
    ['too little', [named('card', 900)], 99, 'tender_too_small'],
    ['a tip in place of the rest', [named('card', 1000, 100)], 0, 'tender_too_small'],
    ['more than the total', [named('card', 1001)], 0, 'tender_too_large'],
  ])('[M1] refuses %s', (_what, others, cash, refusal) => {
    expect(mixed(others, cash)).toEqual({ ok: false, refusal });
  });

  it.each<readonly [what: string, notes: ForeignNotes[], others: NamedTender[], cash: number, tenders: readonly object[]]>([
    [
      'notes of another currency, with change in its own',
      [{ currency: 'EUR', rate: '1.085', givenMinor: 2000 }],
      [],
      0,
      [
        { currency: 'EUR', amountMinor: 2170, givenMinor: 2000, changeMinor: 0 },
        { currency: 'USD', amountMinor: -1170, givenMinor: 0, changeMinor: 1170 },
      ],
    ],
    [
      'notes of two others that are just enough',
      [
        { currency: 'EUR', rate: '1', givenMinor: 400 },
        { currency: 'CAD', rate: '0.75', givenMinor: 800 },
      ],
      [],
      0,
      [{ currency: 'EUR' }, { currency: 'CAD', amountMinor: 600 }],
    ],
    [
      'notes of another currency, a card, and cash',
      [{ currency: 'EUR', rate: '1.2', givenMinor: 500 }],
      [named('card', 300)],
      200,
      [{ kind: 'card' }, { amountMinor: 600 }, { currency: 'USD', amountMinor: 100, givenMinor: 200, changeMinor: 100 }],
    ],
  ])('[M3] is paid by %s', (_what, foreignNotes, others, cash, tenders) => {
    const sold = mixed(others, cash, NOT_ROUNDED, foreignNotes);
    expect(sold).toMatchObject({ ok: true, value: { tenders } });
    expect(sold.ok && saleFault(sold.value)).toBeNull();
    expect(sold.ok && sold.value.tenders).toHaveLength(tenders.length);
  });

  it.each<readonly [notes: ForeignNotes, refusal: string]>([
    [{ currency: 'EUR', rate: '0.5', givenMinor: 1997 }, 'tender_too_small'],
    [{ currency: 'EUR', rate: '999999999', givenMinor: 100_000_000 }, 'amount_too_large'],
  ])('[M3] refuses %j', (notes, refusal) => {
    expect(mixed([], 0, { ...NOT_ROUNDED, incrementMinor: 1 }, [notes])).toEqual({ ok: false, refusal });
  });

  it('[M3] rounds what is paid in cash, and nothing else', () => {
    const five = { ...NOT_ROUNDED, incrementMinor: 5 };
    expect(mixed([named('card', 503)], 500, five)).toMatchObject({ value: { roundingMinor: -2, tenders: [{}, { amountMinor: 495 }] } });
    expect(mixed([named('card', 1000)], 0, five)).toMatchObject({ value: { roundingMinor: 0 } });
  });

  it('[M1] whatever pays, the tenders pay the total and its rounding', () => {
    const tenders = fc.array(
      fc
        .tuple(fc.constantFrom<NamedTender['kind']>('card', 'gift_card', 'voucher'), fc.nat(400), fc.nat(50))
        .map(([kind, pays, tip]) => named(kind, pays + tip, tip)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(tenders, fc.nat(2000), fc.constantFrom(1, 5, 10, 100), (others, cash, incrementMinor) => {
        const sold = mixed(others, cash, { ...NOT_ROUNDED, incrementMinor });
        if (sold.ok) expect(saleFault(sold.value)).toBeNull();
        else expect(['tender_too_small', 'tender_too_large']).toContain(sold.refusal);
      }),
    );
  });
});

describe('a sale in which people changed prices', () => {
  const decided = { reason: 'goodwill', approvedBy: 'M' };
  const discount = fc.oneof(
    fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }) }).map((one) => ({ ...one, ...decided })),
    fc.record({ amountMinor: fc.integer({ min: 0, max: 1_000_000 }) }).map((one) => ({ ...one, ...decided })),
  );
  const cartLine = fc.record(
    {
      unitPrice: fc.integer({ min: 0, max: 50_000_000 }),
      quantity: fc.integer({ min: 1, max: 50 }),
      override: fc.integer({ min: 0, max: 50_000_000 }).map((unitPrice) => ({ unitPrice, ...decided })),
      discount,
    },
    { requiredKeys: ['unitPrice', 'quantity'] },
  );

  it('[M1] [M2] adds up in all its parts, and gives back all that was paid, unit by unit', () => {
    const carts = fc.array(cartLine, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(carts, fc.option(discount), fc.boolean(), fc.nat({ max: 250_000 }), (cart, saleDiscount, pricesIncludeTax, ratePpm) => {
        const by = { ...rules, pricesIncludeTax, taxes: oneTaxPerClass({ standard: ratePpm }), saleDiscount: saleDiscount ?? undefined };
        const sum = priceSale(cart.map(cartLineOf), by);
        const request = { priced: sum, currency: 'USD', pricesIncludeTax, cashGivenMinor: sum.totalMinor, receiptNumber: 'A1-000001' };
        const sale = completeSale(request);
        if (!sale.ok) throw new Error(sale.refusal);
        expect(saleFault(sale.value)).toBeNull();
        let paidBack = 0;
        for (const line of sale.value.lines) {
          for (let returned = 0; returned < line.quantity; returned += 1) {
            const bought = { ...line, bought: line.quantity, returned, fulfillmentOrderId: null };
            paidBack += refundOf(bought, 1).refundMinor;
          }
        }
        expect(paidBack).toBe(sum.totalMinor);
      }),
      { numRuns: 200 },
    );
  });
});
