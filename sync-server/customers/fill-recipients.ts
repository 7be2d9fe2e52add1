import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { recipientOf } from './recipient.ts';

interface Waiting {
  readonly id: string;
  readonly kind: FulfillmentOrder['kind'];
  readonly receipt: string;
  readonly customer: string;
  readonly waits: boolean;
  readonly placedAt: Date;
}

/** Orders of customers that can still be told who gets them, or where. */
const TELLABLE = sql`(awaits_customer or (kind = 'ship' and receipt_number is not null and cancelled_at is null))`;

/**
 * Locks the orders of these customers that can still be told their name or address, with their fulfillment orders: before the customers
 * themselves, as everybody takes these locks.
 */
export async function lockWaiting(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`
    select from fulfillment_orders f where f.order_id in
      (select id from orders where customer_id = any(${customerIds}::text[]) and ${TELLABLE}) order by f.id for update`.execute(tx);
  await sql`
    select from orders where customer_id = any(${customerIds}::text[]) and ${TELLABLE} order by id for update`.execute(tx);
}

/** An address that somebody gave before the order was placed, and that comes after it: the order knows an older one. */
function isForOrder({ shipTo, changedAt }: Customer, { waits, placedAt }: Waiting): boolean {
  return !waits && shipTo !== null && changedAt.shipTo !== undefined && Date.parse(changedAt.shipTo) <= placedAt.getTime();
}

/** What an order is told: its customer stays where that is null. */
interface Told extends Pick<FulfillmentOrder, 'shipTo'> {
  readonly customer: FulfillmentOrder['customer'] | null;
  readonly waits: boolean;
  readonly order: Waiting;
}

/** What an order is told now; nothing where it stays as it is. */
function toldTo(order: Waiting, customer: Customer | undefined, isNewAddress: boolean): (readonly [string, Told])[] {
  const { id, kind, receipt, waits } = order;
  if (waits) {
    const { isIncomplete, ...recipient } = recipientOf(customer, kind, receipt);
    return [[id, { ...recipient, waits: isIncomplete, order }]];
  }
  if (customer === undefined || !isNewAddress || !isForOrder(customer, order)) return [];
  return [[id, { customer: null, shipTo: customer.shipTo, waits: false, order }]];
}

/** Orders that know now who gets their goods. */
interface Filled {
  readonly orders: readonly string[];
  readonly changeItems: readonly ChangeItem[];
}

const NOTHING_FILLED: Filled = { orders: [], changeItems: [] };

/**
 * Tells orders of sales who gets their goods, once the till has said so: a sale may come before the profile of its customer. What an
 * order knew already stays as it was, but for an address that was given before the sale and comes after it.
 * @param readdressed the customers whose address is new.
 */
export async function fillRecipients(
  tx: Tx,
  customers: readonly Customer[],
  readdressed: ReadonlySet<string> = new Set(),
): Promise<Filled> {
  const byId = new Map(customers.map((one) => [one.id, one]));
  if (byId.size === 0) return NOTHING_FILLED;
  const { rows: orders } = await sql<Waiting>`
    select id, kind, receipt_number as receipt, customer_id as customer, awaits_customer as waits, placed_at as "placedAt" from orders
    where customer_id = any(${[...byId.keys()]}::text[]) and ${TELLABLE} order by id for update`.execute(tx);
  const filled = new Map(orders.flatMap((order) => toldTo(order, byId.get(order.customer), readdressed.has(order.customer))));
  if (filled.size === 0) return NOTHING_FILLED;
  const rows = [...filled].map(([id, { customer, shipTo, waits }]) => ({ id, customer, shipTo, waits }));
  await sql`
    update orders o set customer = coalesce(nullif(r.customer, 'null'), o.customer), ship_to = nullif(r."shipTo", 'null'),
      awaits_customer = r.waits
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, customer jsonb, "shipTo" jsonb, waits boolean)
    where o.id = r.id`.execute(tx);
  const held = await tx
    .selectFrom('fulfillment_orders')
    .select('body')
    .where('order_id', 'in', [...filled.keys()])
    .orderBy('id')
    .execute();
  const bodies = held.flatMap(({ body }) => {
    const told = filled.get(body.orderId);
    // A parcel that has left went to the address that it had.
    if (told === undefined || (!told.order.waits && hasEnded(body))) return [];
    return [{ ...body, customer: told.customer ?? body.customer, shipTo: told.shipTo }];
  });
  await sql`
    update fulfillment_orders f set body = new.body from jsonb_array_elements(${JSON.stringify(bodies)}::jsonb) as new(body)
    where f.id = new.body ->> 'id'`.execute(tx);
  return {
    orders: [...filled.keys()],
    changeItems: bodies.map((body) => ({ scope: storeScope(body.locationId), kind: fulfillmentOrderDocument.kind, id: body.id })),
  };
}
