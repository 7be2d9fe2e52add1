import { lineTotal } from '../base/money.ts';
import type { SaleCompleted, SaleLine } from './sale.ts';

/** Price times quantity; null where no amount can hold it, so that a forged line is answered and stops nobody (rule J6). */
function grossOf(line: SaleLine): number | null {
  try {
    return lineTotal(line.unitPrice, line.quantity);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Whether the stored amounts of a sale agree with one another (rule M1): gross is price times quantity, each line's
 * total is its parts, the sale's total is its lines, and the tenders less their change pay exactly that.
 * @returns null, or one sentence that names the field that is off.
 */
export function saleArithmeticError(sale: SaleCompleted): string | null {
  const seen = new Set<number>();
  for (const line of sale.lines) {
    const at = `lines[lineNo=${line.lineNo}]`;
    if (seen.has(line.lineNo)) return `${at}.lineNo stands twice; number the lines from 1.`;
    seen.add(line.lineNo);
    const gross = grossOf(line);
    if (gross === null) return `${at}.unitPrice times quantity is more than an amount can hold.`;
    if (line.grossMinor !== gross) return `${at}.grossMinor is ${line.grossMinor}, but unit price times quantity is ${gross}.`;
    if (line.discountMinor > gross) return `${at}.discountMinor is ${line.discountMinor}, more than the line's ${gross}.`;
    const total = line.grossMinor - line.discountMinor + (sale.pricesIncludeTax ? 0 : line.taxMinor);
    if (line.totalMinor !== total) return `${at}.totalMinor is ${line.totalMinor}, but its parts make ${total}.`;
    if (line.taxMinor > line.totalMinor) return `${at}.taxMinor is ${line.taxMinor}, more than the line's total of ${line.totalMinor}.`;
  }
  const total = sale.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  if (sale.totalMinor !== total) return `totalMinor is ${sale.totalMinor}, but the lines add up to ${total}.`;
  const tax = sale.lines.reduce((sum, line) => sum + line.taxMinor, 0);
  if (sale.taxMinor !== tax) return `taxMinor is ${sale.taxMinor}, but the lines' taxes add up to ${tax}.`;
  const paid = sale.tenders.reduce((sum, one) => sum + one.givenMinor - one.changeMinor, 0);
  if (paid !== total) return `The tenders pay ${paid}, but the total is ${total}.`;
  return null;
}
