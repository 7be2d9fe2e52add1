import { type RawBuilder, sql } from 'kysely';

/**
 * A text column as a UUID, so that an index on UUIDs finds it; null where the text is none, as in a damaged row.
 * @param column `table.column`.
 */
export function asUuid(column: string): RawBuilder<string | null> {
  return sql`case when ${sql.ref(column)} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${sql.ref(column)}::uuid end`;
}
