import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { raiseException } from '../exceptions/raise.ts';
import { fulfillmentOrderDocument, waveDocument } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { workedOnAfterEnd } from './on-order.ts';
import type { LinePicked, LineSubstituted } from './payloads.ts';
import { alsoIn, layInto } from './use-totes.ts';
import { lostTo } from './wave.ts';

/** A picker took goods from the shelf for a line of an order: what was ordered, or a substitute. */
type Taken = LinePicked | LineSubstituted;

/** What an order makes of the units. */
export interface Counted {
  /** How many of them it has use for. */
  readonly taken: number;
  /** The order with these. */
  readonly order: FulfillmentOrder;
  /** What comes of it beside: movements of the book, and an event. */
  readonly effects: readonly Effect[];
}

export interface FromShelf {
  /** What was taken, and the line of the order that it counts for; `sku` is undefined where the order has no such line. */
  readonly goods: { readonly lineNo: number; readonly sku: string | undefined };
  /** Counts the units, of an order that goes on. */
  count(): Counted;
}

const goodsOf = (sku: string | undefined, quantity: number) => (sku === undefined ? [] : [{ sku, quantity }]);

/**
 * Units that a colleague has picked too, or was to pick (rule J5): whoever came second puts them back. A wave lost its order to the one
 * that was applied first, or was taken over while its picker went on. Null where no second picker is known.
 */
function byTwo(reader: StoreReader, operation: Taken, order: FulfillmentOrder, sku: string | undefined, quantity: number): Effect | null {
  const { waveId } = operation.payload;
  const wave = waveId === null ? undefined : reader.get(waveDocument, waveId);
  if (wave === undefined) return null;
  const lost = lostTo(wave, order.id);
  if (lost === undefined && (wave.pickerId === null || wave.pickerId === operation.associateId)) return null;
  return raiseException(reader, operation, {
    kind: 'picked_by_two',
    about: `${order.id}:${wave.id}`,
    subject: order.orderNumber,
    goods: goodsOf(sku, quantity),
    facts: {
      order: order.orderNumber,
      picker: operation.associateId ?? '',
      other: (lost === undefined ? wave.pickerId : lost.pickerId) ?? '',
    },
  });
}

function isLost(reader: StoreReader, { payload: { waveId, fulfillmentOrderId } }: Taken): boolean {
  const wave = waveId === null ? undefined : reader.get(waveDocument, waveId);
  return wave !== undefined && lostTo(wave, fulfillmentOrderId) !== undefined;
}

function counted(reader: StoreReader, order: FulfillmentOrder, operation: Taken, { goods: { sku }, count }: FromShelf): Effect[] {
  const { lineNo, quantity, tote } = operation.payload;
  if (hasEnded(order)) return [workedOnAfterEnd(reader, operation, order, goodsOf(sku, quantity))];
  // The units of an order that another wave has do not count for it: that picker has not stopped looking for them.
  if (isLost(reader, operation)) return [byTwo(reader, operation, order, sku, quantity)].filter((one) => one !== null);
  const { taken, order: next, effects: more } = count();
  const effects: Effect[] = taken > 0 ? [...more, fulfillmentOrderDocument.put(alsoIn(next, tote))] : [];
  if (taken < quantity) {
    effects.push(
      byTwo(reader, operation, order, sku, quantity - taken) ??
        raiseException(reader, operation, {
          kind: 'picked_too_many',
          about: `${order.id}:${lineNo}`,
          subject: order.orderNumber,
          goods: goodsOf(sku, quantity - taken),
          facts: { order: order.orderNumber, line: lineNo, known: sku === undefined ? 'no' : 'yes' },
        }),
    );
  }
  return effects;
}

/** The units lie in the tote that was named, whether the order counts them or not. */
function inTote(reader: StoreReader, order: FulfillmentOrder, { storeId, at, payload }: Taken, { goods }: FromShelf): Effect[] {
  const { quantity, tote } = payload;
  if (tote === null || goods.sku === undefined) return [];
  const { lineNo, sku } = goods;
  return [layInto(reader, storeId, tote, { fulfillmentOrderId: order.id, orderNumber: order.orderNumber, lineNo, sku, quantity }, at)];
}

/** Goods were taken from the shelf for an order; what it did not ask for is an exception (rule J5). */
export function takeFromShelf(reader: StoreReader, order: FulfillmentOrder, operation: Taken, fromShelf: FromShelf): Effect[] {
  return [...counted(reader, order, operation, fromShelf), ...inTote(reader, order, operation, fromShelf)];
}
