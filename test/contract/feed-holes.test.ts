import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db, Tx } from '../../sync-server/db/database.ts';
import { type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { beginEpochAtStart } from '../../sync-server/changes/epochs.ts';
import { pullChanges } from '../../sync-server/feed/pull-changes.ts';
import { createDatabase, hasPostgres } from '../tools/test-database.ts';

const WRITERS = 16;
const SCOPES = ['all', 'store:S1', 'register:r'] as const;

/** A way to number changes, and to read what has been numbered since the last time. */
interface Feed {
  /** Numbers these documents; the last thing that happens in the transaction. */
  number(tx: Tx, ids: readonly string[]): Promise<void>;
  reader(db: Db): () => Promise<readonly string[]>;
}

/** How most people would do it: each change takes the next number of a sequence, and a reader goes on after the highest it has seen. */
const plainSequence: Feed = {
  async number(tx, ids) {
    await sql`insert into plain_changes (id) select unnest(${ids}::text[])`.execute(tx);
  },
  reader(db) {
    let last = 0;
    return async () => {
      const { rows } = await sql<{ seq: number; id: string }>`select seq, id from plain_changes where seq > ${last} order by seq`.execute(
        db,
      );
      last = rows.at(-1)?.seq ?? last;
      return rows.map((row) => row.id);
    };
  },
};

/** The pool's own feed. Every number that is handed out goes to `numbers`, by scope. */
function ourFeed(numbers: Map<string, number[]>): Feed {
  return {
    async number(tx, ids) {
      const items = ids.flatMap((id) => SCOPES.map((scope): ChangeItem => ({ scope, kind: 'shift', id })));
      await allocateChanges(tx, items);
    },
    reader(db) {
      let stand: { checkpoint: Checkpoint; epoch: string | null } = { checkpoint: {}, epoch: null };
      return async () => {
        const pulled = await pullChanges(db, { registerId: 'r', storeId: 'S1', limit: 50, ...stand });
        if (!pulled.ok) throw new Error(pulled.refusal.code);
        stand = pulled.value;
        const changes = JSON.parse(pulled.value.changesJson) as { scope: string; seq: number; id: string }[];
        for (const { scope, seq } of changes) numbers.set(scope, [...(numbers.get(scope) ?? []), seq]);
        return changes.map(({ scope, id }) => `${scope} ${id}`);
      };
    },
  };
}

describe.runIf(hasPostgres)('a feed between many writers and readers that poll as fast as they can', () => {
  let instances: OpenDatabase[];
  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    instances = [await openDatabase({ databaseUrl }), await openDatabase({ databaseUrl })];
    await sql`create table plain_changes (seq bigint generated always as identity primary key, id text not null)`.execute(instanceOf(0));
  });
  afterAll(() => Promise.all(instances.map((one) => one.close())));

  function instanceOf(n: number): Db {
    const instance = instances[n % instances.length];
    if (instance === undefined) throw new Error('There is no instance.');
    return instance.db;
  }

  /** Lets all writers write through all instances while one reader reads; gives what was written and what the reader saw. */
  async function run(
    feed: Feed,
    name: string,
    transactions: number,
    nowAndThen: () => Promise<void> = () => Promise.resolve(),
  ): Promise<{ written: Set<string>; seen: string[] }> {
    const written = new Set<string>();
    const seen: string[] = [];
    let writing = true;
    const read = feed.reader(instanceOf(0));
    const reading = (async () => {
      while (writing) seen.push(...(await read()));
    })();
    const writer = async (of: number): Promise<void> => {
      for (let n = 0; n < transactions; n += 1) {
        const ids = Array.from({ length: 1 + ((of + n) % 3) }, (_, k) => `${name}-${of}-${n}-${k}`);
        await transact(instanceOf(of), async (tx) => {
          const rows = ids.map((id) => ({ id, store_id: 'S1', register_id: 'r', body: JSON.stringify({ id }) }));
          await tx.insertInto('shifts').values(rows).execute();
          await feed.number(tx, ids);
        });
        for (const id of ids) written.add(id);
        if (of === 0 && n % 3 === 0) await nowAndThen();
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, of) => writer(of)));
    writing = false;
    await reading;
    for (let more = await read(); more.length > 0; more = await read()) seen.push(...more);
    return { written, seen };
  }

  it('[R2] has holes when the numbers come from a plain sequence', async () => {
    let lost = 0;
    for (let round = 0; round < 40 && lost === 0; round += 1) {
      const { written, seen } = await run(plainSequence, `plain-${round}`, 25);
      const got = new Set(seen);
      lost = [...written].filter((id) => !got.has(id)).length;
    }
    expect(lost).toBeGreaterThan(0);
  });

  it('[R2] has none with ours, whose numbers come in the order of commits, while servers start now and then', async () => {
    const numbers = new Map<string, number[]>();
    const { written, seen } = await run(ourFeed(numbers), 'ours', 30, () => beginEpochAtStart(instanceOf(1)));
    expect((await instanceOf(0).selectFrom('pool_epochs').select('n').execute()).length).toBeGreaterThanOrEqual(10);
    const expected = [...written].flatMap((id) => SCOPES.map((scope) => `${scope} ${id}`));
    expect(written.size).toBeGreaterThan(900);
    expect([...seen].sort()).toEqual(expected.sort());
    for (const scope of SCOPES) expect(numbers.get(scope)).toEqual(Array.from(written, (_, n) => n + 1));
  });
});
