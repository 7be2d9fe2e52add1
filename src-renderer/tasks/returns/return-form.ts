import { saleDocument } from '../../../domain/sale/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { StoreReader } from '../../../domain/base/define-document.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import type { Condition, Disposition, ReturnReason } from '../../../domain/returns/disposition.ts';
import type { GoodsReturned } from '../../../domain/returns/return.ts';
import {
  refundOf,
  returnedLine,
  type ReturnableLine,
  returnableOfOrder,
  returnableOfSale,
  unitsReturnable,
} from '../../../domain/returns/return-goods.ts';
import { type FeeFor, feesByRules } from '../../../domain/returns/fee-by-rules.ts';
import { type LineRefund, type Reprice, repriceOf } from '../../../domain/returns/reprice-sale.ts';
import type { AllowedAgainst, Allowing } from '../../../domain/returns/return-terms.ts';
import { westernDigits } from '../../../texts/say/format-money.ts';
import type { Stays } from './line-terms.ts';
import { words } from '../../../texts/words/words.ts';

/** What was found to return goods from, as a form shows it. */
export interface ReturnSource {
  readonly origin: GoodsReturned['origin'];
  /** The receipt or order number. */
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly ReturnableLine[];
  /** How its refunds are worked out where the sale is priced again; null where each line gives back its share. */
  readonly reprice: Reprice | null;
  /** What the store keeps of each line; null where nobody looks. */
  readonly feeFor: FeeFor | null;
}

export interface LineChoice {
  readonly quantity: number;
  readonly disposition: Disposition;
  /** Left out, or null, where nobody said. */
  readonly reason?: ReturnReason | null;
  readonly condition?: Condition | null;
  /** Where the terms of the store leave it with the customer: who allowed it. */
  readonly against?: AllowedAgainst | null;
  /** Where the customer does not pay the fee of the rules: who allowed it. */
  readonly waived?: Allowing | null;
}

/** What is chosen so far, by {@link lineKey}; a line that is not in it is not returned. */
export type Choices = ReadonlyMap<string, LineChoice>;

export const NO_CHOICE: LineChoice = { quantity: 0, disposition: 'restock' };

/** Tells lines apart: several deliveries of one order number their lines alike. */
export function lineKey(line: Pick<ReturnableLine, 'lineNo' | 'fulfillmentOrderId'>): string {
  return `${line.fulfillmentOrderId ?? ''}\n${line.lineNo}`;
}

function currencyOf(orders: readonly FulfillmentOrder[]): string {
  return orders[0]?.currency ?? 'USD';
}

/**
 * The form for what was found.
 * @param reader what the register knows of promotions and settings; without it lines give back their share.
 */
export function sourceOf(found: Returnable, reader?: StoreReader): ReturnSource {
  const feeFor = reader === undefined ? null : feesByRules(reader);
  if (found.kind === 'sale') {
    const { receiptNumber, currency } = found.sale;
    const reprice = reader === undefined ? null : repriceOf(reader, found.sale);
    return {
      origin: { kind: 'sale', receiptNumber },
      number: receiptNumber,
      currency,
      lines: returnableOfSale(found.sale, found.orders),
      reprice,
      feeFor,
    };
  }
  const { orderNumber, fulfillmentOrders } = found;
  return {
    origin: { kind: 'order', orderNumber },
    number: orderNumber,
    currency: currencyOf(fulfillmentOrders),
    lines: returnableOfOrder(fulfillmentOrders),
    reprice: null,
    feeFor,
  };
}

/** The same with what has come back by now: another register may have taken some while the form was open. */
export function refreshed(found: Returnable, reader: StoreReader): Returnable {
  if (found.kind === 'sale') return { ...found, sale: reader.get(saleDocument, found.sale.receiptNumber) ?? found.sale };
  return { ...found, fulfillmentOrders: found.fulfillmentOrders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order) };
}

/** Why no more than this can come back of a line. */
export function limitSentence(line: ReturnableLine): string {
  if (line.ordered?.at === 'unknown') return words('returns.orderUnknown');
  const left = unitsReturnable(line);
  const reason =
    line.returned > 0
      ? words('returns.limitBoughtAndBack', { count: line.bought, back: line.returned })
      : words('returns.limitBought', { count: line.bought });
  return left === 0 ? words('returns.noneLimit', { reason }) : words('returns.limit', { left, reason });
}

/**
 * Reads a quantity that a person typed or stepped to.
 * @returns the quantity to use, and why it is not the one that was asked for; null when it is.
 */
export function limitQuantity(line: ReturnableLine, typed: string): { readonly quantity: number; readonly why: string | null } {
  const text = westernDigits(typed.trim());
  if (text === '') return { quantity: 0, why: null };
  if (!/^\d+$/.test(text)) return { quantity: 0, why: words('refusal.quantity_not_valid') };
  const left = unitsReturnable(line);
  return Number(text) > left ? { quantity: left, why: limitSentence(line) } : { quantity: Number(text), why: null };
}

/** The serial number of the piece that a line sold; null where it sold several, or none has one. It is asked for before that comes back. */
export function serialOfPiece({ quantity, serialNumbers = [] }: Pick<ReturnableLine, 'quantity' | 'serialNumbers'>): string | null {
  return quantity === 1 ? (serialNumbers[0] ?? null) : null;
}

