import { expect, it } from 'vitest';
import { JournalBuilder, wholeOf } from '../../test/support/journal-builder.ts';
import type { Shift } from '../shift/shift.ts';
import { drawerOpened } from '../shift/operations.ts';
import { noFigures, shiftSummary, summarizeShift } from './shift-summary.ts';

const CASE = { departmentOf: (sku: string) => (sku === 'A' ? 'Tea' : null), hourOf: () => 17, pricesIncludeTax: false };

const shiftOf = (journal: JournalBuilder): Shift => ({
  id: journal.shiftId ?? '',
  storeId: 'S1',
  registerId: 'R1',
  associateId: 'associate-1',
  businessDate: '2026-03-02',
  currency: 'USD',
  openedAt: '2026-03-02T10:00:00.000Z',
  floatMinor: 10_000,
  cashMinor: 0,
  closed: null,
});

it('adds up a shift: what was sold, given back and watched, of whom; and nothing of the shift before it', () => {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  journal.sell([['A', 7]]);
  journal.shiftId = null;
  journal.openShift();
  const sale = journal.sell([
    ['A', 2],
    ['B', 1],
  ]);
  journal.takeBack(sale, 1);
  journal.record({ type: drawerOpened.type, payload: { reason: 'other' } }, { associateId: null });
  const { summary, watched } = summarizeShift(wholeOf(journal.operations), shiftOf(journal), CASE);
  expect(shiftSummary.parse(summary)).toEqual({
    shiftId: journal.shiftId,
    registerId: 'R1',
    businessDate: '2026-03-02',
    currency: 'USD',
    openedAt: '2026-03-02T10:00:00.000Z',
    openedBy: 'associate-1',
    closedAt: null,
    figures: {
      ...noFigures(),
      sales: { count: 1, minor: 3240 },
      gross: { count: 2, minor: 3000 },
      taxAddedMinor: 240,
      returns: { count: 1, minor: 1080 },
      returnedNetMinor: 1000,
      taxes: [{ code: 'standard', ratePpm: 80_000, baseMinor: 2000, taxMinor: 160 }],
      tenders: [{ kind: 'cash', scheme: null, paid: { count: 1, minor: 3240 }, refunded: { count: 1, minor: 1080 } }],
      departments: { Tea: 2000, '': 1000 },
      hours: { 17: { count: 1, minor: 3000 } },
      associates: {
        'associate-1': { sales: { count: 1, minor: 3240 }, watched: { return: { count: 1, minor: 1080 } } },
        '': { sales: { count: 0, minor: 0 }, watched: { no_sale: { count: 1, minor: 0 } } },
      },
    },
  });
  expect(watched.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['return', 5],
    ['no_sale', 6],
  ]);
});
