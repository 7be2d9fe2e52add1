import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { FIRST_PREV_HASH, type WrittenOperation } from '../../domain/base/envelope.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { keepFork } from '../../sync-server/intake/keep-fork.ts';
import { findUnknowns } from '../../sync-server/intake/load-intake.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { JournalBuilder, reseal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, poolState, pullAll, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('the limits of journal intake on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  let journal: JournalBuilder;
  /** What the other machine of the register has recorded. */
  let twin: JournalBuilder;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
    ({ journal } = register);
    twin = new JournalBuilder(journal.options);
    twin.openShift(20_000);
    twin.sell([['B', 1]]);
    twin.sell([['B', 2]]);
  });

  const quarantine = () =>
    db.selectFrom('quarantine').select(['operation_id as id', 'seq', 'code', 'facts']).orderBy('seq').orderBy('id').execute();
  const status = async () => (await poolState(db, register)).state?.status;
  const third = (operations: readonly unknown[]): unknown => operations[2];

  const agreeing: [what: string, reported: () => unknown[]][] = [
    ['what the server has', () => [journal.operations[0]]],
    ['what is parked', () => [third(journal.operations)]],
    ['what comes next', () => [journal.operations[1]]],
    ['what comes later, whatever it follows on', () => [third(twin.operations)]],
    ['what comes next with another hash than its own', () => [{ ...twin.operations[1], hash: 'f'.repeat(64) }]],
    ['what another register has recorded', () => [{ ...twin.operations[0], registerId: 'another' }]],
    ['what is no operation', () => [null, { ...twin.operations[0], seq: 0 }]],
  ];
  it.each(agreeing)('[J7] a register that reports a fork with %s is not stopped', async (_what, reported) => {
    journal.openShift();
    journal.sell([['A', 1]]);
    journal.sell([['A', 1]]);
    await push(db, register, [journal.operations[0], third(journal.operations)]);
    expect(await keepFork(db, register.registerId, reported())).toBe(false);
    expect([await status(), await quarantine()]).toEqual(['active', []]);
    expect(await db.selectFrom('parked_operations').select('seq').execute()).toEqual([{ seq: 3 }]);
  });

  it('[J6, J7] a register whose other machine goes on from another operation is stopped, and its replica gets what was kept', async () => {
    journal.openShift();
    journal.sell([['A', 1]]);
    journal.sell([['A', 1]]);
    await push(db, register, [journal.operations[0], third(journal.operations)]);
    const before = await pullAll(db, register);
    const [, next, later] = twin.operations;
    expect(await keepFork(db, register.registerId, [next, later])).toBe(true);
    const parked = journal.operations[2]?.id;
    const kept = [next?.id, later?.id, parked].map((id, index) => ({
      id,
      seq: index === 0 ? 2 : 3,
      code: 'register_cloned',
      facts: {},
    }));
    expect(await quarantine()).toEqual(expect.arrayContaining(kept));
    expect(await quarantine()).toHaveLength(3);
    expect([await status(), (await poolState(db, register)).parked]).toEqual(['cloned', []]);
    const { seen } = await pullAll(db, register, { ...before, seen: [] });
    expect(new Set(seen.map(({ kind, body }) => `${kind} ${(body as { operationId: string }).operationId}`))).toEqual(
      new Set([next?.id, later?.id, parked].map((id) => `quarantined_operation ${id}`)),
    );
    expect(await keepFork(db, register.registerId, [next, later])).toBe(true);
    expect(await quarantine()).toHaveLength(3);
  });

  it('[J6, J7] keeps what comes in one message behind an operation that does not follow on the one before it', async () => {
    journal.openShift();
    const [, broken, behind] = twin.operations;
    const answer = await send(db, register, [journal.operations[0], broken, behind]);
    expect(answer).toMatchObject({
      results: [{ outcome: 'applied' }, { outcome: 'refused', code: 'chain_broken' }, { outcome: 'parked' }],
    });
    expect(await quarantine()).toEqual([
      { id: broken?.id, seq: 2, code: 'chain_broken', facts: { fault: 'other_predecessor', seq: 1 } },
      { id: behind?.id, seq: 3, code: 'register_cloned', facts: {} },
    ]);
  });

  it('[J7] an operation of the other machine whose place is taken is kept as such', async () => {
    journal.openShift();
    await push(db, register, journal.operations);
    const [taken] = twin.operations;
    expect(await keepFork(db, register.registerId, [taken])).toBe(true);
    expect(await quarantine()).toEqual([{ id: taken?.id, seq: 1, code: 'seq_reused', facts: { fault: 'place_taken', seq: 1 } }]);
    expect(await keepFork(db, 'nobody', [taken])).toBe(false);
    expect(await send(db, { ...register, registerId: 'nobody' }, [taken])).toEqual({ ok: false, refusal: 'unknown_register' });
  });

  it('[J4] keeps what is ten thousand places ahead of its turn, and no more', async () => {
    const opening = journal.openShift();
    const ahead = (seq: number, last: string) => reseal(opening, { seq, id: `01a201b1-41ca-720a-89c1-0d6f0879b${last}` });
    const kept = async () => (await poolState(db, register)).parked.map(({ seq }) => seq);
    const parked = (seq: number, missingFrom: number) => ({ outcome: 'parked', seq, missingFrom });
    const [nearest, farther, farthest] = [ahead(10_000, '5ae'), ahead(10_001, '5af'), ahead(10_002, '5b0')];
    expect(await push(db, register, [nearest, farther])).toMatchObject([parked(10_000, 1), parked(10_001, 1)]);
    expect(await kept()).toEqual([10_000]);
    expect(await push(db, register, [opening, farther, farthest])).toMatchObject([{}, parked(10_001, 2), parked(10_002, 2)]);
    expect((await kept()).sort()).toEqual([10_000, 10_001]);
  });

  it('[R3] writes how far each store had come with an operation that changes nothing of it', async () => {
    const other = await enrol(db, 'S2');
    journal.openShift();
    journal.sell([['A', 1]]);
    await push(db, register, journal.operations);
    other.journal.openShift();
    await push(db, other, other.journal.operations);
    const heads = new Map((await db.selectFrom('scope_heads').select(['scope', 'seq']).execute()).map(({ scope, seq }) => [scope, seq]));
    expect(heads.get('store:S1')).not.toBe(heads.get('store:S2'));
    const bad = [register, other].map((one) => ({ one, operation: reseal(one.journal.openShift(), { type: 'nobody_knows' }) }));
    const submissions = bad.map(({ one, operation }) => readSubmission({ registerId: one.registerId, operations: [operation] }));
    const answers = await acceptOperations(db, submissions);
    expect(answers).toMatchObject(
      bad.map(() => ({
        results: [
          {
            outcome: 'quarantined',
            code: 'bad_schema',
            facts: { fault: 'field_not_valid', path: 'type', issue: 'invalid_union' },
          },
        ],
      })),
    );
    expect(await acceptOperations(db, submissions)).toEqual(answers);
    for (const { one, operation } of bad) {
      const { changes, store_change_seq: at } = await db
        .selectFrom('operations')
        .select(['changes', 'store_change_seq'])
        .where('id', '=', operation.id)
        .executeTakeFirstOrThrow();
      const scope = `store:${one.storeId}`;
      expect(at).toBeGreaterThan(0);
      expect([at, changes]).toEqual([heads.get(scope), { [scope]: heads.get(scope) }]);
    }
  });

  it('[J5] adds what is sold of an unknown article, and by an unknown person, to what its store was told', async () => {
    const told = async () =>
      (await db.selectFrom('exceptions').select(['id', 'body']).orderBy('id').execute()).map(({ id, body }) => [id, body.goods]);
    const sell = async (units: number, operation = journal.sell([['NEW', units]])) => {
      const sale = reseal(operation, { associateId: 'nobody', prevHash: journal.operations.at(-2)?.hash ?? FIRST_PREV_HASH });
      journal.operations.splice(-1, 1, sale);
      expect(await push(db, register, [sale])).toMatchObject([{ outcome: 'applied' }]);
    };
    for (const [units, sum] of [
      [2, 2],
      [1, 3],
    ] as const) {
      await sell(units);
      expect(await told()).toEqual([
        ['unknown_associate:S1:nobody', expect.anything()],
        ['unknown_sku:S1:NEW', [{ sku: 'NEW', quantity: sum }]],
      ]);
    }
  });

  it('[J5] believes any business date of what happened long ago, from the register that says so alone', async () => {
    const other = await enrol(db);
    const old = (from: Enrolled) => reseal(from.journal.sell([['A', 1]]), { businessDate: '1999-01-01' });
    const intakes = await acceptOperations(db, [
      readSubmission({ registerId: register.registerId, operations: [old(register)], isHistory: true }),
      readSubmission({ registerId: other.registerId, operations: [old(other)] }),
    ]);
    expect(intakes).toMatchObject([{ results: [{ outcome: 'applied' }] }, { results: [{ outcome: 'applied' }] }]);
    const raised = await db.selectFrom('exceptions').select('id').execute();
    expect(raised).toEqual([{ id: `business_date_off:${other.registerId}:1999-01-01` }]);
  });

  it('[J6] keeps of what has no place all that can be read of it', async () => {
    const sale = journal.sell([['A', 1]]);
    const elsewhere = reseal(sale, { registerId: 'another', id: '01a201b1-41ca-720a-89c1-0d6f0879b5ae' });
    const sent = ['text', { ...sale, seq: 0 }, elsewhere];
    await push(db, register, sent);
    const rows = await db.selectFrom('quarantine').select(['register_id', 'operation_id', 'seq', 'code', 'body']).orderBy('id').execute();
    expect(rows).toEqual(
      [
        { operation_id: null, seq: null, code: 'not_an_operation' },
        { operation_id: sale.id, seq: null, code: 'not_an_operation' },
        { operation_id: elsewhere.id, seq: 1, code: 'other_register' },
      ].map((row, index) => ({ register_id: register.registerId, ...row, body: sent[index] })),
    );
  });

  it('[J5] locks what nobody knows, so that two that name it first wait for each other, and nothing else', async () => {
    const known = journal.sell([['A', 1]]);
    const unknown = reseal(journal.sell([['NEW', 1]]), { associateId: 'nobody' });
    const locked = (written: object[]) =>
      transact(db, async (tx) => {
        const operations = written.map((one) => upgradeOperation(one as WrittenOperation) as unknown as Operation);
        const { skus, associates } = await findUnknowns(tx, operations);
        const { rows } = await sql<{ locks: number }>`select count(*)::int as locks from pg_locks
          where locktype = 'advisory' and pid = pg_backend_pid() and granted`.execute(tx);
        return [[...skus], [...associates], rows[0]?.locks];
      });
    expect(await locked([known])).toEqual([[], [], 0]);
    expect(await locked([known, unknown])).toEqual([['NEW'], ['nobody'], 2]);
  });
});
