import { type Kysely, sql } from 'kysely';

/** Return labels are found by what a desk scans off the parcel, and by what the goods were bought on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create index return_labels_tracking on documents ((body ->> 'trackingNumber')) where kind = 'return_label'`).execute(db);
  await sql.raw(`create index return_labels_origin on documents ((body -> 'origin' ->> 'number')) where kind = 'return_label'`).execute(db);
}
