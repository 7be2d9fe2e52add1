import { v7 as uuidv7 } from 'uuid';
import type { KeptSale, SaleDraft } from './cart-lines.ts';
import type { CartState } from './cart-state.ts';

/** What people decide about a sale; each begins without. */
export const NOTHING_DECIDED = {
  saleDiscount: null,
  ageCheck: null,
  heldSaleId: null,
  codes: [],
  points: null,
  customerId: null,
  exchange: null,
} as const;

/** A counter before anything was scanned, and before its draft has been read. */
export const emptyCart = (): CartState => ({
  lines: [],
  touched: null,
  restored: false,
  begun: null,
  turn: 0,
  id: uuidv7(),
  paying: null,
  last: null,
  sold: null,
  ...NOTHING_DECIDED,
  changedPrices: [],
  weighing: null,
  ready: false,
});

/** The sale as it is kept beside another; null where there is none. */
export function keptOf(state: CartState): KeptSale | null {
  const { lines, begun, id, paying, saleDiscount, ageCheck, heldSaleId, codes, points, customerId, exchange } = state;
  if (lines.length === 0) return null;
  const paid = paying && { lines: [...paying.lines], sum: paying.sum };
  const decided = { saleDiscount, ageCheck, heldSaleId, codes: [...codes], points, customerId, exchange };
  return { lines: [...lines], begun, id, ...decided, paying: paid };
}

/** The sale in progress as it is kept. @param afterSeq the place of the register's last operation: a sale after it was this one. */
export function draftOf(state: CartState, afterSeq: number): SaleDraft {
  const { lines, begun, id, paying, saleDiscount, ageCheck, heldSaleId, codes, points, customerId, exchange } = state;
  const paid = paying && { lines: [...paying.lines], sum: paying.sum };
  const decided = { saleDiscount, ageCheck, heldSaleId, codes: [...codes], points, customerId, exchange };
  return { lines: [...lines], afterSeq, begun, id, ...decided, paying: paid };
}
