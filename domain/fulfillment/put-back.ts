import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { linesLeaving } from './departure.ts';
import type { FulfillmentOrder, FulfillmentState } from './fulfillment-order.ts';
import { onOrder, withState } from './on-order.ts';
import type { GoodsPutBack, LeavingLine } from './payloads.ts';
import { outOfTotes } from './use-totes.ts';

type Cancelled = Extract<FulfillmentState, { status: 'cancelled' }>;
type Rejected = Extract<FulfillmentState, { status: 'rejected' }>;
type Expired = Extract<FulfillmentState, { status: 'expired' }>;

/** How an order ends that nobody gets: goods that were picked for it have to go back to the shelf, from where they were staged. */
export function endWith(order: FulfillmentOrder, state: Cancelled | Rejected | Expired): FulfillmentState {
  if (order.lines.every((line) => line.picked === 0)) return state;
  return { ...state, putBack: { stagingLocation: order.state.status === 'ready' ? order.state.stagingLocation : null } };
}

/** The task of putting back what was picked for an order and that nobody gets; undefined where there is none. */
export function putBackOf({ state }: FulfillmentOrder): Extract<FulfillmentState, { status: 'cancelled' }>['putBack'] {
  return 'putBack' in state ? state.putBack : undefined;
}

/** Units that wait to be put back; none when the order goes on, has left whole, or everything is back already. */
export function linesToPutBack(order: FulfillmentOrder): LeavingLine[] {
  if (putBackOf(order) === undefined) return [];
  if (order.lines.every((line) => line.refused === undefined)) return linesLeaving(order);
  // The rest of what was picked has left with the customer.
  return order.lines.flatMap(({ lineNo, sku, refused = 0 }) => (refused > 0 ? [{ lineNo, sku, quantity: refused }] : []));
}

/**
 * Everything of an ended order is back on the shelf, but for what was not there any more.
 * @param missing units by line number that were picked and could not be put back.
 */
export function putBackGoods(order: FulfillmentOrder, missing: ReadonlyMap<number, number>): Result<RequestFor<GoodsPutBack>, Refusal> {
  const waiting = linesToPutBack(order);
  if (waiting.length === 0) return refuse('nothing_to_put_back');
  const gone: LeavingLine[] = [];
  for (const line of waiting) {
    const quantity = missing.get(line.lineNo) ?? 0;
    if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > line.quantity) return refuse('quantity_not_valid');
    if (quantity > 0) gone.push({ ...line, quantity });
  }
  return accept({ type: 'goods_put_back', payload: { fulfillmentOrderId: order.id, missing: gone, totes: order.totes ?? [] } });
}

/** The goods of an ended order are on the shelf again; the books had them there all along, but for those that are gone. */
function onShelfAgain(reader: StoreReader, order: FulfillmentOrder, operation: GoodsPutBack): Effect[] {
  const waiting = linesToPutBack(order);
  const out = outOfTotes(reader, order, operation.payload.totes, operation.at);
  if (waiting.length === 0) return out.effects;
  const { putBack: _, ...state } = order.state as Extract<
    FulfillmentState,
    { status: 'cancelled' | 'rejected' | 'expired' | 'handed_over' }
  >;
  const gone = waiting.flatMap((line): Effect[] => {
    const told = operation.payload.missing
      .filter((one) => one.lineNo === line.lineNo && one.sku === line.sku)
      .reduce((sum, one) => sum + one.quantity, 0);
    const units = Math.min(told, line.quantity);
    return units === 0
      ? []
      : [{ kind: 'stock', locationId: order.locationId, sku: line.sku, onHand: -units, reserved: 0, cause: 'put_back' }];
  });
  return [withState(out.order, state.status === 'handed_over' ? state : { ...state, at: operation.at }), ...gone, ...out.effects];
}

/** The task of putting goods back is done. */
export function applyGoodsPutBack(reader: StoreReader, operation: GoodsPutBack): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => onShelfAgain(reader, order, operation));
}
