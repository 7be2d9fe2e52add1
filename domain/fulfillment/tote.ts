import { z } from 'zod';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** What stands on a tote, as its label is scanned. */
export const toteCode = text.trim().min(1).max(40);

/** Units of one line of an order that lie in a tote. */
export const toteGoods = z.strictObject({
  fulfillmentOrderId: entityId,
  orderNumber: entityId,
  lineNo: z.number().int().min(1).max(99_999),
  sku: entityId,
  quantity,
});

/** A tote of the store: a box on a trolley in which the goods of an order lie from the shelf to the packing desk. */
export const tote = z.strictObject({
  id: text.min(1).max(120),
  storeId: entityId,
  code: toteCode,
  /** What lies in it: of one order, unless two registers that were cut off from each other used it at once. */
  goods: z.array(toteGoods).max(10_000),
  /** Since when something has lain in it, or since when it has been empty. */
  since: instant,
});

export type Tote = z.infer<typeof tote>;
export type ToteGoods = z.infer<typeof toteGoods>;

/** The id of a store's tote. */
export function toteId(storeId: string, code: string): string {
  return `${storeId}:${code}`;
}

/** The code of a tote in what was scanned or typed; null where it is something else, or where the store picks without totes. */
export function toteOf(prefix: string, scanned: string): string | null {
  const code = scanned.trim().toUpperCase();
  return prefix !== '' && code.length > prefix.length && code.length <= 40 && code.startsWith(prefix.toUpperCase()) ? code : null;
}

/** The goods of a tote with more of one line. */
export function withGoods(goods: readonly ToteGoods[], more: ToteGoods): ToteGoods[] {
  const same = goods.find((one) => one.fulfillmentOrderId === more.fulfillmentOrderId && one.lineNo === more.lineNo);
  if (same === undefined) return [...goods, more];
  return goods.map((one) => (one === same ? { ...same, quantity: same.quantity + more.quantity } : one));
}

/** The goods of a tote with less of one line. */
export function withoutGoods(
  goods: readonly ToteGoods[],
  less: Pick<ToteGoods, 'fulfillmentOrderId' | 'lineNo' | 'quantity'>,
): ToteGoods[] {
  return goods.flatMap((one) => {
    if (one.fulfillmentOrderId !== less.fulfillmentOrderId || one.lineNo !== less.lineNo) return [one];
    return one.quantity > less.quantity ? [{ ...one, quantity: one.quantity - less.quantity }] : [];
  });
}
