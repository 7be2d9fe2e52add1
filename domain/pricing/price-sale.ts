import { applyPromotions, type PromotionResult } from '../promotions/apply-promotions.ts';
import { couponId, customerUseId, isCountedByCustomer, type UsedCoupon } from '../promotions/coupon.ts';
import { bookOf } from '../promotions/promotion-book.ts';
import type { PromotionContext } from '../promotions/promotion-context.ts';
import { pointsOf } from '../promotions/run-promotions.ts';
import type { Promotion } from '../promotions/promotion.ts';
import { lineTaxes, type TaxCase } from '../tax/line-taxes.ts';
import type { LineTax } from '../tax/tax.ts';
import type { CartLine, DecidedDiscount } from './cart-line.ts';
import { bundleAdjustments } from './bundle.ts';
import { discountByHand } from './discount-by-hand.ts';
import { adjusted, type OpenLine, openLines } from './open-line.ts';
import { exemptCustomer, untaxed } from './exempt-customer.ts';
import { inPromotions } from './in-promotions.ts';
import { overridePrices } from './override-prices.ts';
import { isQuoted, quotedAdjustments } from './quoted-lines.ts';
import type { SaleLine } from './sale-line.ts';
import { spreadSaleDiscount } from './spread-sale-discount.ts';

export interface PriceRules extends TaxCase, PromotionContext {
  /** The same list as long as they do not change: see {@link applyPromotions}. */
  readonly promotions: readonly Promotion[];
  /** What a person takes off the whole sale. */
  readonly saleDiscount?: DecidedDiscount | undefined;
}

export interface PricedSale {
  readonly lines: SaleLine[];
  readonly totalMinor: number;
  readonly taxMinor: number;
  /** Which promotions applied, which did not and why, and what would unlock the next. Lines are counted from 0. */
  readonly promotions: Omit<PromotionResult, 'adjustments'>;
  /** The codes that made it cheaper, as a sale keeps them. */
  readonly coupons: UsedCoupon[];
  /** The points of the customer that took something off; 0 for most. Points that pay as a tender are none of them. */
  readonly usedPoints: number;
}

/**
 * What promotions take off. A line whose price a person or a bundle has decided takes part in none, nor does a line that gives
 * money back. For the others their kind decides.
 */
function promote(lines: readonly OpenLine[], rules: PriceRules): PromotionResult {
  const promoted = lines.map(({ line, grossMinor }) => {
    const { fixed, bySkuAlone } = inPromotions(line.kind);
    const isDecided = isQuoted(line) || line.override !== undefined || line.bundle !== undefined || grossMinor < 0;
    return {
      sku: line.sku,
      quantity: line.quantity,
      quantityDecimals: line.quantityDecimals ?? 0,
      unitPrice: line.unitPrice,
      category: line.category,
      brand: line.brand,
      grossMinor,
      fixed: fixed || isDecided,
      bySkuAlone,
    };
  });
  return applyPromotions(promoted, rules.promotions, rules);
}

/** The codes that unlocked promotions, and the promotions that the customer may use in a number of sales. */
function couponsOf({ applied }: Pick<PromotionResult, 'applied'>, { promotions, customerId, date }: PriceRules): UsedCoupon[] {
  const { byId } = bookOf(promotions);
  return applied.flatMap(({ promotionId, code }) => {
    const promotion = byId.get(promotionId);
    if (promotion === undefined) return [];
    const { usesPerCode, maxUsesPerCustomer: mostUses, maxMinorPerCustomer: mostMinor } = promotion;
    const byCode = code === null ? [] : [{ promotionId, couponId: couponId(promotionId, code), mostUses: usesPerCode }];
    if (!isCountedByCustomer(promotion) || customerId === undefined) return byCode;
    const byCustomer = { promotionId, couponId: customerUseId(promotion, customerId, date), mostUses };
    return [...byCode, mostMinor === null ? byCustomer : { ...byCustomer, mostMinor }];
  });
}

/** The line as the sale keeps it. */
function closeLine({ line, grossMinor, adjustments, leftMinor }: OpenLine, taxes: LineTax[], lineNo: number, inclusive: boolean): SaleLine {
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.amountMinor, 0);
  const closed: SaleLine = {
    lineNo,
    kind: line.kind ?? 'goods',
    sku: line.sku,
    gtin: line.gtin,
    name: line.name,
    quantity: line.quantity,
    unit: line.unit ?? 'piece',
    quantityDecimals: line.quantityDecimals ?? 0,
    serialNumbers: [...(line.serialNumbers ?? [])],
    unitPrice: line.unitPrice,
    priceSource: line.priceSource ?? 'catalog',
    grossMinor,
    adjustments: [...adjustments],
    taxClass: line.taxClass,
    taxes,
    taxMinor,
    totalMinor: leftMinor + (inclusive ? 0 : taxMinor),
    points: 0,
    associateId: line.associateId ?? null,
    note: line.note ?? null,
    reference: line.reference ?? null,
    orderId: line.order?.id ?? null,
  };
  return line.weighing === undefined ? closed : { ...closed, weighing: line.weighing };
}

/**
 * Prices goods on the counter by the same rules on the register and the server (rule M1), in steps that each add adjustments: the unit
 * price that a line came with, the price of a bundle, promotions or what a quote promised, what a person changed on a line, a discount
 * of the sale, what an exempt customer does not pay, taxes, totals.
 */
export function priceSale(cart: readonly CartLine[], rules: PriceRules): PricedSale {
  let open = openLines(cart);
  open = adjusted(open, bundleAdjustments(open));
  const { adjustments, ...promotions } = promote(open, rules);
  open = adjusted(open, adjustments);
  open = adjusted(open, quotedAdjustments(open));
  open = adjusted(open, overridePrices(open));
  open = adjusted(open, discountByHand(open));
  open = adjusted(open, spreadSaleDiscount(open, rules.saleDiscount));
  open = adjusted(open, exemptCustomer(open, rules));
  const taxes = lineTaxes(open.map(untaxed), rules);
  const lines = open.map((line, index) => closeLine(line, taxes[index] ?? [], index + 1, rules.pricesIncludeTax));
  return {
    lines,
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, 0),
    promotions,
    coupons: couponsOf(promotions, rules),
    usedPoints: pointsOf(promotions.applied),
  };
}
