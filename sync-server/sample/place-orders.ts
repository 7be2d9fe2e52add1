import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { endTaking, takeOrders } from '../orders/take-order.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { makeOrder, type OrderWish } from './make-orders.ts';
import type { Story } from './sample-story.ts';

/** Lets the web shop place orders, and tells each site what it is to fulfill. @returns the fulfillment orders, by order number. */
export async function placeOrders(db: Db, story: Story, wishes: readonly OrderWish[]): Promise<Map<string, FulfillmentOrder[]>> {
  const requests = wishes.map((wish) => ({ idempotencyKey: `sample-${wish.number}`, order: makeOrder(wish, story.chance) }));
  const rows = await transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    const answers = await takeOrders(tx, requests, changeItems);
    await endTaking(tx, answers, changeItems);
    const bad = answers.find((answer) => !answer.ok);
    if (bad !== undefined) throw new Error(`A sample order was refused: ${JSON.stringify(bad)}`);
    const ids = answers.flatMap((answer) => (answer.ok ? [answer.orderId] : []));
    return ids.length === 0 ? [] : tx.selectFrom('fulfillment_orders').select('body').where('order_id', 'in', ids).orderBy('id').execute();
  });
  const byNumber = new Map<string, FulfillmentOrder[]>();
  const sites = new Map(story.sites.map((site) => [site.place.id, site]));
  for (const { body } of rows) {
    sites.get(body.locationId)?.register.known.with(fulfillmentOrderDocument, body);
    byNumber.set(body.orderNumber, [...(byNumber.get(body.orderNumber) ?? []), body]);
  }
  return byNumber;
}
