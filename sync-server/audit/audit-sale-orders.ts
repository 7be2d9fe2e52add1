import { sql } from 'kysely';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { Db } from '../db/database.ts';
import { type Finding, Violations } from './finding.ts';
import { IN_PARTS } from './receipt-parts.ts';

interface Named {
  readonly receipt: string;
  readonly id: string;
  /** Units and money of the sale's lines, and of the order's; null where there is no such order. */
  readonly units: number;
  readonly minor: number;
  readonly placedUnits: number | null;
  readonly placedMinor: number | null;
  readonly told: boolean;
}

/** J3: each order that a sale names was placed once, with its goods and its money, or the store was told that it was not. */
async function checkPlaced(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<Named>`
    with named as (
      select o.id::text as operation, o.body -> 'payload' ->> 'receiptNumber' as receipt, r.value ->> 'id' as id,
        o.body -> 'payload' -> 'lines' as lines
      from ${IN_PARTS} o cross join lateral jsonb_array_elements(coalesce(o.body -> 'payload' -> 'orders', '[]')) r
      where o.type = ${saleCompleted.type} and o.outcome = 'applied'
    )
    select n.receipt, n.id, s.units, s.minor, p.units as "placedUnits", p.minor as "placedMinor", exists (select from exceptions e
      where e.kind = 'order_not_placed' and e.body ->> 'operationId' = n.operation) as told
    from named n
    cross join lateral (select sum((line.value -> 'quantity')::bigint)::bigint as units,
        sum((line.value -> 'totalMinor')::bigint)::bigint as minor
      from jsonb_array_elements(n.lines) line where line.value ->> 'orderId' = n.id) s
    left join lateral (select sum(l.quantity)::bigint as units, sum(l.total_minor)::bigint as minor from orders
        join order_lines l on l.order_id = orders.id where orders.id = n.id and orders.receipt_number = n.receipt
        having count(*) > 0) p on true`.execute(db);
  for (const { receipt, id, units, minor, placedUnits, placedMinor, told } of rows) {
    if (placedUnits === null) {
      if (!told) violations.add(`Receipt ${receipt} orders ${id}, which was not placed, and nobody was told.`);
    } else if (placedUnits !== units || placedMinor !== minor)
      violations.add(`Order ${id} has ${placedUnits} units for ${placedMinor}, but receipt ${receipt} sold ${units} for ${minor}.`);
  }
  return rows.length;
}

/** Each unit of such an order waits for stock, is worked on, has left, or was cancelled. */
async function checkLookedAfter(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<{ id: string; line: number; quantity: number; known: number; sold: boolean }>`
    select o.id, l.line_no as line, l.quantity, (l.backordered + l.cancelled + coalesce((
        select sum((f.value -> 'quantity')::int - (f.value -> 'short')::int) from fulfillment_orders held
        cross join lateral jsonb_array_elements(held.body -> 'lines') f
        where held.order_id = o.id and (f.value -> 'lineNo')::int = l.line_no
          and held.status <> all('{rejected,cancelled,expired}')), 0))::int as known,
      exists (select from sales s where s.receipt_number = o.receipt_number) as sold
    from orders o join order_lines l on l.order_id = o.id where o.receipt_number is not null order by 1, 2`.execute(db);
  for (const { id, line, quantity, known, sold } of rows) {
    if (known < quantity) violations.add(`Line ${line} of order ${id} asks for ${quantity} units, and ${known} are looked after.`);
    if (!sold) violations.add(`Order ${id} says that a sale ordered it, and there is no such sale.`);
  }
  return rows.length;
}

/** What sales order is ordered: once, whole, and for the money that was paid. */
export async function auditSaleOrders(db: Db): Promise<Finding> {
  const violations = new Violations();
  const orders = await checkPlaced(db, violations);
  const lines = await checkLookedAfter(db, violations);
  return {
    rule: 'J3',
    title: 'what sales order is ordered once, and looked after',
    compared: { 'orders of sales': orders, 'order lines': lines },
    violations: violations.shown,
    count: violations.count,
  };
}
