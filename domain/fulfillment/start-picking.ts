import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { onOrder, withState } from './on-order.ts';
import { type PickingStarted, WAVE_LIMIT } from './payloads.ts';

/** Takes fulfillment orders that wait into one wave, the first {@link WAVE_LIMIT} of them. */
export function startPicking(orders: readonly FulfillmentOrder[], waveId: string): Result<RequestFor<PickingStarted>, Refusal> {
  const waiting = orders.filter((order) => order.state.status === 'open' || order.state.status === 'acknowledged');
  if (waiting.length === 0) return refuse('nothing_to_pick');
  const fulfillmentOrderIds = waiting.slice(0, WAVE_LIMIT).map((order) => order.id);
  return accept({ type: 'picking_started', payload: { waveId, fulfillmentOrderIds } });
}

/** Orders that wait join the wave; the others stay as they are. */
export function applyPickingStarted(reader: StoreReader, operation: PickingStarted): Effect[] {
  const { fulfillmentOrderIds, waveId } = operation.payload;
  return fulfillmentOrderIds.flatMap((id) =>
    onOrder(reader, operation, id, (order) =>
      order.state.status === 'open' || order.state.status === 'acknowledged' ? [withState(order, { status: 'picking', waveId })] : [],
    ),
  );
}
