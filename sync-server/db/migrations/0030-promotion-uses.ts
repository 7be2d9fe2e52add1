import { type Kysely, sql } from 'kysely';

/** The uses of promotions are counted from now on; a job counts those of the sales before, once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into jobs (kind, key, payload, run_at)
    select 'recount_promotion_uses', 'first', '{}', now() where exists (select 1 from sales)`.execute(db);
}
