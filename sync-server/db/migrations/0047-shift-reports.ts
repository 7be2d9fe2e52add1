import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Columns of their own, so that a sale, which changes the body alone, leaves their index as it is.
  `alter table shifts add column business_date text generated always as (body ->> 'businessDate') stored,
    add column is_closed boolean generated always as (body -> 'closed' <> 'null'::jsonb) stored`,
  `create index shifts_by_date on shifts (store_id, business_date)`,
  `create table shift_reports (
    shift_id text primary key references shifts on delete cascade, version int not null, summary jsonb not null, watched jsonb not null)`,
];

/** What closed shifts came to, for reports over many. It is made from the journal and can be thrown away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
