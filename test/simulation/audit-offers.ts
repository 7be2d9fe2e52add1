import { sql } from 'kysely';
import { couponId, customerUseId } from '../../domain/promotions/coupon.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { Audited } from './audited.ts';
import type { CouponUsed, Entry } from './books.ts';
import { SAVE, WELCOME } from './offers.ts';

/** Under which id the pool counts a coupon. */
function idOf({ promotionId, code, customerId }: CouponUsed): string | null {
  if (promotionId === SAVE.id) return code === null ? null : couponId(promotionId, code);
  return customerId === null ? null : customerUseId({ id: promotionId, customerPeriod: 'ever' }, customerId, '');
}

const limitsOf = ({ promotionId }: CouponUsed) =>
  promotionId === SAVE.id ? { most: SAVE.usesPerCode, mostMinor: null } : { most: WELCOME.maxUses, mostMinor: WELCOME.maxMinor };

/** What an offer took off a sale, less the part of what came back, in minor units. */
function takenOff(receipt: string, { lines = [] }: Entry, promotionId: string, back: Done['back']): number {
  return lines.reduce((sum, { lineNo, quantity, offers }) => {
    const came = Math.min(quantity, back.get(`${receipt} ${lineNo}`) ?? 0);
    const taken = offers.filter((one) => one.promotionId === promotionId);
    return taken.reduce((all, { minor }) => all + minor - Math.round((minor * came) / quantity), sum);
  }, 0);
}

/** What people did to offers, as far as the pool has heard of it. */
interface Done {
  /** Applied sales by their receipts. */
  readonly sales: ReadonlyMap<string, Entry>;
  /** Receipts of sales that were voided, at least once. */
  readonly voided: ReadonlySet<string>;
  /** Units that came back, by receipt and line. */
  readonly back: ReadonlyMap<string, number>;
}

async function doneBy({ books, pool: { db } }: Audited): Promise<Done> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const sales = new Map<string, Entry>();
  const voided = new Set<string>();
  const back = new Map<string, number>();
  for (const entry of books.entries.values()) {
    const { operation, voids } = entry;
    if (!applied.has(operation.id)) continue;
    const parts = inParts(operation);
    const sold = parts.find((one) => saleCompleted.is(one));
    if (sold !== undefined) sales.set(sold.payload.receiptNumber, entry);
    if (voids !== undefined) voided.add(voids);
    const returned = parts.find((one) => goodsReturned.is(one))?.payload;
    if (returned?.origin.kind !== 'sale') continue;
    for (const { lineNo, quantity } of returned.lines) {
      const key = `${returned.origin.receiptNumber} ${lineNo}`;
      back.set(key, (back.get(key) ?? 0) + quantity);
    }
  }
  return { sales, voided, back };
}

/**
 * Each code, and each customer, counts the sales that used it and were not undone, and a customer what was taken off, less what came back;
 * too many uses and too much were told (rules J3, J5).
 */
async function compareCoupons({ pool: { db } }: Audited, { sales, voided, back }: Done): Promise<string[]> {
  const uses = new Map<string, { count: number; minor: number; most: number; mostMinor: number | null }>();
  for (const [receipt, entry] of sales) {
    for (const one of entry.coupons ?? []) {
      const id = idOf(one);
      if (id === null) continue;
      const { count, minor } = uses.get(id) ?? { count: 0, minor: 0 };
      const limits = limitsOf(one);
      const taken = limits.mostMinor === null ? 0 : takenOff(receipt, entry, one.promotionId, back);
      uses.set(id, { count: count + (voided.has(receipt) ? 0 : 1), minor: minor + taken, ...limits });
    }
  }
  const { rows } = await sql<{ id: string; uses: number; minor: number; told: boolean }>`
    select d.id, (d.body -> 'uses')::int as uses, coalesce((d.body -> 'amountMinor')::int, 0) as minor, exists (select from exceptions e
      where e.kind = 'coupon_used_too_often' and e.id like '%' || d.id) as told
    from documents d where d.kind = 'coupon_use'`.execute(db);
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...uses].flatMap(([id, { count, minor, most, mostMinor }]) => {
    const is = known.get(id) ?? { uses: 0, minor: 0, told: false };
    if (is.uses !== count) return [`J3: coupon ${id} counts ${is.uses} uses, people used it in ${count} sales`];
    if (is.minor !== minor) return [`J9: coupon ${id} counts ${is.minor} taken off, people saw ${minor}`];
    const isTooMuch = count > most || minor > (mostMinor ?? minor);
    return isTooMuch && !is.told ? [`J5: coupon ${id} was used ${count} times for ${minor}, and nobody was told`] : [];
  });
}

/** Each offer took off in each store what people saw it take off, less what came back (rule J9). */
export async function compareOffers(world: Audited): Promise<string[]> {
  const done = await doneBy(world);
  const due = new Map<string, { minor: number; uses: number }>();
  for (const [receipt, { operation, lines = [] }] of done.sales) {
    const offers = new Set<string>();
    for (const { lineNo, quantity, offers: taken } of lines) {
      const back = Math.min(quantity, done.back.get(`${receipt} ${lineNo}`) ?? 0);
      for (const { promotionId, minor } of taken) {
        const id = `${promotionId}:${operation.storeId}`;
        const before = due.get(id) ?? { minor: 0, uses: 0 };
        const isFirst = !offers.has(id) && !done.voided.has(receipt);
        offers.add(id);
        due.set(id, { minor: before.minor + minor - Math.round((minor * back) / quantity), uses: before.uses + (isFirst ? 1 : 0) });
      }
    }
  }
  const { rows } = await sql<{ id: string; minor: number; uses: number }>`
    select id, (body -> 'amountMinor')::bigint as minor, (body -> 'uses')::int as uses
    from documents where kind = 'store_promotion_use'`.execute(world.pool.db);
  const known = new Map(rows.map((row) => [row.id, row]));
  const amounts = [...due].flatMap(([id, { minor, uses }]) => {
    const is = known.get(id);
    const isRight = (is?.minor ?? 0) === minor && (is?.uses ?? 0) === uses;
    return isRight ? [] : [`J9: offer ${id} counts ${is?.minor ?? 0} in ${is?.uses ?? 0} sales, people saw ${minor} in ${uses}`];
  });
  return [...amounts, ...(await compareCoupons(world, done))];
}
