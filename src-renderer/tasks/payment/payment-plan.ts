import { type CashDue, type CashRoundingRule, cashDue } from '../../../domain/payments/cash-rounding.ts';
import type { NamedTender, Tender } from '../../../domain/payments/tender.ts';
import { MOST_TENDERS } from '../../../domain/sale/sale.ts';

/**
 * Where a tender stands. `running`: asked for, and nothing is known yet. `taken`: the money is with the shop. `offline`: captured, not
 * confirmed. `unknown`: it may have been taken. `declined`: nothing was. `left_open`: unknown, and another tender pays instead.
 * `giving_back`, `given_back`: it was taken, and goes back, or is back.
 */
export type TenderState = 'running' | 'taken' | 'offline' | 'unknown' | 'declined' | 'left_open' | 'giving_back' | 'given_back';

/** A tender of the plan that is not cash of the sale's own currency. */
export interface PlannedTender {
  readonly id: string;
  /** `cash` is notes of another currency. */
  readonly kind: Tender['kind'];
  readonly state: TenderState;
  /** What was asked for, in minor units. */
  readonly askedMinor: number;
  /** How the sale records it; null unless it was taken, and for notes, which depend on the change. */
  readonly tender: NamedTender | null;
}

/** How a sale is paid, all in minor units of its currency. */
export interface PaymentPlan {
  readonly totalMinor: number;
  /** What tenders other than cash have paid, without tips. */
  readonly takenMinor: number;
  /** What may have been paid, or may be: nothing more is asked for it. */
  readonly pendingMinor: number;
  /** What is left for cash. Only this part is rounded (rule M3). */
  readonly cash: CashDue;
  /** What notes of other currencies are worth. They pay of `cash`. */
  readonly foreignMinor: number;
  /** What is left for cash of the sale's own currency, rounded; 0 where notes of others are worth more. */
  readonly cashDueMinor: number;
  /** What the customer gave in cash of the sale's own currency; null while nothing was entered. */
  readonly givenMinor: number | null;
  /** What goes back: cash alone gives change. */
  readonly changeMinor: number;
  /** What nobody pays yet. */
  readonly leftMinor: number;
  /** Whether a tender has to be heard of before the sale can be completed. */
  readonly isWaiting: boolean;
  /** Whether tenders other than cash have paid more than the total: one of them has to go back. */
  readonly isOverpaid: boolean;
  /** Whether the sale can be completed as it is planned. */
  readonly isComplete: boolean;
}

const TAKEN: ReadonlySet<TenderState> = new Set(['taken', 'offline']);
const PENDING: ReadonlySet<TenderState> = new Set(['running', 'unknown']);
const SETTLED: ReadonlySet<TenderState> = new Set(['declined', 'given_back']);

/** Whether money has moved for a tender, or may have: the goods it pays for must not change. */
export function holdsMoney({ state }: Pick<PlannedTender, 'state'>): boolean {
  return !SETTLED.has(state);
}

/** As many as may pay beside cash: a sale could not record more. */
export const MOST_PLANNED = MOST_TENDERS - 2;

/** Whether another tender may be taken. One that was declined, or is back, is not recorded. */
export function mayAddTender(tenders: readonly Pick<PlannedTender, 'state'>[]): boolean {
  return tenders.filter(holdsMoney).length < MOST_PLANNED;
}

/** The tenders that pay the sale. */
export function takenTenders(tenders: readonly PlannedTender[]): NamedTender[] {
  return tenders.flatMap(({ state, tender }) => (TAKEN.has(state) && tender !== null ? [tender] : []));
}

/**
 * Plans how a sale is paid. Tenders pay to the minor unit; cash pays the rest, rounded.
 * @param givenMinor what the customer gave in cash; null while nothing was entered.
 */
export function planPayment(
  totalMinor: number,
  tenders: readonly PlannedTender[],
  givenMinor: number | null,
  rounding: CashRoundingRule,
): PaymentPlan {
  const takenMinor = takenTenders(tenders).reduce((sum, { amountMinor, tipMinor }) => sum + amountMinor - tipMinor, 0);
  const pendingMinor = tenders.reduce((sum, { state, askedMinor }) => (PENDING.has(state) ? sum + askedMinor : sum), 0);
  const cash = cashDue(totalMinor, takenMinor + pendingMinor, rounding);
  const foreignMinor = tenders.reduce((sum, { kind, askedMinor }) => (kind === 'cash' ? sum + askedMinor : sum), 0);
  const isCash = givenMinor !== null || foreignMinor > 0;
  const allGivenMinor = (givenMinor ?? 0) + foreignMinor;
  const isCovered = isCash ? allGivenMinor >= cash.roundedMinor : cash.roundedMinor <= 0 && takenMinor + pendingMinor > 0;
  const isWaiting = pendingMinor > 0 || tenders.some(({ state }) => state === 'giving_back');
  return {
    totalMinor,
    takenMinor,
    pendingMinor,
    cash,
    foreignMinor,
    cashDueMinor: Math.max(0, cash.roundedMinor - foreignMinor),
    givenMinor,
    changeMinor: isCash ? Math.max(0, allGivenMinor - cash.roundedMinor) : 0,
    leftMinor: isCovered ? 0 : cash.exactMinor - allGivenMinor,
    isWaiting,
    isOverpaid: takenMinor > totalMinor,
    isComplete: isCovered && !isWaiting && takenMinor <= totalMinor,
  };
}
