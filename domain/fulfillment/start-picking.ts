import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { fulfillmentOrderDocument, waveDocument } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { onOrder, withState } from './on-order.ts';
import type { PickingStarted } from './payloads.ts';
import { WAVE_LIMIT } from './wave.ts';

/** Whether nobody picks it yet. */
function waits(order: FulfillmentOrder): boolean {
  return order.state.status === 'open' || order.state.status === 'acknowledged';
}

/** Takes fulfillment orders that wait into one wave, the first {@link WAVE_LIMIT} of them. */
export function startPicking(orders: readonly FulfillmentOrder[], waveId: string): Result<RequestFor<PickingStarted>, Refusal> {
  const waiting = orders.filter(waits);
  if (waiting.length === 0) return refuse('nothing_to_pick');
  const fulfillmentOrderIds = waiting.slice(0, WAVE_LIMIT).map((order) => order.id);
  return accept({ type: 'picking_started', payload: { waveId, fulfillmentOrderIds } });
}

/** The waves that have the orders which this one wants: their pickers are named to whoever comes too late. */
export function otherWaves(reader: StoreReader, { payload }: PickingStarted) {
  return payload.fulfillmentOrderIds.flatMap((id) => {
    const state = reader.get(fulfillmentOrderDocument, id)?.state;
    return state?.status === 'picking' ? [waveDocument.key(state.waveId)] : [];
  });
}

/** Who has an order now, as far as its wave tells. */
function pickerOf(reader: StoreReader, { state }: FulfillmentOrder): string | null {
  return state.status === 'picking' ? (reader.get(waveDocument, state.waveId)?.pickerId ?? null) : null;
}

/**
 * Orders that wait join the wave. The others stay as they are: the wave that was applied first has them, and this one remembers that it
 * lost them, so that what is picked for them here is put back.
 */
export function applyPickingStarted(reader: StoreReader, operation: PickingStarted): Effect[] {
  const { storeId, associateId: pickerId, registerId, at } = operation;
  const { fulfillmentOrderIds, waveId } = operation.payload;
  const orderIds: string[] = [];
  const lost: { fulfillmentOrderId: string; pickerId: string | null }[] = [];
  const effects = [...new Set(fulfillmentOrderIds)].flatMap((id) =>
    onOrder(reader, operation, id, (order) => {
      if (waits(order)) {
        orderIds.push(id);
        return [withState(order, { status: 'picking', waveId })];
      }
      // Nobody has what has ended: whoever picks it all the same is told that it has.
      if (!hasEnded(order)) lost.push({ fulfillmentOrderId: id, pickerId: pickerOf(reader, order) });
      return [];
    }),
  );
  if (reader.get(waveDocument, waveId) !== undefined) return effects;
  return [
    ...effects,
    waveDocument.put({ id: waveId, storeId, startedAt: at, orderIds, lost, pickerId, takenFrom: null, registerId, since: at }),
  ];
}
