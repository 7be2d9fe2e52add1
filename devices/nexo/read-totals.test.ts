import { describe, expect, it } from 'vitest';
import { getTotalsResponse } from './messages.ts';
import { readTotals } from './read-totals.ts';

const ASKED = { SaleID: 'R1', ShiftNumber: 'S1' };
const OK = { Result: 'Success' };
const moved = (TransactionType: string, TransactionCount: number, TransactionAmount: number) => ({
  TransactionType,
  TransactionCount,
  TransactionAmount,
});
const read = (totals: readonly object[], Response: object = OK) =>
  readTotals(getTotalsResponse.parse({ Response, POIReconciliationID: '7', TransactionTotals: totals }), ASKED);
const visa = (given: object = {}) => ({
  CardBrand: 'visa',
  PaymentCurrency: 'USD',
  SaleID: 'R1',
  ShiftNumber: 'S1',
  PaymentTotals: [moved('Debit', 2, 30.5), moved('ReverseDebit', 1, 10)],
  ...given,
});
const VISA = { scheme: 'visa', currency: 'USD', paid: { count: 2, minor: 3_050 }, refunded: { count: 1, minor: 1_000 } };

describe("a terminal's own totals", () => {
  it.each<readonly [string, readonly object[], object]>([
    ['nothing moved', [], { isOfShift: true, brands: [] }],
    ['one brand', [visa()], { isOfShift: true, brands: [VISA] }],
    ['another till and another shift are left out', [visa(), visa({ SaleID: 'R2' }), visa({ ShiftNumber: 'S0' })], { brands: [VISA] }],
    [
      'two acquirers of one brand are one sum',
      [visa(), visa({ PaymentTotals: [moved('Debit', 1, 1)] })],
      { brands: [{ ...VISA, paid: { count: 3, minor: 3_150 } }] },
    ],
    ['no shift is named: it counts since it was settled', [visa({ ShiftNumber: undefined })], { isOfShift: false, brands: [VISA] }],
    [
      'refunds without a payment, and one of them taken back, in either order',
      [visa({ PaymentTotals: [moved('ReverseCredit', 1, 4), moved('Credit', 2, -9)] })],
      { brands: [{ ...VISA, paid: { count: 0, minor: 0 }, refunded: { count: 3, minor: 500 } }] },
    ],
    [
      'what moved no money',
      [visa({ PaymentTotals: [moved('Declined', 4, 99), moved('FirstReservation', 1, 50), moved('Award', 1, 5)] })],
      { brands: [{ ...VISA, paid: { count: 0, minor: 0 }, refunded: { count: 0, minor: 0 } }] },
    ],
    ['no brand', [visa({ CardBrand: undefined })], { brands: [{ ...VISA, scheme: null }] }],
  ])('%s', (_what, totals, expected) => expect(read(totals)).toMatchObject({ kind: 'answered', ...expected }));

  it.each<readonly [string, readonly object[]]>([
    ['without a currency', [visa({ PaymentCurrency: undefined })]],
    ['finer than the currency', [visa({ PaymentTotals: [moved('Debit', 1, 1.005)] })]],
    ['more taken back than was refunded', [visa({ PaymentTotals: [moved('ReverseCredit', 1, 4)] })]],
  ])('%s count as no answer', (_what, totals) => expect(read(totals)).toEqual({ kind: 'lost' }));

  it('a refusal is told by its code, and no answer is none', () => {
    expect(read([], { Result: 'Failure', ErrorCondition: 'UnavailableService' })).toEqual({
      kind: 'failed',
      condition: 'UnavailableService',
    });
    expect(read([], { Result: 'Failure' })).toEqual({ kind: 'lost' });
    expect(readTotals(undefined, ASKED)).toEqual({ kind: 'lost' });
  });
});
