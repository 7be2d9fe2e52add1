import { type Kysely, sql } from 'kysely';

/** What moved the stock of an article in a store is found without reading all movements. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index stock_movements_story on stock_movements (location_id, sku, id)').execute(db);
}
