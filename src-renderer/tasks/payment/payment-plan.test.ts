import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saleOf, cartLineOf } from '../../../test/support/examples.ts';
import { type CashRoundingRule, NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { holdsMoney, type PlannedTender, planPayment, type TenderState, takenTenders } from './payment-plan.ts';

const TO_FIVE: CashRoundingRule = { incrementMinor: 5, mode: 'half_up', refunds: 'rounded', tiny: 'rounded' };
const STATES: readonly TenderState[] = ['running', 'taken', 'offline', 'unknown', 'declined', 'left_open', 'giving_back', 'given_back'];

/** A card that was asked for an amount, and what it paid. */
function cardOf(state: TenderState, askedMinor: number, paidMinor = askedMinor, tipMinor = 0): PlannedTender {
  const isTaken = state === 'taken' || state === 'offline';
  const amountMinor = paidMinor + tipMinor;
  return {
    id: `${state} ${askedMinor}`,
    kind: 'card',
    state,
    askedMinor,
    tender: isTaken
      ? { kind: 'card', currency: 'USD', amountMinor, tipMinor, reference: 'P1', state: state === 'offline' ? 'offline' : 'captured' }
      : null,
  };
}

/** Notes of another currency, by what they are worth. */
function notesOf(worthMinor: number): PlannedTender {
  return { id: 'EUR', kind: 'cash', state: 'taken', askedMinor: worthMinor, tender: null };
}

const TOTAL = 23_884;

describe('the plan of a payment', () => {
  it.each<
    [what: string, tenders: PlannedTender[], given: number | null, due: [rounded: number, rounding: number, left: number, change: number]]
  >([
    ['nothing yet', [], null, [23_885, 1, 23_884, 0]],
    ['cash that is exact as cash is rounded', [], 23_885, [23_885, 1, 0, 0]],
    ['cash and change', [], 24_000, [23_885, 1, 0, 115]],
    ['cash that is short', [], 20_000, [23_885, 1, 3_884, 0]],
    ['a card in whole', [cardOf('taken', TOTAL)], null, [0, 0, 0, 0]],
    ['a card in part', [cardOf('taken', 10_000)], null, [13_885, 1, 13_884, 0]],
    ['a card that leaves less than a coin', [cardOf('taken', TOTAL - 2)], null, [0, -2, 0, 0]],
    ['a card in part, cash for the rest', [cardOf('taken', 10_000)], 14_000, [13_885, 1, 0, 115]],
    ['a card that approved less', [cardOf('taken', 10_000, 6_240)], null, [17_645, 1, 17_644, 0]],
    ['a card with a tip', [cardOf('taken', TOTAL, TOTAL, 500)], null, [0, 0, 0, 0]],
    ['a card that was declined', [cardOf('declined', TOTAL)], null, [23_885, 1, 23_884, 0]],
    ['a card without an answer', [cardOf('unknown', 10_000)], null, [13_885, 1, 13_884, 0]],
    ['a card that was left open', [cardOf('left_open', TOTAL)], 24_000, [23_885, 1, 0, 115]],
    ['a card captured offline', [cardOf('offline', TOTAL)], null, [0, 0, 0, 0]],
    ['notes of another currency that are worth more', [notesOf(24_000)], null, [23_885, 1, 0, 115]],
    ['notes of another currency, and cash for the rest', [notesOf(20_000)], 4_000, [23_885, 1, 0, 115]],
    ['notes of another currency that are short', [notesOf(20_000)], null, [23_885, 1, 3_884, 0]],
    ['notes of another currency beside a card', [cardOf('taken', 10_000), notesOf(13_885)], null, [13_885, 1, 0, 0]],
    ['a card that goes back', [cardOf('giving_back', TOTAL)], null, [23_885, 1, 23_884, 0]],
  ])('[M3] %s', (_what, tenders, given, [roundedMinor, roundingMinor, leftMinor, changeMinor]) => {
    const plan = planPayment(TOTAL, tenders, given, TO_FIVE);
    expect([plan.cash.roundedMinor, plan.cash.roundingMinor, plan.leftMinor, plan.changeMinor]).toEqual([
      roundedMinor,
      roundingMinor,
      leftMinor,
      changeMinor,
    ]);
  });

  it.each<[state: TenderState, holds: boolean, waits: boolean]>([
    ['running', true, true],
    ['taken', true, false],
    ['offline', true, false],
    ['unknown', true, true],
    ['declined', false, false],
    ['left_open', true, false],
    ['giving_back', true, true],
    ['given_back', false, false],
  ])('[E2] a tender that is %s keeps the goods as they are: %s; has to be heard of first: %s', (state, holds, waits) => {
    const tender = cardOf(state, 100);
    expect(holdsMoney(tender)).toBe(holds);
    const plan = planPayment(1_000, [tender], 1_000, NOT_ROUNDED);
    expect([plan.isWaiting, plan.isComplete]).toEqual([waits, !waits]);
  });

  it('[E2] is not complete while more was taken than the sale costs: an approval that came late has to go back', () => {
    const plan = planPayment(100, [cardOf('taken', 100), { ...cardOf('taken', 100), id: 'late' }], null, NOT_ROUNDED);
    expect(plan).toMatchObject({ isOverpaid: true, isComplete: false, leftMinor: 0, changeMinor: 0 });
  });

  const tenderArb = fc.record({ state: fc.constantFrom(...STATES), asked: fc.integer({ min: 1, max: 900 }), tip: fc.nat(50) });
  const planned = fc
    .array(tenderArb, { maxLength: 4 })
    .map((list) => list.map(({ state, asked, tip }, index) => ({ ...cardOf(state, asked, asked, tip), id: String(index) })));
  const rounding = fc.constantFrom(TO_FIVE, NOT_ROUNDED);

  it('[M3] its parts add up to the total, only cash is rounded, and only cash gives change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), planned, fc.option(fc.nat(9_000)), rounding, (total, tenders, given, rule) => {
        const plan = planPayment(total, tenders, given, rule);
        expect(plan.takenMinor + plan.pendingMinor + plan.cash.exactMinor).toBe(total);
        if (plan.cash.exactMinor === 0) expect(plan.cash.roundingMinor).toBe(0);
        expect(plan.changeMinor).toBeLessThanOrEqual(Math.max(0, (given ?? 0) - plan.cash.roundedMinor));
        if (given === null) expect(plan.changeMinor).toBe(0);
      }),
    );
  });

  it('[M1] a sale can be completed as planned exactly when the plan says so, with its change and its rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        planned,
        fc.option(fc.nat(9_000)),
        rounding,
        fc.constantFrom(0, 300, 6_000),
        (total, tenders, given, rule, worth) => {
          const plan = planPayment(total, worth > 0 ? [...tenders, notesOf(worth)] : tenders, given, rule);
          const { lines } = saleOf([cartLineOf()]);
          const completed = completeSale({
            priced: { lines, totalMinor: total, taxMinor: 0 },
            currency: 'USD',
            pricesIncludeTax: false,
            cashGivenMinor: given ?? 0,
            receiptNumber: 'A1-000001',
            otherTenders: takenTenders(tenders),
            foreignNotes: worth > 0 ? [{ currency: 'EUR', rate: '1', givenMinor: worth }] : [],
            cashRounding: rule,
          });
          if (plan.isComplete) expect(completed.ok).toBe(true);
          if (!completed.ok || plan.isWaiting || (given === null && worth === 0)) return;
          expect(plan.isComplete).toBe(true);
          expect(completed.value.roundingMinor).toBe(plan.cash.roundingMinor);
          const change = completed.value.tenders.reduce((sum, one) => sum + (one.kind === 'cash' ? one.changeMinor : 0), 0);
          expect(change).toBe(plan.changeMinor);
        },
      ),
    );
  });
});
