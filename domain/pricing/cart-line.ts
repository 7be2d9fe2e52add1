import type { Decided } from './decided.ts';
import type { PriceSource } from '../base/adjustment.ts';
import type { Unit } from '../base/measure.ts';
import type { SaleOrder } from '../sale-orders/sale-order.ts';
import type { QuotedPrice } from './quoted-price.ts';
import type { LineWeighing } from '../weighing/line-weighing.ts';
import type { LineBundle } from './line-bundle.ts';
import type { SaleLine } from './sale-line.ts';

/** What a person takes off: hundredths of a percent of what is left, or an amount in minor units. */
export type Discount = { readonly basisPoints: number } | { readonly amountMinor: number };

export type DecidedDiscount = Discount & Decided;

export interface PriceOverride extends Decided {
  /** Instead of the line's own, in thousandths of a minor unit. */
  readonly unitPrice: number;
}

/** A line on the counter, before it is priced. What it does not say is as for goods by the piece at the catalog's price. */
export interface CartLine {
  readonly kind?: SaleLine['kind'];
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  /** In steps of 10^−`quantityDecimals` of `unit`. */
  readonly quantity: number;
  readonly unit?: Unit;
  readonly quantityDecimals?: number;
  /** How its weight came about. */
  readonly weighing?: LineWeighing;
  readonly serialNumbers?: readonly string[];
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly priceSource?: PriceSource;
  /** What the catalog asks for a unit, where a price list says what it costs. */
  readonly catalogPrice?: number;
  readonly taxClass: string;
  /** From which age on it is sold, in years. */
  readonly minimumAge?: number | null;
  /** As the catalog has them, for promotions that name goods by them. */
  readonly category?: string | null | undefined;
  readonly brand?: string | null | undefined;
  /** A line with it takes part in no promotion: a person has decided its price. */
  readonly override?: PriceOverride;
  readonly discount?: DecidedDiscount;
  readonly associateId?: string | null;
  readonly note?: string | null;
  readonly reference?: string | null;
  /** What a quote promises for it: then promotions, discounts and price lists of today count for nothing. */
  readonly quoted?: QuotedPrice | null;
  /** The bundle that it is part of: then that says what it costs. */
  readonly bundle?: LineBundle;
  /** How the customer gets it, where the sale orders it instead of handing it over. */
  readonly order?: SaleOrder | null;
}
