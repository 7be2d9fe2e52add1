import { NO_PORTS } from '../support/no-ports.ts';
import { actorNamed } from '../support/actor.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { timeZone } from '../../domain/company/settings.ts';
import type { Db, Tx } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { MOST_ATTEMPTS } from '../../sync-server/jobs/back-off.ts';
import { defineJob, defineOutsideJob, type Job } from '../../sync-server/jobs/define-job.ts';
import { discardJobs, listFailedJobs, retryJobs } from '../../sync-server/jobs/failed-jobs.ts';
import { makeJobs } from '../../sync-server/jobs/make-jobs.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { startJobs } from '../../sync-server/jobs/start-jobs.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { databases } from './support/databases.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 10 });
const payload = z.object({ n: z.number() });

describe.each(databases)('jobs on %s', { timeout: 60_000 }, (_name, open) => {
  let db: Db;
  let stops: (() => Promise<void>)[] = [];
  let failures: { kind: string; givenUp: boolean; error: unknown }[] = [];
  useSyncPool(open, (pool) => {
    ({ db } = pool);
  });
  beforeEach(() => {
    failures = [];
  });
  afterEach(async () => {
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
  });

  function start(jobs: readonly Job[], { servers = 1, leaseMs = 30_000 } = {}): void {
    for (let n = 0; n < servers; n += 1) {
      const options = {
        everyMs: 5,
        leaseMs,
        ports: NO_PORTS,
        onChanged: () => undefined,
        onFailed: (error: unknown, kind: string, givenUp: boolean) => failures.push({ kind, givenUp, error }),
        onError: (error: unknown) => failures.push({ kind: 'look', givenUp: false, error }),
      };
      stops.push(startJobs(db, jobs, options));
    }
  }
  const stopAll = () => Promise.all(stops.splice(0).map((stop) => stop()));
  const make = (...jobs: Parameters<typeof makeJobs>[1]) => transact(db, (tx) => makeJobs(tx, jobs));
  /** The effect of a job, which would happen twice if the job did. */
  const effect = (tx: Tx, name: string) =>
    tx
      .insertInto('settings')
      .values({ key: name, value: '1' })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sql`to_jsonb((settings.value)::int + 1)` }))
      .execute();
  const effects = async () =>
    Object.fromEntries((await db.selectFrom('settings').select(['key', 'value']).execute()).map(({ key, value }) => [key, value]));
  const jobsNow = () => db.selectFrom('jobs').select(['kind', 'key', 'state', 'attempts', 'error', 'run_at']).orderBy('id').execute();
  const dueNow = () => db.updateTable('jobs').set({ run_at: sql`now()` }).where('state', '=', 'waiting').execute();

  const count = defineJob({
    kind: 'count',
    schema: payload,
    run: async (tx, { n }) => {
      await effect(tx, `count-${n}`);
      return { changed: 1 };
    },
  });
  const failing = defineJob({
    kind: 'failing',
    schema: payload,
    run: async (tx, { n }) => {
      await effect(tx, `failing-${n}`);
      await sql`select 1 / 0`.execute(tx);
      return { changed: 1 };
    },
  });

  it('[E1] have their effect once, however many servers look for them', async () => {
    await make(...Array.from({ length: 100 }, (_, n) => count.make(String(n), { n })));
    start([count], { servers: 4 });
    await until(async () => expect(await jobsNow()).toEqual([]));
    expect(await effects()).toEqual(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`count-${n}`, 1])));
    expect(failures).toEqual([]);
  });

  it('[E1] are one as long as they wait with the same key, and another one while they run', async () => {
    const again = defineJob({
      kind: 'again',
      schema: payload,
      run: async (tx, { n }) => {
        await effect(tx, `again-${n}`);
        if (n === 1) await makeJobs(tx, [{ kind: 'again', key: 'same', payload: { n: 2 } }]);
        return { changed: 0 };
      },
    });
    await make(again.make('same', { n: 1 }), again.make('same', { n: 3 }));
    await make(again.make('same', { n: 4 }));
    start([again]);
    await until(async () => expect(await jobsNow()).toEqual([]));
    expect(await effects()).toEqual({ 'again-1': 1, 'again-2': 1 });
  });

  it('[E1] that fail have no effect, wait longer each time, and are given up after the last attempt, with a code', async () => {
    await make(failing.make('1', { n: 1 }));
    start([failing]);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      await until(() => expect(failures).toHaveLength(attempt));
      const [job] = await jobsNow();
      if (attempt < MOST_ATTEMPTS) expect(job).toMatchObject({ state: 'waiting', attempts: attempt, error: '22012' });
      if (attempt === 7) expect((job?.run_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(20_000);
      await dueNow();
    }
    expect(await jobsNow()).toMatchObject([{ kind: 'failing', state: 'dead', error: '22012', attempts: MOST_ATTEMPTS }]);
    expect(failures.map(({ givenUp }) => givenUp)).toEqual([...Array.from({ length: MOST_ATTEMPTS - 1 }, () => false), true]);
    expect(await effects()).toEqual({});
  });

  it('[E1] that were given up are listed, and retried or discarded', async () => {
    await make(...[1, 2, 3].map((n) => failing.make(String(n), { n })));
    await db.updateTable('jobs').set({ state: 'dead', error: 'broken' }).execute();
    const page = await listFailedJobs(db, { limit: 2 });
    expect(page.items).toMatchObject([{ kind: 'failing', key: '3', payload: { n: 3 }, error: 'broken' }, { key: '2' }]);
    const rest = await listFailedJobs(db, { limit: 2, after: page.next ?? '' });
    expect(rest).toMatchObject({ items: [{ key: '1' }], next: null });
    const [third, second] = page.items.map(({ id }) => id);
    const [first] = rest.items.map(({ id }) => id);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three were given up.');
    expect(await discardJobs(db, [first, 4711], actorNamed('office'))).toEqual([first]);
    // One waits with its key already.
    await make(failing.make('3', { n: 3 }));
    expect(await retryJobs(db, [second, third, 4711], actorNamed('office'))).toEqual([second, third]);
    expect(await retryJobs(db, [second], actorNamed('office'))).toEqual([]);
    expect((await jobsNow()).map(({ key, state, attempts }) => [key, state, attempts]).sort()).toEqual([
      ['2', 'waiting', 0],
      ['3', 'waiting', 0],
    ]);
  });

  it('[E1] that recur are there once, come again whether they fail or not, and remember', async () => {
    const ticking = defineJob({
      kind: 'ticking',
      schema: payload,
      recurs: { everyMs: 3_600_000, payload: { n: 0 } },
      run: async (tx, { n }) => {
        if (n === 2) throw new Error('Two is too much.');
        await effect(tx, `tick-${n}`);
        return { changed: 0, next: { inMs: 0, payload: { n: n + 1 } } };
      },
    });
    await Promise.all([1, 2, 3].map(() => prepareJobs(db, [ticking])));
    expect(await jobsNow()).toMatchObject([{ kind: 'ticking', key: 'next', attempts: 0 }]);
    await dueNow();
    start([ticking], { servers: 2 });
    await until(() => expect(failures).toHaveLength(1));
    await db
      .updateTable('jobs')
      .set({ attempts: MOST_ATTEMPTS - 1, run_at: sql`now()` })
      .execute();
    await until(() => expect(failures).toHaveLength(2));
    await stopAll();
    expect(await effects()).toEqual({ 'tick-0': 1, 'tick-1': 1 });
    expect(await jobsNow()).toMatchObject([
      { state: 'dead', key: 'next' },
      { state: 'waiting', key: 'next', attempts: 0 },
    ]);
  });

  it('[E1] of a day are done once by two servers, and when they come back after they were off', async () => {
    const daily = defineJob({
      kind: 'daily',
      schema: z.object({}),
      recurs: { daily: '0 3 * * *', payload: {} },
      run: async (tx) => {
        await effect(tx, 'night');
        return { changed: 0 };
      },
    });
    await Promise.all([prepareJobs(db, [daily]), prepareJobs(db, [daily])]);
    const [first] = await jobsNow();
    expect(await jobsNow()).toHaveLength(1);
    expect(first?.key).toMatch(/^\d{4}-\d\d-\d\d$/);
    // Nobody was there for three nights.
    await db.updateTable('jobs').set({ key: '2026-01-01', run_at: sql`now() - interval '3 days'` }).execute();
    start([daily], { servers: 2 });
    await until(async () => expect((await jobsNow()).map(({ key }) => key)).toEqual([first?.key]));
    await stopAll();
    expect(await effects()).toEqual({ night: 1 });
    expect((await jobsNow())[0]?.run_at.getTime()).toBeGreaterThan(Date.now());
  });

  it('[E1] of a day start by the clock of the company, else of its stores', async () => {
    const daily = defineJob({
      kind: 'daily',
      schema: z.object({}),
      recurs: { daily: '0 3 * * *', payload: {} },
      run: () => Promise.resolve({ changed: 0 }),
    });
    const hourAt = (zone: string, at: Date | undefined) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
    const stores = (await db.selectFrom('locations').select('timezone').where('active', '=', true).execute()).map((one) => one.timezone);
    await prepareJobs(db, [daily]);
    expect(hourAt(stores[0] ?? '', (await jobsNow())[0]?.run_at)).toBe('03:00');
    await db.deleteFrom('jobs').execute();
    expect(stores).not.toContain('Asia/Tokyo');
    await saveSetting(db, timeZone, { level: 'company', id: 'company', value: 'Asia/Tokyo' }, actorNamed('test'));
    await prepareJobs(db, [daily]);
    expect(hourAt('Asia/Tokyo', (await jobsNow())[0]?.run_at)).toBe('03:00');
  });

  it('[E1] of a server that is gone are carried out by another, and given up when every server goes with them', async () => {
    await make(count.make('1', { n: 1 }), count.make('2', { n: 2 }));
    const gone = { state: 'running', run_at: sql<Date>`now() - interval '1 second'` } as const;
    await db
      .updateTable('jobs')
      .set({ ...gone, attempts: 1 })
      .where('key', '=', '1')
      .execute();
    await db
      .updateTable('jobs')
      .set({ ...gone, attempts: MOST_ATTEMPTS })
      .where('key', '=', '2')
      .execute();
    start([count]);
    await until(async () => expect(await jobsNow()).toMatchObject([{ key: '2', state: 'dead', error: 'server_gone' }]));
    expect(await effects()).toEqual({ 'count-1': 1 });
  });

  it('[E1] of kinds that a server does not know are left to others', async () => {
    await make(count.make('1', { n: 1 }), { kind: 'of_a_newer_server', key: '1', payload: {} });
    start([count]);
    await until(async () => expect(await jobsNow()).toMatchObject([{ kind: 'of_a_newer_server', state: 'waiting', attempts: 0 }]));
  });

  it('[E1] [E2] that call the outside give the same key each time, hold no transaction, and write what came back once', async () => {
    const calls: string[] = [];
    let inCall: (() => void) | undefined;
    const send = defineOutsideJob({
      kind: 'send',
      schema: payload,
      timeoutMs: 60_000,
      call: async ({ n }, { idempotencyKey }) => {
        calls.push(idempotencyKey);
        // The first server to call is held up until it is taken to be gone, and another one has done it.
        if (calls.length === 1) await new Promise<void>((resolve) => (inCall = resolve));
        return `answer to ${n}`;
      },
      settle: async (tx, { n }, answer) => {
        if (calls.length === 2) throw Object.assign(new Error('The answer could not be written.'), { code: 'not_written' });
        await effect(tx, `${answer} ${n}`);
        return 1;
      },
    });
    await make(send.make('one', { n: 1 }));
    start([send], { servers: 2 });
    await until(() => expect(calls).toHaveLength(1));
    // It holds no connection and no lock meanwhile.
    await db.updateTable('jobs').set({ run_at: sql`now() - interval '1 second'` }).execute();
    await until(() => expect(failures).toMatchObject([{ kind: 'send', givenUp: false }]));
    await dueNow();
    await until(async () => expect(await jobsNow()).toEqual([]));
    inCall?.();
    await stopAll();
    expect(calls).toEqual(['send:one', 'send:one', 'send:one']);
    expect(await effects()).toEqual({ 'answer to 1 1': 1 });
    expect(failures).toHaveLength(1);
  });

  it('of the server have kinds of their own', () => {
    expect(new Set(JOBS.map(({ kind }) => kind)).size).toBe(JOBS.length);
  });
});
