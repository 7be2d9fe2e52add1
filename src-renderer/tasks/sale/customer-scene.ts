import { discountOf } from '../../../domain/base/adjustment.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { lastFourOf } from '../../../domain/stored-value/stored-value.ts';
import { countItems } from '../../../texts/say/count-items.ts';
import { MOST_LINES, type SaleScene, type ShownLine, type ShownPayment, type ThanksScene } from '../../kit/customer-view/customer-view.ts';
import type { PromotionNames } from '../../kit/promotion-reasons.ts';
import type { PaymentPlan } from '../payment/payment-plan.ts';
import type { CompletedSale } from './record-sale.ts';

export interface SaleOnDisplay {
  readonly lines: readonly SaleLine[];
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Where the line that was touched last stands; -1 for none. */
  readonly marked: number;
  readonly names: PromotionNames;
  readonly plan: PaymentPlan;
  /** Whether the plan of the payment is open on the till. */
  readonly isPaying: boolean;
}

/** What a customer may see of a line: no notes, no reasons, no stock, and of a gift card its last digits. */
function shownLine(line: SaleLine, isMarked: boolean, names: PromotionNames): ShownLine {
  const { kind, name, reference, quantity, unit, quantityDecimals, unitPrice, grossMinor } = line;
  const promoted = line.adjustments.flatMap(({ sourceId }) => names.get(sourceId ?? '') ?? []);
  const lastFour = kind === 'gift_card' && reference !== null ? lastFourOf(reference) : null;
  const amountMinor = grossMinor - discountOf(line);
  const promotions = [...new Set(promoted)];
  return { kind, name, lastFour, quantity, unit, quantityDecimals, unitPrice, grossMinor, amountMinor, promotions, isMarked };
}

/** Cash that somebody still types is not shown: it would look like less than the customer gave. */
function shownPayment({ plan, isPaying }: Pick<SaleOnDisplay, 'plan' | 'isPaying'>): ShownPayment | null {
  const { takenMinor, pendingMinor, givenMinor, changeMinor, leftMinor, isComplete, foreignMinor } = plan;
  if (!isPaying && !isComplete) return null;
  const counted = isComplete
    ? { givenMinor, leftMinor, changeMinor }
    : { givenMinor: null, leftMinor: plan.cash.exactMinor, changeMinor: 0 };
  const roundingMinor = plan.cash.roundingMinor;
  return { takenMinor: takenMinor + foreignMinor, pendingMinor, roundingMinor, ...counted };
}

/** The sale on the counter as its customer sees it; null while there is nothing in it. */
export function saleScene(sale: SaleOnDisplay): SaleScene | null {
  const { lines, totalMinor, taxMinor, currency, pricesIncludeTax, marked, names } = sale;
  if (lines.length === 0) return null;
  // The line that was touched is seen, also where it is not among the last.
  const end = marked === -1 ? lines.length : Math.min(lines.length, Math.max(marked + 1, MOST_LINES));
  const first = Math.max(0, end - MOST_LINES);
  return {
    kind: 'sale',
    currency,
    earlierLines: first,
    lines: lines.slice(first, end).map((line, index) => shownLine(line, first + index === marked, names)),
    itemCount: countItems(lines),
    discountMinor: lines.reduce((sum, line) => sum + discountOf(line), 0),
    taxMinor: pricesIncludeTax ? null : taxMinor,
    totalMinor,
    payment: shownPayment(sale),
  };
}

/** The end of a sale: what goes back to its customer. */
export function thanksScene({ at, payload }: Pick<CompletedSale, 'at' | 'payload'>): ThanksScene {
  const cash = payload.tenders.filter((tender) => tender.kind === 'cash');
  return {
    kind: 'thanks',
    currency: payload.currency,
    totalMinor: payload.totalMinor,
    changeMinor: cash.length === 0 ? null : cash.reduce((sum, { changeMinor }) => sum + changeMinor, 0),
    at,
  };
}
