import { lineTotal } from '../../../../domain/base/money.ts';
import type { Further } from '../../../../domain/base/define-operation.ts';
import type { Role } from '../../../../domain/associates/associate.ts';
import { type Answer, isApproved, mayDo } from '../../../../domain/permissions/may-do.ts';
import type { PermissionTable } from '../../../../domain/permissions/roles.ts';
import type { CartLine, DecidedDiscount, Discount } from '../../../../domain/pricing/cart-line.ts';
import type { ApprovedBy } from '../../../kit/approved-by.ts';
import { withoutQuote } from '../../../../domain/pricing/quoted-lines.ts';
import type { PricedSale } from '../../../../domain/pricing/price-sale.ts';
import { takenOffByHand } from '../../../../domain/pricing/taken-off-by-hand.ts';

/** What somebody wants to change: the price of a line, a discount on it, or one on the whole sale. `id` is that of the line. */
export type PriceWish =
  | { readonly on: 'line'; readonly id: string; readonly unitPrice: number }
  | { readonly on: 'line'; readonly id: string; readonly discount: Discount }
  | { readonly on: 'sale'; readonly discount: Discount };

/** Why, and who allowed it. */
export interface Decision extends ApprovedBy {
  readonly reason: string;
}

/** The goods on the counter, and what is taken off all of them. */
export interface WishedSale<L extends CartLine> {
  readonly lines: readonly L[];
  readonly saleDiscount: DecidedDiscount | null;
}

/** The sale as it is wished for. A new price takes the place of an older discount of the line, and the other way round. */
export function withWish<L extends CartLine & { readonly id: string }>(
  sale: WishedSale<L>,
  wish: PriceWish,
  decision: Decision,
): WishedSale<L> {
  if (wish.on === 'sale') return { ...sale, saleDiscount: { ...wish.discount, ...decision } };
  const lines = sale.lines.map((line): L => {
    if (line.id !== wish.id) return line;
    const { override: _1, discount: _2, ...plain } = withoutQuote(line);
    const changed =
      'discount' in wish ? { discount: { ...wish.discount, ...decision } } : { override: { unitPrice: wish.unitPrice, ...decision } };
    return { ...plain, ...changed } as unknown as L;
  });
  return { ...sale, lines };
}

/** How much a role may take off by itself, in hundredths of a percent; null where there is no limit. */
export function ownLimit(table: PermissionTable, role: Role): number | null {
  const rule = table[role]?.['sale.discount'] ?? 'allowed';
  if (typeof rule === 'string') return rule === 'allowed' ? null : 0;
  return rule.above ?? 0;
}

export interface WishCase {
  readonly table: PermissionTable;
  readonly associateId: string | null;
  readonly role: Role;
  readonly roleOf: (associateId: string) => Role | undefined;
}

/** Whether a wish needs somebody: the most that it takes off a line without an approval, and the answer to it. */
export interface WishAnswer {
  readonly answer: Answer;
  /** Hundredths of a percent. */
  readonly weight: number;
}

/** Asks the roles about what people take off in a sale as it is priced with the wish (rule A1). */
export function answerToWish({ lines }: Pick<PricedSale, 'lines'>, { table, associateId, role, roleOf }: WishCase): WishAnswer {
  const isCovered = ({ weight, approvers }: Further): boolean => {
    const answer = mayDo(table, role, 'sale.discount', weight);
    return approvers.some((id) => {
      const approverRole = roleOf(id);
      return approverRole !== undefined && isApproved(answer, associateId, { associateId: id, role: approverRole });
    });
  };
  const weight = takenOffByHand(lines).reduce((most, one) => (isCovered(one) ? most : Math.max(most, one.weight)), 0);
  return { answer: weight === 0 ? { kind: 'allowed' } : mayDo(table, role, 'sale.discount', weight), weight };
}

/**
 * The same wish, as far as somebody may go alone.
 * @param limit hundredths of a percent. @param totalMinor what the sale comes to without the wish.
 */
export function withinLimit(wish: PriceWish, line: CartLine | undefined, totalMinor: number, limit: number): PriceWish | null {
  const left = (amount: number) => Math.ceil((amount * (10_000 - limit)) / 10_000);
  if (wish.on === 'line' && 'unitPrice' in wish) {
    return line === undefined ? null : { ...wish, unitPrice: Math.ceil(left(line.unitPrice) / 1000) * 1000 };
  }
  if ('basisPoints' in wish.discount) return { ...wish, discount: { basisPoints: limit } };
  const whole =
    wish.on === 'sale' ? totalMinor : line === undefined ? 0 : lineTotal(line.unitPrice, line.quantity, line.quantityDecimals ?? 0);
  return { ...wish, discount: { amountMinor: whole - left(whole) } };
}
