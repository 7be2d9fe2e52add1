import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `create index operations_by_fulfillment_order on operations ((body -> 'payload' ->> 'fulfillmentOrderId'))
    where body -> 'payload' ->> 'fulfillmentOrderId' is not null`,
  `create index operations_by_fulfillment_orders on operations using gin ((body -> 'payload' -> 'fulfillmentOrderIds'))
    where body -> 'payload' -> 'fulfillmentOrderIds' is not null`,
  `create index office_actions_of_orders on office_actions (subject) where action like 'order.%'`,
];

/** Finds what was done with an order, in the stores and at the head office. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
