import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { orderCancelled, orderPlaced } from '../../domain/orders/events.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { OrderParts } from '../../domain/orders/read-order-request.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { sourceLines } from '../sourcing/source-lines.ts';
import type { SourcingJob } from '../sourcing/sourcing-job.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { checkOrder, type OrderRefusal, partsOf, readKnown } from './check-orders.ts';
import { insertOrders, type NewOrder } from './insert-orders.ts';
import { settleLeftovers } from './settle-leftovers.ts';

/** An order as it was sent, and the key under which the sender may send it again. */
export interface OrderRequest {
  readonly idempotencyKey: string;
  readonly order: OrderIntake;
  /** It was placed elsewhere and is taken over, also in a currency for which there is no rate. */
  readonly isTakenOver?: boolean;
}

export type TakenOrder =
  /** `repeated` when the same order had been taken under the same key before. */
  | {
      readonly ok: true;
      readonly orderId: string;
      readonly number: string;
      readonly repeated: boolean;
      /** Units of it were cancelled at once, because nobody has them. */
      readonly isCut?: boolean;
    }
  | { readonly ok: false; readonly refusal: OrderRefusal };

/** What makes an order the same order, whatever the order of its keys. */
export function contentHash(order: OrderIntake): string {
  return createHash('sha256').update(canonicalJson(order)).digest('hex');
}

interface Existing {
  readonly orderId: string;
  readonly number: string;
  readonly key: string;
  readonly hash: string;
}

const keyReused: OrderRefusal = {
  status: 409,
  code: 'idempotency_key_reused',
  message: 'This idempotency key was used for an order with other content.',
  field: 'Idempotency-Key',
  fix: 'Use a new key for each order; repeat a key only to send the very same order again.',
};

const numberTaken: OrderRefusal = {
  status: 409,
  code: 'order_number_taken',
  message: 'Another order has this number.',
  field: 'number',
  fix: 'Give each order a number of its own, and send it again only under its first idempotency key.',
};

/** What is to be sourced of a new order. */
export function jobOf({ orderId, order, lines, pickupCodeHash }: NewOrder): SourcingJob {
  const { fulfillment } = order;
  const position = fulfillment.kind === 'ship' ? fulfillment.position : null;
  return {
    order: {
      orderId,
      orderNumber: order.number,
      kind: fulfillment.kind,
      customer: order.customer,
      placedAt: order.placedAt,
      ...(order.promisedAt !== undefined && { promisedAt: order.promisedAt }),
      ...(order.priority !== undefined && { priority: order.priority }),
      ...(order.shippingMethod !== undefined && { shippingMethod: order.shippingMethod }),
      ...(order.giftMessage !== undefined && { giftMessage: order.giftMessage }),
      currency: order.currency,
      shipTo: fulfillment.kind === 'ship' ? fulfillment.shipTo : null,
      pickupCodeHash,
      ...(fulfillment.kind === 'pickup' && { pickupCodeId: orderId }),
    },
    destination:
      fulfillment.kind === 'pickup'
        ? { kind: 'store', storeId: fulfillment.storeId }
        : position === null
          ? { kind: 'unknown', key: order.number }
          : { kind: 'place', ...position },
    lines,
    isNew: true,
    ...(order.backorder !== undefined && { backorder: order.backorder }),
    excluded: [],
  };
}

/** What is checked of an order. */
function toCheck({ order, isTakenOver = false }: OrderRequest): OrderParts {
  const parts = partsOf(order);
  return isTakenOver ? { ...parts, currency: null } : parts;
}

async function readExisting(
  tx: Tx,
  requests: readonly OrderRequest[],
): Promise<{ byKey: Map<string, Existing>; byNumber: Map<string, Existing> }> {
  const rows = await tx
    .selectFrom('orders')
    .select(['id as orderId', 'number', 'idempotency_key as key', 'content_hash as hash'])
    .where(
      sql<boolean>`(idempotency_key = any(${requests.map((request) => request.idempotencyKey)}::text[])
        or number = any(${requests.map((request) => request.order.number)}::text[]))`,
    )
    .execute();
  return { byKey: new Map(rows.map((row) => [row.key, row])), byNumber: new Map(rows.map((row) => [row.number, row])) };
}

