import { discountOf, promotionsIn } from '../../domain/base/adjustment.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import type { GoodsReturned } from '../../domain/returns/return.ts';
import type { SaleLine } from '../../domain/pricing/sale-line.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import { saleOrderNumber } from '../../domain/sale/order-number.ts';
import { salePickupCode } from '../../domain/sale-orders/sale-order.ts';
import { taxesByRate } from '../../domain/tax/tax-by-rate.ts';
import { countItems } from '../say/count-items.ts';
import { customerName } from '../say/customer-words.ts';
import { formatMoney, formatUnitPrice } from '../say/format-money.ts';
import { formatExactMoment } from '../say/format-time.ts';
import { formatQuantity } from '../say/format-quantity.ts';
import { lineName, quantityOf } from '../say/line-name.ts';
import { words } from '../words/words.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from './paper.ts';
import { copyMark, type ReceiptFacts, type Recorded, recordedParts, sellerParts } from './receipt-facts.ts';
import { taxLetter, taxParts } from './tax-parts.ts';
import { cameBackParts, forWords, pointsBackParts, taxesBack } from './return-paper.ts';
import { paidPart, refundedPart } from './tender-parts.ts';

/** Which receipt of a sale it is. */
export interface ReceiptOptions {
  /** Whether it was printed before: it says so then. */
  readonly isCopy: boolean;
  /** Which copy it is, where the store counts them. */
  readonly copyNo?: number | undefined;
  /** For a gift receipt the lines that stand on it, by number; it tells no prices. Null for a receipt. */
  readonly giftLines: ReadonlySet<number> | null;
}

export interface SaleOnPaper extends Omit<Recorded, 'begunAt'> {
  readonly payload: SaleCompleted;
  /** What came back in the same exchange; left out for a sale alone. */
  readonly back?: GoodsReturned;
}

function headOf(
  sale: SaleOnPaper,
  facts: ReceiptFacts,
  customer: Customer | undefined,
  { isCopy, copyNo, giftLines }: ReceiptOptions,
): PaperPart[] {
  const { receiptNumber, taxExemptionId } = sale.payload;
  const isGift = giftLines !== null;
  return [
    ...sellerParts(facts),
    head(receiptNumber, 'large'),
    ...(!isGift && customer !== undefined ? [head(words('customer.of', { name: customerName(customer) }))] : []),
    ...(!isGift && taxExemptionId !== null ? [head(words('customer.exempt', { certificate: taxExemptionId }))] : []),
    ...(isGift ? [head(words('sale.giftReceipt'), 'strong')] : []),
    ...(isCopy ? [copyMark(copyNo)] : []),
    ...(isGift || sale.back === undefined ? [] : exchangeHead(sale.back, facts)),
    ...recordedParts({ ...sale, begunAt: sale.payload.begunAt }, receiptNumber, facts),
  ];
}

interface GoodsFacts {
  readonly currency: string;
  readonly isGift: boolean;
  /** Of its tax; empty where there is but one. */
  readonly letter: string;
  readonly nameOf: ReceiptFacts['promotionNameOf'];
}

/** Which promotions made it cheaper, as far as they are known by name. */
function promotionDetails(line: SaleLine, { currency, nameOf }: GoodsFacts): string[] {
  return [...promotionsIn(line)].flatMap(([id, takenMinor]) => {
    const name = nameOf(id);
    return name === undefined ? [] : [words('sale.promotionOff', { name, amount: formatMoney(takenMinor, currency) })];
  });
}

/** What was bought, and what it cost, unless it is a gift. */
function goodsOf(line: SaleLine, facts: GoodsFacts): PaperPart {
  const { currency, isGift, letter } = facts;
  const { quantity, quantityDecimals, unit, serialNumbers, weighing } = line;
  const off = discountOf(line);
  const amount = formatQuantity(quantity, quantityDecimals, unit);
  const isCounted = !isGift && (quantity > 1 || quantityDecimals > 0 || off > 0);
  const price = `${amount} × ${formatUnitPrice(line.unitPrice, currency)}`;
  return {
    kind: 'goods',
    name: lineName(line),
    amount: isGift ? amount : `${formatMoney(line.grossMinor - off, currency)}${letter}`,
    details: [
      ...(isCounted ? [off > 0 ? `${price}${words('sale.off', { amount: formatMoney(off, currency) })}` : price] : []),
      ...(isGift ? [] : promotionDetails(line, facts)),
      ...(weighing?.by === 'typed' ? [words('weigh.byHand')] : []),
      ...(weighing !== undefined && weighing.tareGrams > 0
        ? [words('weigh.tareOff', { tare: formatQuantity(weighing.tareGrams, 3, 'kg') })]
        : []),
      ...(serialNumbers.length > 0 ? [words('sale.serialNumbers', { numbers: serialNumbers.join(', ') })] : []),
    ],
  };
}

