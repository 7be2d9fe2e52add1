import type { Effect, MovementCause } from '../base/effect.ts';
import { fulfillmentOrderDocument, unfulfilled } from './documents.ts';
import type { FulfillmentLine, FulfillmentOrder, FulfillmentState } from './fulfillment-order.ts';

/** Where a fulfillment order stands once its lines read as they do, while it is being picked. @param at when, an instant. */
export function stateAfterPicking(lines: readonly FulfillmentLine[], waveId: string, at: string): FulfillmentState {
  const complete = lines.every((line) => line.picked + line.short >= line.quantity);
  if (!complete) return { status: 'picking', waveId };
  return lines.some((line) => line.picked > 0) ? { status: 'picked' } : { status: 'rejected', reason: 'nothing could be picked', at };
}

/**
 * Takes units out of a fulfillment order that its location cannot fulfill: the reservation is released, and the pool
 * is asked to source them elsewhere.
 * @param onHand how the location's stock on hand changes, usually 0, or −quantity for goods that are not there.
 * @param at when, an instant.
 */
export function giveUpUnits(
  order: FulfillmentOrder,
  lineNo: number,
  quantity: number,
  onHand: number,
  cause: MovementCause,
  at: string,
): { readonly order: FulfillmentOrder; readonly effects: Effect[] } {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined || quantity === 0) return { order, effects: [] };
  const moved = cause === 'promise_moved' ? { moved: (line.moved ?? 0) + quantity } : {};
  const lines = order.lines.map((one) => (one === line ? { ...one, short: one.short + quantity, ...moved } : one));
  const untouched = (order.state.status === 'open' || order.state.status === 'acknowledged') && lines.every((one) => one.picked === 0);
  const everythingShort = lines.every((one) => one.short >= one.quantity);
  const waveId = order.state.status === 'picking' ? order.state.waveId : order.id;
  const next: FulfillmentOrder = {
    ...order,
    lines,
    state: untouched && !everythingShort ? order.state : stateAfterPicking(lines, waveId, at),
  };
  return {
    order: next,
    effects: [
      { kind: 'stock', locationId: order.locationId, sku: line.sku, onHand, reserved: -quantity, cause },
      fulfillmentOrderDocument.put(next),
      unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo, quantity }] }),
    ],
  };
}
