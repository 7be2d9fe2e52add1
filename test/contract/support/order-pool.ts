import { sql } from 'kysely';
import type { OrderIntake } from '../../../domain/orders/order-intake.ts';
import { stockPageOf } from '../../../domain/stock/stock.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { transact } from '../../../sync-server/db/transact.ts';

/** Stores on the equator: `S<n>` stands at longitude n, so distances are plain to see. */
export interface SmallPool {
  readonly stores: number;
  /** Units on hand by store number and SKU. */
  readonly stock: readonly (readonly [store: number, sku: string, units: number])[];
}

/** Fills an empty database with products A, B and C (price 10.00), stores and stock, with the movements that explain it. */
export async function fillSmallPool(db: Db, { stores, stock }: SmallPool): Promise<void> {
  await db.insertInto('company').values({ name: 'Company', currency: 'USD', prices_include_tax: false }).execute();
  for (const sku of ['A', 'B', 'C']) {
    await db
      .insertInto('products')
      .values({ sku, gtin: null, name: `Article ${sku}`, unit_price: 1_000_000, tax_class: 'standard', page: 0 })
      .execute();
  }
  for (let n = 1; n <= stores; n += 1) {
    await db
      .insertInto('locations')
      .values({ id: `S${n}`, kind: 'store', name: `Store ${n}`, latitude: 0, longitude: n })
      .execute();
  }
  await db
    .insertInto('associates')
    .values({ id: 'associate-1', store_id: 'S1', name: 'Associate', role: 'associate', pin: '{}' })
    .execute();
  for (const [store, sku, units] of stock) await arrive(db, `S${store}`, sku, units);
}

/** Leaves every table as it was made. A server that works meanwhile may hold some of them: then it is tried again. */
export async function emptyPool(db: Db): Promise<void> {
  await transact(db, (tx) =>
    sql`truncate company, products, stock_levels, stock_movements, orders, order_index, order_keys, order_lines, fulfillment_orders,
    sourcing_exclusions, exceptions, changes, scope_heads, locations cascade`.execute(tx),
  );
}

/** Units come to a store. */
export async function arrive(db: Db, locationId: string, sku: string, units: number): Promise<void> {
  await db
    .insertInto('stock_levels')
    .values({ location_id: locationId, sku, on_hand: units, page: stockPageOf(sku) })
    .onConflict((conflict) => conflict.columns(['location_id', 'sku']).doUpdateSet({ on_hand: sql`stock_levels.on_hand + ${units}` }))
    .execute();
  await db
    .insertInto('stock_movements')
    .values({ location_id: locationId, sku, on_hand: units, reserved: 0, cause: 'opening_balance', cause_id: 'test' })
    .execute();
}

/** An order to ship to longitude 0 on the equator, nearest to store S1. */
export function shipOrder(number: string, wanted: readonly (readonly [sku: string, quantity: number])[]): OrderIntake {
  return {
    number,
    placedAt: '2026-01-31T12:00:00.000Z',
    currency: 'USD',
    customer: { name: 'Customer', email: null, phone: null },
    fulfillment: {
      kind: 'ship',
      shipTo: { line1: '1 Main Street', city: 'City', region: 'ST', postalCode: '00000', country: 'US' },
      position: { latitude: 0, longitude: 0 },
    },
    lines: wanted.map(([sku, quantity]) => ({
      sku,
      quantity,
      unitPrice: 1_000_000,
      totalMinor: 1000 * quantity + 83 * quantity,
      taxMinor: 83 * quantity,
    })),
  };
}

/** The same order to be picked up at a store. */
export function pickupOrder(number: string, storeId: string, wanted: readonly (readonly [sku: string, quantity: number])[]): OrderIntake {
  return { ...shipOrder(number, wanted), fulfillment: { kind: 'pickup', storeId, pickupCode: '4711' } };
}

/**
 * Where the pool's books do not agree (rules P1, P2, P3): levels, movements, what fulfillment orders hold, and the units
 * of order lines; a substitute counts for what was ordered. What a picker has in hand stays promised, whatever the book says. Goods that
 * left after their order was cancelled count twice there: that is the exception of rule J5.
 */
export async function disagreements(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    with moved as (select location_id, sku, sum(on_hand)::int as on_hand, sum(reserved)::int as reserved from stock_movements
      group by 1, 2),
    promised as (
      select location_id, line->>'sku' as sku, sum((line->>'quantity')::int - (line->>'short')::int)::int as units,
        sum((line->>'picked')::int)::int as in_hand
      from fulfillment_orders, jsonb_array_elements(body->'lines') as line
      where status not in ('handed_over', 'shipped', 'rejected', 'cancelled', 'expired') group by 1, 2)
    select level.location_id, level.sku, level.on_hand, level.reserved, moved.on_hand as moved_on_hand,
      moved.reserved as moved_reserved, promised.units
    from stock_levels level left join moved using (location_id, sku) left join promised using (location_id, sku)
    where level.reserved - coalesce(in_hand, 0) > greatest(level.on_hand - coalesce(in_hand, 0), 0)
      or level.on_hand <> coalesce(moved.on_hand, 0) or level.reserved <> coalesce(moved.reserved, 0)
      or level.reserved <> coalesce(promised.units, 0)`.execute(db);
  const lines = await sql`
    with placed as (
      select f.order_id, (line->>'lineNo')::int % 10000 as line_no, sum((line->>'quantity')::int - (line->>'short')::int)::int as units
      from fulfillment_orders f, jsonb_array_elements(f.body->'lines') as line
      where f.status not in ('rejected', 'cancelled', 'expired') group by 1, 2)
    , counted as (
      select line.order_id, line.line_no, line.quantity, line.backordered + line.cancelled + coalesce(placed.units, 0) as found
      from order_lines line left join placed using (order_id, line_no))
    select counted.* from counted join orders on orders.id = order_id
    where found < quantity or (found > quantity and cancelled_at is null)`.execute(db);
  return [...rows, ...lines.rows];
}
