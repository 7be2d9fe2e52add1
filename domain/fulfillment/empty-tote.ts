import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument, toteDocument } from './documents.ts';
import type { ToteEmptied } from './payloads.ts';
import { type Tote, toteId } from './tote.ts';
import { withTotes } from './use-totes.ts';

/** The order that still counts on what lies in a tote; undefined where all of it is left over. */
function orderIn(reader: StoreReader, tote: Tote) {
  return tote.goods
    .map((one) => reader.get(fulfillmentOrderDocument, one.fulfillmentOrderId))
    .find((order) => order?.totes?.includes(tote.code) === true);
}

/** Whether a tote holds goods that no order counts on any more: they were left in it, and it can be emptied. */
export function isLeftOver(reader: StoreReader, tote: Tote): boolean {
  return tote.goods.length > 0 && orderIn(reader, tote) === undefined;
}

/**
 * A person took what was left over out of a tote. Refuses an empty one (`tote_empty`), and one whose order is still to be packed or put
 * back (`tote_in_use`): that empties it.
 */
export function emptyTote(reader: StoreReader, storeId: string, code: string): Result<RequestFor<ToteEmptied>, Refusal> {
  const tote = reader.get(toteDocument, toteId(storeId, code));
  if (tote === undefined || tote.goods.length === 0) return refuse('tote_empty');
  if (orderIn(reader, tote) !== undefined) return refuse('tote_in_use');
  return accept({ type: 'tote_emptied', payload: { tote: code } });
}

/** Nothing lies in the tote any more, whatever orders thought. */
export function applyToteEmptied(reader: StoreReader, { storeId, at, payload }: ToteEmptied): Effect[] {
  const tote = reader.get(toteDocument, toteId(storeId, payload.tote));
  if (tote === undefined || tote.goods.length === 0) return [];
  const orders = [...new Set(tote.goods.map((one) => one.fulfillmentOrderId))].flatMap((id): Effect[] => {
    const order = reader.get(fulfillmentOrderDocument, id);
    if (order?.totes?.includes(tote.code) !== true) return [];
    return [
      fulfillmentOrderDocument.put(
        withTotes(
          order,
          order.totes.filter((one) => one !== tote.code),
        ),
      ),
    ];
  });
  return [...orders, toteDocument.put({ ...tote, goods: [], since: at })];
}

/** The orders whose goods lie in the tote that is emptied. */
export function ordersInTote(reader: StoreReader, { storeId, payload }: ToteEmptied) {
  const goods = reader.get(toteDocument, toteId(storeId, payload.tote))?.goods ?? [];
  return [...new Set(goods.map((one) => one.fulfillmentOrderId))].map((id) => fulfillmentOrderDocument.key(id));
}
