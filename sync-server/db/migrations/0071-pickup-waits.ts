import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `create table pickup_waits (
    fulfillment_order_id text primary key references fulfillment_orders (id) on delete cascade,
    location_id text not null, since timestamptz not null default now(), reminders int not null default 0)`,
  `insert into pickup_waits (fulfillment_order_id, location_id)
    select id, location_id from fulfillment_orders where kind = 'pickup' and status = 'ready'`,
];

/** Pickups that wait for their customers, by the server's clock. Those that wait already begin anew: nobody was reminded of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
