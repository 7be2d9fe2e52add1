import { type Kysely, sql } from 'kysely';

// Thousands of lines of a million units each are one operation. What an int cannot hold must not keep honest sales waiting.
const statements = [
  `alter table stock_levels drop column available`,
  `alter table stock_levels alter column on_hand type bigint, alter column reserved type bigint, alter column safety_stock type bigint,
    alter column staleness_buffer type bigint`,
  `alter table stock_levels add column available bigint generated always as (on_hand - reserved - safety_stock - staleness_buffer) stored`,
  `alter table stock_movements alter column on_hand type bigint, alter column reserved type bigint`,
];

/** Stock is counted in 64 bits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
