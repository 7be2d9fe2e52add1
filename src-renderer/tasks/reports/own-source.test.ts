import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { closingOf, shiftOf } from '../../../test/support/examples.ts';
import { JournalBuilder, wholeOf } from '../../../test/support/journal-builder.ts';
import { drawerOpened, shiftClosed } from '../../../domain/shift/operations.ts';
import type { RegisterServices, StoreView, SyncState } from '../../kit/register-services.ts';
import { ownSource } from './own-source.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

/** A register with two closed shifts, of so many sales each, and the days on which they were. */
function register(sales: number, days: readonly [string, string], asked: number[] = []): Parameters<typeof ownSource>[0] {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  const shifts = days.map((businessDate, index) => {
    journal.shiftId = null;
    const { id } = journal.openShift();
    for (let sale = 0; sale < sales; sale += 1) journal.sell([['A', 1]]);
    if (index === 1) journal.record({ type: drawerOpened.type, payload: { reason: 'other' } }, { associateId: null });
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0 } });
    return shiftOf({ id, businessDate, closed: closingOf() });
  });
  const whole = wholeOf(journal.operations);
  return {
    identity: { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'A1' },
    sync: createStore(() => ({ lastSeq: whole.length }) as SyncState),
    view: createStore(() => ({ store: null, company: null }) as unknown as StoreView),
    catalog: { product: () => undefined } as unknown as RegisterServices['catalog'],
    shifts: () => shifts,
    recorded: (seq) => Promise.resolve(journal.operations[seq - 1] ?? null),
    recordedBefore: (seq, limit) => {
      asked.push(seq);
      return Promise.resolve(whole.slice(Math.max(0, seq - 1 - limit), seq - 1).reverse());
    },
  };
}

describe('the reports of a register without its server', () => {
  it('add up its own shifts of these days, by business date', async () => {
    const source = ownSource(register(3, ['2026-02-28', '2026-03-01']), () => ({ 'associate-1': 'Ann' }));
    expect(await source.read(MARCH)).toMatchObject({
      reports: [{ shifts: 1, figures: { sales: { count: 3, minor: 3240 } }, days: [{ date: '2026-03-01', sales: 3, netMinor: 3000 }] }],
      people: { 'associate-1': 'Ann' },
      registers: { R1: 'A1' },
    });
    expect((await source.read({ from: '2026-02-28', to: '2026-03-01' })).reports).toMatchObject([{ shifts: 2 }]);
    expect((await source.read({ from: '2026-04-01', to: '2026-04-30' })).reports).toEqual([]);
  });

  it('read the journal no further than to the opening of the earliest shift', async () => {
    const asked: number[] = [];
    const source = ownSource(register(700, ['2026-02-28', '2026-03-01'], asked), () => ({}));
    expect((await source.read(MARCH)).reports).toMatchObject([{ figures: { sales: { count: 700 } } }]);
    // The second shift has 703 of 1,405 entries: two readings of 500.
    expect(asked).toEqual([1406, 906]);
  });

  it('list what a manager looks at, and show its entry', async () => {
    const source = ownSource(register(1, ['2026-03-01', '2026-03-02']), () => ({}));
    const { items } = await source.watched(MARCH);
    expect(items).toMatchObject([{ kind: 'no_sale', associateId: null, registerId: 'R1', seq: 6, businessDate: '2026-03-02' }]);
    expect((await source.watched({ ...MARCH, associate: 'nobody', kind: 'no_sale' })).items).toEqual(items);
    expect((await source.watched({ ...MARCH, kind: 'void' })).items).toEqual([]);
    expect((await source.watched({ ...MARCH, associate: 'associate-1' })).items).toEqual([]);
    expect(await source.entry('R1', 6)).toMatchObject({ type: drawerOpened.type, seq: 6 });
    await expect(source.entry('R1', 99)).rejects.toThrow();
  });
});
