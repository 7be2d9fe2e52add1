import { describe, expect, it } from 'vitest';
import { stockPageDocument } from './documents.ts';

const level = { sku: 'A', onHand: -1, reserved: 0, safetyStock: 0, stalenessBuffer: 0, bin: null };

describe('a page of the stock of a store', () => {
  it('[R1] belongs to the store, is made of the levels when it is pulled, and is held in memory for the sale', () => {
    expect(stockPageDocument).toMatchObject({ kind: 'stock_page', scope: 'store', stored: { in: 'projection' }, held: 'memory' });
  });

  it('[P4] may hold less than nothing of a SKU on hand, but no part of a unit and nothing unknown', () => {
    const parses = (one: object) => stockPageDocument.schema.safeParse({ page: 204, levels: [{ ...level, ...one }] }).success;
    expect([parses({}), parses({ bin: 'A-1' })]).toEqual([true, true]);
    expect([{ onHand: 0.5 }, { safetyStock: -1 }, { stalenessBuffer: -1 }, { bin: 'x'.repeat(41) }, { price: 1 }].map(parses)).toEqual(
      Array(5).fill(false),
    );
  });
});