/** Whether what was typed or scanned is the serial number of a piece, or the label that names the article with it. */
export function isSerialOf(line: Pick<ReturnableLine, 'quantity' | 'serialNumbers'>, gtin: string | null, code: string): boolean {
  const serial = serialOfPiece(line);
  const text = code.trim();
  if (serial === null) return false;
  return text.toUpperCase() === serial.toUpperCase() || (gtin !== null && text.includes(gtin) && text.endsWith(serial));
}

/** The deposits of goods, which stand behind them on the receipt. */
function depositsOf({ lines }: Pick<ReturnSource, 'lines'>, { lineNo, fulfillmentOrderId, sku }: ReturnableLine): ReturnableLine[] {
  const behind = lines.slice(1 + lines.findIndex((one) => one.lineNo === lineNo && one.fulfillmentOrderId === fulfillmentOrderId));
  const end = behind.findIndex(({ kind, reference }) => kind !== 'deposit' || reference !== sku);
  return end < 0 ? behind : behind.slice(0, end);
}

/**
 * The choices with another one for a line. Units that come back bring their deposits along, as many as were paid for them; where the
 * bottle stays with the customer, somebody takes them away again.
 */
export function chooseLine(source: Pick<ReturnSource, 'lines'>, before: Choices, line: ReturnableLine, choice: LineChoice): Choices {
  const after = new Map(before).set(lineKey(line), choice);
  if ((before.get(lineKey(line))?.quantity ?? 0) === choice.quantity) return after;
  for (const deposit of depositsOf(source, line)) {
    const paid = Math.round((deposit.quantity * choice.quantity) / line.quantity);
    after.set(lineKey(deposit), { ...NO_CHOICE, quantity: Math.min(paid, unitsReturnable(deposit)) });
  }
  return after;
}

/** Whether a line stays with the customer, and nobody has allowed it yet. */
export function isHeldBack(line: ReturnableLine, choice: LineChoice | undefined, stays: Stays): boolean {
  return (choice?.against ?? null) === null && stays(line) !== null;
}

/**
 * Everything that can still come back, but for pieces whose serial number nobody has compared yet, and for what stays. The deposits of
 * those stay with them, as far as nobody has chosen them.
 */
export function chooseAllCompared(source: ReturnSource, before: Choices, stays: Stays): Choices {
  const all = chooseAll(source, before);
  const isOpen = (line: ReturnableLine) =>
    (serialOfPiece(line) !== null && (before.get(lineKey(line))?.quantity ?? 0) === 0) ||
    isHeldBack(line, before.get(lineKey(line)), stays);
  const open = source.lines.filter(isOpen);
  const left = new Set(open.flatMap((line) => [line, ...depositsOf(source, line).filter((one) => !before.has(lineKey(one)))].map(lineKey)));
  return new Map([...all].filter(([key]) => !left.has(key)));
}

/** Everything that can still come back. */
export function chooseAll(source: ReturnSource, before: Choices): Choices {
  return new Map(
    source.lines.map((line) => [lineKey(line), { ...(before.get(lineKey(line)) ?? NO_CHOICE), quantity: unitsReturnable(line) }]),
  );
}

/** What a line gives back for the choices so far, in minor units. */
export interface SoFar {
  readonly refundMinor: number;
  /** What the store keeps of it. */
  readonly feeMinor: number;
  /** The fee that the customer does not pay. */
  readonly waivedMinor: number;
}

/** What each line refunds for the choices so far, by {@link lineKey}, to the cent (rule J9), and its fee. */
export function refundsSoFar(source: ReturnSource, choices: Choices): ReadonlyMap<string, SoFar> {
  const chosen = source.lines.flatMap((line) => {
    const choice = choices.get(lineKey(line)) ?? NO_CHOICE;
    const quantity = Math.min(choice.quantity, unitsReturnable(line));
    return quantity === 0 ? [] : [{ line, lineNo: line.lineNo, quantity, choice }];
  });
  const repriced = source.reprice?.(chosen);
  return new Map(
    chosen.map(({ line, quantity, choice }, index) => {
      const refund = repriced?.[index] ?? refundOf(line, quantity);
      const fee = feeOf(source, line, { ...choice, quantity }, refund);
      const isWaived = (choice.waived ?? null) !== null;
      return [lineKey(line), { refundMinor: refund.refundMinor, feeMinor: isWaived ? 0 : fee, waivedMinor: isWaived ? fee : 0 }];
    }),
  );
}

function feeOf({ feeFor }: ReturnSource, line: ReturnableLine, { quantity, ...choice }: LineChoice, refund: LineRefund): number {
  const returned = returnedLine(line, { quantity, ...choice }, refund, choice.reason ?? null);
  return feeFor?.(returned)?.amountMinor ?? 0;
}

/** What is refunded for all choices so far, less the fees, in minor units. */
export function refundSoFar(source: ReturnSource, choices: Choices): number {
  return [...refundsSoFar(source, choices).values()].reduce((sum, { refundMinor, feeMinor }) => sum + refundMinor - feeMinor, 0);
}

/** How many units are chosen. */
export function unitsChosen(choices: Choices): number {
  return [...choices.values()].reduce((sum, choice) => sum + choice.quantity, 0);
}
