import { expect, it } from 'vitest';
import { JournalBuilder } from '../support/journal-builder.ts';
import { Books, NOTHING } from './books.ts';

const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const [first, second] = [journal.sell([['A', 1]]), journal.sell([['A', 1]])];

it('[J1] notices an acknowledged operation that is gone after a restart, and only what was acknowledged before the disk was read', () => {
  const books = new Books();
  books.recorded({ ...NOTHING, operation: first, device: 'D1' });
  const before = books.acknowledgedOn('D1');
  books.recorded({ ...NOTHING, operation: second, device: 'D1' });
  expect(books.restarted('D1', [first], before)).toEqual([]);
  expect(books.restarted('D1', [first])).toEqual([`J1: D1 lost the acknowledged sale_completed ${second.id}`]);
  expect(books.restarted('D2', [])).toEqual([]);
});
