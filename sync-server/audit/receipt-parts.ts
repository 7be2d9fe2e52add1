import { sql } from 'kysely';
import { goodsExchanged, pickupExchanged } from '../../domain/exchanges/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';

/** The types of operation that hold a return and a sale. */
const EXCHANGES = [goodsExchanged.type, pickupExchanged.type];

/** The operations, each exchange as the return and the sale that it is. */
export const IN_PARTS = sql`(
  select id, register_id, seq, type, outcome, body from operations where type <> all(${EXCHANGES}::text[])
  union all
  select o.id, o.register_id, o.seq, part.type, o.outcome, o.body || jsonb_build_object('payload',
    ((o.body -> 'payload') - 'back' - 'sold' - 'handover') || (o.body -> 'payload' -> part.name))
  from operations o cross join (values ('back'::text, ${goodsReturned.type}::text), ('sold'::text, ${saleCompleted.type}::text))
    as part(name, type)
  where o.type = any(${EXCHANGES}::text[]) and jsonb_typeof(o.body -> 'payload' -> part.name) = 'object'
)`;
