import type { Result } from '../base/result.ts';
import type { BarcodeRefusal } from './barcode-refusal.ts';

/** A decimal value on a label: `value` counts steps of 10^−`decimals`. */
export interface LabelValue {
  readonly value: number;
  readonly decimals: number;
}

export interface LabelWeight extends LabelValue {
  readonly unit: 'kg' | 'lb' | 'oz' | 'ozt';
}

/** A price of everything that the label is on, in units of the currency; null where the label says no currency. */
export interface LabelPrice extends LabelValue {
  readonly currency: string | null;
}

/** A trade item by its number. */
export interface TradeItem {
  readonly kind: 'gtin8' | 'gtin12' | 'gtin13' | 'gtin14' | 'upce' | 'isbn' | 'isbn10' | 'ismn' | 'issn';
  /** The 14 digits under which products are known everywhere. */
  readonly gtin14: string;
  /** The two or five digits beside a book or a periodical. */
  readonly addon?: string;
  /** What the five digits suggest as a price. */
  readonly suggestedPrice?: LabelPrice;
}

/** A number that has a meaning in one company only: looked up whole. */
export interface CompanyNumber {
  readonly kind: 'rcn12' | 'rcn13' | 'rcn12_company' | 'rcn13_company';
  readonly opaque: true;
  readonly gtin14: string;
}

/** A label of a store's own scale. */
export interface InStoreLabel {
  readonly kind: 'rcn12' | 'rcn13';
  readonly opaque: false;
  /** The country whose layout it has, or `configured`. */
  readonly region: string;
  /** The digits that name the article. */
  readonly item: string;
  /** The label's number with the value left out, by which products are found too. */
  readonly gtin14: string;
  readonly measure: 'price' | 'weight' | 'count';
  readonly amount: LabelValue;
  /** The check digit of the value; null where the layout has none. */
  readonly measureCheck: string | null;
}

/** What a GS1 code says, as far as a till asks. What it does not say is left out. */
export interface Gs1Code {
  readonly kind: 'gs1' | 'gs1_digital_link';
  /** Values by application identifier. */
  readonly elements: ReadonlyMap<string, string>;
  /** The trade item that it is on; null on a pallet, a coupon or a payment slip. */
  readonly gtin14: string | null;
  readonly isCoupon: boolean;
  readonly lot?: string;
  readonly serial?: string;
  /** YYYY-MM-DD. */
  readonly expiry?: string;
  readonly weight?: LabelWeight;
  readonly price?: LabelPrice;
  readonly count?: number;
  /** What is odd about it, and does not keep it from being sold. */
  readonly warning: 'missing_required:00' | 'separator_missing' | null;
}

export type Barcode =
  | TradeItem
  | CompanyNumber
  | InStoreLabel
  | Gs1Code
  /** Money off or back, never goods. */
  | { readonly kind: 'coupon_upca' | 'coupon_ean98' | 'coupon_ean99' }
  /** A code of one's own, or an add-on that came alone. */
  | { readonly kind: 'internal' | 'addon'; readonly value: string }
  /** Digits that were typed on another keyboard layout, and what they would have been. */
  | { readonly kind: 'layout_remap'; readonly remapped: string; readonly then: Result<Barcode, BarcodeRefusal> };
