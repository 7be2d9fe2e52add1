import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { moveOn } from './on-order.ts';
import type { OrderPacked } from './payloads.ts';

/** What was packed: out of which totes, into which parcels; none of them where nobody said. */
export interface Packed {
  readonly totes?: readonly string[];
  readonly parcels?: OrderPacked['payload']['parcels'];
}

/**
 * Everything picked is in its box. Refuses to pack while a tote of the order was not emptied (`tote_not_scanned`), and where the parcels
 * that are told hold something else than what is picked (`not_what_is_picked`).
 */
export function packOrder(order: FulfillmentOrder, { totes = [], parcels = [] }: Packed = {}): Result<RequestFor<OrderPacked>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'picked') return refuse('not_fully_picked');
  if (order.totes?.some((code) => !totes.includes(code)) === true) return refuse('tote_not_scanned');
  if (parcels.length > 0 && !holdWhatIsPicked(order, parcels)) return refuse('not_what_is_picked');
  return accept({ type: 'order_packed', payload: { fulfillmentOrderId: order.id, parcels: [...parcels], totes: [...totes] } });
}

function holdWhatIsPicked(order: FulfillmentOrder, parcels: NonNullable<Packed['parcels']>): boolean {
  const lines = parcels.flatMap((parcel) => parcel.lines);
  const inside = (lineNo: number) => lines.filter((line) => line.lineNo === lineNo).reduce((sum, line) => sum + line.quantity, 0);
  return (
    order.lines.every((line) => inside(line.lineNo) === line.picked) &&
    lines.every((line) => order.lines.some((one) => one.lineNo === line.lineNo && one.sku === line.sku))
  );
}

/** The order is packed, and its totes are free for others. */
export function applyOrderPacked(reader: StoreReader, operation: OrderPacked): Effect[] {
  return moveOn(reader, operation, () => ({ status: 'packed' }), operation.payload.totes);
}
