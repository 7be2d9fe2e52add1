import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { raiseException } from '../exceptions/raise.ts';
import { fulfillmentOrderDocument, waveDocument } from './documents.ts';
import { type FulfillmentOrder, hasEnded, unitsToPick } from './fulfillment-order.ts';
import { stateAfterPicking } from './give-up-units.ts';
import { onOrder, workedOnAfterEnd } from './on-order.ts';
import type { LinePicked } from './payloads.ts';
import { alsoIn, checkTote, layInto } from './use-totes.ts';
import { lostTo } from './wave.ts';

/**
 * A picker scanned one unit of `sku`: it goes to the first of the wave's orders that still needs it.
 * Refuses an item that no order asks for (`wrong_item`), and one too many (`already_picked`).
 */
export function pickItem(
  wave: readonly FulfillmentOrder[],
  sku: string,
  waveId: string | null = null,
): Result<RequestFor<LinePicked>, Refusal> {
  let asked = false;
  for (const order of wave) {
    for (const line of order.lines) {
      if (line.sku !== sku) continue;
      asked = true;
      if (unitsToPick(line) > 0 && !hasEnded(order)) {
        return accept({
          type: 'line_picked',
          payload: { fulfillmentOrderId: order.id, lineNo: line.lineNo, quantity: 1, serialNumbers: [], bin: null, waveId, tote: null },
        });
      }
    }
  }
  return refuse(asked ? 'already_picked' : 'wrong_item');
}

/** Picks several units of one line at once. Refuses more than are left to pick (`already_picked`). */
export function pickLine(
  order: FulfillmentOrder,
  lineNo: number,
  quantity: number,
  waveId: string | null = null,
  tote: string | null = null,
): Result<RequestFor<LinePicked>, Refusal> {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (hasEnded(order)) return refuse('order_has_ended');
  if (line === undefined) return refuse('nothing_to_pick');
  if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('quantity_not_valid');
  if (quantity > unitsToPick(line)) return refuse('already_picked');
  const payload = { fulfillmentOrderId: order.id, lineNo, quantity, serialNumbers: [], bin: null, waveId, tote };
  return accept({ type: 'line_picked', payload });
}

/**
 * Picks units of one line into a tote. Refuses another tote than the one that has goods of the order (`tote_wrong`), and one in which
 * something else lies (`tote_in_use`).
 */
export function pickIntoTote(
  reader: StoreReader,
  order: FulfillmentOrder,
  units: { readonly lineNo: number; readonly quantity: number },
  waveId: string | null,
  code: string,
): Result<RequestFor<LinePicked>, Refusal> {
  const check = checkTote(reader, order, code);
  if (check.kind === 'other_tote') return refuse('tote_wrong');
  if (check.kind === 'not_empty') return refuse('tote_in_use');
  return pickLine(order, units.lineNo, units.quantity, waveId, code);
}

function addPicked(reader: StoreReader, order: FulfillmentOrder, operation: LinePicked): Effect[] {
  const { lineNo, quantity, tote } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const room = line === undefined ? 0 : line.quantity - line.short - line.picked;
  const taken = Math.min(quantity, room);
  const effects: Effect[] = [];
  if (line !== undefined && taken > 0) {
    const lines = order.lines.map((one) => (one === line ? { ...one, picked: one.picked + taken } : one));
    const waveId = order.state.status === 'picking' ? order.state.waveId : operation.id;
    const picked = { ...order, lines, state: stateAfterPicking(lines, waveId, operation.at) };
    effects.push(fulfillmentOrderDocument.put(alsoIn(picked, tote)));
  }
  if (taken < quantity) {
    effects.push(
      byTwo(reader, operation, order, quantity - taken) ??
        raiseException(reader, operation, {
          kind: 'picked_too_many',
          about: `${order.id}:${lineNo}`,
          subject: order.orderNumber,
          goods: line === undefined ? [] : [{ sku: line.sku, quantity: quantity - taken }],
          facts: { order: order.orderNumber, line: lineNo, known: line === undefined ? 'no' : 'yes' },
        }),
    );
  }
  return effects;
}

/**
 * Units that a colleague has picked too, or was to pick (rule J5): whoever came second puts them back. A wave lost its order to the one
 * that was applied first, or was taken over while its picker went on. Null where no second picker is known.
 */
function byTwo(reader: StoreReader, operation: LinePicked, order: FulfillmentOrder, quantity: number): Effect | null {
  const { lineNo, waveId } = operation.payload;
  const wave = waveId === null ? undefined : reader.get(waveDocument, waveId);
  if (wave === undefined) return null;
  const lost = lostTo(wave, order.id);
  if (lost === undefined && (wave.pickerId === null || wave.pickerId === operation.associateId)) return null;
  const sku = order.lines.find((one) => one.lineNo === lineNo)?.sku;
  return raiseException(reader, operation, {
    kind: 'picked_by_two',
    about: `${order.id}:${wave.id}`,
    subject: order.orderNumber,
    goods: sku === undefined ? [] : [{ sku, quantity }],
    facts: {
      order: order.orderNumber,
      picker: operation.associateId ?? '',
      other: (lost === undefined ? wave.pickerId : lost.pickerId) ?? '',
    },
  });
}

function isLost(reader: StoreReader, { payload: { waveId, fulfillmentOrderId } }: LinePicked): boolean {
  const wave = waveId === null ? undefined : reader.get(waveDocument, waveId);
  return wave !== undefined && lostTo(wave, fulfillmentOrderId) !== undefined;
}

/** Units were picked; what the order did not ask for is an exception (rule J5). */
export function applyLinePicked(reader: StoreReader, operation: LinePicked): Effect[] {
  const { fulfillmentOrderId: id } = operation.payload;
  return onOrder(reader, operation, id, (order) => [...counted(reader, order, operation), ...inTote(reader, order, operation)]);
}

/** The units lie in the tote that was named, whether the order counts them or not. */
function inTote(reader: StoreReader, order: FulfillmentOrder, { storeId, at, payload }: LinePicked): Effect[] {
  const { lineNo, quantity, tote } = payload;
  const sku = order.lines.find((one) => one.lineNo === lineNo)?.sku;
  if (tote === null || sku === undefined) return [];
  const goods = { fulfillmentOrderId: order.id, orderNumber: order.orderNumber, lineNo, sku, quantity };
  return [layInto(reader, storeId, tote, goods, at)];
}

/** What the order makes of the units. */
function counted(reader: StoreReader, order: FulfillmentOrder, operation: LinePicked): Effect[] {
  const { lineNo, quantity } = operation.payload;
  // The units of an order that another wave has do not count for it: that picker has not stopped looking for them.
  if (!hasEnded(order) && isLost(reader, operation)) return [byTwo(reader, operation, order, quantity)].filter((one) => one !== null);
  if (!hasEnded(order)) return addPicked(reader, order, operation);
  const line = order.lines.find((one) => one.lineNo === lineNo);
  return [workedOnAfterEnd(reader, operation, order, line === undefined ? [] : [{ sku: line.sku, quantity }])];
}
