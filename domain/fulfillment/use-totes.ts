import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { toteDocument } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { type Tote, type ToteGoods, toteId, withGoods, withoutGoods } from './tote.ts';

/** What speaks against a tote for the goods of an order: those before lie in another one, or it is not empty. */
export type ToteCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'other_tote'; readonly code: string }
  | { readonly kind: 'not_empty'; readonly tote: Tote };

/** Whether goods of an order can go into a tote: into the one that has its goods already, or else into an empty one. */
export function checkTote(reader: StoreReader, order: FulfillmentOrder, code: string): ToteCheck {
  const [own, ...more] = order.totes ?? [];
  if (own === code || more.includes(code)) return { kind: 'right' };
  if (own !== undefined) return { kind: 'other_tote', code: own };
  const tote = reader.get(toteDocument, toteId(order.locationId, code));
  return tote === undefined || tote.goods.length === 0 ? { kind: 'right' } : { kind: 'not_empty', tote };
}

/** Why a decision puts nothing into a tote: `tote_wrong` or `tote_in_use`; null where it may. */
export function toteRefusal(reader: StoreReader, order: FulfillmentOrder, code: string): Refusal | null {
  const { kind } = checkTote(reader, order, code);
  if (kind === 'right') return null;
  return kind === 'other_tote' ? 'tote_wrong' : 'tote_in_use';
}

/** An order with its totes as they are now; without the field where there are none. */
export function withTotes(order: FulfillmentOrder, codes: readonly string[]): FulfillmentOrder {
  const { totes: _, ...rest } = order;
  return codes.length === 0 ? rest : { ...rest, totes: [...codes] };
}

/** An order one of whose totes this is from now on. */
export function alsoIn(order: FulfillmentOrder, code: string | null): FulfillmentOrder {
  const before = order.totes ?? [];
  return code === null || before.includes(code) ? order : withTotes(order, [...before, code]);
}

/** Units lie in a tote from now on, whatever the order thinks of them (rule J5). */
export function layInto(reader: StoreReader, storeId: string, code: string, goods: ToteGoods, at: string): Effect {
  const id = toteId(storeId, code);
  const before = reader.get(toteDocument, id);
  const empty = before === undefined || before.goods.length === 0;
  return toteDocument.put({ id, storeId, code, goods: withGoods(before?.goods ?? [], goods), since: empty ? at : before.since });
}

/** A tote with other goods. One that nobody has used is left alone. */
function changeGoods(reader: StoreReader, id: string, at: string, change: (goods: readonly ToteGoods[]) => ToteGoods[]): Effect[] {
  const before = reader.get(toteDocument, id);
  if (before === undefined) return [];
  const goods = change(before.goods);
  if (goods.length === before.goods.length && goods.every((one, index) => one === before.goods[index])) return [];
  return [toteDocument.put({ ...before, goods, since: goods.length === 0 ? at : before.since })];
}

/** Units of a line are not in a tote any more. @returns the order, without the tote where nothing of it is left there. */
export function takeOut(
  reader: StoreReader,
  order: FulfillmentOrder,
  code: string | null,
  units: Pick<ToteGoods, 'lineNo' | 'quantity'>,
  at: string,
): { readonly order: FulfillmentOrder; readonly effects: Effect[] } {
  if (code === null) return { order, effects: [] };
  const less = { ...units, fulfillmentOrderId: order.id };
  const effects = changeGoods(reader, toteId(order.locationId, code), at, (goods) => withoutGoods(goods, less));
  const left = toteDocument.in(effects).every((tote) => tote.goods.some((one) => one.fulfillmentOrderId === order.id));
  return {
    order: left
      ? order
      : withTotes(
          order,
          (order.totes ?? []).filter((one) => one !== code),
        ),
    effects,
  };
}

/** All of an order is out of its totes. @param told more totes that a person has emptied of it. */
export function outOfTotes(
  reader: StoreReader,
  order: FulfillmentOrder,
  told: readonly string[],
  at: string,
): { readonly order: FulfillmentOrder; readonly effects: Effect[] } {
  const codes = [...new Set([...(order.totes ?? []), ...told])];
  return {
    order: withTotes(order, []),
    effects: codes.flatMap((code) =>
      changeGoods(reader, toteId(order.locationId, code), at, (goods) => goods.filter((one) => one.fulfillmentOrderId !== order.id)),
    ),
  };
}

/** The totes in which an order lies, as far as it is known, to be read before it is out of them. */
export function toteKeys(order: FulfillmentOrder | undefined) {
  return (order?.totes ?? []).map((code) => toteDocument.key(toteId(order?.locationId ?? '', code)));
}
