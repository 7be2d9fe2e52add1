import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import { type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { startServer } from '../../sync-server/main.ts';
import { chanceFrom } from '../../sync-server/sample/chance.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges } from '../../sync-server/changes/allocate-changes.ts';
import { beginEpochAtStart } from '../../sync-server/changes/epochs.ts';
import { pullChanges } from '../../sync-server/feed/pull-changes.ts';
import { createDatabase, hasPostgres, ofThisRun } from '../tools/test-database.ts';
import { checkJournals, checkReplicas } from './support/check-books.ts';
import { Counter } from './support/counter.ts';
import { type Enrolled, enrol, fillSyncPool, push } from './support/sync-pool.ts';

/** A database that can be copied while nobody has it open. */
interface Place {
  open(): Promise<OpenDatabase>;
  copy(): Promise<Place>;
}

const folders: string[] = [];

async function pglitePlace(from?: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-epochs-'));
  folders.push(folder);
  if (from !== undefined) await cp(join(from, 'pglite'), join(folder, 'pglite'), { recursive: true });
  return { open: () => openDatabase({ dataDir: folder }), copy: () => pglitePlace(folder) };
}

function postgresPlace(url: string): Place {
  const copy = async (): Promise<Place> => {
    const copied = new URL(url);
    copied.pathname = `${copied.pathname}_copy`;
    const maintenance = new URL(url);
    maintenance.pathname = '/postgres';
    const client = new pg.Client({ connectionString: maintenance.href });
    await client.connect();
    try {
      await client.query(`create database ${copied.pathname.slice(1)} template ${new URL(url).pathname.slice(1)}`);
    } finally {
      await client.end();
    }
    return postgresPlace(copied.href);
  };
  return { open: () => openDatabase({ databaseUrl: url }), copy };
}

const places = ofThisRun<readonly [string, () => Promise<Place>]>([
  ['PGlite', () => pglitePlace()],
  ['PostgreSQL', async () => postgresPlace(await createDatabase())],
]);

interface Stand {
  readonly checkpoint: Checkpoint;
  readonly epoch: string | null;
}

describe.each(places)('the epochs of a database on %s', { timeout: 120_000 }, (name, make) => {
  let place: Place;
  let opened: OpenDatabase;
  let register: Enrolled;
  const open = async (from: Place): Promise<void> => {
    opened = await from.open();
  };
  beforeEach(async () => {
    place = await make();
    await open(place);
    await fillSyncPool(opened.db);
    register = await enrol(opened.db);
  });
  afterEach(async () => {
    await opened.close();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Writes that many new documents, named so that two histories of the pool can be told apart. */
  async function write(history: string, count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) {
      await transact(opened.db, async (tx) => {
        const id = `${history}-${n}`;
        await tx
          .insertInto('shifts')
          .values({ id, store_id: 'S1', register_id: 'r', body: JSON.stringify({ id }) })
          .execute();
        await allocateChanges(tx, [{ scope: 'store:S1', kind: 'shift', id }]);
      });
    }
  }

  async function pull({ checkpoint, epoch }: Stand) {
    const { registerId, storeId } = register;
    const pulled = await pullChanges(opened.db, { registerId, storeId, checkpoint, epoch, limit: 1000 });
    if (!pulled.ok) return pulled.refusal.code;
    const ids = (JSON.parse(pulled.value.changesJson) as { id: string }[]).map((change) => change.id);
    return { ids, checkpoint: pulled.value.checkpoint, epoch: pulled.value.epoch };
  }

  async function pullOrThrow(from: Stand) {
    const pulled = await pull(from);
    if (typeof pulled === 'string') throw new Error(pulled);
    return pulled;
  }

  const start: Stand = { checkpoint: {}, epoch: null };

  /** Leaves the pool as it is now to a backup, and goes on. */
  async function backUp(): Promise<Place> {
    await opened.close();
    const backup = await place.copy();
    await open(place);
    return backup;
  }

  async function restore(backup: Place): Promise<void> {
    await opened.close();
    await open(backup);
  }

  it.each(
    [
      ['and its server started', true],
      ['under the feet of a running server', false],
    ].slice(name === 'PGlite' ? 1 : 0) as [string, boolean][],
  )('[R2] [R5] are told apart when a backup was restored %s, and has given out the same numbers again', async (_how, starts) => {
    await beginEpochAtStart(opened.db);
    await write('early', 3);
    const early = await pullOrThrow(start);
    const backup = await backUp();
    await write('lost', 5);
    const late = await pullOrThrow(early);
    expect(late.ids).toContain('lost-5');

    await restore(backup);
    if (starts) await beginEpochAtStart(opened.db);
    await write('new', 8);
    expect(await pull(late)).toBe('checkpoint_ahead');
    const byNumberAlone = await pullOrThrow({ ...late, epoch: null });
    expect(byNumberAlone.ids, 'by number alone it would have missed changes').toEqual(['new-6', 'new-7', 'new-8']);
    const goesOn = await pullOrThrow(early);
    expect(goesOn.ids).toEqual(['new-1', 'new-2', 'new-3', 'new-4', 'new-5', 'new-6', 'new-7', 'new-8']);
    const again = await pullOrThrow({ checkpoint: {}, epoch: late.epoch });
    expect(again.ids.filter((id) => id.startsWith('lost'))).toEqual([]);
    expect((await pullOrThrow(again)).ids).toEqual([]);
  });

  // Opening a folder of PGlite takes seconds: what is the same in both is tried on one.
  if (name === 'PGlite') return;

  it('[R5] an epoch that began after the backup is unknown to it, whatever the numbers', async () => {
    const backup = await backUp();
    await beginEpochAtStart(opened.db);
    const stand = await pullOrThrow(start);
    await restore(backup);
    await beginEpochAtStart(opened.db);
    expect(await pull(stand)).toBe('checkpoint_ahead');
    expect(await pull({ ...stand, epoch: 'no epoch at all' })).toBe('checkpoint_ahead');
    expect(typeof (await pull({ checkpoint: {}, epoch: stand.epoch }))).toBe('object');
  });

  it('[R2] overlap, end and begin without anybody noticing while nothing was set back', async () => {
    let stand: Stand = start;
    const seen: string[] = [];
    for (let round = 1; round <= 4; round += 1) {
      await beginEpochAtStart(opened.db);
      const before = await pullOrThrow(stand);
      await write(`round-${round}`, 2);
      await beginEpochAtStart(opened.db);
      await write(`again-${round}`, 1);
      const after = await pullOrThrow(before);
      seen.push(...before.ids, ...after.ids);
      stand = round % 2 === 0 ? before : after;
      if (round === 3) await restore(place);
    }
    expect([...new Set(seen)].filter((id) => id.startsWith('round') || id.startsWith('again')).sort()).toEqual(
      [1, 2, 3, 4].flatMap((round) => [`again-${round}-1`, `round-${round}-1`, `round-${round}-2`]).sort(),
    );
    expect(new Set((await opened.db.selectFrom('pool_epochs').select('n').execute()).map((row) => row.n)).size).toBeGreaterThanOrEqual(8);
  });
});

describe.runIf(hasPostgres)('a register of a pool that was set back', () => {
  it('[R5] [J3] begins again and sends again what the pool is missing, though all its numbers have been given again', {
    timeout: 120_000,
  }, async () => {
    const place = postgresPlace(await createDatabase());
    const logger = pino({ level: 'silent' });
    let database = await place.open();
    await fillSyncPool(database.db);
    const [own, other] = [await enrol(database.db), await enrol(database.db)];
    let server = await startServer({ database, host: '127.0.0.1', port: 0, logger });
    const port = Number(new URL(server.url).port);
    const close = () => server.close().then(() => database.close());
    const counter = new Counter({ register: own, urls: [server.url], way: 'failover', chance: chanceFrom('counter') });
    const work = async (actions: number): Promise<void> => {
      for (let n = 0; n < actions; n += 1) counter.act();
      await vi.waitFor(() => expect(counter.isSettled).toBe(true), { timeout: 30_000, interval: 20 });
    };
    await work(10);
    await close();
    const backup = await place.copy();
    database = await place.open();
    server = await startServer({ database, host: '127.0.0.1', port, logger });
    await work(10);
    await close();

    database = await backup.open();
    other.journal.openShift();
    for (let n = 0; n < 40; n += 1) await push(database.db, other, [...other.journal.operations.slice(-1), other.journal.sell([['A', 1]])]);
    server = await startServer({ database, host: '127.0.0.1', port, logger });
    try {
      await work(3);
      expect(counter.startedOver).toBe(1);
      await checkReplicas(database.db, [counter]);
      await checkJournals(database.db, [own, other]);
    } finally {
      counter.stop();
      await close();
    }
  });
});
