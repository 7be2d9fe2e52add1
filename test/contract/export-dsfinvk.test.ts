import { describe, expect, it } from 'vitest';
import { cashMoved, drawerHandedOver, shiftClosed } from '../../domain/shift/operations.ts';
import { makeDsfinvk } from '../../sync-server/audit/make-dsfinvk.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('closings exported for the German tax office from %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
    return Promise.resolve();
  });

  const made = async (from = '2026-03-02', to = '2026-03-02') => {
    const { registerId } = register;
    return makeDsfinvk(db, { registerId, from, to, taxNumber: '214/5678/9012', vatId: '', version: '0.1.0' });
  };

  it('hold one shift of these days, with the receipt that goods came back from, and nothing of a shift that is open', async () => {
    const { journal } = register;
    const opening = journal.openShift();
    const sale = journal.sell([['A', 2]]);
    journal.takeBack(sale, 1);
    journal.record({ type: cashMoved.type, payload: { kind: 'pay_out', currency: 'USD', amountMinor: 500, reason: 'cleaning' } });
    const handed = { fromId: 'A', toId: 'B', currency: 'USD', countedMinor: 10_500, expectedMinor: 10_580 };
    journal.record({ type: drawerHandedOver.type, payload: handed });
    const totals = { zNumber: 1, firstSeq: opening.seq, sales: 1, salesMinor: 2_160, returns: 1, returnsMinor: 1_080 };
    journal.record({
      type: shiftClosed.type,
      payload: {
        countedMinor: 10_500,
        expectedMinor: 10_500,
        totals: { ...totals, grandSalesMinor: 2_160, grandReturnsMinor: 1_080 },
      },
    });
    journal.openShift();
    journal.sell([['A', 1]]);
    expect((await push(db, register, journal.operations)).map(({ outcome }) => outcome)).not.toContain('quarantined');

    expect(await made()).toEqual({ country: '' });
    await db.updateTable('locations').set({ country: 'DE', city: 'Köln' }).execute();
    const result = await made();
    if ('country' in result) throw new Error(result.country);
    expect(result).toMatchObject({ closings: 1, unnumbered: 0 });
    const { files } = result;
    expect(files['transactions.csv']?.trimEnd().split('\r\n')).toHaveLength(1 + 6);
    expect(files['references.csv']).toContain(`"${sale.payload.receiptNumber}"`);
    expect(files['references.csv']).toContain(`;1;"${sale.id}"`);
    // 100.00 and 21.60, less 10.80, 5.00 and the 0.80 that were missing when the drawer was handed over.
    expect(files['cash_per_currency.csv']).toContain(';1;"USD";105,00');
    expect(files['location.csv']).toContain('"Köln";"DEU"');
    expect(await made('2026-03-03', '2026-12-31')).toMatchObject({ closings: 0 });
  });
});
