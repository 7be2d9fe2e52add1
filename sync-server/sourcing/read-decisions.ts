import { type DecisionView, decisionView } from '../../domain/sourcing/rules/rules-protocol.ts';
import type { Db } from '../db/database.ts';

const LISTED = 200;

/** What was decided of an order, the newest first. @returns null where there is no order with this number or id. */
export async function readDecisions(db: Db, named: string): Promise<DecisionView[] | null> {
  const orders = await db
    .selectFrom('orders')
    .select(['id', 'number'])
    .where((of) => of.or([of('number', '=', named), of('id', '=', named)]))
    .execute();
  // An order may be called as another's id is.
  const order = orders.find(({ number }) => number === named) ?? orders[0];
  if (order === undefined) return null;
  const rows = await db
    .selectFrom('sourcing_decisions')
    .select(['at', 'occasion', 'version', 'body'])
    .where('order_id', '=', order.id)
    .orderBy('id', 'desc')
    .limit(LISTED)
    .execute();
  return rows.map(({ at, occasion, version, body }) => decisionView.parse({ at: at.toISOString(), occasion, version, ...body }));
}
