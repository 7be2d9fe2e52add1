import { describe, expect, it } from 'vitest';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { readHistorySearch, readReceipts, searchReceipts } from './journal-history.ts';

/** A journal of so many sales, a shift to each hundred, and how many places of it were read. */
function journalOf(sales: number) {
  const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  for (let sale = 0; sale < sales; sale += 1) {
    if (sale === 0) builder.openShift();
    builder.sell([['SKU', (sale % 9) + 1]]);
  }
  const { operations } = builder;
  let read = 0;
  return {
    lastSeq: operations.length,
    read: () => read,
    recordedBefore(seq: number, limit: number): Promise<Operation[]> {
      const found = operations.slice(Math.max(0, seq - 1 - limit), seq - 1).reverse();
      read += found.length;
      return Promise.resolve(found);
    },
  };
}
const numbers = (receipts: readonly { readonly payload: { readonly receiptNumber: string } }[]) =>
  receipts.map((receipt) => receipt.payload.receiptNumber);

describe('the history of a register', () => {
  it('goes back page by page, newest first, and skips no sale', async () => {
    const journal = journalOf(620);
    const seen: string[] = [];
    for (let before: number | null = journal.lastSeq + 1; before !== null; ) {
      const page = await readReceipts(journal, before, 50);
      seen.push(...numbers(page.receipts));
      before = page.before;
    }
    expect(seen).toEqual(Array.from({ length: 620 }, (_, n) => `A1-${String(620 - n).padStart(6, '0')}`));
  });

  it('reads no more for a page or a number when there are 10,000 sales', async () => {
    const journal = journalOf(10_000);
    await readReceipts(journal, journal.lastSeq + 1, 50);
    expect(journal.read()).toBeLessThanOrEqual(200);
    for (const count of [1, 42, 9_999, 10_000]) {
      const page = await searchReceipts(journal, { kind: 'receipt', count }, journal.lastSeq + 1, journal.lastSeq, 50);
      expect(numbers(page.receipts)).toEqual([`A1-${String(count).padStart(6, '0')}`]);
    }
    expect(journal.read()).toBeLessThanOrEqual(200 + 4 * 16);
    expect((await searchReceipts(journal, { kind: 'receipt', count: 10_001 }, journal.lastSeq + 1, journal.lastSeq, 50)).receipts).toEqual(
      [],
    );
  });

  it('finds an amount, page by page', async () => {
    const journal = journalOf(60);
    const [one] = (await readReceipts(journal, journal.lastSeq + 1, 1)).receipts;
    if (one?.type !== 'sale_completed') throw new Error('A sale is needed.');
    const found = await searchReceipts(
      journal,
      { kind: 'amount', minor: one.payload.totalMinor },
      journal.lastSeq + 1,
      journal.lastSeq,
      50,
    );
    expect(found.receipts.length).toBeGreaterThan(1);
    expect(
      found.receipts.every((receipt) => receipt.type === 'sale_completed' && receipt.payload.totalMinor === one.payload.totalMinor),
    ).toBe(true);
  });

  it.each([
    ['', { kind: 'all' }],
    [' a1-000042 ', { kind: 'receipt', count: 42 }],
    ['42', { kind: 'receipt', count: 42 }],
    ['B7-000042', { kind: 'none' }],
    ['12.50', { kind: 'amount', minor: 1250 }],
    ['$1,234', { kind: 'amount', minor: 123_400 }],
    ['$1,23', { kind: 'amount', minor: 123 }],
    ['kettle', { kind: 'none' }],
  ])('reads a search for %j', (text, search) => {
    expect(readHistorySearch(text, 'A1', 'USD')).toEqual(search);
  });
});
