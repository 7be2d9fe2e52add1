import { type RawBuilder, sql } from 'kysely';
import type { FulfillmentStatus } from '../../domain/fulfillment/fulfillment-order.ts';
import { ORDER_STATUS_RULES } from '../../domain/orders/order-status.ts';

const array = (statuses: readonly FulfillmentStatus[]) => sql`array[${sql.join(statuses.map((status) => sql.lit(status)))}]::text[]`;

/**
 * The status of an order in SQL, made of the rules of `orderStatus` (rule P6).
 * @param waits a boolean: units of it wait for stock. @param statuses a text[]: the statuses of its fulfillment orders.
 */
export function statusSql(waits: RawBuilder<unknown>, statuses: RawBuilder<unknown>): RawBuilder<string> {
  const whens = ORDER_STATUS_RULES.map(({ status, waits: hasToWait = false, some, none = [] }) => {
    const conditions = [
      ...(hasToWait ? [waits] : []),
      ...(some === undefined ? [] : [sql`${statuses} && ${array(some)}`]),
      ...(none.length === 0 ? [] : [sql`not ${statuses} && ${array(none)}`]),
    ];
    return sql`when ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)} then ${sql.lit(status)}`;
  });
  return sql<string>`case ${sql.join(whens, sql` `)} end`;
}
