import { cashOut, foreignCashOut } from '../payments/tender.ts';
import type { StoreReader } from '../base/define-document.ts';
import { multiplyDivideRound } from '../base/money.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { ExceptionKind, Goods } from '../exceptions/exception.ts';
import type { FactsOf } from '../exceptions/facts.ts';
import { raiseException } from '../exceptions/raise.ts';
import { withCash } from '../shift/apply-shift.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { bookCardRefunds } from '../payments/apply-card-refund.ts';
import { cardRefundDocument } from '../payments/documents.ts';
import { uncountCoupons } from '../promotions/count-coupons.ts';
import { countUses, type UseMove, usesOfReturn } from '../promotions/count-uses.ts';
import { saleDocument } from '../sale/documents.ts';
import { settingOf } from '../settings/setting-of.ts';
import { waysBack } from './plan-refund.ts';
import { withoutReceipt } from './no-receipt-facts.ts';
import { hasPromotions, unrefundedOf } from './reprice-sale.ts';
import { settleStaying } from './settle-staying.ts';
import { promotionPolicy } from './settings.ts';
import { moveStoredValues } from '../stored-value/move-stored-value.ts';
import { movesOfReturn } from '../stored-value/moves-of.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';
import type { Sale } from '../sale/sale.ts';
import { type GoodsAside, putAside } from '../stock/set-aside.ts';
import { purposeOf } from './disposition.ts';

type Return = Recorded<'goods_returned', GoodsReturned>;

const isRestocked = (line: ReturnLine): boolean => line.kind === 'goods' && line.disposition === 'restock' && line.orderId === null;

/** What the return set aside in the store: it is not for sale, and never came onto the books. */
export function goodsAside({ lines }: Pick<GoodsReturned, 'lines'>): GoodsAside[] {
  return lines.flatMap(({ kind, orderId, disposition, sku, name, quantity, unit, quantityDecimals }) => {
    const purpose = purposeOf(disposition);
    return kind !== 'goods' || orderId !== null || purpose === null ? [] : [{ sku, name, purpose, quantity, unit, quantityDecimals }];
  });
}

/** What the return put back on the shelf: other goods never came onto the books. */
function restockedGoods(operation: Return): Goods[] {
  return operation.payload.lines.filter(isRestocked).map(({ sku, quantity }) => ({ sku, quantity }));
}

function raise<K extends ExceptionKind>(
  reader: StoreReader,
  operation: Return,
  kind: K,
  subject: string,
  facts: FactsOf[K],
  { goods = restockedGoods(operation), lossMinor = 0 }: { readonly goods?: Goods[]; readonly lossMinor?: number } = {},
): Effect {
  const cash = lossMinor > 0 ? { cash: { [operation.payload.currency]: -lossMinor } } : {};
  return raiseException(reader, operation, { kind, about: operation.id, subject, goods, facts, ...cash });
}

/**
 * What was paid out for units that came back too often: their share of the refund, in minor units.
 * @param over units by which the line of this key came back too often, with this return.
 */
function lossOf(lines: readonly ReturnLine[], keyOf: (line: ReturnLine) => string, over: ReadonlyMap<string, number>): number {
  const left = new Map(over);
  return lines.reduce((sum, line) => {
    const key = keyOf(line);
    const units = Math.min(line.quantity, Math.max(0, left.get(key) ?? 0));
    left.set(key, (left.get(key) ?? 0) - units);
    return sum + multiplyDivideRound(line.refundMinor - (line.fee?.amountMinor ?? 0), units, line.quantity);
  }, 0);
}

/** What is said, and asked about, when the return names other goods than the lines that it refunds; nothing when it does not. */
function otherGoods(reader: StoreReader, operation: Return, subject: string, boughtOn: (line: ReturnLine) => string | undefined): Effect[] {
  const other = operation.payload.lines.filter((line) => {
    const bought = boughtOn(line);
    return bought !== undefined && bought !== line.sku;
  });
  const [first] = other;
  if (first === undefined) return [];
  const restocked = other.filter(isRestocked).map(({ sku, quantity }) => ({ sku, quantity }));
  return [
    raise(
      reader,
      operation,
      'returned_other_goods',
      subject,
      { line: first.lineNo, number: subject, bought: boughtOn(first) ?? '', returned: first.sku },
      { goods: restocked },
    ),
  ];
}

/**
 * What was paid back of a sale by now; null as long as each unit gave back its own share. A register that has not heard of a change
 * of policy may have given back less.
 */
