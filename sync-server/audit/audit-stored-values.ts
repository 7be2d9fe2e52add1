import { sql } from 'kysely';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { accountLimitSet, storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { POINTS_CURRENCY, storedValueKind } from '../../domain/stored-value/stored-value.ts';
import type { Db } from '../db/database.ts';
import { type Finding, Violations } from './finding.ts';
import { IN_PARTS } from './receipt-parts.ts';

/** The kinds that a tender takes money off. */
const KINDS = sql`any(${storedValueKind.exclude(['points']).options}::text[])`;
const PAYLOAD = sql`o.body -> 'payload'`;
const LOADS = sql`any(${['gift_card', 'account_payment']}::text[])`;
const CURRENCY = sql`o.body -> 'payload' ->> 'currency'`;

/** The id of the points of the customer of an operation, made anew. */
const POINTS = sql`'PT-' || left(encode(sha256(convert_to('outpost points ' || (${PAYLOAD} ->> 'customerId'), 'UTF8')), 'hex'), 32)`;
const TAKEN_BACK = sql`coalesce((${PAYLOAD} -> 'points' -> 'takenBack')::bigint, 0)`;

/** What an operation `o` put on stored values and took off them. */
const MOVES = sql`
  select t ->> 'reference' as id, t ->> 'currency' as currency, -(t -> 'amountMinor')::bigint as minor
  from jsonb_array_elements(${PAYLOAD} -> 'tenders') t where o.type = ${saleCompleted.type} and t ->> 'kind' = ${KINDS}
  union all
  select line ->> 'reference', ${CURRENCY}, (line -> 'grossMinor')::bigint
  from jsonb_array_elements(${PAYLOAD} -> 'lines') line where o.type = ${saleCompleted.type} and line ->> 'kind' = ${LOADS}
  union all
  select t ->> 'reference', t ->> 'currency', (t -> 'amountMinor')::bigint
  from jsonb_array_elements(coalesce(${PAYLOAD} -> 'tenders', '[]')) t where o.type = ${goodsReturned.type} and t ->> 'kind' = ${KINDS}
  union all
  select line ->> 'reference', ${CURRENCY}, -(line -> 'refundMinor')::bigint
  from jsonb_array_elements(${PAYLOAD} -> 'lines') line where o.type = ${goodsReturned.type} and line ->> 'kind' = ${LOADS}
  union all
  select ${POINTS}, ${POINTS_CURRENCY}, (select coalesce(sum((line -> 'points')::bigint), 0)::bigint from
    jsonb_array_elements(${PAYLOAD} -> 'lines') line) - coalesce((${PAYLOAD} -> 'usedPoints')::bigint, 0)
  where o.type = ${saleCompleted.type} and ${PAYLOAD} ->> 'customerId' is not null
  union all
  select ${POINTS}, ${POINTS_CURRENCY}, coalesce((${PAYLOAD} -> 'points' -> 'givenBack')::bigint, 0) - ${TAKEN_BACK}
  where o.type = ${goodsReturned.type} and ${PAYLOAD} ->> 'customerId' is not null
  union all
  select ${PAYLOAD} ->> 'storedValueId', ${CURRENCY}, (${PAYLOAD} -> 'differenceMinor')::bigint where o.type = ${storedValueAdjusted.type}`;

/**
 * The highest limit that each account had, and the furthest that anybody let it go beyond one. A limit that was lowered makes nobody owe
 * more than they may. Points that goods had earned are taken back, though they may be used.
 */
const LIMITS = sql`
  select ${PAYLOAD} ->> 'accountId' as id, max((${PAYLOAD} -> 'limitMinor')::bigint) as minor, 0::bigint as over from operations o
  where o.outcome = 'applied' and o.type = ${accountLimitSet.type} group by 1
  union all
  select t ->> 'reference', 0, max((${PAYLOAD} -> 'onAccount' -> 'overLimitMinor')::bigint) from ${IN_PARTS} o
    cross join lateral jsonb_array_elements(${PAYLOAD} -> 'tenders') t
  where o.outcome = 'applied' and o.type = ${saleCompleted.type} and ${PAYLOAD} -> 'onAccount' -> 'overLimitMinor' is not null
    and t ->> 'kind' = 'account' group by 1
  union all
  select ${POINTS}, 0, sum(${TAKEN_BACK})::bigint from ${IN_PARTS} o
  where o.outcome = 'applied' and o.type = ${goodsReturned.type} and ${TAKEN_BACK} > 0 group by 1`;

/**
 * M1: what is on each gift card, store credit and account is what sales, returns and the head office put on it, less what they took off.
 */
export async function auditStoredValues(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { rows } = await sql<{ id: string; balance: number | null; moved: number | null; overdrawn: boolean }>`
    with kept as (
      select id, body ->> 'currency' as currency, (body -> 'balanceMinor')::bigint as minor from documents
      where kind = ${storedValueDocument.kind}
    ), moved as (
      select m.id, m.currency, sum(m.minor)::bigint as minor from ${IN_PARTS} o cross join lateral (${MOVES}) m
      where o.outcome = 'applied' and o.type = any(${[saleCompleted.type, goodsReturned.type, storedValueAdjusted.type]}::text[])
        and m.id is not null and m.minor <> 0 group by 1, 2
    ), limits as (select id, (max(minor) + max(over))::bigint as least from (${LIMITS}) l group by 1)
    select coalesce(k.id, m.id) as id, k.minor as balance, m.minor as moved,
      coalesce(k.minor, 0) < -coalesce(l.least, 0) and not exists (select 1 from exceptions e
        where e.kind = any(${['stored_value_not_covered', 'account_not_covered', 'points_not_covered']}::text[])
        and k.id = any(string_to_array(e.id, ':'))) as overdrawn
    from kept k full join moved m on m.id = k.id and m.currency = k.currency left join limits l on l.id = k.id
    where k.id is not null or not exists (select 1 from kept where kept.id = m.id) order by 1`.execute(db);
  for (const { id, balance, moved, overdrawn } of rows) {
    if (balance !== (moved ?? 0)) violations.add(`${id} has ${balance ?? 'no balance'}, but its operations make ${moved ?? 0}.`);
    if (overdrawn) violations.add(`${id} is overdrawn by ${-(balance ?? 0)}, and nobody was told.`);
  }
  return {
    rule: 'M1',
    title: 'gift cards, credit, accounts and points have what was put on, less what was taken off',
    compared: { 'stored values': rows.length },
    violations: violations.shown,
    count: violations.count,
  };
}
