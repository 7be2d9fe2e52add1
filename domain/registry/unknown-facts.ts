import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { isPlausibleBusinessDate } from '../base/plausible-date.ts';
import { addGoods, raiseException } from '../exceptions/raise.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { raiseNotCovered } from '../stored-value/move-stored-value.ts';
import { badgeFacts, type BadgeUsesSince } from './badge-approvals.ts';
import { definitionOf, type Operation } from './operations.ts';
import { type EmptiesDue, emptiesFacts } from '../returns/empties-facts.ts';
import { offPrice } from '../returns/no-receipt-facts.ts';
import { goodsReturned } from '../returns/operations.ts';
import { type Authority, unallowedFacts } from './permitted.ts';

/** What the pool is asked about everything that a batch names and no document holds. */
export interface Unknowns {
  /** SKUs among those named that the catalog does not have: a sale of one is a fact all the same (rule J5). */
  readonly skus: ReadonlySet<string>;
  /** Associates that nobody knows. */
  readonly associates: ReadonlySet<string>;
  /** Who may do what; left out where nobody is asked. */
  readonly authority?: Authority;
  /** What badges are good for; left out where nothing was approved by one. */
  readonly badgeUses?: BadgeUsesSince;
  /** What the catalog makes of empties, by the id of the operation that paid them out; left out where nobody brought any. */
  readonly emptiesDue?: ReadonlyMap<string, EmptiesDue>;
  /** What goods without a receipt cost at least lately, in minor units, by the id of the operation; left out where nobody brought any. */
  readonly noReceiptDue?: ReadonlyMap<string, number>;
  /** The server's date, YYYY-MM-DD. */
  readonly today: string;
  /** Registers of the head office, which asks nobody. */
  readonly office?: ReadonlySet<string>;
  /** Registers that record what happened long ago. */
  readonly history?: ReadonlySet<string>;
}

/** Money was taken off a stored value that nobody has issued. A register may not have heard of the issue; the server has. */
function neverIssued(reader: StoreReader, operation: Operation): Effect[] {
  const { reads, receiptOf } = definitionOf(operation);
  const receipt = receiptOf(operation.payload) ?? operation.id;
  const ids = new Set(reads(operation).flatMap(({ kind, id }) => (kind === storedValueDocument.kind ? [id] : [])));
  return [...ids].flatMap((id) => {
    const value = reader.get(storedValueDocument, id);
    if (value === undefined || value.issuedAt !== null || value.balanceMinor >= 0) return [];
    return [
      raiseNotCovered(reader, operation, receipt, id, {
        kind: value.kind,
        trouble: 'unknown',
        currency: value.currency,
        minor: -value.balanceMinor,
      }),
    ];
  });
}

/** The exceptions about what an operation names and nobody knows, and about the date that its register believes in (rules J5, A3). */
export function unknownFacts(reader: StoreReader, operation: Operation, unknowns: Unknowns): Effect[] {
  const { type, storeId, registerId, associateId, businessDate } = operation;
  const { goodsOf, receiptOf } = definitionOf(operation);
  const sold = unknowns.skus.size === 0 ? [] : addGoods(goodsOf(operation.payload).filter((one) => unknowns.skus.has(one.sku)));
  const effects: Effect[] = sold.map((one) =>
    raiseException(reader, operation, {
      kind: 'unknown_sku',
      about: `${storeId}:${one.sku}`,
      subject: one.sku,
      goods: [one],
      facts: { receipt: receiptOf(operation.payload) ?? '', sku: one.sku },
    }),
  );
  if (associateId !== null && unknowns.associates.has(associateId)) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'unknown_associate',
        about: `${storeId}:${associateId}`,
        subject: associateId,
        facts: { what: type, associate: associateId },
      }),
    );
  }
  effects.push(...neverIssued(reader, operation));
  if (unknowns.history?.has(registerId) === true) return effects;
  if (unknowns.authority !== undefined && unknowns.office?.has(registerId) !== true)
    effects.push(...unallowedFacts(reader, operation, unknowns.authority));
  if (unknowns.badgeUses !== undefined) effects.push(...badgeFacts(reader, operation, unknowns.badgeUses));
  const due = unknowns.emptiesDue?.get(operation.id);
  if (due !== undefined && goodsReturned.is(operation)) effects.push(...emptiesFacts(reader, operation, due));
  const atLeast = unknowns.noReceiptDue?.get(operation.id);
  if (atLeast !== undefined && goodsReturned.is(operation)) effects.push(...offPrice(reader, operation, atLeast));
  if (!isPlausibleBusinessDate(businessDate, unknowns.today)) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'business_date_off',
        about: `${registerId}:${businessDate}`,
        subject: businessDate,
        facts: { what: type, date: businessDate, today: unknowns.today },
      }),
    );
  }
  return effects;
}
