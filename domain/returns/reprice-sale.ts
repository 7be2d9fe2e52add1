import { apportion } from '../base/apportion.ts';
import { discountOf } from '../base/adjustment.ts';
import type { StoreReader } from '../base/define-document.ts';
import { allocate, lineTotal, multiplyDivideRound, portionOf } from '../base/money.ts';
import { applyPromotions } from '../promotions/apply-promotions.ts';
import { promotionDocument } from '../promotions/documents.ts';
import type { Promotion } from '../promotions/promotion.ts';
import { inPromotions } from '../pricing/in-promotions.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { Sale } from '../sale/sale.ts';
import { settingOf } from '../settings/setting-of.ts';
import { priceOfKept, repricedRefund } from './reprice-return.ts';
import type { ReturnLine } from './return.ts';
import { promotionPolicy } from './settings.ts';

export type LineRefund = Pick<ReturnLine, 'refundMinor' | 'refundTaxMinor' | 'taxes'>;

/** The refunds of these units, one by one, when the sale is priced again; null where each line gives back its share instead. */
export type Reprice = (back: readonly { readonly lineNo: number; readonly quantity: number }[]) => LineRefund[] | null;

const isPromotion = ({ source }: { readonly source: string }): boolean => source === 'promotion' || source === 'reward';

/** Whether promotions made anything of a sale cheaper: no other sale is priced again. */
export const hasPromotions = ({ lines }: Sale): boolean => lines.some(({ adjustments }) => adjustments.some(isPromotion));

/** A promotion as it was at the sale: it held then, so whether it holds today is not asked. */
function asAtSale(promotion: Promotion, date: string): Promotion {
  const unlimited = { budgetMinor: null, maxUses: null, maxUsesPerCustomer: null, maxMinorPerCustomer: null, usesPerCode: null };
  const anyone = { storeIds: [], customerGroups: [], codes: [] };
  return { ...promotion, ...unlimited, ...anyone, startsOn: date, endsOn: date, weekdays: [], fromTime: null, untilTime: null };
}

/** The promotions of a sale; null where one of them is not known any more, or has points in it, which nobody gives back here. */
function promotionsOf(reader: StoreReader, sale: Sale): Promotion[] | null {
  const made = sale.lines.flatMap(({ adjustments }) => adjustments.filter(isPromotion));
  const ids = [...new Set(made.map(({ sourceId }) => sourceId))];
  const known = ids.flatMap((id) => (id === null ? [] : (reader.get(promotionDocument, id) ?? [])));
  if (ids.length === 0 || known.length < ids.length || known.some(({ kind }) => kind === 'points')) return null;
  return known.map((one) => asAtSale(one, sale.businessDate));
}

const promotedLine = (line: SaleLine) => ({
  sku: line.sku,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  grossMinor: line.grossMinor,
  quantityDecimals: line.quantityDecimals,
  // A price that a person or a bundle decided took part in no promotion.
  ...inPromotions(line.kind),
  ...(line.adjustments.some(({ source }) => source === 'price_override' || source === 'bundle') && { fixed: true }),
});

/** Whether the promotions give today what they gave at the sale: they may have been changed since, or name goods by their category. */
function stillGive(sale: Sale, promotions: readonly Promotion[]): boolean {
  const { adjustments } = applyPromotions(sale.lines.map(promotedLine), promotions, { date: sale.businessDate });
  return sale.lines.every(
    (line, index) =>
      discountOf({ adjustments: line.adjustments.filter(isPromotion) }) === discountOf({ adjustments: adjustments[index] ?? [] }),
  );
}

/** What taxes add to an amount of a line: by their rates where these alone made the taxes of the sale, else in proportion to them. */
function taxOn({ taxes, taxMinor }: SaleLine, netMinor: number, paidMinor: number): number {
  const rate = taxes.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  const byRate = (amount: number): number => multiplyDivideRound(amount, rate, 1_000_000);
  if (paidMinor === 0 || Math.abs(byRate(paidMinor) - taxMinor) <= taxes.length) return byRate(netMinor);
  return multiplyDivideRound(netMinor, taxMinor, paidMinor);
}

/** What kept units cost alone, with what else was taken off the line and the taxes that it carries. */
function keptTotal(line: SaleLine, kept: number, promotedMinor: number, pricesIncludeTax: boolean): number {
  const others = { adjustments: line.adjustments.filter((one) => !isPromotion(one)) };
  const net = Math.max(0, promotedMinor - portionOf(discountOf(others), line.quantity, 0, kept));
  return pricesIncludeTax ? net : net + taxOn(line, net, line.grossMinor - discountOf(line));
}

