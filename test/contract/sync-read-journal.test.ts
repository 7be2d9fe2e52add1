import { describe, expect, it } from 'vitest';
import { readBackResponse } from '../../domain/protocol/read-back.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { readJournal } from '../../sync-server/feed/read-journal.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('a register reads its own operations back on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  useSyncServer(open, (pool) => {
    ({ opened, server, register } = pool);
    register.journal.openShift();
    for (let sale = 0; sale < 6; sale += 1) register.journal.sell([['A', 1]]);
  });

  const ask = (query: string, token = register.token) =>
    fetch(`${server.url}/v1/journal${query}`, { headers: { authorization: `Bearer ${token}` } });

  it('[R5] [J2] as they were sent, in pages that meet, whatever their outcome', async () => {
    const { operations } = register.journal;
    const altered = { ...operations[3], at: '2026-03-02T11:11:11.000Z' };
    await push(opened.db, register, [operations[0], operations[1], operations[2], altered, operations[5], operations[6]]);
    const kept = [operations[0], operations[1], operations[2], altered, operations[5], operations[6]];
    for (const limit of [1, 2, 3, 100]) {
      const read: unknown[] = [];
      for (;;) {
        const after = (read.at(-1) as { seq: number } | undefined)?.seq ?? 0;
        const page = await readJournal(opened.db, register.registerId, after, limit);
        expect(page.lastSeq).toBe(7);
        if (page.operations.length === 0) break;
        expect(page.operations.length).toBeLessThanOrEqual(limit);
        read.push(...page.operations);
      }
      expect(read, `pages of ${limit}`).toEqual(kept);
    }
  });

  it('[R1] its own alone, over HTTP, with its token', async () => {
    const other = await enrol(opened.db, 'S2');
    await push(opened.db, register, register.journal.operations);
    const own = readBackResponse.parse(await (await ask('?after=5')).json());
    expect(own).toMatchObject({ operations: register.journal.operations.slice(5), lastSeq: 7 });
    expect(readBackResponse.parse(await (await ask('', other.token)).json())).toMatchObject({ operations: [], lastSeq: 0 });
    expect((await ask('', 'register_wrong')).status).toBe(401);
    expect((await ask('?after=-1')).status).toBe(400);
    expect((await ask('?limit=501')).status).toBe(400);
  });

  it('also what jsonb cannot hold', async () => {
    const odd = { ...register.journal.operations[0], associateId: 'half a \ud800 pair' };
    await push(opened.db, register, [odd]);
    expect((await readJournal(opened.db, register.registerId, 0, 10)).operations).toEqual([odd]);
  });
});
