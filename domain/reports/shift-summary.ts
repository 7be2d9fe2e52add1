import { z } from 'zod';
import { type AnyOperation, businessDate, entityId, instant } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import type { Shift } from '../shift/shift.ts';
import { add, none } from './add-receipts.ts';
import type { ReportCase, ShiftReport } from './report.ts';
import { shiftReport } from './shift-report.ts';
import { type Watched, watchedIn, watchedKind } from './watched.ts';

const amount = z.strictObject({ count: z.number().int(), minor: minorAmount });

/** What one associate did: sales as they were paid, and what a manager looks at. */
const associateFigures = z.strictObject({ sales: amount, watched: z.partialRecord(watchedKind, amount) });

/** Figures of a shift that add up over shifts. Amounts in minor units, with the names and meanings of `ShiftReport`. */
export const figures = z.strictObject({
  sales: amount,
  gross: amount,
  discounts: z.record(text, amount),
  taxAddedMinor: minorAmount,
  giftCardsSold: amount,
  deposits: amount,
  accountPayments: amount,
  returns: amount,
  restockingFees: amount.default({ count: 0, minor: 0 }),
  returnedNetMinor: minorAmount,
  voids: amount,
  exempt: amount,
  /** By associate. */
  tips: z.record(text, minorAmount),
  roundingMinor: minorAmount,
  taxes: z.array(z.strictObject({ code: text, ratePpm: z.number(), baseMinor: minorAmount, taxMinor: minorAmount })),
  tenders: z.array(z.strictObject({ kind: text, scheme: text.nullable(), paid: amount, refunded: amount })),
  departments: z.record(text, minorAmount),
  hours: z.record(text, amount),
  associates: z.record(text, associateFigures),
});

/** A shift in a report over many: of one business date, which it keeps past midnight and over a change of the clocks (rule J8). */
export const shiftSummary = z.strictObject({
  shiftId: entityId,
  registerId: entityId,
  businessDate,
  currency,
  openedAt: instant,
  openedBy: entityId.nullable(),
  /** Null while it is open: more will come. */
  closedAt: instant.nullable(),
  figures,
});

export type AssociateFigures = z.infer<typeof associateFigures>;
export type Figures = z.infer<typeof figures>;
export type ShiftSummary = z.infer<typeof shiftSummary>;

/** Figures of nothing. */
export function noFigures(): Figures {
  return {
    sales: none(),
    gross: none(),
    discounts: {},
    taxAddedMinor: 0,
    giftCardsSold: none(),
    deposits: none(),
    accountPayments: none(),
    returns: none(),
    restockingFees: none(),
    returnedNetMinor: 0,
    voids: none(),
    exempt: none(),
    tips: {},
    roundingMinor: 0,
    taxes: [],
    tenders: [],
    departments: {},
    hours: {},
    associates: {},
  };
}

function byAssociate(report: ShiftReport, watched: readonly Watched[]): Figures['associates'] {
  const sums: Figures['associates'] = {};
  const sumOf = (id: string) => (sums[id] ??= { sales: none(), watched: {} });
  for (const [id, { sales, salesMinor }] of Object.entries(report.associates)) sumOf(id).sales = { count: sales, minor: salesMinor };
  for (const { kind, associateId, amountMinor } of watched) add((sumOf(associateId ?? '').watched[kind] ??= none()), amountMinor);
  return sums;
}

/** A shift, added up for reports over many. */
export interface SummarizedShift {
  readonly summary: ShiftSummary;
  /** What a manager looks at, in the order of the journal. */
  readonly watched: readonly Watched[];
}

/**
 * Adds up a shift by the function that makes its X and Z report, so that the sum of the Z reports and a report of the days agree.
 * @param operations of its register, in the order of the journal; those of other shifts are left out.
 */
export function summarizeShift(operations: readonly AnyOperation[], shift: Shift, reportCase: ReportCase): SummarizedShift {
  const own = operations.filter((one) => one.shiftId === shift.id || one.id === shift.id);
  const report = shiftReport(own, shift.id, reportCase);
  const watched = own.flatMap(watchedIn);
  const { sales, gross, discounts, taxAddedMinor, giftCardsSold, deposits, accountPayments, returns, returnedNetMinor, voids } = report;
  const { exempt, restockingFees, tips, roundingMinor, taxes, tenders, departments, hours } = report;
  const known = { sales, gross, discounts, taxAddedMinor, giftCardsSold, deposits, accountPayments, returns, returnedNetMinor, voids };
  return {
    summary: {
      shiftId: shift.id,
      registerId: shift.registerId,
      businessDate: shift.businessDate,
      currency: shift.currency,
      openedAt: shift.openedAt,
      openedBy: shift.associateId,
      closedAt: shift.closed?.at ?? null,
      figures: {
        ...known,
        restockingFees,
        exempt,
        tips,
        roundingMinor,
        taxes,
        tenders,
        departments,
        hours,
        associates: byAssociate(report, watched),
      },
    },
    watched,
  };
}
