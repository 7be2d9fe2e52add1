import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { withArrival } from '../../domain/fulfillment/arrive.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ArrivalRequest, OrderView } from '../../domain/orders/order-intake.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { readOrder } from './read-order.ts';

export type ArrivalRefusal = 'unknown_order' | 'nothing_waits';

/** The customer of an order told the web shop that they wait outside: the registers of the store hear of it. */
export function tellArrival(db: Db, number: string, { bay, car }: ArrivalRequest): Promise<Result<OrderView, ArrivalRefusal>> {
  return transact(db, async (tx) => {
    const order = await tx.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst();
    if (order === undefined) return refuse('unknown_order');
    const rows = await tx
      .selectFrom('fulfillment_orders')
      .select('body')
      .where('order_id', '=', order.id)
      .orderBy('id')
      .forUpdate()
      .execute();
    const waiting = rows.map(({ body }) => body).filter((body) => body.kind === 'pickup' && !hasEnded(body));
    if (waiting.length === 0) return refuse('nothing_waits');
    const at = new Date().toISOString();
    const told = waiting.map((one) => withArrival(one, { at, bay: bay ?? null, car: car ?? null }));
    await sql`
      update fulfillment_orders f set body = new.body
      from jsonb_array_elements(${JSON.stringify(told.map((one) => fulfillmentOrderDocument.compact(one)))}::jsonb) as new(body)
      where f.id = new.body ->> 'id'`.execute(tx);
    await allocateChanges(
      tx,
      told.map((one) => ({ scope: fulfillmentOrderDocument.scopeOf(one), kind: fulfillmentOrderDocument.kind, id: one.id })),
    );
    const view = await readOrder(tx, number);
    return view === null ? refuse('unknown_order') : accept(view);
  });
}
