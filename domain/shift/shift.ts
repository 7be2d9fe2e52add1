import { z } from 'zod';
import type { Recorded } from '../base/define-operation.ts';
import { currency, minorAmount } from '../base/money.ts';
import { businessDate, entityId, hash, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { terminalTotals } from '../payments/terminal-totals.ts';

/** How many notes or coins of one value were counted. */
export const denomination = z.strictObject({ valueMinor: minorAmount.min(1), count: z.number().int().min(0).max(1_000_000) });

/** Null where the amount was entered as a whole. */
const denominations = z.array(denomination).max(100).nullable().default(null);

const count = z.number().int().min(0);

/** What a shift came to, as it is signed at its end. Amounts in minor units of the shift's currency. */
export const shiftTotals = z.strictObject({
  /** Of the register's closings, from 1, without a gap. */
  zNumber: z.number().int().min(1),
  /** The shift's opening in the journal; its closing is the operation that carries this. */
  firstSeq: z.number().int().min(1),
  sales: count,
  salesMinor: minorAmount.min(0),
  returns: count,
  returnsMinor: minorAmount.min(0),
  /** What the register has sold and taken back since it was enrolled, this shift included: sums that only grow. */
  grandSalesMinor: minorAmount.min(0),
  grandReturnsMinor: minorAmount.min(0),
  /** The hash of the closing before it, which makes closings a chain of their own (NF525); null for the first, and of older apps. */
  previousHash: hash.nullable().default(null),
});

/** The drawer was opened with a float. The operation's id is the shift's id. */
export const shiftOpenedPayload = z.strictObject({
  currency,
  floatMinor: minorAmount.min(0),
  /** The name of the drawer, where the store names its drawers; null for the one that all share. */
  drawerId: entityId.nullable().default(null),
  denominations,
});

/** The drawer was counted and closed. */
export const shiftClosedPayload = z.strictObject({
  countedMinor: minorAmount.min(0),
  /** What the register expected: float + cash sales − cash refunds. Stored, never recalculated (rule J9). */
  expectedMinor: minorAmount,
  denominations,
  /** What was counted of tenders other than cash in the shift's currency, such as card slips or notes of another currency. */
  others: z
    .array(z.strictObject({ kind: entityId, currency, countedMinor: minorAmount, expectedMinor: minorAmount }))
    .max(50)
    .default([]),
  /** A code of the list of reasons for a difference; null where none was asked for. */
  reason: entityId.nullable().default(null),
  /** What stays in the drawer for the next shift; null where nobody said. The rest goes to the safe. */
  leftMinor: minorAmount.min(0).nullable().default(null),
  /** What is written on the bag with the rest, which goes to the safe; left out where there is none. */
  bag: text.max(40).exactOptional(),
  /** What the card terminal said that it took; left out where there is none, and by older apps. */
  terminal: terminalTotals.exactOptional(),
  /** Null where an older app closed it. */
  totals: shiftTotals.nullable().default(null),
});

/** The drawer was counted, and a colleague answers for it from then on. Amounts in minor units of the shift's currency. */
export const drawerHandedOverPayload = z.strictObject({
  /** Who answered for it before: the difference is theirs. Null where nobody was signed in when it was opened. */
  fromId: entityId.nullable(),
  toId: entityId,
  currency,
  countedMinor: minorAmount.min(0),
  /** What the register expected. Stored, never recalculated (rule J9). */
  expectedMinor: minorAmount,
  denominations,
  /** A code of the list of reasons for a difference; null where none was asked for. */
  reason: entityId.nullable().default(null),
  /** Whoever answered for it is not there: the one who takes it counted alone. */
  isAbsent: z.boolean().default(false),
  /** Whether the one who takes it showed a badge, in place of a PIN. */
  byBadge: z.literal(true).exactOptional(),
});

/** A shift of one register as the replica keeps it. */
export const shift = z.strictObject({
  id: entityId,
  storeId: entityId,
  registerId: entityId,
  associateId: entityId.nullable(),
  businessDate,
  currency,
  /** The name of its drawer; left out where all share one. */
  drawerId: entityId.optional(),
  /** Who took the drawer over; left out while whoever opened it answers for it. */
  holderId: entityId.optional(),
  openedAt: instant,
  floatMinor: minorAmount,
  /** Cash that came in less cash that went out since the shift was opened. */
  cashMinor: minorAmount,
  /** The same in other currencies, which the drawer keeps apart (rule M3). */
  otherCash: z.record(currency, minorAmount).optional(),
  closed: z
    .strictObject({
      at: instant,
      countedMinor: minorAmount,
      expectedMinor: minorAmount,
      reason: entityId.nullable().default(null),
      leftMinor: minorAmount.min(0).nullable().default(null),
      totals: shiftTotals.nullable().default(null),
    })
    .nullable(),
});

export type ShiftTotals = z.infer<typeof shiftTotals>;
export type Shift = z.infer<typeof shift>;
export type ShiftOpened = Recorded<'shift_opened', z.infer<typeof shiftOpenedPayload>>;
export type DrawerHandedOver = z.infer<typeof drawerHandedOverPayload>;
export type ShiftClosed = Recorded<'shift_closed', z.infer<typeof shiftClosedPayload>>;
