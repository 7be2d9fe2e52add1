import { waitingAmounts } from '../../domain/orders/cancelled-refunds.ts';
import type { Tx } from '../db/database.ts';
import { destinationOf, headOf, type JobLine, type Leftover, type OrderRow, type SourcingJob } from './sourcing-job.ts';

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
            ...waitingAmounts(
              {
                ...{ lineNo: line.line_no, quantity: line.quantity, cancelled: line.cancelled },
                ...{ totalMinor: line.total_minor, taxMinor: line.tax_minor },
              },
              bodies,
            ),
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
