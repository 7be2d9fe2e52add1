import { discountOf } from '../../../domain/base/adjustment.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import type { SaleCompleted } from '../../../domain/sale/sale.ts';
import { saleOrderNumber } from '../../../domain/sale/order-number.ts';
import { salePickupCode } from '../../../domain/sale-orders/sale-order.ts';
import { countItems } from '../../kit/count-items.ts';
import { formatMoney, formatUnitPrice } from '../../kit/format-money.ts';
import { formatQuantity } from '../../kit/format-quantity.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { lineName, quantityOf } from '../../kit/line-name.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../kit/paper/paper.ts';
import type { NamedTender } from '../../../domain/payments/tender.ts';
import type { SaidTender } from '../payment/tender-words.ts';
import { words } from '../../words/words.ts';

/** What stands on a receipt besides the sale itself. */
export interface ReceiptFacts {
  /** The store, with its text above and below; null for the sale of another store. */
  readonly store: {
    readonly name: string;
    readonly address: string | undefined;
    readonly header: readonly string[];
    readonly footer: readonly string[];
  } | null;
  readonly timezone: string;
  /** As far as this device knows them. */
  readonly customerName: string | undefined;
  /** The tenders besides cash, as people know them. */
  readonly others: readonly (SaidTender & Pick<NamedTender, 'amountMinor'>)[];
  /** Whether it was printed before: it says so then. */
  readonly isCopy: boolean;
  /** For a gift receipt the lines that stand on it, by number; it tells no prices. Null for a receipt. */
  readonly giftLines: ReadonlySet<number> | null;
}

export interface SaleOnPaper {
  readonly at: string;
  readonly payload: SaleCompleted;
}

function headOf({ at, payload }: SaleOnPaper, { store, timezone, customerName, isCopy, giftLines }: ReceiptFacts): PaperPart[] {
  const { receiptNumber, taxExemptionId } = payload;
  const isGift = giftLines !== null;
  return [
    ...(store === null ? [] : [head(store.name, 'strong'), head(store.address ?? ''), ...store.header.map((line) => head(line))]),
    head(formatMoment(at, timezone)),
    head(receiptNumber, 'large'),
    ...(!isGift && customerName !== undefined ? [head(words('customer.of', { name: customerName }))] : []),
    ...(!isGift && taxExemptionId !== null ? [head(words('customer.exempt', { certificate: taxExemptionId }))] : []),
    ...(isGift ? [head(words('sale.giftReceipt'), 'strong')] : []),
    ...(isCopy ? [head(words('sale.copy'), 'strong')] : []),
  ];
}

/** What was bought, and what it cost, unless it is a gift. */
function goodsOf(line: SaleLine, currency: string, isGift: boolean): PaperPart {
  const { quantity, quantityDecimals, unit, serialNumbers } = line;
  const off = discountOf(line);
  const amount = formatQuantity(quantity, quantityDecimals, unit);
  const isCounted = !isGift && (quantity > 1 || quantityDecimals > 0 || off > 0);
  const price = `${amount} × ${formatUnitPrice(line.unitPrice, currency)}`;
  return {
    kind: 'goods',
    name: lineName(line),
    amount: isGift ? amount : formatMoney(line.grossMinor - off, currency),
    details: [
      ...(isCounted ? [off > 0 ? `${price}${words('sale.off', { amount: formatMoney(off, currency) })}` : price] : []),
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
    ...(roundingMinor === 0
      ? []
      : [figure(words('sale.rounding'), money(roundingMinor)), figure(words('sale.toPayInCash'), money(cashMinor))]),
  ];
}

/** What it was paid with: cards by their last digits, then cash and change. */
function paidBy({ tenders, currency }: SaleCompleted, others: ReceiptFacts['others']): PaperPart[] {
  const cash = tenders.filter((tender) => tender.kind === 'cash');
  const change = cash.reduce((sum, tender) => sum + tender.changeMinor, 0);
  const detailed = (name: string, details: readonly string[], amount: string): PaperPart => {
    const plain = { kind: 'figure', name, amount, tone: 'plain' } as const;
    return details.length === 0 ? plain : { ...plain, detail: details.join(' ') };
  };
  return [
    ...others.map(({ name, approvalCode, isOffline, amountMinor }) => {
      const approval = approvalCode === null ? [] : [words('payment.approvalCode', { code: approvalCode })];
      return detailed(name, [...approval, ...(isOffline ? [words('payment.title.offline')] : [])], formatMoney(amountMinor, currency));
    }),
    ...cash
      .filter(({ givenMinor }) => givenMinor > 0 || cash.length === 1)
      .map(({ currency: of, rate, givenMinor }) =>
        detailed(
          words('sale.cash'),
          rate === null ? [] : [words('payment.rateIs', { currency: of, rate, own: currency })],
          formatMoney(givenMinor, of),
        ),
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

/** A receipt or a gift receipt, for the screen and for the printer. */
export function receiptPaper(sale: SaleOnPaper, facts: ReceiptFacts): Paper {
  const { payload } = sale;
  const { giftLines, store, others } = facts;
  const { receiptNumber: number, currency } = payload;
  const isGift = giftLines !== null;
  return {
    title: words(isGift ? 'sale.giftReceiptNumber' : 'sale.receiptNumber', { number }),
    parts: [
      ...headOf(sale, facts),
      RULE,
      ...payload.lines.filter(({ lineNo }) => giftLines?.has(lineNo) !== false).map((line) => goodsOf(line, currency, isGift)),
      RULE,
      ...(isGift
        ? [head(words('sale.giftReceiptText'))]
        : [...toCome(payload), ...totalsOf(payload), ...paidBy(payload, others), ...pointsOf(payload)]),
      ...(store?.footer ?? []).map((line) => head(line)),
      { kind: 'code', data: number },
    ],
  };
}