function refundedAfter(reader: StoreReader, sale: Sale, returned: Sale['returned'], { lines }: GoodsReturned): number | null {
  // What the store keeps as a fee comes back no more.
  const refundMinor = lines.reduce((sum, line) => sum + line.refundMinor, 0);
  const shares = unrefundedOf(sale) - unrefundedOf({ ...sale, returned });
  const isByShare = refundMinor >= shares - lines.length && settingOf(reader, promotionPolicy, {}) === 'prorated';
  if (sale.refundedMinor === null && (isByShare || !hasPromotions(sale))) return null;
  return sale.totalMinor - unrefundedOf(sale) + refundMinor;
}

/** What each tender of a sale was given back by now, with this return. A refund to a card is found by the payment that it is of. */
function refundedToAfter(reader: StoreReader, sale: Sale, tenders: GoodsReturned['tenders']): Sale['refundedTo'] {
  const sums: Record<string, number> = { ...sale.refundedTo };
  for (const { kind, reference, amountMinor } of tenders) {
    if (kind === 'cash' || reference === null) continue;
    const of = kind === 'card' ? reader.get(cardRefundDocument, reference)?.paymentId : reference;
    if (of !== undefined) sums[of] = (sums[of] ?? 0) + amountMinor;
  }
  return Object.keys(sums).length === 0 ? null : sums;
}

/** Whether a tender of the sale was given back more than it took. */
function isTenderOverpaid(sale: Sale, refundedTo: Sale['refundedTo'], isVoid: boolean): boolean {
  const taken = new Map(
    waysBack({ tenders: sale.tenders, refundedTo: null }, isVoid).map(({ reference, leftMinor }) => [reference, leftMinor]),
  );
  return [...taken].some(
    ([reference, minor]) => (refundedTo?.[reference] ?? 0) > minor && refundedTo?.[reference] !== sale.refundedTo?.[reference],
  );
}

function againstSale(reader: StoreReader, operation: Return, receiptNumber: string): Effect[] {
  const sale = reader.get(saleDocument, receiptNumber);
  if (sale === undefined) {
    return [raise(reader, operation, 'unknown_receipt', receiptNumber, { receipt: receiptNumber })];
  }
  const returned = { ...sale.returned };
  for (const line of operation.payload.lines) {
    returned[line.lineNo] = (returned[line.lineNo] ?? 0) + line.quantity;
  }
  const refundedMinor = refundedAfter(reader, sale, returned, operation.payload);
  const refundedTo = refundedToAfter(reader, sale, operation.payload.tenders);
  const skus = new Map(sale.lines.map((line) => [line.lineNo, line.sku]));
  const effects: Effect[] = [
    saleDocument.put({ ...sale, returned, refundedMinor, refundedTo, isVoided: sale.isVoided || operation.payload.isVoid }),
    ...otherGoods(reader, operation, receiptNumber, (line) => skus.get(line.lineNo)),
  ];
  const bought = new Map(sale.lines.map((line) => [line.lineNo, line.quantity]));
  const { lines, refundMinor } = operation.payload;
  const tooMany = (on: 'receipt' | 'refund' | 'tender', lossMinor: number) =>
    raise(reader, operation, 'returned_more_than_bought', receiptNumber, { on, number: receiptNumber }, { lossMinor });
  if (lines.some((line) => (returned[line.lineNo] ?? 0) > (bought.get(line.lineNo) ?? 0))) {
    const over = lines.map(({ lineNo }) => [String(lineNo), (returned[lineNo] ?? 0) - (bought.get(lineNo) ?? 0)] as const);
    effects.push(
      tooMany(
        'receipt',
        lossOf(lines, ({ lineNo }) => String(lineNo), new Map(over)),
      ),
    );
  } else if (refundedMinor !== null && refundedMinor > sale.totalMinor) {
    effects.push(tooMany('refund', Math.min(refundMinor, refundedMinor - sale.totalMinor)));
  } else if (isTenderOverpaid(sale, refundedTo, operation.payload.isVoid)) {
    effects.push(tooMany('tender', 0));
  }
  return effects;
}

