import { v7 as uuidv7 } from 'uuid';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEvent } from '../../domain/base/effect.ts';
import { resolution } from '../../domain/exceptions/documents.ts';
import { exceptionResolved } from '../../domain/exceptions/operations.ts';
import { beginEpochAtStart } from '../../sync-server/changes/epochs.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { appendEvents } from '../../sync-server/events/append-events.ts';
import { deleteOldEventsJob } from '../../sync-server/events/delete-old-events.ts';
import { type EventCursor, type LoggedEvent, readEvents } from '../../sync-server/events/read-events.ts';
import { defineJob } from '../../sync-server/jobs/define-job.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { carryOut } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const START: EventCursor = { epoch: null, seq: 0 };
const rang = defineEvent<{ id: string; name: string }>({ event: 'rang', keptDays: 1, idsOf: ({ id }) => ({ id }) });

describe.each(databases)('the log of events on %s', (name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
  });
  beforeEach(() => beginEpochAtStart(db));

  const ring = (...ids: string[]) =>
    transact(db, (tx) =>
      appendEvents(
        tx,
        ids.map((id) => rang.effect({ id, name: 'Jane' })),
      ),
    );
  const read = (cursor: EventCursor, limit = 1_000) => readEvents(db, cursor, limit);
  const idsOf = (events: readonly LoggedEvent[]) => events.map(({ ids }) => ids.id);

  it('[E1] [A2] has the ids of what operations caused, once, however often they arrive', async () => {
    const resolved = register.journal.record({
      type: exceptionResolved.type,
      payload: { exceptionId: 'unknown', choice: 'left_once', sku: null, quantity: null, note: 'Jane has it.', office: null },
    });
    await push(db, register, [resolved]);
    await push(db, register, [resolved]);
    const { events, cursor } = await read(START);
    const ids = { operationId: resolved.id, exceptionId: 'unknown', outcome: 'unknown_exception' };
    expect(events).toMatchObject([{ seq: 1, event: resolution.event, ids }]);
    expect(JSON.stringify(events)).not.toContain('Jane');
    expect((await read(cursor)).events).toEqual([]);
  });

  it('[E1] says nothing of a transaction that was rolled back, and gives its numbers again', async () => {
    await ring('a');
    const failed = transact(db, async (tx) => {
      await appendEvents(tx, [rang.effect({ id: 'gone', name: '' })]);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await ring('b');
    expect((await read(START)).events).toMatchObject([
      { seq: 1, ids: { id: 'a' } },
      { seq: 2, ids: { id: 'b' } },
    ]);
  });

  it('[E1] is read a page at a time', async () => {
    await ring('a', 'b', 'c');
    const first = await read(START, 2);
    const second = await read(first.cursor, 2);
    expect([idsOf(first.events), idsOf(second.events)]).toEqual([['a', 'b'], ['c']]);
  });

  it('[E1] is read again from where the histories part, when a backup was restored and the numbers are given again', async () => {
    await ring('early');
    const early = (await read(START)).cursor;
    const kept = await db.selectFrom('events').select('seq').execute();
    await ring('lost-1', 'lost-2');
    const late = (await read(early)).cursor;
    await db
      .deleteFrom('events')
      .where('seq', 'not in', [...kept.map(({ seq }) => seq)])
      .execute();
    await db.updateTable('event_head').set({ seq: kept.length }).execute();
    await beginEpochAtStart(db);
    await ring('new-1', 'new-2', 'new-3');
    expect(idsOf((await read(late)).events)).toEqual(['new-1', 'new-2', 'new-3']);
    expect(idsOf((await read({ ...early, epoch: uuidv7() })).events), 'an epoch that the backup does not know').toEqual([
      'early',
      'new-1',
      'new-2',
      'new-3',
    ]);
    expect((await read((await read(late)).cursor)).events).toEqual([]);
  });

  it('[E1] makes the jobs that subscribe to an event in its transaction, with a key of their own for each', async () => {
    const answer = defineJob({
      kind: 'answer',
      schema: z.object({ id: z.string() }),
      on: [rang],
      run: () => Promise.resolve({ changed: 0 }),
    });
    await prepareJobs(db, [answer]);
    await ring('a', 'b');
    await expect(
      transact(db, async (tx) => {
        await appendEvents(tx, [rang.effect({ id: 'gone', name: '' })]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const jobs = await db.selectFrom('jobs').select(['kind', 'key', 'payload']).where('kind', '=', 'answer').orderBy('id').execute();
    expect(jobs.map(({ payload }) => payload)).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(2);
    await prepareJobs(db, [{ ...answer, on: [] }]);
    await ring('c');
    expect(await db.selectFrom('jobs').select('id').where('kind', '=', 'answer').execute()).toHaveLength(2);
  });

  it('[E1] is kept as long as each kind of event says', async () => {
    await transact(db, (tx) => appendEvents(tx, [{ kind: 'event', event: resolution.event, body: null, ids: { id: 'old' } }]));
    await transact(db, (tx) => appendEvents(tx, [{ kind: 'event', event: resolution.event, body: null, ids: { id: 'young' } }]));
    const aged = (seq: number, days: number) =>
      db
        .updateTable('events')
        .set({ at: sql`now() - make_interval(days => ${days})` })
        .where('seq', '=', seq)
        .execute();
    await aged(1, resolution.keptDays + 1);
    await aged(2, resolution.keptDays - 1);
    await transact(db, (tx) => carryOut(tx, deleteOldEventsJob));
    expect(idsOf((await read(START)).events)).toEqual(['young']);
  });

  // The embedded database has one connection: no two transactions overlap there.
  if (name !== 'PostgreSQL') return;

  /** Begins a transaction that has written something. It writes its event when it is told, and commits when it is told. */
  async function begin(id: string): Promise<{ write: () => void; commit: () => void; done: Promise<void> }> {
    let begun: () => void = () => undefined;
    let write: () => void = () => undefined;
    let commit: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const mayWrite = new Promise<void>((resolve) => (write = resolve));
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    const done = db.transaction().execute(async (tx) => {
      await tx.insertInto('settings').values({ key: id, value: '1' }).execute();
      begun();
      await mayWrite;
      await appendEvents(tx, [rang.effect({ id, name: '' })]);
      await mayCommit;
    });
    await hasBegun;
    return { write, commit, done };
  }

  it('[E1] skips no event, in whatever order overlapping transactions begin and commit, and whenever it is read', async () => {
    const all = [0, 1, 2, 3, 4, 5];
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(shuffled, shuffled, fc.integer({ min: 0, max: 3 }), async (writes, commits, ahead) => {
        round += 1;
        let stand = (await read(START, 1_000_000)).cursor;
        const seen: LoggedEvent[] = [];
        const look = async () => {
          const { events, cursor } = await read(stand);
          seen.push(...events);
          stand = cursor;
        };
        const open = [];
        for (const n of all) open.push(await begin(`${round}-${n}`));
        // Some have written their event for a while before the first commits.
        for (const [step, n] of writes.entries()) {
          open[n]?.write();
          await look();
          if (step >= ahead) open[commits[step - ahead] ?? -1]?.commit();
          await look();
        }
        for (const { commit } of open) commit();
        await look();
        await Promise.all(open.map(({ done }) => done));
        await look();
        expect(idsOf(seen).sort()).toEqual(all.map((n) => `${round}-${n}`));
        const seqs = seen.map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
      }),
      { numRuns: 25 },
    );
  });
});
