import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyReturn } from '../returns/apply-return.ts';
import { applySale } from '../sale/apply-sale.ts';
import type { ExchangeOperation } from './exchange.ts';
import { partsOf } from './parts-of.ts';

/** Goods were exchanged: what came back has the effects of a return, then what was taken home those of a sale. */
export function applyExchange(reader: StoreReader, operation: ExchangeOperation): Effect[] {
  const [back, sold] = partsOf(operation);
  const between = new StoreOverlay(reader);
  const returned = applyReturn(between, back);
  // The drawer and the values on cards that the return moved are moved on by the sale.
  between.fold(returned);
  return [...returned, ...applySale(between, sold)];
}
