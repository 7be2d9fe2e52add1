import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { available, STOCK_PAGES, stockPageOf } from './stock.ts';

describe('stock', () => {
  it('[P1] available is on hand less reserved, safety stock and staleness buffer', () => {
    const level = { sku: 'A', onHand: 10, reserved: 3, safetyStock: 2, stalenessBuffer: 1, bin: null };
    expect(available(level)).toBe(4);
    expect(available({ ...level, onHand: -1 })).toBe(-7);
  });

  it('puts every SKU on one page, always the same, and spreads them evenly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (sku) => {
        const page = stockPageOf(sku);
        expect(page).toBe(stockPageOf(sku));
        expect(page).toBeGreaterThanOrEqual(0);
        expect(page).toBeLessThan(STOCK_PAGES);
      }),
    );
    const sizes = new Map<number, number>();
    for (let index = 0; index < 20_000; index += 1) {
      const page = stockPageOf(`SKU-${index}`);
      sizes.set(page, (sizes.get(page) ?? 0) + 1);
    }
    expect(sizes.size).toBe(STOCK_PAGES);
    expect(Math.max(...sizes.values())).toBeLessThan(200);
  });

  it('keeps the page of known SKUs, which is part of the wire format', () => {
    expect(['A', 'SKU-1', '85123A'].map(stockPageOf)).toEqual([204, 76, 169]);
  });
});
