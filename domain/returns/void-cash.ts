import { type CashRoundingRule, cashRefund } from '../payments/cash-rounding.ts';
import { type RefundTender, type TakenNotes, takenNotes, type Tender } from '../payments/tender.ts';

/** Cash that goes back. */
export interface CashBack {
  /** The notes of other currencies. */
  readonly notes: readonly TakenNotes[];
  /** In the currency of the sale, rounded; negative where the customer brings back change that was given for other notes. Minor units. */
  readonly ownMinor: number;
  /** What rounding adds to the refund, in minor units. */
  readonly roundingMinor: number;
}

/** A sale, as far as its cash is looked at. */
export interface CashSale {
  readonly tenders: readonly Tender[];
  readonly roundingMinor?: number;
}

/** How cash of a return goes back: in the currency of the sale, rounded as the rule says. */
export function returnedCash(amountMinor: number, rule: CashRoundingRule): CashBack {
  const { roundedMinor, roundingMinor } = cashRefund(amountMinor, rule);
  return { notes: [], ownMinor: roundedMinor, roundingMinor };
}

/**
 * How cash of a sale that is voided goes back: as the drawer got it. The very notes go back at the rate of the sale, the rest in its own
 * currency, and rounding is that of the sale (rule M3).
 * @param amountMinor what is due in cash before rounding, in minor units of the sale.
 */
export function voidedCash({ tenders, roundingMinor: rounded = 0 }: CashSale, amountMinor: number, rule: CashRoundingRule): CashBack {
  const paidMinor = tenders.reduce((sum, one) => sum + (one.kind === 'cash' ? one.amountMinor : 0), 0);
  const cash =
    amountMinor + rounded === paidMinor
      ? { roundedMinor: paidMinor, roundingMinor: rounded }
      : cashRefund(amountMinor, { ...rule, refunds: 'rounded' });
  const notes = takenNotes(tenders);
  const worthMinor = notes.reduce((sum, one) => sum + one.worthMinor, 0);
  return { notes, ownMinor: cash.roundedMinor - worthMinor, roundingMinor: cash.roundingMinor };
}

/** The tenders that give cash back. Where notes of other currencies are all of it, nothing goes back in that of the sale. */
export function cashTendersBack({ notes, ownMinor }: CashBack, currency: string): RefundTender[] {
  const named = { kind: 'cash', reference: null, state: 'accepted' } as const;
  const foreign = notes.map(
    ({ currency: of, worthMinor, givenMinor, rate }): RefundTender => ({
      ...named,
      currency: of,
      amountMinor: worthMinor,
      notes: { givenMinor, rate },
    }),
  );
  return ownMinor === 0 && foreign.length > 0 ? foreign : [...foreign, { ...named, currency, amountMinor: ownMinor }];
}
