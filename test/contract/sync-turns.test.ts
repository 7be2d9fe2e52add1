import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { acceptRound, takeUpParked } from '../../sync-server/intake/accept-operations.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { fulfillmentOrderOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const PARKED = 2_300;

describe.each(databases)('a gap that closes in front of thousands on %s', { timeout: 120_000 }, (_name, open) => {
  let opened: OpenDatabase;
  let register: Enrolled;
  let neighbour: Enrolled;
  useSyncPool(open, async (pool) => {
    ({ opened, register } = pool);
    neighbour = await enrol(opened.db);
    register.journal.openShift();
    for (let n = 1; n <= PARKED; n += 1) register.journal.pack(fulfillmentOrderOf({ id: `F${n}` }));
    for (let from = 1; from <= PARKED; from += 500) {
      const [first] = await push(opened.db, register, register.journal.operations.slice(from, from + 500));
      expect(first).toMatchObject({ outcome: 'parked', missingFrom: 1 });
    }
  });

  const gap = () => register.journal.operations.slice(0, 1);

  async function appliedUpTo(): Promise<number> {
    const row = await opened.db
      .selectFrom('registers')
      .select('applied_seq')
      .where('id', '=', register.registerId)
      .executeTakeFirstOrThrow();
    return row.applied_seq;
  }

  /** How many operations the largest transaction has written. */
  async function largestTransaction(): Promise<number> {
    const { rows } = await sql<{
      most: number;
    }>`select max(n)::int as most from (select count(*) as n from operations group by xmin) as t`.execute(opened.db);
    return rows[0]?.most ?? 0;
  }

  it('[J4] takes them up a thousand at a time, and keeps no neighbour waiting behind them', async () => {
    neighbour.journal.openShift();
    for (let n = 0; n < 20; n += 1) neighbour.journal.sell([['A', 1]]);
    const [first, second] = await acceptRound(opened.db, [
      readSubmission({ registerId: register.registerId, operations: gap() }),
      readSubmission({ registerId: neighbour.registerId, operations: neighbour.journal.operations }),
    ]);
    expect(first).toMatchObject({ ok: true, more: true, results: [{ outcome: 'applied' }] });
    expect(second).toMatchObject({ ok: true, more: false, expectedSeq: 22 });
    expect(await appliedUpTo()).toBe(1_000 - 21);
    expect(await send(opened.db, register, gap())).toMatchObject({ ok: true, more: false, expectedSeq: PARKED + 2 });
    expect(await largestTransaction()).toBeLessThanOrEqual(1_000);
    expect((await auditPool(opened.db)).flatMap((finding) => finding.violations)).toEqual([]);
  });

  it('[J4] takes up at its start what a server that ended between two rounds has left', async () => {
    await acceptRound(opened.db, [readSubmission({ registerId: register.registerId, operations: gap() })]);
    expect(await appliedUpTo()).toBe(1_000);
    expect(await takeUpParked(opened.db)).toBe(1);
    expect(await appliedUpTo()).toBe(PARKED + 1);
    expect(await opened.db.selectFrom('parked_operations').select('seq').execute()).toEqual([]);
    expect(await takeUpParked(opened.db)).toBe(0);
  });
});
