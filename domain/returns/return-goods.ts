import type { SaleLine } from '../pricing/sale-line.ts';
import { type CashRoundingRule, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import { pointsOfReturn, takenOffLine } from '../loyalty/points.ts';
import { type CarriedTender, type RefundTender, refundTenderOf, tipsOf } from '../payments/tender.ts';
import { type Unit } from '../base/measure.ts';
import { type LineTax } from '../tax/tax.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { portionOf } from '../base/money.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { SaleOrderState } from '../orders/order-intake.ts';
import type { Sale } from '../sale/sale.ts';
import type { LineRefund, Reprice } from './reprice-sale.ts';
import { planRefund, type RefundPart, type RefundTo } from './plan-refund.ts';
import { refundTaxes } from './refund-taxes.ts';
import type { Condition, Disposition } from './disposition.ts';
import type { FeeFor } from './fee-by-rules.ts';
import type { AllowedAgainst, Allowing } from './return-terms.ts';
import { feesOf } from './restocking-fee.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';
import { cashTendersBack, returnedCash, voidedCash } from './void-cash.ts';

/** A line that goods can come back on, from a sale or from the delivery of an online order. */
export interface ReturnableLine {
  readonly lineNo: number;
  readonly fulfillmentOrderId: string | null;
  readonly sku: string;
  readonly name: string;
  /** Units the stored amounts are for. */
  readonly quantity: number;
  /** Units the customer really got: short-picked units cannot come back. */
  readonly bought: number;
  readonly returned: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly kind: SaleLine['kind'];
  readonly unit: Unit;
  readonly quantityDecimals: number;
  /** The gift card that it sold; null for most. */
  readonly reference: string | null;
  /** Of the units that it sold; left out where they have none. */
  readonly serialNumbers?: readonly string[];
  /** Its taxes one by one; empty where only their sum is known. */
  readonly taxes: readonly LineTax[];
  /** When it was bought or delivered; left out where nobody knows. */
  readonly boughtAt?: string;
  /** Of goods that the sale ordered: where they are. Left out for goods that were taken along. */
  readonly ordered?: OrderedGoods;
}

/**
 * Goods that a sale ordered: still at the pool, where they are cancelled; on their way or delivered; or nobody can tell, because the
 * server was not asked.
 */
export type OrderedGoods = { readonly at: 'pool'; readonly orderId: string } | { readonly at: 'departed' } | { readonly at: 'unknown' };

export interface ReturnChoice {
  readonly line: ReturnableLine;
  readonly quantity: number;
  readonly disposition: Disposition;
  /** Left out where nobody looked. */
  readonly condition?: Condition | null;
  /** Why it comes back, a code; left out where nobody said. */
  readonly reason?: string | null;
  /** Where the terms of the store leave it with the customer: who allowed it. */
  readonly against?: AllowedAgainst | null;
  /** Where the customer does not pay the fee of the rules: who allowed it. */
  readonly waived?: Allowing | null;
}

/**
 * Where the goods of a line are that the sale ordered, and how many of them can come back or be cancelled. An order that the server does
 * not have was never placed: nothing of it has left.
 * @param returned units that came back or were cancelled so far.
 */
function orderedOf({ lineNo, quantity, orderId }: SaleLine, orders: readonly SaleOrderState[] | undefined, returned: number) {
  if (orderId === null || orders === undefined) return { bought: returned, ordered: { at: 'unknown' } } as const;
  const line = orders.find(({ id }) => id === orderId)?.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return { bought: quantity, ordered: { at: 'pool', orderId } } as const;
  if (line.open === 0) return { bought: quantity, ordered: { at: 'departed' } } as const;
  return { bought: returned + Math.min(line.open, Math.max(0, quantity - returned)), ordered: { at: 'pool', orderId } } as const;
}

/**
 * The lines of a sale that goods may come back on. Those that the sale ordered are cancelled as long as they have not left.
 * @param orders what the server says of them; left out where it was not asked.
 */
export function returnableOfSale(sale: Sale, orders?: readonly SaleOrderState[]): ReturnableLine[] {
  const isOrdered = (line: SaleLine) => sale.orders.some(({ id }) => id === line.orderId);
  return sale.lines.map((line) => ({
    lineNo: line.lineNo,
    fulfillmentOrderId: null,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    bought: line.quantity,
    returned: sale.returned[line.lineNo] ?? 0,
    totalMinor: line.totalMinor,
    taxMinor: line.taxMinor,
    kind: line.kind,
    unit: line.unit,
    quantityDecimals: line.quantityDecimals,
    reference: line.reference,
    taxes: line.taxes,
    boughtAt: sale.at,
    ...(line.serialNumbers.length > 0 && { serialNumbers: line.serialNumbers }),
    ...(isOrdered(line) && orderedOf(line, orders, sale.returned[line.lineNo] ?? 0)),
  }));
}

/** The lines of an online order that were delivered and may come back. */
export function returnableOfOrder(deliveries: readonly FulfillmentOrder[]): ReturnableLine[] {
  return deliveries.flatMap((order) => {
    const { state } = order;
    if (state.status !== 'handed_over' && state.status !== 'shipped') return [];
    return order.lines.map((line) => ({
      lineNo: line.lineNo,
      fulfillmentOrderId: order.id,
      sku: line.sku,
      name: line.name,
      quantity: line.quantity,
      bought: line.picked,
      returned: line.returned,
      totalMinor: line.totalMinor,
      taxMinor: line.taxMinor,
      kind: 'goods' as const,
      unit: 'piece' as const,
      quantityDecimals: 0,
      reference: null,
      taxes: [],
      boughtAt: state.at,
    }));
  });
}

/** Units of a line that may still come back. */
export function unitsReturnable(line: ReturnableLine): number {
  return Math.max(0, line.bought - line.returned);
}

/** The refund for units of a line by their share: exactly what was paid for them, whatever came back before (rule J9). */
export function refundOf(line: ReturnableLine, quantity: number): LineRefund {
  const portion = (stored: number) => portionOf(stored, line.quantity, line.returned, quantity);
  const amounts = refundTaxes(line, quantity);
  return {
    refundMinor: portion(line.totalMinor),
    refundTaxMinor: amounts.reduce((sum, amount) => sum + amount, 0),
    taxes: line.taxes.map((tax, index) => ({ ...tax, baseMinor: portion(tax.baseMinor), amountMinor: amounts[index] ?? 0 })),
  };
}

/** A refund that a terminal has made. */
export interface GivenBack {
  /** The card refund. */
  readonly refundId: string;
  /** Tip included. */
  readonly amountMinor: number;
  /** Of `amountMinor`: that of a sale that is voided; left out where there was none. */
  readonly tipMinor?: number;
}

type Paying = Pick<ReturnRequest, 'origin' | 'currency' | 'cashRounding' | 'paid' | 'to' | 'givenBack' | 'voidReason' | 'carried'>;

/** How a refund is paid out: orders by whoever took their payment, sales by what paid for them, or as somebody decided. */
function payOut(request: Paying, wholeMinor: number): Pick<GoodsReturned, 'tenders' | 'roundingMinor'> {
  const { origin, currency, paid, to, givenBack = [], carried = [], cashRounding = NOT_ROUNDED } = request;
  const isVoid = request.voidReason != null;
  const refundMinor = wholeMinor - carried.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const kept = carried.map(({ tipMinor: _, ...one }): RefundTender => one);
  if (kept.length > 0 && refundMinor === 0) return { tenders: kept, roundingMinor: 0 };
  if (origin.kind === 'order') return { tenders: [refundTenderOf('original_payment', currency, refundMinor), ...kept], roundingMinor: 0 };
  const cards = givenBack.map(({ refundId, ...gave }): RefundPart => ({ kind: 'card', reference: refundId, ...gave }));
  const rest = refundMinor + tipsOf(cards) - cards.reduce((sum, one) => sum + one.amountMinor, 0);
  const others = { tenders: paid?.tenders.filter((one) => one.kind !== 'card') ?? [], refundedTo: paid?.refundedTo ?? null };
  const planned = [...cards, ...planRefund(others, rest, to, isVoid)];
  const parts: readonly RefundPart[] = planned.length === 0 ? [{ kind: 'cash', reference: null, amountMinor: 0 }] : planned;
  let roundingMinor = 0;
  const tenders = parts.flatMap(({ kind, reference, amountMinor, tipMinor }) => {
    const tip = tipMinor === undefined ? {} : { tipMinor };
    if (kind !== 'cash') return [{ ...refundTenderOf(kind, currency, amountMinor), reference, ...tip }];
    const isAsPaid = isVoid && to !== 'cash' && paid !== undefined;
    const cash = isAsPaid ? voidedCash(paid, amountMinor, cashRounding) : returnedCash(amountMinor, cashRounding);
    roundingMinor += cash.roundingMinor;
    return cashTendersBack(cash, currency).map((one) => (one.currency === currency ? { ...one, ...tip } : one));
  });
  return { tenders: [...tenders, ...kept], roundingMinor };
}

/** What becomes of the points of whoever bought. */
function pointsBack(paid: ReturnRequest['paid'], lines: readonly ReturnLine[], tenders: GoodsReturned['tenders']): GoodsReturned['points'] {
  const { lines: sold = [], returned = {}, usedPoints = 0, tenders: by, refundedTo } = paid ?? { tenders: [], refundedTo: null };
  const back = sold.map((line) => {
    const quantity = lines.reduce((sum, one) => sum + (one.lineNo === line.lineNo ? one.quantity : 0), 0);
    const { points, quantity: lineQuantity, lineNo } = line;
    return { points, lineQuantity, returned: Math.min(lineQuantity, returned[lineNo] ?? 0), quantity, takenOffMinor: takenOffLine(line) };
  });
  return pointsOfReturn({ tenders: by, refundedTo, usedPoints }, back, tenders);
}

/** Units of a line as a return records them. */
export function returnedLine(
  line: ReturnableLine,
  { quantity, disposition, condition = null, against = null }: Omit<ReturnChoice, 'line'>,
  refund: LineRefund,
  reason: string | null,
): ReturnLine {
  const { lineNo, fulfillmentOrderId, sku, name, kind, unit, quantityDecimals, reference } = line;
  const orderId = line.ordered?.at === 'pool' ? line.ordered.orderId : null;
  const goods = { lineNo, fulfillmentOrderId, orderId, sku, name, kind, unit, quantityDecimals, reference, quantity };
  // Which of several pieces came back, nobody says.
  const serialNumbers = quantity === line.quantity ? [...(line.serialNumbers ?? [])] : [];
  const seen = { disposition, ...(condition !== null && { condition }), ...(against !== null && { against }) };
  return { ...goods, serialNumbers, ...seen, ...refund, reason };
}

/** A line with what the store keeps of its refund, or would have kept. */
function withFee(line: ReturnLine, feeFor: ReturnRequest['feeFor'], waived: Allowing | null): ReturnLine {
  const fee = feeFor?.(line) ?? null;
  if (fee === null) return line;
  return waived === null ? { ...line, fee } : { ...line, feeWaived: { amountMinor: fee.amountMinor, ...waived } };
}

export interface ReturnRequest {
  readonly receiptNumber: string;
  readonly origin: GoodsReturned['origin'];
  readonly currency: string;
  readonly choices: readonly ReturnChoice[];
  /** How cash that is paid back is rounded; none where it is left out. */
  readonly cashRounding?: CashRoundingRule;
  /** The sale, where it is one: its tenders take their money back first, and it says who bought and when. */
  readonly paid?: Pick<Sale, 'tenders' | 'refundedTo' | 'customerId'> &
    Partial<Pick<Sale, 'lines' | 'returned' | 'usedPoints' | 'at' | 'roundingMinor'>>;
  /** Where the refund goes; to the original tenders unless told. */
  readonly to?: RefundTo;
  /** What a terminal has given back already; the rest goes where `to` says, and to no card. */
  readonly givenBack?: readonly GivenBack[];
  /** What of it pays for goods that are taken home, in an exchange; none of it where it is left out. */
  readonly carried?: readonly CarriedTender[];
  /** Why the sale as a whole is taken back, a code of the list of reasons; null for a return. */
  readonly voidReason?: string | null;
  /** What the store keeps of each line; nothing where it is left out. */
  readonly feeFor?: FeeFor | null;
  /** Where the sale is priced again; each line gives back its share where it is left out. */
  readonly reprice?: Reprice | null;
}

/**
 * Decides a return. Refuses nothing chosen, and more units than were bought and have not come back yet. A line may be
 * chosen several times, one unit for the shelf and one damaged say: each choice counts on from the one before it.
 */
export function returnGoods(request: ReturnRequest): Result<GoodsReturned, Refusal> {
  const chosen = request.choices.filter((choice) => choice.quantity !== 0);
  if (chosen.length === 0) return refuse('nothing_to_return');
  let lines: ReturnLine[] = [];
  const taken = new Map<string, number>();
  for (const chosenOne of chosen) {
    const { line: before, quantity, reason = null } = chosenOne;
    if (!Number.isSafeInteger(quantity) || quantity < 0) return refuse('quantity_not_valid');
    const key = `${before.fulfillmentOrderId ?? ''}\n${before.lineNo}`;
    if (before.ordered?.at === 'unknown') return refuse('order_state_unknown');
    const line = { ...before, returned: before.returned + (taken.get(key) ?? 0) };
    if (quantity > unitsReturnable(line)) return refuse('more_than_was_bought');
    taken.set(key, (taken.get(key) ?? 0) + quantity);
    lines.push(returnedLine(line, chosenOne, refundOf(line, quantity), request.voidReason ?? reason));
  }
  const repriced = request.reprice?.(lines);
  if (repriced) lines = lines.map((line, index) => ({ ...line, ...repriced[index] }));
  lines = lines.map((line, index) => withFee(line, request.feeFor, chosen[index]?.waived ?? null));
  const { receiptNumber, origin, currency } = request;
  const refundMinor = lines.reduce((sum, line) => sum + line.refundMinor, -feesOf(lines));
  const { givenBack = [] } = request;
  if (givenBack.reduce((sum, one) => sum + one.amountMinor, 0) - tipsOf(givenBack) > refundMinor) return refuse('tender_too_large');
  const paidOut = payOut(request, refundMinor);
  return accept({
    receiptNumber,
    origin,
    currency,
    lines,
    refundMinor,
    isVoid: request.voidReason != null,
    customerId: request.paid?.customerId ?? null,
    points: pointsBack(request.paid, lines, paidOut.tenders),
    ...paidOut,
    exchangeReceiptNumber: null,
    soldAt: request.paid?.at ?? null,
  });
}
