import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../domain/registry/verify-journal.ts';
import { writeJournal } from '../../sync-server/audit/write-journal.ts';
import { drawerOpened } from '../../domain/shift/operations.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('a journal exported from the pool on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
    return Promise.resolve();
  });

  const exported = async () => {
    const lines: string[] = [];
    const written = await writeJournal(db, register.registerId, (line) => Promise.resolve(void lines.push(line)));
    expect(written.entries).toBe(lines.length);
    return { ...written, lines };
  };
  const read = async () => verifyJournal((await exported()).lines.map((line) => JSON.parse(line) as unknown));

  it('[J2] [J6] has what the database cannot hold, and goes on behind it', async () => {
    const { journal } = register;
    journal.sell([['A', 1]]);
    journal.record({ type: drawerOpened.type, payload: { reason: 'other' } }, { associateId: 'NUL \u0000 and half a pair \ud800' });
    journal.sell([['A', 2]]);
    const results = await push(db, register, journal.operations);
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'quarantined', 'applied']);
    const { proofs, findings } = await read();
    expect(proofs).toMatchObject([{ operations: 3, receipts: 2 }]);
    expect(findings).toEqual([{ registerId: register.registerId, place: 2, fault: 'not_an_operation' }]);
  });

  it('[A2] names the entries that lost the words of a person', async () => {
    const { journal } = register;
    for (let sale = 1; sale <= 2; sale += 1) journal.sell([['A', sale]]);
    await push(db, register, journal.operations);
    expect((await exported()).erased).toEqual([]);
    await db.updateTable('operations').set({ erased_at: new Date() }).where('seq', '=', 2).execute();
    expect((await exported()).erased).toEqual([2]);
  });

  it('[J2] [J7] is whole for whoever has the file alone, and tells what the pool itself altered', async () => {
    const { journal } = register;
    for (let sale = 1; sale <= 3; sale += 1) journal.sell([['A', sale]]);
    await push(db, register, journal.operations);
    expect(await read()).toMatchObject({
      proofs: [{ registerId: register.registerId, operations: journal.operations.length, receipts: 3 }],
      findings: [],
    });
    const second = journal.operations.at(-2);
    if (second === undefined) throw new Error('Three sales were sent.');
    await db
      .updateTable('operations')
      .set({ body: { ...second, businessDate: '2020-01-01' } as never })
      .where('id', '=', second.id)
      .execute();
    expect((await read()).findings).toEqual([{ registerId: register.registerId, place: second.seq, fault: 'hash_differs' }]);
  });
});
