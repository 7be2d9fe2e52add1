import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table orders add column receipt_number text, add column customer_id text,
    add column awaits_customer boolean not null default false`,
  `create index orders_by_receipt on orders (receipt_number) where receipt_number is not null`,
  `create index orders_by_customer on orders (customer_id) where customer_id is not null`,
];

/** Orders of sales: their receipt, their customer, and whether what the till said of that customer is still on its way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
