import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { shiftOf, closingOf } from '../../../test/support/examples.ts';
import { JournalBuilder, wholeOf } from '../../../test/support/journal-builder.ts';
import { totalsOf } from '../../../domain/reports/shift-report.ts';
import { shiftClosed } from '../../../domain/shift/operations.ts';
import type { RegisterServices, StoreView, SyncState } from '../../kit/register-services.ts';
import { readClosedShift, readOpenShift } from './read-shift.ts';

type Journal = Parameters<typeof readOpenShift>[0];

/** A register whose replica knows nothing, with this journal. @param asked gets the places before which the journal is read. */
function registerWith({ operations }: JournalBuilder, complete = false, asked: number[] = []): Journal {
  const whole = wholeOf(operations);
  return {
    sync: createStore(() => ({ lastSeq: whole.length }) as SyncState),
    view: createStore(() => ({ store: null, complete }) as unknown as StoreView),
    shifts: () => [],
    catalog: { product: () => undefined } as unknown as RegisterServices['catalog'],
    recordedBefore: (seq, limit) => {
      asked.push(seq);
      return Promise.resolve(whole.slice(Math.max(0, seq - 1 - limit), seq - 1).reverse());
    },
  };
}

/** Two closed shifts and an open one, each with so many sales. */
async function journalOf(sales: number): Promise<{ readonly journal: JournalBuilder; readonly shiftIds: string[] }> {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  const shiftIds: string[] = [];
  for (const isLast of [false, false, true]) {
    journal.shiftId = null;
    shiftIds.push(journal.openShift().id);
    for (let sale = 0; sale < sales; sale += 1) journal.sell([['A', 1]]);
    if (isLast) break;
    const read = await readOpenShift(registerWith(journal), shiftIds.at(-1) ?? '');
    const totals = read && totalsOf(read.report, read.before);
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
  }
  return { journal, shiftIds };
}

describe('a shift in the journal', () => {
  it.each([0, 3, 700])('[J9] of %d sales goes on from the closing before it, whatever the replica has', async (sales) => {
    const { journal, shiftIds } = await journalOf(sales);
    const read = await readOpenShift(registerWith(journal), shiftIds[2] ?? '');
    expect(read).toMatchObject({
      upTo: journal.operations.length,
      before: { totals: { zNumber: 2, sales, grandSalesMinor: 2 * sales * 1080 } },
      report: { sales: { count: sales }, firstSeq: 2 * (sales + 2) + 1 },
    });
    const closed = shiftOf({
      id: shiftIds[1] ?? '',
      closed: closingOf({ totals: { ...read?.before?.totals, firstSeq: sales + 3 } as never }),
    });
    expect(await readClosedShift(registerWith(journal), closed)).toMatchObject({
      sales: { count: sales },
      closed: { totals: { zNumber: 2 } },
    });
  });

  it('[J9] goes on from the last closing that was signed, past one that was not: no number comes twice', async () => {
    const { journal, shiftIds } = await journalOf(1);
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals: null } });
    journal.shiftId = null;
    const { id } = journal.openShift();
    expect(shiftIds).toHaveLength(3);
    expect((await readOpenShift(registerWith(journal), id))?.before).toMatchObject({ totals: { zNumber: 2, grandSalesMinor: 2160 } });
  });

  it('[J9] goes on from the closing of another drawer that was open beside it', async () => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    const front = journal.openShift().id;
    journal.shiftId = null;
    const back = journal.openShift().id;
    journal.sell([['A', 1]]);
    const read = await readOpenShift(registerWith(journal), back);
    const totals = read && totalsOf(read.report, read.before);
    const { hash } = journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
    expect((await readOpenShift(registerWith(journal), front))?.before).toMatchObject({ hash, totals: { zNumber: 1, salesMinor: 1080 } });
  });

  it('is not looked for in all that earlier apps wrote, where nothing was ever signed', async () => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    journal.openShift();
    for (let sale = 0; sale < 600; sale += 1) journal.sell([['A', 1]]);
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals: null } });
    journal.shiftId = null;
    const { id } = journal.openShift();
    const asked: number[] = [];
    expect(await readOpenShift(registerWith(journal, true, asked), id)).toMatchObject({ before: null, report: { firstSeq: 603 } });
    expect(asked).toEqual([604]);
  });

  it('is not there where another machine recorded it', async () => {
    const { journal } = await journalOf(1);
    expect(await readOpenShift(registerWith(journal), 'ELSEWHERE')).toBeNull();
    expect(await readClosedShift(registerWith(journal), shiftOf({ id: 'ELSEWHERE', closed: closingOf() }))).toBeNull();
  });
});
