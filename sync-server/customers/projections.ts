import { type RawBuilder, sql } from 'kysely';
import { customerConsentDocument, customerDocument } from '../../domain/customers/documents.ts';

/**
 * A customer with the last word about each purpose, from all stores; of two at once, the one that takes a consent back. Instants of
 * consents sort as texts (`instantOf`), and no cast of one can fail. `c` is the row of `customers`.
 */
export const CUSTOMER_BODY: RawBuilder<unknown> = sql`c.body || jsonb_build_object('consents', coalesce((
  select jsonb_object_agg(w.purpose, jsonb_build_object('given', w.given, 'at', w.at)) from (
    select distinct on (body ->> 'purpose') body ->> 'purpose' as purpose, body -> 'given' as given, body ->> 'at' as at
    from documents where kind = ${sql.lit(customerConsentDocument.kind)} and body ->> 'customerId' = c.id
    order by body ->> 'purpose', body ->> 'at' collate "C" desc, body ->> 'given') w), '{}'))`;

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const CUSTOMER_PROJECTIONS = [
  [customerDocument.kind, sql`(select (${CUSTOMER_BODY})::json from customers c where c.id = t.id and c.erased_at is null)`],
] as const;
