import { sql } from 'kysely';
import { pricePageDocument } from '../../domain/price-lists/documents.ts';
import { MOST_PRICE_DAYS } from '../../domain/returns/settings.ts';

/**
 * In days: the tills ask for the prices of so many days when goods come back without a receipt. A week more is over in every time zone,
 * and on a clock that is a little wrong.
 */
const OVER_AFTER = MOST_PRICE_DAYS + 7;

/** Prices of the row `p` that no till will ask for any more: they have ended, or an open newer one goes before them for good. */
const IS_OVER = sql`(coalesce(p.ends_on < (current_date - ${sql.lit(OVER_AFTER)})::text, false) or exists (
  select 1 from prices newer where newer.list_id = p.list_id and newer.sku = p.sku and newer.ends_on is null
    and newer.starts_on > p.starts_on and newer.starts_on < (current_date - ${sql.lit(OVER_AFTER)})::text))`;

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`; its id is that of `pricePageId`. */
export const PRICE_PROJECTIONS = [
  [
    pricePageDocument.kind,
    sql`(select json_build_object('listId', min(list_id), 'sku', json_agg(sku), 'unitPrice', json_agg(unit_price),
      'startsOn', case when max(starts_on) <> '' then json_agg(nullif(starts_on, '')) else '[]' end,
      'endsOn', case when count(ends_on) > 0 then json_agg(ends_on) else '[]' end,
      'breaks', case when bool_or(breaks <> '[]') then json_agg(breaks) else '[]' end)
      from (select p.* from prices p join products a on a.sku = p.sku
        where p.list_id = regexp_replace(t.id, '^[0-9]+[|][a-z]+[|]', '') and a.page = split_part(t.id, '|', 1)::int and not ${IS_OVER}
        order by p.sku, p.starts_on) page having count(*) > 0)`,
  ],
] as const;
