import { discountLines } from '../promotions/discount-lines.ts';
import type { Promotion } from '../promotions/promotion.ts';
import { lineTaxes, type TaxCase } from '../tax/line-taxes.ts';
import type { LineTax } from '../tax/tax.ts';
import type { CartLine, DecidedDiscount } from './cart-line.ts';
import { discountByHand } from './discount-by-hand.ts';
import { adjusted, type Adjustments, type OpenLine, openLines } from './open-line.ts';
import { overridePrices } from './override-prices.ts';
import type { SaleLine } from './sale-line.ts';
import { spreadSaleDiscount } from './spread-sale-discount.ts';

export interface PriceRules extends TaxCase {
  readonly promotions: readonly Promotion[];
  /** The calendar day in the store, YYYY-MM-DD: promotions begin and end by it, whatever the business date. */
  readonly date: string;
  /** What a person takes off the whole sale. */
  readonly saleDiscount?: DecidedDiscount | undefined;
}

export interface PricedSale {
  readonly lines: SaleLine[];
  readonly totalMinor: number;
  readonly taxMinor: number;
}

/** What promotions take off. A line whose price a person has decided takes part in none. */
function promote(lines: readonly OpenLine[], { promotions, date }: PriceRules): Adjustments {
  const members = lines.flatMap(({ line, grossMinor }, index) => (line.override === undefined ? [{ ...line, grossMinor, index }] : []));
  const found = discountLines(members, promotions, date);
  const byLine = new Map(members.map(({ index }, position) => [index, found[position] ?? []]));
  return lines.map((_, index) => byLine.get(index) ?? []);
}

/** The line as the sale keeps it. */
function closeLine({ line, grossMinor, adjustments, leftMinor }: OpenLine, taxes: LineTax[], lineNo: number, inclusive: boolean): SaleLine {
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.amountMinor, 0);
  return {
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
    associateId: line.associateId ?? null,
    note: line.note ?? null,
    reference: line.reference ?? null,
    orderId: line.orderId ?? null,
  };
}

/**
 * Prices goods on the counter by the same rules on the register and the server (rule M1), in steps that each add adjustments:
 * the unit price that a line came with, promotions, what a person changed on a line, a discount of the sale, taxes, totals.
 */
export function priceSale(cart: readonly CartLine[], rules: PriceRules): PricedSale {
  let open = openLines(cart);
  open = adjusted(open, promote(open, rules));
  open = adjusted(open, overridePrices(open));
  open = adjusted(open, discountByHand(open));
  open = adjusted(open, spreadSaleDiscount(open, rules.saleDiscount));
  const taxes = lineTaxes(
    open.map(({ line, leftMinor }) => ({
      taxClass: line.taxClass,
      amountMinor: leftMinor,
      quantity: line.quantity,
      quantityDecimals: line.quantityDecimals ?? 0,
    })),
    rules,
  );
  const lines = open.map((line, index) => closeLine(line, taxes[index] ?? [], index + 1, rules.pricesIncludeTax));
  return {
    lines,
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, 0),
  };
}
