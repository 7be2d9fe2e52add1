import { lineTotal } from '../base/money.ts';
import type { Requested } from '../base/define-operation.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import type { GoodsOnCounter, LineReduced, SaleCleared } from './undone.ts';

function onCounter(lines: readonly CartLine[], inCurrency: string): GoodsOnCounter {
  return {
    currency: inCurrency,
    lines: lines.map(({ sku, quantity: units, unitPrice: price }) => ({ sku, quantity: units, unitPrice: price })),
    grossMinor: lines.reduce((sum, line) => sum + lineTotal(line.unitPrice, line.quantity, line.quantityDecimals), 0),
  };
}

/** Notes that a sale in progress was given up, and why. @param lines what was on the counter, at least one line. */
export function noteCleared(lines: readonly CartLine[], inCurrency: string, reason: string): Requested<'sale_cleared', SaleCleared> {
  return { type: 'sale_cleared', payload: { ...onCounter(lines, inCurrency), reason } };
}

/** Notes that a cleared sale was put back. @param lines what is on the counter again, at least one line. */
export function noteBroughtBack(lines: readonly CartLine[], inCurrency: string): Requested<'sale_brought_back', GoodsOnCounter> {
  return { type: 'sale_brought_back', payload: onCounter(lines, inCurrency) };
}

/** Notes that a line of a sale in progress has fewer units now. @param quantityAfter fewer than the line has. */
export function noteReduced(line: CartLine, quantityAfter: number, inCurrency: string): Requested<'sale_line_reduced', LineReduced> {
  const { sku, unitPrice: price, quantity: quantityBefore, quantityDecimals } = line;
  const taken = lineTotal(price, quantityBefore, quantityDecimals) - lineTotal(price, quantityAfter, quantityDecimals);
  return {
    type: 'sale_line_reduced',
    payload: { currency: inCurrency, sku, unitPrice: price, quantityBefore, quantityAfter, grossMinor: taken },
  };
}
