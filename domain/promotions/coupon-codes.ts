import { couponId, type EnteredCoupon } from './coupon.ts';
import type { Promotion } from './promotion.ts';

/** Codes and the promotions that each of them unlocks, found by the code in small letters. */
type CodeIndex = ReadonlyMap<string, { readonly code: string; readonly promotions: Promotion[] }[]>;

const indexes = new WeakMap<readonly Promotion[], CodeIndex>();

function indexOf(promotions: readonly Promotion[]): CodeIndex {
  const known = indexes.get(promotions);
  if (known !== undefined) return known;
  const index = new Map<string, { code: string; promotions: Promotion[] }[]>();
  for (const promotion of promotions) {
    for (const code of promotion.codes) {
      const folded = code.toLowerCase();
      const alike = index.get(folded) ?? [];
      const same = alike.find((one) => one.code === code);
      if (same === undefined) alike.push({ code, promotions: [promotion] });
      else if (!same.promotions.includes(promotion)) same.promotions.push(promotion);
      index.set(folded, alike);
    }
  }
  indexes.set(promotions, index);
  return index;
}

/**
 * The code that was typed or scanned, as a promotion writes it; null where none knows it. Capitals matter only between codes that differ in
 * nothing else.
 * @param promotions the same list as long as they do not change: its codes are indexed once.
 */
export function findCode(promotions: readonly Promotion[], entered: string): string | null {
  const text = entered.trim();
  const alike = indexOf(promotions).get(text.toLowerCase()) ?? [];
  const found = alike.find(({ code }) => code === text) ?? (alike.length === 1 ? alike[0] : undefined);
  return found?.code ?? null;
}

/** The promotions that a code unlocks, in the order of the list. */
export function promotionsOfCode(promotions: readonly Promotion[], code: string): readonly Promotion[] {
  return (
    indexOf(promotions)
      .get(code.toLowerCase())
      ?.find((one) => one.code === code)?.promotions ?? []
  );
}

/** Entered codes as a held sale keeps them: no code stands in it (rule A2). */
export function couponsOfCodes(promotions: readonly Promotion[], codes: readonly string[]): EnteredCoupon[] {
  return codes.flatMap((code) => promotionsOfCode(promotions, code).map(({ id }) => ({ promotionId: id, couponId: couponId(id, code) })));
}

/** The codes behind what a held sale keeps. One whose promotion is gone is gone, too. */
export function codesOfCoupons(promotions: readonly Promotion[], coupons: readonly EnteredCoupon[]): string[] {
  const found = coupons.map(({ promotionId, couponId: wanted }) =>
    promotions.find(({ id }) => id === promotionId)?.codes.find((code) => couponId(promotionId, code) === wanted),
  );
  return [...new Set(found.filter((code) => code !== undefined))];
}
