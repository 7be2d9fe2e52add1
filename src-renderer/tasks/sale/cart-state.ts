import type { CartLine, DecidedDiscount } from '../../../domain/pricing/cart-line.ts';
import type { AgeCheck } from '../../../domain/sale/check-age.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import type { SaleOrderFulfillment } from '../../../domain/sale-orders/sale-order.ts';
import type { SaleRecorded } from '../../../domain/sale/operations.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ExchangeDraft } from '../returns/return-draft.ts';
import type { CartLines, KeptSale, LabelLine, SaleDraft } from './cart-lines.ts';
import type { CartSum, Paying } from './price-cart.ts';
import type { ChangedPrice } from './price/changed-prices.ts';

export interface CartState {
  readonly lines: CartLines;
  /** The id of the line that is marked: it was touched last; null when the cart is empty. */
  readonly touched: string | null;
  /** Set when the lines were found again after a crash, until the person has seen it. */
  readonly restored: boolean;
  /** Who began it and when, in epoch milliseconds; null while there is nothing in it. */
  readonly begun: SaleDraft['begun'];
  /** Goes up with each sale that ends: paid, cleared, or its last line removed. Whatever belongs to a sale ends with it. */
  readonly turn: number;
  /** By which payments know the sale. */
  readonly id: string;
  /** What is being paid, as it was when money first may have moved. What is scanned meanwhile begins the next sale. Null otherwise. */
  readonly paying: Paying | null;
  /** The sale that was recorded last, since the app was started; null before. */
  readonly last: SaleRecorded | null;
  /** By which payments knew it. */
  readonly sold: string | null;
  /** What a person takes off the whole sale; null where nothing is. */
  readonly saleDiscount: DecidedDiscount | null;
  /** That somebody made sure of the customer's age; null where nobody did yet. */
  readonly ageCheck: AgeCheck | null;
  /** The held sale that it was; null where it never was held. */
  readonly heldSaleId: string | null;
  /** Codes of coupons that were entered, as their promotions write them. */
  readonly codes: readonly string[];
  /** Points of the customer that take something off, at most; null where none shall. */
  readonly points: number | null;
  /** Lines that cost something else than before, until somebody has seen it. */
  readonly changedPrices: readonly ChangedPrice[];
  /** Who buys; null where nobody has said who they are. */
  readonly customerId: string | null;
  /** The article that waits to be weighed, and for which turn: with that it ends. Null where none does. */
  readonly weighing: { readonly product: Product; readonly turn: number } | null;
  /** What comes back for goods that are taken home; null where this is no exchange. */
  readonly exchange: ExchangeDraft | null;
  /** Whether the draft has been looked for. */
  readonly ready: boolean;
}

export interface Cart {
  readonly state: StoreApi<CartState>;
  add(product: Product, quantity?: number, label?: LabelLine): void;
  /** Puts goods on the counter that are not as the catalog has them. */
  addLine(line: CartLine): void;
  /** An article is to be weighed before it comes onto the counter; null where it was, or is not sold after all. */
  setWeighing(product: Product | null): void;
  setQuantity(id: string, quantity: number): void;
  /** The day or the prices may have changed: the lines cost what they cost now, and those that cost something else are told. */
  refreshPrices(): void;
  /** What people changed on the price of lines, and of the whole sale. */
  reprice(changed: Pick<CartState, 'lines' | 'saleDiscount'>): void;
  /** The codes of coupons on the sale; they do not change while it is being paid. */
  setCodes(codes: readonly string[]): void;
  /** Lets points of the customer take something off, so many at most; null for none. They do not change while it is being paid. */
  usePoints(points: number | null): void;
  /** Somebody made sure that the customer is old enough. */
  checkAge(check: AgeCheck): void;
  /** Says who buys; null takes the customer off the sale. @returns whether it was done: what is being paid keeps its customer. */
  setCustomer(customerId: string | null): boolean;
  /** The customer is too young: goods that ask for an age leave the counter. @returns their names. */
  refuseAge(): string[];
  /** Notes something on a line; an empty text takes the note away. */
  setNote(id: string, note: string): void;
  /**
   * Orders units of a line from the pool in place of handing them over; null hands the line over after all.
   * @param quantity units of the line, at most all of them.
   */
  order(id: string, quantity: number, fulfillment: SaleOrderFulfillment | null): void;
  /** Says what a piece of an open-price article costs, in thousandths of a minor unit. */
  enterPrice(id: string, unitPrice: number): void;
  /** Says which piece a line is. @returns whether it was taken: one that is in the sale already is not. */
  enterSerial(id: string, serial: string): boolean;
  /** Marks a line: keys and buttons are about it. Of a deposit it marks the goods that it comes with. */
  mark(id: string): void;
  /**
   * Gives the sale up.
   * @param reason a code of the list of reasons.
   * @returns what was on the counter; null where nothing was, or where it is being paid and stays.
   */
  clear(reason: string): KeptSale | null;
  /** Puts a cleared sale back in place of what is on the counter, with what was said of it. */
  bringBack(cleared: KeptSale): void;
  /**
   * Money may move for what is on the counter: from now on neither goods nor prices of it change.
   * @param cartId of the sale that the sum is of; nothing happens where another one is on the counter by now.
   */
  pay(sum: CartSum, cartId?: string): void;
  /** No money has moved after all: the goods may change again. */
  stopPaying(): void;
  /**
   * Takes away what has been recorded; what was scanned meanwhile begins the next sale.
   * @param soldId of the sale that was recorded; where another one is on the counter by now, nothing of that is taken away.
   */
  recorded(lines: CartLines, sale?: SaleRecorded, soldId?: string): void;
  /** The sale on the counter, to be kept beside another; null while there is none. */
  onCounter(): KeptSale | null;
  /** Puts a kept sale on the counter in place of what is there; null begins a new one. Nothing of it is noted as taken off. */
  takeUp(kept: KeptSale | null): void;
  /** Makes the sale an exchange, or a sale alone again. @returns whether it was done: what is being paid stays what it is. */
  setExchange(exchange: ExchangeDraft | null): boolean;
  noticeSeen(): void;
  /** The person who is signed in goes on with a sale that another one began. */
  takeOver(): void;
}