/** What was paid for the sale and did not come back yet, in minor units. */
export function unrefundedOf(sale: Sale): number {
  if (sale.refundedMinor !== null) return sale.totalMinor - sale.refundedMinor;
  const back = ({ lineNo, quantity }: SaleLine) => Math.min(quantity, sale.returned[lineNo] ?? 0);
  return sale.totalMinor - sale.lines.reduce((sum, line) => sum + portionOf(line.totalMinor, line.quantity, 0, back(line)), 0);
}

/** What any units of a line cost by the list: their price without promotions, with its taxes. */
export function listTotal(line: SaleLine, quantity: number, pricesIncludeTax: boolean): number {
  const gross = lineTotal(line.unitPrice, quantity, line.quantityDecimals);
  return pricesIncludeTax ? gross : gross + taxOn(line, gross, line.grossMinor - discountOf(line));
}

/** A part of what a line was paid for, with the taxes that lie in it. */
function withTaxes(line: SaleLine, refundMinor: number): LineRefund {
  const part = (amount: number): number => (line.totalMinor === 0 ? 0 : multiplyDivideRound(amount, refundMinor, line.totalMinor));
  const refundTaxMinor = part(line.taxMinor);
  const amounts = apportion(
    refundTaxMinor,
    line.taxes.map((tax) => tax.amountMinor),
  );
  const taxes = line.taxes.map((tax, index) => ({ ...tax, baseMinor: part(tax.baseMinor), amountMinor: amounts[index] ?? 0 }));
  return { refundMinor, taxes, refundTaxMinor };
}

/** The line of the sale, with units of it that come back. */
interface Coming {
  readonly line: SaleLine;
  readonly quantity: number;
}

const shareOf = ({ totalMinor, quantity }: SaleLine, units: number): number => multiplyDivideRound(totalMinor, units, quantity);

/** Spreads a refund over what comes back, by the most that each may give back. */
function spreadRefund(refundMinor: number, coming: readonly Coming[], pricesIncludeTax: boolean): LineRefund[] {
  // A price that a person raised was paid above the list.
  const most = coming.map(({ line, quantity }) => Math.max(shareOf(line, quantity), listTotal(line, quantity, pricesIncludeTax)));
  const refund = Math.min(
    refundMinor,
    most.reduce((sum, one) => sum + one, 0),
  );
  return allocate(refund, most).map((share, index) => {
    const line = coming[index]?.line;
    return line === undefined ? NOTHING_BACK : withTaxes(line, share);
  });
}

const NOTHING_BACK: LineRefund = { refundMinor: 0, refundTaxMinor: 0, taxes: [] };

/** Shares of what is left of a sale that was priced again before and cannot be any more: the last goods bring back the rest. */
function sharesOfRest(sale: Sale, coming: readonly Coming[], kept: readonly number[]): number {
  const comes = coming.reduce((sum, { line, quantity }) => sum + shareOf(line, quantity), 0);
  const stays = sale.lines.reduce((sum, line, index) => sum + shareOf(line, kept[index] ?? 0), 0);
  const left = Math.max(0, unrefundedOf(sale));
  return kept.every((units) => units === 0) || comes + stays === 0 ? left : multiplyDivideRound(left, comes, comes + stays);
}

/**
 * How returns of a sale are refunded where the company prices them again; null where it does not, or where the promotions of the
 * sale are not known any more as they were: then each line gives back its own share (rule J9). A sale that was priced again once
 * gives back shares of what is left of it instead: its own shares may be more than that.
 */
export function repriceOf(reader: StoreReader, sale: Sale): Reprice | null {
  const known = settingOf(reader, promotionPolicy, {}) === 'prorated' ? null : promotionsOf(reader, sale);
  const promotions = known !== null && stillGive(sale, known) ? known : null;
  if (promotions === null && sale.refundedMinor === null) return null;
  return (back) => {
    const comes = new Map<number, number>();
    for (const { lineNo, quantity } of back) comes.set(lineNo, (comes.get(lineNo) ?? 0) + quantity);
    const kept = sale.lines.map(({ lineNo, quantity }) => quantity - (sale.returned[lineNo] ?? 0) - (comes.get(lineNo) ?? 0));
    if (kept.some((units) => units < 0)) return null;
    const coming = back.flatMap(({ lineNo, quantity }): Coming[] => {
      const line = sale.lines.find((one) => one.lineNo === lineNo);
      return line === undefined ? [] : [{ line, quantity }];
    });
    if (coming.length < back.length) return null;
    if (promotions === null) return spreadRefund(sharesOfRest(sale, coming, kept), coming, sale.pricesIncludeTax);
    const prices = priceOfKept(
      sale.lines.map((line, index) => ({ ...promotedLine(line), kept: kept[index] ?? 0 })),
      promotions,
      { date: sale.businessDate },
    );
    const totals = sale.lines.map((line, index) => keptTotal(line, kept[index] ?? 0, prices[index] ?? 0, sale.pricesIncludeTax));
    return spreadRefund(repricedRefund(unrefundedOf(sale), totals), coming, sale.pricesIncludeTax);
  };
}