/**
 * Takes orders in the caller's transaction: each is written, sourced and reserved whole, or refused and leaves nothing.
 * @param changeItems what the caller numbers at the end of the transaction, by {@link endTaking}.
 * @param beforeSourcing called with the numbers of the orders that are new and not refused, before goods are looked for.
 * @returns one answer for each request, in their order.
 * @throws an error with code 40001 when another transaction took an order with the same key or number at this moment: run again.
 */
export async function takeOrders(
  tx: Tx,
  requests: readonly OrderRequest[],
  changeItems: ChangeItem[],
  beforeSourcing: (numbers: ReadonlySet<string>) => Promise<void> = () => Promise.resolve(),
): Promise<TakenOrder[]> {
  if (requests.length === 0) return [];
  const { byKey, byNumber } = await readExisting(tx, requests);
  const known = await readKnown(tx, requests.map(toCheck));
  const fresh: NewOrder[] = [];
  const inTheWay = new Map<OrderRequest, string>();
  const answers = requests.map((request): TakenOrder => {
    const { idempotencyKey, order } = request;
    const hash = contentHash(order);
    const same = byKey.get(idempotencyKey);
    const other = same ?? byNumber.get(order.number);
    if (other !== undefined) {
      if (same?.hash === hash) return { ok: true, orderId: same.orderId, number: same.number, repeated: true };
      inTheWay.set(request, other.orderId);
      return { ok: false, refusal: same === undefined ? numberTaken : keyReused };
    }
    const checked = checkOrder(order, toCheck(request), known);
    if (!checked.ok) return { ok: false, refusal: { status: 422, faults: checked.refusal } };
    const taken: NewOrder = { orderId: uuidv7(), idempotencyKey, contentHash: hash, order, ...checked.value };
    const existing = { orderId: taken.orderId, number: order.number, key: idempotencyKey, hash };
    byKey.set(idempotencyKey, existing);
    byNumber.set(order.number, existing);
    fresh.push(taken);
    return { ok: true, orderId: taken.orderId, number: order.number, repeated: false };
  });
  await insertOrders(tx, fresh, changeItems);
  await beforeSourcing(new Set(fresh.map(({ order }) => order.number)));
  const { refused, cut } = await settleLeftovers(tx, fresh, await sourceLines(tx, fresh.map(jobOf), 'placed', changeItems));
  // What stood only in the way of an order that was refused itself is taken now.
  const freed = requests.filter((request) => refused.has(inTheWay.get(request) ?? ''));
  const late = await takeOrders(tx, freed, changeItems, beforeSourcing);
  return answers.map((answer, index): TakenOrder => {
    const request = requests[index];
    if (!answer.ok) return (request === undefined ? undefined : late[freed.indexOf(request)]) ?? answer;
    const refusal = refused.get(answer.orderId);
    if (refusal !== undefined) return { ok: false, refusal };
    return cut.has(answer.orderId) ? { ...answer, isCut: true } : answer;
  });
}

/** Numbers what {@link takeOrders} has changed, and tells of the orders that are new: the end of its transaction. */
export async function endTaking(tx: Tx, answers: readonly TakenOrder[], changeItems: readonly ChangeItem[]): Promise<void> {
  await allocateChanges(tx, changeItems);
  const taken = answers.flatMap((answer) => (answer.ok && !answer.repeated ? [answer] : []));
  const placed = taken.map(({ orderId }) => orderId);
  await noteOrders(
    tx,
    { orders: placed, renamed: placed },
    taken.flatMap(({ orderId, isCut = false }) => [
      orderPlaced.effect({ orderId }),
      ...(isCut ? [orderCancelled.effect({ orderId })] : []),
    ]),
  );
}

/** Takes the orders of several requests, in one transaction of their own. See {@link takeOrders}. */
export async function takeOrdersAtOnce(db: Db, requests: readonly OrderRequest[]): Promise<TakenOrder[]> {
  return transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    const answers = await takeOrders(tx, requests, changeItems);
    await endTaking(tx, answers, changeItems);
    return answers;
  });
}

/** Takes one order. See {@link takeOrdersAtOnce}. */
export async function takeOrder(db: Db, request: OrderRequest): Promise<TakenOrder> {
  const [answer] = await takeOrdersAtOnce(db, [request]);
  if (answer === undefined) throw new Error('An order was given no answer.');
  return answer;
}
