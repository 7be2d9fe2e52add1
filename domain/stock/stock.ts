import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** Stock of one SKU at one location, whole units (rule P1). `onHand` may be negative: the shelf wins (rule P4). */
export const stockLevel = z.strictObject({
  sku: entityId,
  onHand: z.number().int(),
  reserved: z.number().int(),
  safetyStock: z.number().int().min(0),
  stalenessBuffer: z.number().int().min(0),
  bin: text.max(40).nullable(),
});

export type StockLevel = z.infer<typeof stockLevel>;

/** What may still be promised: `onHand − reserved − safetyStock − stalenessBuffer` (rule P1). */
export function available(level: StockLevel): number {
  return level.onHand - level.reserved - level.safetyStock - level.stalenessBuffer;
}

/** How many pages the stock of one store is spread over in the replica. */
export const STOCK_PAGES = 256;

/**
 * The replica page that holds a SKU: FNV-1a over its UTF-16 code units, modulo {@link STOCK_PAGES}. Part of the wire
 * format: server and register must agree.
 */
export function stockPageOf(sku: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < sku.length; index += 1) {
    hash = Math.imul(hash ^ sku.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % STOCK_PAGES;
}