function againstOrder(reader: StoreReader, operation: Return, orderNumber: string, isOwed: boolean): Effect[] {
  const ids = [...new Set(operation.payload.lines.map((line) => line.fulfillmentOrderId))];
  let tooMany = false;
  const over = new Map<string, number>();
  const effects = ids.flatMap((id): Effect[] => {
    const order = id === null ? undefined : reader.get(fulfillmentOrderDocument, id);
    if (order === undefined) {
      return [raise(reader, operation, 'unknown_fulfillment_order', orderNumber, { what: operation.type, number: orderNumber })];
    }
    const staying = settleStaying(order, operation.payload, isOwed);
    const lines = staying.lines.map((line) => {
      const back = operation.payload.lines
        .filter((one) => one.orderId === null && one.fulfillmentOrderId === id && one.lineNo === line.lineNo)
        .reduce((sum, one) => sum + one.quantity, 0);
      const units = staying.over.get(line.lineNo) ?? line.returned + back - line.picked;
      if (units > 0) tooMany ||= back > 0 || staying.over.has(line.lineNo);
      over.set(`${id}:${line.lineNo}`, units);
      return back === 0 ? line : { ...line, returned: line.returned + back };
    });
    // A line that was not delivered here, or not of this order, gave nobody anything that could come back.
    tooMany ||=
      order.orderNumber !== orderNumber ||
      operation.payload.lines.some((one) => one.fulfillmentOrderId === id && !order.lines.some((line) => line.lineNo === one.lineNo));
    return [fulfillmentOrderDocument.put({ ...order, lines })];
  });
  effects.push(
    ...otherGoods(
      reader,
      operation,
      orderNumber,
      (line) => reader.get(fulfillmentOrderDocument, line.fulfillmentOrderId ?? '')?.lines.find((one) => one.lineNo === line.lineNo)?.sku,
    ),
  );
  if (tooMany) {
    const lossMinor = lossOf(operation.payload.lines, (line) => `${line.fulfillmentOrderId}:${line.lineNo}`, over);
    effects.push(raise(reader, operation, 'returned_more_than_bought', orderNumber, { on: 'order', number: orderNumber }, { lossMinor }));
  }
  return effects;
}

/** What the return says of what the goods were bought on; nothing for empties, which were bought on anything. */
function againstOrigin(reader: StoreReader, operation: Return, isOwed: boolean): Effect[] {
  const { origin } = operation.payload;
  switch (origin.kind) {
    case 'sale':
      return againstSale(reader, operation, origin.receiptNumber);
    case 'order':
      return againstOrder(reader, operation, origin.orderNumber, isOwed);
    case 'empties':
      return [];
    case 'no_receipt':
      return withoutReceipt(reader, operation, origin.document);
  }
}

type Taken = Pick<GoodsReturned, 'origin' | 'lines' | 'isVoid'>;

/** The sale that goods came back of; undefined where it is not known. */
export const saleOf = (reader: StoreReader, { origin }: Taken): Sale | undefined =>
  origin.kind === 'sale' ? reader.get(saleDocument, origin.receiptNumber) : undefined;

/** What a return takes back of the uses of promotions; nothing where its sale is not known. */
export function usesTakenBack(reader: StoreReader, taken: Taken): UseMove[] {
  const sale = saleOf(reader, taken);
  return sale === undefined ? [] : usesOfReturn(sale, taken.lines, taken.isVoid && !sale.isVoided);
}

/** Notes of other currencies that leave the drawer: negative. */
function foreignLeft(tenders: GoodsReturned['tenders']): Record<string, number> {
  return Object.fromEntries(Object.entries(foreignCashOut(tenders)).map(([currency, minor]) => [currency, -minor]));
}

/**
 * Goods came back: they are on the shelf again, set aside or written off, the lines remember it, and the refund left the drawer.
 * @param isOwed of an order, whether its lines that never left stayed at the counter by this operation.
 */
export function applyReturn(reader: StoreReader, operation: Return, isOwed = false): Effect[] {
  const { storeId, payload } = operation;
  const restocked = payload.lines
    .filter(isRestocked)
    .map((line): Effect => ({ kind: 'stock', locationId: storeId, sku: line.sku, onHand: line.quantity, reserved: 0, cause: 'return' }));
  const origin = againstOrigin(reader, operation, isOwed);
  const cash = -cashOut(payload.tenders, payload.currency) || 0;
  const values = moveStoredValues(reader, operation, movesOfReturn(payload), payload.receiptNumber);
  const sale = saleOf(reader, payload);
  const moves = usesTakenBack(reader, payload);
  const coupons = sale === undefined ? [] : uncountCoupons(reader, sale, moves, payload.isVoid && !sale.isVoided);
  const uses = [...countUses(reader, moves), ...coupons];
  const drawer = withCash(reader, operation, cash, foreignLeft(payload.tenders));
  const aside = putAside(reader, storeId, goodsAside(payload), operation.at);
  return [...restocked, ...aside, ...origin, ...bookCardRefunds(reader, operation), ...values, ...uses, ...drawer];
}
