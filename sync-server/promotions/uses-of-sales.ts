import { sql } from 'kysely';

/** What promotions took off the lines of sales; a sale of version 2 names one by `promotionIds`. */
const SHARES = sql`
  select a ->> 'sourceId' as promotion_id, -(a -> 'amountMinor')::bigint as minor
  from jsonb_array_elements(coalesce(line -> 'adjustments', '[]')) a
  where a ->> 'source' in ('promotion', 'reward') and a ->> 'sourceId' is not null
  union all
  select line -> 'promotionIds' ->> 0, (line -> 'discountMinor')::bigint
  where case when jsonb_typeof(line -> 'promotionIds') = 'array' then jsonb_array_length(line -> 'promotionIds') else 0 end = 1
    and coalesce((line -> 'discountMinor')::bigint, 0) <> 0`;

/** What promotions took off each sale, less what came back: `receipt_number, store_id, is_voided, promotion_id, minor`. */
export const SHARES_OF_SALES = sql`
  select s.receipt_number, s.store_id, coalesce((s.body -> 'isVoided')::boolean, false) as is_voided, share.promotion_id,
    sum(share.minor - round(share.minor::numeric * least((line -> 'quantity')::bigint,
      coalesce((s.body -> 'returned' -> (line ->> 'lineNo'))::bigint, 0)) / (line -> 'quantity')::bigint))::bigint as minor
  from sales s cross join lateral jsonb_array_elements(s.body -> 'lines') line cross join lateral (${SHARES}) share
  group by s.receipt_number, share.promotion_id`;

/**
 * What each promotion was used for in each store, by the sales: `promotion_id, store_id, minor, uses`. Of units that came back their part
 * of the amount is gone, and the use stays, unless the sale was voided.
 */
export const USES_OF_SALES = sql`
  select promotion_id, store_id, count(*) filter (where not is_voided)::int as uses, sum(minor)::bigint as minor
  from (${SHARES_OF_SALES}) one group by promotion_id, store_id`;
