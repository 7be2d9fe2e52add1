import type { SaleLine } from '../pricing/sale-line.ts';
import { lineTotal } from '../base/money.ts';
import type { Tender } from '../payments/tender.ts';
import { discountOf } from '../base/adjustment.ts';
import type { SaleCompleted } from './sale.ts';

/** Price times quantity; null where no amount can hold it, so that a forged line is answered and stops nobody (rule J6). */
function grossOf(line: SaleLine): number | null {
  try {
    return lineTotal(line.unitPrice, line.quantity, line.quantityDecimals);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function lineError(line: SaleLine, pricesIncludeTax: boolean): string | null {
  const at = `lines[lineNo=${line.lineNo}]`;
  const gross = grossOf(line);
  if (gross === null) return `${at}.unitPrice times quantity is more than an amount can hold.`;
  if (line.grossMinor !== gross) return `${at}.grossMinor is ${line.grossMinor}, but unit price times quantity is ${gross}.`;
  const discount = discountOf(line);
  if (discount > gross) return `${at}.adjustments take off ${discount}, more than the line's ${gross}.`;
  const tax = line.taxes.reduce((sum, one) => sum + one.amountMinor, 0);
  if (line.taxMinor !== tax) return `${at}.taxMinor is ${line.taxMinor}, but its taxes add up to ${tax}.`;
  const total = line.grossMinor - discount + (pricesIncludeTax ? 0 : line.taxMinor);
  if (line.totalMinor !== total) return `${at}.totalMinor is ${line.totalMinor}, but its parts make ${total}.`;
  if (line.taxMinor > line.totalMinor) return `${at}.taxMinor is ${line.taxMinor}, more than the line's total of ${line.totalMinor}.`;
  if (line.serialNumbers.length > line.quantity) return `${at}.serialNumbers are ${line.serialNumbers.length}, for ${line.quantity} units.`;
  return null;
}

function tenderError(tender: Tender, position: number, inCurrency: string): string | null {
  const at = `tenders[${position}]`;
  if (tender.tipMinor > Math.max(0, tender.amountMinor))
    return `${at}.tipMinor is ${tender.tipMinor}, more than its amount of ${tender.amountMinor}.`;
  if (tender.kind !== 'cash' || tender.currency !== inCurrency) return null;
  const kept = tender.givenMinor - tender.changeMinor;
  return kept === tender.amountMinor ? null : `${at}.amountMinor is ${tender.amountMinor}, but given less change is ${kept}.`;
}

/**
 * Whether the stored amounts of a sale agree with one another (rule M1): gross is price times quantity, each line's
 * total is its parts, the sale's total is its lines, and the tenders pay the total, its rounding and their tips, and no more.
 * @returns null, or one sentence that names the field that is off.
 */
export function saleArithmeticError(sale: SaleCompleted): string | null {
  const seen = new Set<number>();
  for (const line of sale.lines) {
    if (seen.has(line.lineNo)) return `lines[lineNo=${line.lineNo}].lineNo stands twice; number the lines from 1.`;
    seen.add(line.lineNo);
    const error = lineError(line, sale.pricesIncludeTax);
    if (error !== null) return error;
  }
  const total = sale.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  if (sale.totalMinor !== total) return `totalMinor is ${sale.totalMinor}, but the lines add up to ${total}.`;
  const tax = sale.lines.reduce((sum, line) => sum + line.taxMinor, 0);
  if (sale.taxMinor !== tax) return `taxMinor is ${sale.taxMinor}, but the lines' taxes add up to ${tax}.`;
  for (const [position, tender] of sale.tenders.entries()) {
    const error = tenderError(tender, position, sale.currency);
    if (error !== null) return error;
  }
  const paid = sale.tenders.reduce((sum, one) => sum + one.amountMinor - one.tipMinor, 0);
  const due = total + sale.roundingMinor;
  return paid === due ? null : `The tenders pay ${paid}, but the total is ${due}.`;
}
