import { orderHandedOver, orderRejected, orderShipped, pickingStarted } from '../../domain/fulfillment/operations.ts';
import { trackingOf } from '../../domain/fulfillment/ship-order.ts';
import { linesHere } from '../../domain/fulfillment/departure.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { HandOffRequest } from '../../domain/office/office-protocol.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { lockOfficeRegister } from './office-register.ts';
import { recordAtOffice } from './record-at-office.ts';
import { hasNoRegister } from './list-hand-offs.ts';

export type HandOffRefusal =
  | 'unknown_order'
  | 'has_register'
  | 'order_has_ended'
  | 'other_kind'
  | 'id_reused'
  | 'tracking_number_missing'
  | 'tracking_number_wrong';

type ShippedAction = Extract<HandOffRequest['action'], { kind: 'shipped' }>;

function shipped(order: FulfillmentOrder, action: ShippedAction): Result<OperationRequest, HandOffRefusal> {
  const tracking = trackingOf(action.trackingNumber, action.isOtherCarriers);
  if (!tracking.ok) return tracking;
  return accept(orderShipped.request({ ...tracking.value, fulfillmentOrderId: order.id, lines: linesHere(order), parcelIds: [] }));
}

/** What the head office records for what a location told it. */
function decide(order: FulfillmentOrder, { action, operationId }: HandOffRequest): Result<OperationRequest, HandOffRefusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  const fulfillmentOrderId = order.id;
  const lines = linesHere(order);
  switch (action.kind) {
    case 'acknowledged':
      return accept(pickingStarted.request({ waveId: operationId, fulfillmentOrderIds: [fulfillmentOrderId] }));
    case 'shipped':
      if (order.kind !== 'ship') return refuse('other_kind');
      return shipped(order, action);
    case 'handed_over':
      if (order.kind !== 'pickup') return refuse('other_kind');
      return accept(
        orderHandedOver.request({
          ...{ fulfillmentOrderId, verifiedBy: 'associate', lines, notTaken: [] },
          ...{ proofId: null, documentKind: null, codeId: null },
        }),
      );
    case 'rejected':
      return accept(orderRejected.request({ fulfillmentOrderId, reason: action.reason, lineNos: [] }));
  }
}

/** What tells one action from another, of an operation that was recorded. */
const TYPES = {
  acknowledged: pickingStarted.type,
  shipped: orderShipped.type,
  handed_over: orderHandedOver.type,
  rejected: orderRejected.type,
} as const;

function saysTheSame(body: unknown, { action, fulfillmentOrderId }: HandOffRequest): boolean {
  return (body as { type?: unknown }).type === TYPES[action.kind] && JSON.stringify(body).includes(JSON.stringify(fulfillmentOrderId));
}

async function inTransaction(tx: Tx, request: HandOffRequest, by: Actor, at: Date): Promise<Result<null, HandOffRefusal>> {
  const before = await tx.selectFrom('operations').select('body').where('id', '=', request.operationId).executeTakeFirst();
  if (before !== undefined) return saysTheSame(before.body, request) ? accept(null) : refuse('id_reused');
  const find = () =>
    tx
      .selectFrom('fulfillment_orders')
      .select(['body', 'location_id'])
      .select(hasNoRegister('fulfillment_orders.location_id').as('alone'))
      .where('id', '=', request.fulfillmentOrderId);
  const about = await find().executeTakeFirst();
  if (about === undefined) return refuse('unknown_order');
  if (!about.alone) return refuse('has_register');
  // The register first, then the order: the order in which the journal's intake takes these locks.
  const register = await lockOfficeRegister(tx, about.location_id);
  const { body: order } = await tx
    .selectFrom('fulfillment_orders')
    .select('body')
    .where('id', '=', request.fulfillmentOrderId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const decided = decide(order, request);
  if (!decided.ok) return decided;
  await recordAtOffice(tx, decided.value, request.operationId, about.location_id, register, at);
  const { operationId, fulfillmentOrderId, action } = request;
  await logAction(tx, by, { code: 'hand_off.record', subject: fulfillmentOrderId, after: { action: action.kind, operationId } });
  return accept(null);
}

/**
 * Records for a location without a register what it told the head office: that it has an order, sent it, handed it over,
 * or cannot. Taken in like any register's operation. The same request again changes nothing.
 */
export function handOffOrder(db: Db, request: HandOffRequest, by: Actor, at = new Date()): Promise<Result<null, HandOffRefusal>> {
  return transact(db, (tx) => inTransaction(tx, request, by, at));
}
