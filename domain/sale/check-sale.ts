import type { SaleLine } from '../pricing/sale-line.ts';
import { lineTotal } from '../base/money.ts';
import { type Fault, fault } from '../base/fault.ts';
import { roundingFault } from '../payments/cash-rounding.ts';
import { worthOf } from '../payments/foreign-cash.ts';
import type { Tender } from '../payments/tender.ts';
import { discountOf } from '../base/adjustment.ts';
import type { SaleCompleted } from './sale.ts';
import { mostByPoints, takenOffByPoints } from '../loyalty/points.ts';
import { loadsStoredValue } from '../pricing/loads-stored-value.ts';
import { paysAnother } from '../stored-value/on-account.ts';
import { accountId, pointsId } from '../stored-value/stored-value.ts';

/** Price times quantity; null where no amount can hold it, so that a forged line is answered and stops nobody (rule J6). */
function grossOf(line: SaleLine): number | null {
  try {
    return lineTotal(line.unitPrice, line.quantity, line.quantityDecimals);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function lineFault(line: SaleLine, pricesIncludeTax: boolean): Fault | null {
  const at = { line: line.lineNo };
  const gross = grossOf(line);
  if (gross === null) return fault('line_amount_too_large', at);
  if (line.grossMinor !== gross) return fault('line_gross', { ...at, is: line.grossMinor, due: gross });
  const discount = discountOf(line);
  if (discount > gross) return fault('line_discount', { ...at, is: discount, most: gross });
  const tax = line.taxes.reduce((sum, one) => sum + one.amountMinor, 0);
  if (line.taxMinor !== tax) return fault('line_taxes', { ...at, is: line.taxMinor, due: tax });
  const total = line.grossMinor - discount + (pricesIncludeTax ? 0 : line.taxMinor);
  if (line.totalMinor !== total) return fault('line_total', { ...at, is: line.totalMinor, due: total });
  if (line.taxMinor > line.totalMinor) return fault('line_tax', { ...at, is: line.taxMinor, most: line.totalMinor });
  if (loadsStoredValue(line.kind) && line.reference === null) return fault('line_reference', at);
  const serialNumbers = line.serialNumbers.length;
  if (serialNumbers > line.quantity) return fault('line_serial_numbers', { ...at, is: serialNumbers, most: line.quantity });
  return null;
}

/** What is wrong with the goods that the pool is to deliver: each order has lines, of goods by the piece, and somebody who gets them. */
function orderFault({ orders, lines, customerId }: SaleCompleted): Fault | null {
  for (const { lineNo, orderId } of lines) {
    if (orderId !== null && !orders.some(({ id }) => id === orderId)) return fault('line_order', { line: lineNo, order: orderId });
  }
  for (const [index, { id }] of orders.entries()) {
    const own = lines.filter(({ orderId }) => orderId === id);
    const isTwice = orders.findIndex((one) => one.id === id) !== index;
    const canBeSent = own.every(({ kind, quantityDecimals }) => kind === 'goods' && quantityDecimals === 0);
    if (own.length === 0 || isTwice || !canBeSent) return fault('sale_order', { order: id });
  }
  return orders.length > 0 && customerId === null ? fault('sale_order_customer') : null;
}

/** What is wrong with the points of a sale: they are its customer's, and pay as one tender or take something off, never both. */
function pointsFault({ lines, tenders, usedPoints, customerId }: SaleCompleted): Fault | null {
  const by = tenders.filter(({ kind }) => kind === 'points');
  const isOwn = by.every((one) => one.kind !== 'cash' && customerId !== null && one.reference === pointsId(customerId));
  const ways = by.length + (takenOffByPoints(lines) > 0 ? 1 : 0);
  if (!isOwn || ways !== (usedPoints > 0 ? 1 : 0) || (ways > 0 && customerId === null)) return fault('sale_points', { is: usedPoints });
  const paid = by.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const most = mostByPoints(lines);
  if (paid > most) return fault('points_for_money', { is: paid, most });
  const earned = lines.reduce((sum, line) => sum + line.points, 0);
  return earned > 0 && customerId === null ? fault('sale_points', { is: earned }) : null;
}

function tenderFault(tender: Tender, position: number, { currency: inCurrency, customerId }: SaleCompleted): Fault | null {
  const is = tender.amountMinor;
  const at = { tender: position + 1 };
  if (tender.tipMinor > Math.max(0, is)) return fault('tender_tip', { ...at, is: tender.tipMinor, most: is });
  // Nobody buys on the account of another customer.
  if (tender.kind === 'account' && (customerId === null || tender.reference !== accountId(customerId))) return fault('tender_account', at);
  if (tender.kind !== 'cash') return null;
  const { currency, givenMinor, rate } = tender;
  if (currency !== inCurrency && rate === null) return null;
  const worth = currency === inCurrency || rate === null ? givenMinor : worthOf({ currency, rate, givenMinor }, inCurrency);
  const kept = (worth ?? Number.MAX_SAFE_INTEGER) - tender.changeMinor;
  return kept === is ? null : fault('tender_amount', { ...at, is, due: kept });
}

/**
 * Whether the stored amounts of a sale agree with one another (rule M1): gross is price times quantity, each line's
 * total is its parts, the sale's total is its lines, and the tenders pay the total, its rounding and their tips, and no more.
 * @returns null, or the first that does not.
 */
export function saleFault(sale: SaleCompleted): Fault | null {
  const seen = new Set<number>();
  for (const line of sale.lines) {
    if (seen.has(line.lineNo)) return fault('line_twice', { line: line.lineNo });
    seen.add(line.lineNo);
    const found = lineFault(line, sale.pricesIncludeTax);
    if (found !== null) return found;
    if (paysAnother(line, sale.customerId)) return fault('line_account', { line: line.lineNo });
  }
  const ordered = orderFault(sale);
  if (ordered !== null) return ordered;
  const points = pointsFault(sale);
  if (points !== null) return points;
  const total = sale.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  if (sale.totalMinor !== total) return fault('sale_total', { is: sale.totalMinor, due: total });
  const tax = sale.lines.reduce((sum, line) => sum + line.taxMinor, 0);
  if (sale.taxMinor !== tax) return fault('sale_tax', { is: sale.taxMinor, due: tax });
  for (const [position, tender] of sale.tenders.entries()) {
    const found = tenderFault(tender, position, sale);
    if (found !== null) return found;
  }
  if (sale.roundingMinor !== 0 && !sale.tenders.some((tender) => tender.kind === 'cash'))
    return fault('sale_rounding', { is: sale.roundingMinor });
  const rounded = roundingFault(sale.roundingMinor);
  if (rounded !== null) return rounded;
  const paid = sale.tenders.reduce((sum, one) => sum + one.amountMinor - one.tipMinor, 0);
  const due = total + sale.roundingMinor;
  return paid === due ? null : fault('sale_tenders', { is: paid, due });
}
