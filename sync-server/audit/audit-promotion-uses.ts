import { sql } from 'kysely';
import { couponUseDocument, storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import type { Db } from '../db/database.ts';
import { SHARES_OF_SALES, USES_OF_SALES } from '../promotions/uses-of-sales.ts';
import { type Finding, Violations } from './finding.ts';

/** Uses of codes and of customers, by the sales that name them, and what was taken off for customers where that is limited. */
const USES_OF_CODES = sql`
  with used as (
    select s.receipt_number, coalesce((s.body -> 'isVoided')::boolean, false) as is_voided, coupon ->> 'couponId' as id,
      coupon ->> 'promotionId' as promotion_id, bool_or(coupon -> 'mostMinor' is not null) as has_money
    from sales s cross join lateral jsonb_array_elements(coalesce(s.body -> 'coupons', '[]')) coupon
    where coalesce(coupon -> 'mostUses', 'null') <> 'null' or coupon -> 'mostMinor' is not null
    group by s.receipt_number, coupon ->> 'couponId', coupon ->> 'promotionId'
  )
  select id, count(*) filter (where not is_voided)::int as uses, coalesce(sum(share.minor) filter (where has_money), 0)::bigint as minor
  from used left join (select receipt_number, promotion_id, minor from (${SHARES_OF_SALES}) s) share using (receipt_number, promotion_id)
  group by id`;

/** M1: what promotions and codes were used for is what the sales say, less what came back of them. */
export async function auditPromotionUses(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { rows } = await sql<{ id: string; minor: number; uses: number; due_minor: number; due_uses: number }>`
    with counted as (
      select id, (body -> 'amountMinor')::bigint as minor, (body -> 'uses')::bigint as uses from documents
      where kind = ${storePromotionUseDocument.kind}
    ), due as (select promotion_id || ':' || store_id as id, minor, uses from (${USES_OF_SALES}) s)
    select coalesce(c.id, d.id) as id, coalesce(c.minor, 0)::bigint as minor, coalesce(c.uses, 0)::bigint as uses,
      coalesce(d.minor, 0)::bigint as due_minor, coalesce(d.uses, 0)::bigint as due_uses
    from counted c full join due d on d.id = c.id order by 1`.execute(db);
  for (const { id, minor, uses, due_minor, due_uses } of rows) {
    if (minor === due_minor && uses === due_uses) continue;
    violations.add(`Promotion ${id} counts ${minor} in ${uses} sales, but its sales say ${due_minor} in ${due_uses}.`);
  }
  const { rows: codes } = await sql<{ id: string; uses: number; minor: number; due: number; due_minor: number }>`
    select coalesce(u.id, d.id) as id, coalesce((u.body -> 'uses')::bigint, 0)::bigint as uses, coalesce(d.uses, 0) as due,
      coalesce((u.body -> 'amountMinor')::bigint, 0)::bigint as minor, coalesce(d.minor, 0)::bigint as due_minor
    from (select id, body from documents where kind = ${couponUseDocument.kind}) u
    full join (${USES_OF_CODES}) d on d.id = u.id order by 1`.execute(db);
  for (const { id, uses, minor, due, due_minor } of codes) {
    if (uses !== due) violations.add(`Code ${id} counts ${uses} uses, but ${due} sales name it.`);
    if (minor !== due_minor) violations.add(`Code ${id} counts ${minor} taken off, but its sales say ${due_minor}.`);
  }
  return {
    rule: 'M1',
    title: 'promotions and codes were used for what the sales say',
    compared: { 'promotions in stores': rows.length, codes: codes.length },
    violations: violations.shown,
    count: violations.count,
  };
}
