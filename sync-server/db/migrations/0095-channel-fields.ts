import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table orders add column channel text, add column note text, add column language text, add column shipping_total_minor bigint,
    add column shipping_tax_minor bigint, add column payments jsonb, add column fields jsonb, add column backorder text`,
  `alter table order_lines add column fields jsonb`,
  `alter table order_index add column channel text`,
  `create index order_index_channel on order_index (channel, placed_at, order_id) where channel is not null`,
];

/** What channels send with an order, and what happens to it where not all of it is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
