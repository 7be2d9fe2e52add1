import { z } from 'zod';
import type { Adjustment } from '../base/adjustment.ts';
import { type AnyOperation, entityId, instant } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import { inParts } from '../exchanges/parts-of.ts';
import { text } from '../base/text.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCleared, saleCompleted, saleLineReduced } from '../sale/operations.ts';
import type { SaleRecorded } from '../sale/operations.ts';
import { drawerOpened, trainingStarted } from '../shift/operations.ts';

/**
 * What a manager looks at for mistakes and misuse. Goods that come back, voids, drawers that are opened without a sale, and prices
 * that are made by hand are the ways in which money leaves a till without a trace on its balance.
 */
export const watchedKind = z.enum(['no_sale', 'void', 'return', 'price_override', 'discount', 'taken_off', 'given_up', 'training']);

/** One of these, and where its receipt is. */
export const watched = z.strictObject({
  kind: watchedKind,
  at: instant,
  /** Its place in the journal of its register. */
  seq: z.number().int().min(1),
  associateId: entityId.nullable(),
  /** Who allowed it; null where it needed nobody. */
  approvedBy: entityId.nullable(),
  /** Null for what has no receipt. */
  receiptNumber: text.nullable(),
  /** The receipt or the order that goods came back from; null for all else. */
  origin: text.nullable(),
  reason: text.nullable(),
  /** What was given back or taken off, in minor units of the shift's currency; negative where a price was made dearer. */
  amountMinor: minorAmount,
});

export type WatchedKind = z.infer<typeof watchedKind>;
export type Watched = z.infer<typeof watched>;

const BY_HAND: readonly (readonly [WatchedKind, readonly Adjustment['source'][]])[] = [
  ['price_override', ['price_override']],
  ['discount', ['line_discount', 'sale_discount']],
];

/** A sale counts once for each kind, however many of its lines were changed. */
function inSale(operation: SaleRecorded, common: Pick<Watched, 'at' | 'seq' | 'associateId' | 'approvedBy'>): Watched[] {
  const { receiptNumber, lines } = operation.payload;
  const adjustments = lines.flatMap((line) => line.adjustments);
  return BY_HAND.flatMap(([kind, sources]) => {
    const made = adjustments.filter(({ source }) => sources.includes(source));
    if (made.length === 0) return [];
    const named = <K extends 'approvedBy' | 'reason'>(key: K) => made.find((one) => one[key] !== null)?.[key] ?? null;
    const amountMinor = -made.reduce((sum, one) => sum + one.amountMinor, 0) || 0;
    const approvedBy = named('approvedBy') ?? common.approvedBy;
    return [{ ...common, kind, approvedBy, receiptNumber, origin: null, reason: named('reason'), amountMinor }];
  });
}

/** What a manager looks at in an operation; nothing in most. */
export function watchedIn(operation: AnyOperation): Watched[] {
  return inParts(operation).flatMap(watchedInPart);
}

function watchedInPart(operation: AnyOperation): Watched[] {
  const { at, seq, associateId, approval } = operation;
  const common = { at, seq, associateId, approvedBy: approval?.associateId ?? null };
  const plain = { ...common, receiptNumber: null, origin: null };
  if (saleCompleted.is(operation)) return inSale(operation, common);
  if (goodsReturned.is(operation)) {
    const { receiptNumber, origin: from, isVoid, refundMinor, lines } = operation.payload;
    const origin = from.kind === 'sale' ? from.receiptNumber : from.kind === 'order' ? from.orderNumber : null;
    const reason = lines.find((line) => line.reason !== null)?.reason ?? null;
    return [{ ...common, kind: isVoid ? 'void' : 'return', receiptNumber, origin, reason, amountMinor: refundMinor }];
  }
  if (drawerOpened.is(operation)) return [{ ...plain, kind: 'no_sale', reason: operation.payload.reason, amountMinor: 0 }];
  if (trainingStarted.is(operation)) return [{ ...plain, kind: 'training', reason: null, amountMinor: 0 }];
  if (saleCleared.is(operation)) {
    const { reason, grossMinor } = operation.payload;
    return [{ ...plain, kind: 'given_up', reason, amountMinor: grossMinor }];
  }
  if (saleLineReduced.is(operation)) return [{ ...plain, kind: 'taken_off', reason: null, amountMinor: operation.payload.grossMinor }];
  return [];
}
