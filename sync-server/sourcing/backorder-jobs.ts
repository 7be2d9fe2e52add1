import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { asOrdered } from '../../domain/fulfillment/substitute.ts';
import { portionOf } from '../../domain/base/money.ts';
import type { OrderLinesTable, Tx } from '../db/database.ts';
import { destinationOf, headOf, type JobLine, type Leftover, type OrderRow, type SourcingJob } from './sourcing-job.ts';

/**
 * What of a line's money no store holds: all but the shares of the units that stores have or have sent, and of those that were
 * cancelled. Never below zero, even where goods left twice.
 */
function amountsLeft(
  line: Pick<OrderLinesTable, 'line_no' | 'quantity' | 'total_minor' | 'tax_minor'> & { readonly cancelled: number },
  orders: readonly FulfillmentOrder[],
): Pick<JobLine, 'totalMinor' | 'taxMinor'> {
  const holding = orders
    .filter((order) => !hasEnded(order) || order.state.status === 'shipped' || order.state.status === 'handed_over')
    .flatMap((order) => order.lines.map((one) => asOrdered(order, one)))
    .filter((one) => one.lineNo === line.line_no);
  const held = (field: 'totalMinor' | 'taxMinor') =>
    holding.reduce((sum, one) => sum + portionOf(one[field], one.quantity, 0, one.quantity - one.short), 0);
  const wanted = (stored: number) => portionOf(stored, line.quantity, 0, Math.max(0, line.quantity - line.cancelled));
  return {
    totalMinor: Math.max(0, wanted(line.total_minor) - held('totalMinor')),
    taxMinor: Math.max(0, wanted(line.tax_minor) - held('taxMinor')),
  };
}

/** What waits of these orders, ready to be sourced, the oldest order first. The caller has locked the orders. */
export async function backorderJobs(tx: Tx, orders: readonly OrderRow[]): Promise<SourcingJob[]> {
  const ids = orders.map((order) => order.id);
  const lines = await tx
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', 'in', ids)
    .where('backordered', '>', 0)
    .orderBy('line_no')
    .execute();
  const held = await tx.selectFrom('fulfillment_orders').select('body').where('order_id', 'in', ids).execute();
  const excluded = await tx
    .selectFrom('sourcing_exclusions')
    .select(['order_id as orderId', 'line_no as lineNo', 'location_id as locationId'])
    .where('order_id', 'in', ids)
    .execute();
  return [...orders]
    .sort((a, b) => a.placed_at.getTime() - b.placed_at.getTime())
    .map((order) => {
      const bodies = held.map((row) => row.body).filter((body) => body.orderId === order.id);
      const waiting = lines
        .filter((line) => line.order_id === order.id)
        .map(
          (line): JobLine => ({
            lineNo: line.line_no,
            sku: line.sku,
            gtin: line.gtin,
            name: line.name,
            quantity: line.backordered,
            unitPrice: line.unit_price,
            ...(line.substitutes !== null && { substitutes: line.substitutes }),
            ...amountsLeft(line, bodies),
          }),
        );
      return {
        order: headOf(order),
        destination: destinationOf(order),
        lines: waiting,
        isNew: false,
        excluded: excluded.filter((one) => one.orderId === order.id),
      };
    });
}

/** How what waits changes once the jobs were sourced: by the units that found a location, as negative numbers. */
export function unitsMoved(jobs: readonly SourcingJob[], leftovers: readonly Leftover[]): Leftover[] {
  const left = new Map(leftovers.map((one) => [`${one.orderId}\n${one.lineNo}`, one.quantity]));
  return jobs.flatMap(({ order, lines }) =>
    lines.map(({ lineNo, quantity }) => ({
      orderId: order.orderId,
      lineNo,
      quantity: (left.get(`${order.orderId}\n${lineNo}`) ?? 0) - quantity,
    })),
  );
}
