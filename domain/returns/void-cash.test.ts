import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, saleOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { type CashRoundingRule, cashDue, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import { worthOf } from '../payments/foreign-cash.ts';
import { cashIn, cashOut, foreignCash, foreignCashOut, type RefundTender, type Tender, takenNotes } from '../payments/tender.ts';
import { saleDocument } from '../sale/documents.ts';
import type { Sale } from '../sale/sale.ts';
import { refundFault } from './check-return.ts';
import { goodsReturnedPayload } from './return.ts';
import { type GivenBack, returnableOfSale, returnGoods } from './return-goods.ts';

const own = (amountMinor: number, givenMinor: number, changeMinor: number): Tender => ({
  kind: 'cash',
  currency: 'USD',
  amountMinor,
  tipMinor: 0,
  givenMinor,
  changeMinor,
  rate: null,
});
const notes = (currency: string, givenMinor: number, rate: string, amountMinor: number): Tender => ({
  kind: 'cash',
  currency,
  amountMinor,
  tipMinor: 0,
  givenMinor,
  changeMinor: 0,
  rate,
});
const card = (amountMinor: number, tipMinor: number): Tender => ({
  kind: 'card',
  currency: 'USD',
  amountMinor,
  tipMinor,
  reference: 'P1',
  state: 'captured',
});
const SALE = saleOf([cartLineOf({ quantity: 3 })]);
const DIME: CashRoundingRule = { ...NOT_ROUNDED, incrementMinor: 10, refunds: 'exact' };

function voided(sale: Sale, givenBack: readonly GivenBack[] = [], cashRounding = NOT_ROUNDED) {
  const decided = returnGoods({
    receiptNumber: 'A1-000009',
    origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
    currency: 'USD',
    choices: returnableOfSale(sale).map((line) => ({ line, quantity: line.bought, disposition: 'restock' })),
    cashRounding,
    paid: sale,
    givenBack,
    voidReason: 'changed_mind',
  });
  if (!decided.ok) throw new Error(decided.refusal);
  return goodsReturnedPayload.parse(decided.value);
}

const said = (tenders: readonly RefundTender[]) =>
  tenders.map(({ kind, currency, amountMinor, tipMinor, notes: given }) => [kind, currency, amountMinor, tipMinor ?? 0, given ?? null]);

/** The sale comes to 3 times 1.00 and 8.875 % of tax: 3.27. */
describe('[M3] a void gives back what the drawer got', () => {
  it.each<[string, Tender[], number, GivenBack[], unknown[]]>([
    ['cash of its own', [own(327, 400, 73)], 0, [], [['cash', 'USD', 327, 0, null]]],
    [
      'the very notes, and the customer brings the change back',
      [notes('EUR', 500, '1.085', 543), own(-216, 0, 216)],
      0,
      [],
      [
        ['cash', 'EUR', 543, 0, { givenMinor: 500, rate: '1.085' }],
        ['cash', 'USD', -216, 0, null],
      ],
    ],
    [
      'notes of two currencies and cash of its own',
      [notes('EUR', 100, '1.085', 109), notes('JPY', 100, '0.0067', 67), own(151, 151, 0)],
      0,
      [],
      [
        ['cash', 'EUR', 109, 0, { givenMinor: 100, rate: '1.085' }],
        ['cash', 'JPY', 67, 0, { givenMinor: 100, rate: '0.0067' }],
        ['cash', 'USD', 151, 0, null],
      ],
    ],
    ['notes that paid all of it', [notes('CAD', 327, '1', 327)], 0, [], [['cash', 'CAD', 327, 0, { givenMinor: 327, rate: '1' }]]],
    [
      'what was rounded, rounded as it was',
      [notes('EUR', 500, '1.085', 543), own(-213, 0, 213)],
      3,
      [],
      [
        ['cash', 'EUR', 543, 0, { givenMinor: 500, rate: '1.085' }],
        ['cash', 'USD', -213, 0, null],
      ],
    ],
    [
      'the tip of a card, and notes beside it',
      [card(250, 50), notes('EUR', 100, '1.085', 109), own(18, 20, 2)],
      0,
      [{ refundId: 'F1', amountMinor: 250, tipMinor: 50 }],
      [
        ['card', 'USD', 250, 50, null],
        ['cash', 'EUR', 109, 0, { givenMinor: 100, rate: '1.085' }],
        ['cash', 'USD', 18, 0, null],
      ],
    ],
  ])('%s', (_what, tenders, roundingMinor, givenBack, expected) => {
    const sale = { ...SALE, tenders, roundingMinor };
    const refund = voided(sale, givenBack, DIME);
    expect(said(refund.tenders)).toEqual(expected);
    expect([refund.refundMinor, refund.roundingMinor]).toEqual([327, roundingMinor]);
    expect(refundFault(DocumentMap.of(saleDocument, sale), refund)).toBeNull();
  });

  it('whatever was handed over: each currency in the drawer is as it was before the sale', () => {
    const handed = fc.record({
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      rate: fc.constantFrom('1.085', '0.0067', '3.2512'),
      givenMinor: fc.integer({ min: 1, max: 90_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(handed, { maxLength: 3 }),
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom(NOT_ROUNDED, DIME),
        (given, more, rule) => {
          const due = cashDue(SALE.totalMinor, 0, rule);
          const foreign = given.map(({ currency, rate, givenMinor }) =>
            notes(currency, givenMinor, rate, worthOf({ currency, rate, givenMinor }, 'USD') ?? 0),
          );
          const worth = foreign.reduce((sum, one) => sum + one.amountMinor, 0);
          const ownGiven = Math.max(0, due.roundedMinor - worth) + more;
          const change = worth + ownGiven - due.roundedMinor;
          const tenders = [...foreign, own(ownGiven - change, ownGiven, change)];
          const sale = { ...SALE, tenders, roundingMinor: due.roundingMinor };
          const refund = voided(sale, [], rule);
          expect(cashIn(tenders, 'USD') - cashOut(refund.tenders, 'USD')).toBe(0);
          expect(foreignCashOut(refund.tenders)).toEqual(foreignCash(tenders, 'USD'));
          expect(takenNotes(tenders)).toHaveLength(foreign.length);
          expect(refundFault(DocumentMap.of(saleDocument, sale), refund)).toBeNull();
        },
      ),
    );
  });
});
