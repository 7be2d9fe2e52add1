import type { SaleLine } from './sale-line.ts';
import { discountOf } from '../base/adjustment.ts';
import { allocate, lineTotal, multiplyDivideRound } from '../base/money.ts';
import { discountLines } from '../promotions/discount-lines.ts';
import type { Promotion } from '../promotions/promotion.ts';

/** A line of goods on the counter, before it is priced. */
export interface CartLine {
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  readonly quantity: number;
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly taxClass: string;
}

export interface PriceRules {
  readonly pricesIncludeTax: boolean;
  /** Parts per million, by tax class; a class that is not named is not taxed. */
  readonly taxRates: ReadonlyMap<string, number>;
  readonly promotions: readonly Promotion[];
  /** The calendar day in the store, YYYY-MM-DD: promotions begin and end by it, whatever the business date. */
  readonly date: string;
}

export interface PricedSale {
  readonly lines: SaleLine[];
  readonly totalMinor: number;
  readonly taxMinor: number;
}

/** Tax is rounded once per tax class and allocated to its lines, so that the parts add up to the whole (rule M1). */
function taxPerLine(nets: readonly number[], cart: readonly CartLine[], rules: PriceRules): number[] {
  const taxes = nets.map(() => 0);
  for (const taxClass of new Set(cart.map((line) => line.taxClass))) {
    const rate = rules.taxRates.get(taxClass) ?? 0;
    const members = cart.flatMap((line, index) => (line.taxClass === taxClass ? [index] : []));
    const weights = members.map((index) => nets[index] ?? 0);
    const net = weights.reduce((sum, weight) => sum + weight, 0);
    const tax = multiplyDivideRound(net, rate, rules.pricesIncludeTax ? 1_000_000 + rate : 1_000_000);
    allocate(tax, weights).forEach((share, position) => {
      taxes[members[position] ?? 0] = share;
    });
  }
  return taxes;
}

/** Prices goods on the counter: promotions, tax and totals, by the same rules on the register and the server (rule M1). */
export function priceSale(cart: readonly CartLine[], rules: PriceRules): PricedSale {
  const gross = cart.map((line) => lineTotal(line.unitPrice, line.quantity));
  const discounts = discountLines(
    cart.map((line, index) => ({ ...line, grossMinor: gross[index] ?? 0 })),
    rules.promotions,
    rules.date,
  );
  const nets = gross.map((amount, index) => amount - discountOf({ adjustments: discounts[index] ?? [] }));
  const taxes = taxPerLine(nets, cart, rules);
  const lines = cart.map((line, index): SaleLine => {
    const taxMinor = taxes[index] ?? 0;
    const net = nets[index] ?? 0;
    return {
      lineNo: index + 1,
      kind: 'goods',
      sku: line.sku,
      gtin: line.gtin,
      name: line.name,
      quantity: line.quantity,
      unit: 'piece',
      quantityDecimals: 0,
      serialNumbers: [],
      unitPrice: line.unitPrice,
      priceSource: 'catalog',
      grossMinor: gross[index] ?? 0,
      adjustments: discounts[index] ?? [],
      taxClass: line.taxClass,
      taxes: [
        {
          code: line.taxClass,
          ratePpm: rules.taxRates.get(line.taxClass) ?? 0,
          baseMinor: rules.pricesIncludeTax ? net - taxMinor : net,
          amountMinor: taxMinor,
        },
      ],
      taxMinor,
      totalMinor: net + (rules.pricesIncludeTax ? 0 : taxMinor),
      associateId: null,
      note: null,
      reference: null,
      orderId: null,
    };
  });
  return {
    lines,
    totalMinor: lines.reduce((sum, line) => sum + line.totalMinor, 0),
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, 0),
  };
}
