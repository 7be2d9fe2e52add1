import { sql } from 'kysely';
import type { FulfillmentStatus } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderIntake, OrderStatus } from '../../domain/orders/order-intake.ts';
import { orderKeys } from '../../domain/orders/order-keys.ts';
import { orderStatus } from '../../domain/orders/order-status.ts';
import type { Db } from '../db/database.ts';
import { type Finding, Violations } from './finding.ts';

/** How many orders are read at once. */
const PAGE = 2_000;

interface Row {
  readonly id: string;
  readonly number: string;
  readonly customer: OrderIntake['customer'];
  readonly pickupStore: string | null;
  readonly backordered: number;
  readonly totalMinor: number;
  readonly held: readonly { readonly status: FulfillmentStatus; readonly location: string }[];
  /** What the list says; null where it does not have the order. */
  readonly listed: { readonly status: OrderStatus; readonly stores: string[]; readonly totalMinor: number; readonly keys: string[] } | null;
  /** Whether the rest of its row is that of the order, and how many of its keys are there. */
  readonly isSame: boolean;
  readonly keysThere: number;
}

async function readPage(db: Db, after: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.number, o.customer, o.pickup_store_id as "pickupStore",
      (select coalesce(sum(backordered), 0)::int from order_lines where order_id = o.id) as backordered,
      (select coalesce(sum(total_minor), 0)::bigint from order_lines where order_id = o.id)
        + coalesce(o.shipping_total_minor, 0) as "totalMinor",
      (select coalesce(json_agg(json_build_object('status', f.body -> 'state' ->> 'status', 'location', location_id)), '[]')
        from fulfillment_orders f where f.order_id = o.id) as held,
      case when i.order_id is not null then json_build_object('status', i.status, 'stores', i.stores, 'totalMinor', i.total_minor,
        'keys', i.keys) end as listed,
      coalesce(i.number = o.number and i.kind = o.kind and i.customer_id is not distinct from o.customer_id and i.placed_at = o.placed_at
        and i.promised_at is not distinct from o.promised_at and i.channel is not distinct from o.channel and i.currency = o.currency,
        false) as "isSame",
      (select count(*) from unnest(i.keys) one(key) join order_keys k
        on k.key = one.key and k.placed_at = i.placed_at and k.order_id = o.id)::int as "keysThere"
    from orders o left join order_index i on i.order_id = o.id where o.id > ${after} order by o.id limit ${PAGE}`.execute(db);
  return rows;
}

const sorted = (texts: readonly string[]): string => [...texts].sort().join(', ');

/** What the list says of an order and is not so. */
function faultsOf({ number, customer, pickupStore, backordered, totalMinor, held, listed, isSame, keysThere }: Row): string[] {
  if (listed === null) return [`Order ${number} is not in the list of orders.`];
  const status = orderStatus(
    [{ backordered }],
    held.map((one) => ({ state: { status: one.status } })),
  );
  const places = held.filter((one) => one.status !== 'rejected').map(({ location }) => location);
  const stores = sorted([...new Set([...places, ...(pickupStore === null ? [] : [pickupStore])])]);
  const keys = sorted(orderKeys(number, customer));
  return [
    ...(listed.status === status ? [] : [`Order ${number} is listed as ${listed.status}, but stands at ${status}.`]),
    ...(sorted(listed.stores) === stores ? [] : [`Order ${number} is listed at ${sorted(listed.stores)}, but is at ${stores}.`]),
    ...(listed.totalMinor === totalMinor ? [] : [`Order ${number} is listed with ${listed.totalMinor}, but comes to ${totalMinor}.`]),
    ...(isSame ? [] : [`Order ${number} is listed with another number, kind, channel, customer, date or currency.`]),
    ...(sorted(listed.keys) === keys && keysThere === listed.keys.length ? [] : [`Order ${number} is found by other words than its own.`]),
  ];
}

/** P6: the list of orders says what the orders, their lines and their fulfillment orders say. */
export async function auditOrders(db: Db): Promise<Finding> {
  const violations = new Violations();
  let orders = 0;
  for (let page = await readPage(db, ''); page.length > 0; page = await readPage(db, page.at(-1)?.id ?? '')) {
    orders += page.length;
    for (const fault of page.flatMap(faultsOf)) violations.add(fault);
  }
  const { rows } = await sql<{ what: string }>`
    select 'The list has order ' || i.number || ', which is not there.' as what from order_index i
    where not exists (select from orders o where o.id = i.order_id)
    union all
    select 'Order ' || k.order_id || ' is found by a word that is not its own.' from order_keys k
    where not exists (select from order_index i where i.order_id = k.order_id and k.key = any(i.keys)) order by 1`.execute(db);
  for (const { what } of rows) violations.add(what);
  const title = 'the list of orders says what their lines and fulfillment orders say';
  return { rule: 'P6', title, compared: { orders }, violations: violations.shown, count: violations.count };
}
