import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table locations add column trust_reckoned_at timestamptz`,
  `create index stock_movements_sales on stock_movements (location_id, at) where cause = 'sale'`,
  `create index shifts_open on shifts (store_id) where body -> 'closed' = 'null'`,
];

/** What silent stores are trusted less by: when that was last reckoned, and what it is quickly reckoned from (rule P5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
