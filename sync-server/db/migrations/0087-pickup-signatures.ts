import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // The signature may come before its handover.
  `create table pickup_signatures (
    proof_id text primary key, fulfillment_order_id text not null, strokes jsonb not null, at timestamptz not null default now())`,
  'create index pickup_signatures_by_order on pickup_signatures (fulfillment_order_id)',
  'create index pickup_signatures_by_time on pickup_signatures (at)',
  `create index operations_by_proof on operations ((body -> 'payload' ->> 'proofId'))
    where body -> 'payload' ->> 'proofId' is not null`,
];

/** What customers signed when they fetched their orders. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
