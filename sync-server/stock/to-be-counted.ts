import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a store was asked to count a SKU and has not done so: until then its book is not believed, and nothing of it is
 * promised to online orders.
 * @param level the name of `stock_levels` in the statement.
 */
export function isToBeCounted(level: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${level}.location_id`)}, ${sql.ref(`${level}.sku`)}) in (
    select store_id, body ->> 'subject' from exceptions where kind = 'count_wanted' and resolved_at is null)`;
}
