import { expect, it } from 'vitest';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { shiftReport } from '../../../domain/reports/shift-report.ts';
import { JournalBuilder, wholeOf } from '../../../test/support/journal-builder.ts';
import { netOf } from '../../../domain/reports/till-report.ts';
import { totalFigures } from './total-figures.ts';

/** A sale of two units at 10.00 and 8 % on top, of which so many came back. */
function reportOf(back: number): ShiftReport {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  const sale = journal.sell([['A', 2]]);
  if (back > 0) journal.takeBack(sale, back);
  return shiftReport(wholeOf(journal.operations), journal.shiftId ?? '', {
    departmentOf: () => null,
    hourOf: () => 0,
    pricesIncludeTax: false,
  });
}

it.each([
  [0, 2000],
  [1, 1000],
  [2, 0],
])('net sales have no tax, of what was sold nor of the %d that came back', (back, netMinor) => {
  expect(netOf(reportOf(back))).toBe(netMinor);
});

it('the ledger names what is no sale of goods, and tax that no rate is told of', () => {
  const report = reportOf(0);
  const figures = totalFigures(
    {
      ...report,
      accountPayments: { count: 1, minor: 5000 },
      sales: { count: 2, minor: 7160 },
      taxes: [{ code: '', ratePpm: 0, baseMinor: -1000, taxMinor: -80 }],
    },
    (id) => id,
  );
  expect(figures).toEqual([
    ['Sales before discounts (2)', '$20.00'],
    ['Tax on top', '$1.60'],
    ['Paid on accounts (1)', '$50.00'],
    ['Taken in', '$71.60'],
    ['Tax of what came back, on -$10.00', '-$0.80'],
  ]);
});
