import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../domain/registry/verify-journal.ts';
import { writeJournal } from '../../sync-server/audit/write-journal.ts';
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

  it('[J2] [J7] is whole for whoever has the file alone, and tells what the pool itself altered', async () => {
    const { journal } = register;
    for (let sale = 1; sale <= 3; sale += 1) journal.sell([['A', sale]]);
    await push(db, register, journal.operations);
    const read = async () => {
      const lines: string[] = [];
      const count = await writeJournal(db, register.registerId, (line) => Promise.resolve(void lines.push(line)));
      expect(count).toBe(lines.length);
      return verifyJournal(lines.map((line) => JSON.parse(line) as unknown));
    };
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
