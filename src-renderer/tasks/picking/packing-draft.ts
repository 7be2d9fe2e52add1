import { z } from 'zod';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { OrderPacked } from '../../../domain/fulfillment/payloads.ts';

const parcelDraft = z.strictObject({
  id: z.string(),
  /** The name of a carton; null for another one. */
  box: z.string().nullable(),
  weightGrams: z.number().int().min(1).nullable(),
  /** Units by line number. */
  units: z.record(z.string(), z.number().int().min(1)),
  /** The carrier's service that somebody chose. */
  service: z.string().exactOptional(),
});

/** What a person has put into the parcels of an order so far. The last parcel is the open one. */
const packingDraft = z.array(parcelDraft);

/** Those of all orders that are being packed. */
export const packingDrafts = z.record(z.string(), packingDraft);

export type ParcelDraft = z.infer<typeof parcelDraft>;
export type PackingDraft = readonly ParcelDraft[];

/** An empty parcel. */
export function emptyParcel(id: string): ParcelDraft {
  return { id, box: null, weightGrams: null, units: {} };
}

/** Units of a line that are in parcels. */
export function unitsIn(draft: PackingDraft, lineNo: number): number {
  return draft.reduce((sum, parcel) => sum + (parcel.units[String(lineNo)] ?? 0), 0);
}

/** Units of all lines that are picked and in no parcel yet. */
export function unitsLeft(order: FulfillmentOrder, draft: PackingDraft): number {
  return order.lines.reduce((sum, line) => sum + Math.max(0, line.picked - unitsIn(draft, line.lineNo)), 0);
}

/** The open parcel with more units of a line, as many as are left of it at most. */
export function putInto(order: FulfillmentOrder, draft: PackingDraft, lineNo: number, quantity: number): PackingDraft {
  const picked = order.lines.find((line) => line.lineNo === lineNo)?.picked ?? 0;
  const units = Math.min(quantity, picked - unitsIn(draft, lineNo));
  const last = draft.at(-1);
  if (units <= 0 || last === undefined) return draft;
  const key = String(lineNo);
  return [...draft.slice(0, -1), { ...last, weightGrams: null, units: { ...last.units, [key]: (last.units[key] ?? 0) + units } }];
}

/** Without a line in any parcel: it is scanned anew. */
export function takeOutOf(draft: PackingDraft, lineNo: number): PackingDraft {
  return draft.map((parcel) => {
    const { [String(lineNo)]: gone, ...units } = parcel.units;
    return gone === undefined ? parcel : { ...parcel, weightGrams: null, units };
  });
}

/** The first line of an article that still has something to go in; undefined where all of it is in, or the order has none. */
export function lineToPack(order: FulfillmentOrder, draft: PackingDraft, sku: string): number | undefined {
  return order.lines.find((line) => line.sku === sku && line.picked > unitsIn(draft, line.lineNo))?.lineNo;
}

/** The parcels as they are recorded. Empty ones are none. */
export function parcelsOf(order: FulfillmentOrder, draft: PackingDraft): OrderPacked['payload']['parcels'] {
  return draft
    .map(({ id, box, weightGrams, units }) => ({
      id,
      box,
      weightGrams,
      lines: order.lines.flatMap(({ lineNo, sku }) => {
        const quantity = units[String(lineNo)];
        return quantity === undefined ? [] : [{ lineNo, sku, quantity }];
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
