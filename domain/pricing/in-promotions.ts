import type { PromotedLine } from '../promotions/promotion.ts';
import type { CartLine } from './cart-line.ts';
import { loadsStoredValue } from './loads-stored-value.ts';

/**
 * How a line of a kind takes part in promotions: goods and services in all, a fee in those that name its SKU (a free delivery, say), a
 * deposit and what puts money on a stored value in none. The same when a sale is priced and when it is priced again.
 */
export function inPromotions(kind: CartLine['kind']): Required<Pick<PromotedLine, 'fixed' | 'bySkuAlone'>> {
  return { fixed: kind === 'deposit' || loadsStoredValue(kind), bySkuAlone: kind === 'fee' };
}
