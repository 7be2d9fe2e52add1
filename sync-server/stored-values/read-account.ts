import { sql } from 'kysely';
import type { AccountEntry, AccountQuery, AccountStatement } from '../../domain/stored-value/account-protocol.ts';
import { storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { accountId } from '../../domain/stored-value/stored-value.ts';
import type { Db } from '../db/database.ts';
import { findStoredValue } from './change-stored-value.ts';

type Row = Omit<AccountEntry, 'note'> & { readonly note: string | null };

/** The account of a customer and what moved it, the newest first. Sales and returns are found by their customer, whose account it is. */
export async function readAccount(db: Db, customerId: string, { after, limit }: AccountQuery): Promise<AccountStatement> {
  const id = accountId(customerId);
  const [at = null, operationId = null, kind = null] = after?.split(' ') ?? [];
  const { rows } = await sql<Row>`
    with moved as (
      select s.body ->> 'saleId' as "operationId", s.body ->> 'at' as at, s.store_id, 'sale' as kind, s.body ->> 'receiptNumber' as receipt,
        -(t -> 'amountMinor')::bigint as minor, null as reason, null as note
      from sales s cross join lateral jsonb_array_elements(s.body -> 'tenders') t
      where s.body ->> 'customerId' = ${customerId} and t ->> 'kind' = 'account' and t ->> 'reference' = ${id}
      union all
      select s.body ->> 'saleId', s.body ->> 'at', s.store_id, 'payment', s.body ->> 'receiptNumber',
        (line -> 'grossMinor')::bigint, null, null
      from sales s cross join lateral jsonb_array_elements(s.body -> 'lines') line
      where s.body ->> 'customerId' = ${customerId} and line ->> 'kind' = 'account_payment' and line ->> 'reference' = ${id}
      union all
      select o.id::text, o.body ->> 'at', r.store_id, 'return', r.body ->> 'receiptNumber', moves.minor, null, null
      from returns r join operations o on o.id = r.operation_id::uuid cross join lateral (
        select (t -> 'amountMinor')::bigint as minor from jsonb_array_elements(coalesce(r.body -> 'tenders', '[]')) t
          where t ->> 'kind' = 'account' and t ->> 'reference' = ${id}
        union all
        select -(line -> 'refundMinor')::bigint from jsonb_array_elements(r.body -> 'lines') line
          where line ->> 'kind' = 'account_payment' and line ->> 'reference' = ${id}) moves
      where r.body ->> 'customerId' = ${customerId}
      union all
      select o.id::text, o.body ->> 'at', o.body ->> 'storeId', 'adjustment', null, (o.body -> 'payload' -> 'differenceMinor')::bigint,
        o.body -> 'payload' ->> 'reason', o.body -> 'payload' ->> 'note'
      from operations o where o.type = ${storedValueAdjusted.type} and o.body -> 'payload' ->> 'storedValueId' = ${id}
        and o.outcome = 'applied'
    ), summed as (
      select "operationId", at, store_id, kind, receipt, sum(minor)::bigint as minor, min(reason) as reason, min(note) as note
      from moved group by 1, 2, 3, 4, 5
    )
    select m."operationId", m.at, l.name as "storeName", m.kind, m.receipt as "receiptNumber", m.minor as "amountMinor", m.reason, m.note
    from summed m join locations l on l.id = m.store_id
    where ${at}::text is null or (m.at, m."operationId", m.kind) < (${at}, ${operationId}::text, ${kind}::text)
    order by m.at desc, m."operationId" desc, m.kind desc limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    account: (await findStoredValue(db, id)) ?? null,
    entries: shown.map((row) => ({ ...row, note: row.note ?? '' })),
    next: last === undefined ? null : `${last.at} ${last.operationId} ${last.kind}`,
  };
}