/** What the customer has paid for and not got yet: where it comes from, and by which code it is picked up. */
function toCome({ receiptNumber, orders, lines }: SaleCompleted): PaperPart[] {
  if (orders.length === 0) return [];
  const parts = orders.flatMap(({ id, fulfillment }, position) => [
    note(fulfillment.kind === 'ship' ? words('saleOrder.comesByPost') : words('saleOrder.comesTo', { store: fulfillment.storeName })),
    ...lines.filter(({ orderId }) => orderId === id).map((line) => note(quantityOf(line))),
    note(words('saleOrder.number', { number: saleOrderNumber(receiptNumber, position) })),
    ...(fulfillment.kind === 'pickup' ? [note(words('saleOrder.code', { code: salePickupCode(id) }), true)] : []),
  ]);
  return [note(words('saleOrder.toCome'), true), ...parts, RULE];
}

/** What the goods cost, what promotions take off, tax, and the total: the lines above the total add up to it. */
function totalsOf({ lines, tenders, currency, pricesIncludeTax, taxMinor, totalMinor, roundingMinor }: SaleCompleted): PaperPart[] {
  const taxes = taxesByRate(lines);
  const money = (minor: number) => formatMoney(minor, currency);
  const sum = (of: (line: SaleLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const discount = sum(discountOf);
  const cashMinor = tenders.reduce((total, tender) => total + (tender.kind === 'cash' ? tender.amountMinor : 0), 0);
  const tax = figure(words(pricesIncludeTax ? 'sale.taxIncluded' : 'sale.tax'), money(taxMinor));
  return [
    figure(words('sale.itemCount', { count: countItems(lines) }), money(sum(({ grossMinor }) => grossMinor))),
    ...(discount > 0 ? [figure(words('sale.discounts'), `−${money(discount)}`)] : []),
    ...(pricesIncludeTax ? [] : [tax]),
    { kind: 'figure', name: words('sale.total'), amount: money(totalMinor), tone: 'large', id: 'total' },
    ...(pricesIncludeTax ? [tax] : []),
    // Where taxes come on top and there is but one, the line above the total has said it all.
    ...(pricesIncludeTax || taxes.rows.length > 1 ? taxParts(taxes, currency, pricesIncludeTax && taxes.rowOf !== null) : []),
    ...(roundingMinor === 0
      ? []
      : [figure(words('sale.rounding'), money(roundingMinor)), figure(words('sale.toPayInCash'), money(cashMinor))]),
  ];
}

/** That goods were exchanged, and what those that came back were bought on. */
function exchangeHead({ origin, soldAt }: GoodsReturned, { timezone }: ReceiptFacts): PaperPart[] {
  return [
    head(words('exchange.paper'), 'strong'),
    head(forWords(origin)),
    ...(soldAt === null ? [] : [figure(words('returns.soldAt'), formatExactMoment(soldAt, timezone))]),
  ];
}

/** What came back in an exchange: goods with a minus, what they are worth, and the taxes within. */
function exchangedParts(back: GoodsReturned | undefined): PaperPart[] {
  if (back === undefined) return [];
  const worth = figure(words('exchange.worth'), formatMoney(-back.refundMinor || 0, back.currency), 'strong');
  const taxes = taxesBack(back);
  return [
    note(words('exchange.cameBack'), true),
    ...cameBackParts(back, -1),
    worth,
    ...taxes,
    RULE,
    note(words('exchange.takenHome'), true),
  ];
}

/** What the goods that came back pay, what is due then or goes back, and where that went. */
function settledBy(sold: SaleCompleted, back: GoodsReturned | undefined, facts: ReceiptFacts): PaperPart[] {
  if (back === undefined) return [];
  const { currency, roundingMinor } = back;
  const carried = sold.tenders.reduce((sum, { kind, amountMinor }) => sum + (kind === 'exchange' ? amountMinor : 0), 0);
  const given = back.tenders.filter(({ kind, amountMinor }) => kind !== 'exchange' && amountMinor !== 0);
  const large = (name: string, minor: number): PaperPart => ({
    kind: 'figure',
    name,
    amount: formatMoney(minor, currency),
    tone: 'large',
    id: 'settled',
  });
  const refundMinor = back.refundMinor - carried;
  const dueMinor = sold.totalMinor - carried;
  const rounded = roundingMinor === 0 ? [] : [figure(words('sale.rounding'), formatMoney(roundingMinor, currency))];
  return [
    figure(words('payment.kind.exchange'), formatMoney(-carried || 0, currency)),
    ...(refundMinor > 0 ? [large(words('exchange.givenBack'), refundMinor), ...rounded] : []),
    ...given.map((tender) => refundedPart(tender, currency, facts)),
    ...(dueMinor > 0 || refundMinor === 0 ? [large(words('exchange.due'), dueMinor)] : []),
  ];
}

/** What it was paid with: cards with what their schemes want, then cash and change. */
function paidBy({ tenders, currency }: SaleCompleted, facts: ReceiptFacts, leftOut: ReadonlySet<string>): PaperPart[] {
  const cash = tenders.filter((tender) => tender.kind === 'cash');
  const change = cash.reduce((sum, tender) => sum + tender.changeMinor, 0);
  return [
    ...tenders.flatMap((tender) => (tender.kind === 'cash' || leftOut.has(tender.kind) ? [] : [paidPart(tender, facts)])),
    ...cash
      .filter(({ givenMinor }) => givenMinor > 0 || cash.length === 1)
      .map(
        ({ currency: of, rate, givenMinor }): PaperPart => ({
          kind: 'figure',
          name: words('sale.cash'),
          details: rate === null ? [] : [words('payment.rateIs', { currency: of, rate, own: currency })],
          amount: formatMoney(givenMinor, of),
          tone: 'plain',
        }),
      ),
    ...(cash.length > 0 ? [figure(words('sale.change'), formatMoney(change, currency), 'strong')] : []),
  ];
}

function pointsOf({ lines, usedPoints }: SaleCompleted): PaperPart[] {
  const earned = lines.reduce((sum, { points }) => sum + points, 0);
  return [
    ...(earned > 0 ? [head(words('loyalty.earned', { count: earned }))] : []),
    ...(usedPoints > 0 ? [head(words('loyalty.used', { count: usedPoints }))] : []),
  ];
}

/** The goods; where prices include value-added tax, each with the letter of its rate. */
function goodsParts(
  { lines, currency, pricesIncludeTax }: SaleCompleted,
  { promotionNameOf }: ReceiptFacts,
  giftLines: ReceiptOptions['giftLines'],
): PaperPart[] {
  const { rowOf } = taxesByRate(lines);
  return lines.flatMap((line, index) => {
    if (giftLines?.has(line.lineNo) === false) return [];
    const letter = pricesIncludeTax && rowOf !== null ? ` ${taxLetter(rowOf[index] ?? 0)}` : '';
    return [goodsOf(line, { currency, isGift: giftLines !== null, letter, nameOf: promotionNameOf })];
  });
}

/**
 * A receipt or a gift receipt, for the screen and for the printer.
 * @param customer who bought, as far as this device knows them.
 */
export function receiptPaper(sale: SaleOnPaper, facts: ReceiptFacts, customer: Customer | undefined, options: ReceiptOptions): Paper {
  const { payload, back } = sale;
  const { giftLines } = options;
  const { receiptNumber: number } = payload;
  const isGift = giftLines !== null;
  return {
    title: words(isGift ? 'sale.giftReceiptNumber' : 'sale.receiptNumber', { number }),
    parts: [
      ...headOf(sale, facts, customer, options),
      RULE,
      ...(isGift ? [] : exchangedParts(back)),
      ...goodsParts(payload, facts, giftLines),
      RULE,
      ...(isGift
        ? [head(words('sale.giftReceiptText'))]
        : [
            ...toCome(payload),
            ...totalsOf(payload),
            ...settledBy(payload, back, facts),
            ...paidBy(payload, facts, new Set(back === undefined ? [] : ['exchange'])),
            ...pointsBackParts(back?.points ?? null),
            ...pointsOf(payload),
          ]),
      ...(facts.store?.footer ?? []).map((line) => head(line)),
      { kind: 'code', data: number },
    ],
  };
}
