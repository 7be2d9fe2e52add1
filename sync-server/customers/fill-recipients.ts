import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { recipientOf } from './recipient.ts';

interface Waiting {
  readonly id: string;
  readonly kind: FulfillmentOrder['kind'];
  readonly receipt: string;
  readonly customer: string;
}

/**
 * Locks the orders of these customers that wait for their name or address, with their fulfillment orders: before the customers
 * themselves, as everybody takes these locks.
 */
export async function lockWaiting(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`
    select from fulfillment_orders f where f.order_id in
      (select id from orders where customer_id = any(${customerIds}::text[]) and awaits_customer) order by f.id for update`.execute(tx);
  await sql`
    select from orders where customer_id = any(${customerIds}::text[]) and awaits_customer order by id for update`.execute(tx);
}

/**
 * Tells orders of sales who gets their goods, once the till has said so: a sale may come before the profile of its customer. What an
 * order knew already stays as it was.
 */
export async function fillRecipients(tx: Tx, customers: readonly Customer[]): Promise<ChangeItem[]> {
  const byId = new Map(customers.map((one) => [one.id, one]));
  if (byId.size === 0) return [];
  const { rows: orders } = await sql<Waiting>`
    select id, kind, receipt_number as receipt, customer_id as customer from orders
    where customer_id = any(${[...byId.keys()]}::text[]) and awaits_customer order by id for update`.execute(tx);
  if (orders.length === 0) return [];
  const filled = new Map(orders.map(({ id, kind, receipt, customer }) => [id, recipientOf(byId.get(customer), kind, receipt)]));
  const rows = [...filled].map(([id, { customer, shipTo, isIncomplete }]) => ({ id, customer, shipTo, waits: isIncomplete }));
  await sql`
    update orders o set customer = r.customer, ship_to = nullif(r."shipTo", 'null'), awaits_customer = r.waits
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, customer jsonb, "shipTo" jsonb, waits boolean)
    where o.id = r.id`.execute(tx);
  const held = await tx
    .selectFrom('fulfillment_orders')
    .select('body')
    .where('order_id', 'in', [...filled.keys()])
    .orderBy('id')
    .execute();
  const bodies = held.map(({ body }) => {
    const { customer = body.customer, shipTo = body.shipTo } = filled.get(body.orderId) ?? {};
    return { ...body, customer, shipTo };
  });
  await sql`
    update fulfillment_orders f set body = new.body from jsonb_array_elements(${JSON.stringify(bodies)}::jsonb) as new(body)
    where f.id = new.body ->> 'id'`.execute(tx);
  return bodies.map((body) => ({ scope: storeScope(body.locationId), kind: fulfillmentOrderDocument.kind, id: body.id }));
}
