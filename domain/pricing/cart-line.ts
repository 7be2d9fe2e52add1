import type { PriceSource } from '../base/adjustment.ts';
import type { Unit } from '../base/measure.ts';
import type { SaleOrder } from '../sale-orders/sale-order.ts';
import type { QuotedPrice } from './quoted-price.ts';
import type { SaleLine } from './sale-line.ts';

/** What a person takes off: hundredths of a percent of what is left, or an amount in minor units. */
export type Discount = { readonly basisPoints: number } | { readonly amountMinor: number };

/** Who is behind a price that a person has changed. */
export interface Decided {
  /** A code of the list of reasons. */
  readonly reason: string | null;
  /** Who allowed it; null where it needed nobody. */
  readonly approvedBy: string | null;
  /** Whether a badge showed who it was; left out where a PIN did. */
  readonly byBadge?: true;
}

/** Why somebody decided something, and who allowed it, of a change to a price. */
export function decidedOf({ reason, approvedBy, byBadge }: Decided): Decided {
  return byBadge === undefined ? { reason, approvedBy } : { reason, approvedBy, byBadge };
}

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
  /** How the customer gets it, where the sale orders it instead of handing it over. */
  readonly order?: SaleOrder | null;
}
