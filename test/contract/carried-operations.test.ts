import { actorNamed } from '../support/actor.ts';
import fc from 'fast-check';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CarriedBatch } from '../../domain/protocol/protocol.ts';
import { withdrawRegister } from '../../sync-server/access/registers.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { listQuarantine } from '../../sync-server/quarantine/list-quarantine.ts';
import { replayOperations } from '../../sync-server/quarantine/replay-operation.ts';
import { reseal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { enrolSigning, signedBatch, type SigningRegister } from './support/signing-register.ts';
import { type Enrolled, enrol, fillSyncPool, poolState, push, send } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const QUERY = { state: 'all', limit: 100 } as const;

describe.each(databases)('[A4] operations that another register carries, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  /** Whose operations are carried, and who carries them. */
  let owner: SigningRegister;
  let carrier: SigningRegister;
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
  useSyncServer(
    open,
    (pool) => {
      ({ server } = pool);
      ({ db } = pool);
    },
    { logger },
  );
  const fill = async (): Promise<void> => {
    owner = await enrolSigning(db, server.url);
    carrier = await enrolSigning(db, server.url);
    owner.journal.openShift();
    for (const quantity of [1, 2, 3]) owner.journal.sell([['A', quantity]]);
    logged.length = 0;
  };
  beforeEach(fill);

  const held = async () =>
    (await listQuarantine(db, QUERY)).items.map(({ registerId, seq, code }) => ({ by: registerId, seq, code })).reverse();

  it('are applied once, and their own register is told so when it sends them itself', async () => {
    const { operations } = owner.journal;
    const carried = await carrier.client.carry(await signedBatch(owner, operations));
    expect(carried).toMatchObject({ results: operations.map(() => ({ outcome: 'applied' })), expectedSeq: 5 });
    const state = await poolState(db, owner);
    const own = await owner.client.push(operations, (await signedBatch(owner, operations)).signature);
    expect(own).toMatchObject({ results: carried.results, expectedSeq: 5, lastHash: operations.at(-1)?.hash });
    expect(await poolState(db, owner)).toEqual(state);
    expect([await held(), logged]).toEqual([[], []]);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('[J4] wait when they come before others, and are applied when those come by another road', async () => {
    const { operations } = owner.journal;
    const late = await carrier.client.carry(await signedBatch(owner, operations.slice(2)));
    expect(late).toMatchObject({ results: [{ outcome: 'parked', missingFrom: 1 }, { outcome: 'parked' }], expectedSeq: 1 });
    const early = operations.slice(0, 2);
    expect(await owner.client.push(early, (await signedBatch(owner, early)).signature)).toMatchObject({ expectedSeq: 5 });
  });

  it('[J6] that are unsound in themselves take their place in their own register, as if it had sent them', async () => {
    const [shift] = owner.journal.operations;
    if (shift === undefined) throw new Error('There is no shift.');
    const bad = reseal(shift, { type: 'nobody_knows' });
    const carried = await carrier.client.carry(await signedBatch(owner, [bad]));
    expect(carried).toMatchObject({ results: [{ outcome: 'quarantined', code: 'bad_schema' }], expectedSeq: 2 });
    expect(await held()).toEqual([{ by: owner.registerId, seq: 1, code: 'bad_schema' }]);
  });

  type Change = (batch: CarriedBatch) => CarriedBatch | Promise<CarriedBatch>;
  const changed = (operation: unknown, change: object) => ({ ...(operation as object), ...change });
  const wrong: readonly (readonly [what: string, code: string, change: Change])[] = [
    ['without a signature', 'signature_missing', ({ registerId, operations }) => ({ registerId, operations })],
    [
      'one of which was altered',
      'signature_wrong',
      (batch) => ({ ...batch, operations: batch.operations.map((one, at) => (at === 2 ? changed(one, { associateId: 'thief' }) : one)) }),
    ],
    [
      'one of which was altered and hashed anew',
      'signature_wrong',
      (batch) => ({
        ...batch,
        operations: batch.operations.map((one, at) => (at === 2 ? reseal(one as never, { associateId: 'thief' }) : one)),
      }),
    ],
    ['cut short at its end', 'signature_wrong', (batch) => ({ ...batch, operations: batch.operations.slice(0, -1) })],
    ['with a hole', 'signature_wrong', (batch) => ({ ...batch, operations: batch.operations.filter((_one, at) => at !== 1) })],
    [
      'in another order',
      'signature_wrong',
      ({ operations, ...rest }) => ({ ...rest, operations: [1, 0, 2, 3].map((at) => operations[at]) }),
    ],
    [
      'with one twice',
      'signature_wrong',
      ({ operations, ...rest }) => ({ ...rest, operations: [0, 1, 1, 2, 3].map((at) => operations[at]) }),
    ],
    ['with what is no operation among them', 'signature_wrong', (batch) => ({ ...batch, operations: ['text', ...batch.operations] })],
    [
      'with the signature for an earlier place',
      'signature_wrong',
      async (batch) => ({ ...batch, signature: (await signedBatch(owner, owner.journal.operations.slice(0, 2))).signature }),
    ],
    [
      'with the place of one signature and the value of another',
      'signature_wrong',
      async (batch) => {
        const { signature } = await signedBatch(owner, owner.journal.operations.slice(0, 2));
        return { ...batch, signature: batch.signature && { ...batch.signature, value: signature?.value ?? '' } };
      },
    ],
    [
      'signed by the one that carries them',
      'signature_wrong',
      async (batch) => ({
        ...batch,
        signature: (await signedBatch({ ...carrier, registerId: owner.registerId }, owner.journal.operations)).signature,
      }),
    ],
    [
      'signed by the one that carries them, in the name of their register',
      'signature_wrong',
      async (batch) => {
        const value = await carrier.key.sign(`["outpost operations 1","${owner.registerId}",4,"${batch.signature?.hash}"]`);
        return { ...batch, signature: batch.signature && { ...batch.signature, value } };
      },
    ],
    [
      'that are its own, said to be of another register',
      'signature_wrong',
      async () => {
        carrier.journal.openShift();
        const own = await signedBatch(carrier, carrier.journal.operations);
        return { ...own, registerId: owner.registerId };
      },
    ],
    [
      'of a register of another store',
      'other_register',
      async () => {
        const other = await enrolSigning(db, server.url, 'S2');
        other.journal.openShift();
        return signedBatch(other, other.journal.operations);
      },
    ],
    ['of a register that nobody knows', 'other_register', (batch) => ({ ...batch, registerId: 'nobody' })],
    [
      'of a register without a key',
      'signature_missing',
      async () => {
        const keyless = await enrol(db);
        keyless.journal.openShift();
        return signedBatch({ ...owner, ...keyless }, keyless.journal.operations);
      },
    ],
    [
      '[J7] of a register that was withdrawn',
      'register_withdrawn',
      async (batch) => {
        await withdrawRegister(db, owner.registerId, actorNamed('office'));
        return batch;
      },
    ],
  ];
  it.each(wrong)('have no effect, and lie in quarantine: those %s', async (_what, code, change) => {
    const batch = await change(await signedBatch(owner, owner.journal.operations));
    const before = await poolState(db, owner);
    for (let tries = 0; tries < 2; tries += 1) {
      const { results, expectedSeq } = await carrier.client.carry(batch);
      expect(results.map((result) => ({ ...result, facts: {} }))).toEqual(
        batch.operations.map((one) => ({ outcome: 'refused', id: (one as { id?: string }).id ?? null, code, facts: {} })),
      );
      expect(expectedSeq).toBeNull();
    }
    expect(await poolState(db, owner)).toEqual(before);
    const kept = await held();
    expect(new Set(kept.map((one) => `${one.by} ${one.code}`))).toEqual(new Set([`${carrier.registerId} ${code}`]));
    // The same thing is kept once, and all of it is.
    expect(kept).toHaveLength(new Set(batch.operations.map((one) => JSON.stringify(one))).size);
    expect(logged.filter((line) => line.includes(`"code":"${code}"`))).toHaveLength(2);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('[J3] [J6] that were refused and have come by another road since are settled by a replay; altered ones are not', async () => {
    const { operations } = owner.journal;
    const batch = await signedBatch(owner, operations);
    await carrier.client.carry({ ...batch, operations: [...operations.slice(0, 3), changed(operations[3], { associateId: 'thief' })] });
    await carrier.client.carry(batch);
    const { items } = await listQuarantine(db, QUERY);
    const replayed = await replayOperations(db, items.map(({ id }) => id).reverse(), actorNamed('office'));
    expect(replayed.map(({ outcome, code }) => ({ outcome, code }))).toEqual([
      ...operations.slice(0, 3).map(() => ({ outcome: 'applied', code: 'arrived' })),
      { outcome: 'unchanged', code: 'no_place' },
    ]);
    expect((await listQuarantine(db, { ...QUERY, state: 'waiting' })).items.map(({ seq }) => seq)).toEqual([4]);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('[J7] of a register that runs on two machines stop it, and are kept for the head office to record again', async () => {
    const { operations } = owner.journal;
    await push(db, owner, operations.slice(0, 3));
    const [, , , fourth] = operations;
    if (fourth === undefined) throw new Error('There is no fourth operation.');
    const twin = reseal(fourth, { id: '01a201b1-41ca-720a-89c1-0d6f0879b5ae' });
    expect(await carrier.client.carry(await signedBatch(owner, [fourth]))).toMatchObject({ expectedSeq: 5 });
    expect(await carrier.client.carry(await signedBatch(owner, [twin]))).toMatchObject({
      results: [{ outcome: 'refused', code: 'seq_reused' }],
    });
    expect((await poolState(db, owner)).state?.status).toBe('cloned');
    const next = reseal(twin, { id: '01a201b1-41ca-720a-89c1-0d6f0879b5af', seq: 5, prevHash: twin.hash });
    const stopped = await carrier.client.carry(await signedBatch(owner, [next]));
    expect(stopped).toMatchObject({ results: [{ outcome: 'refused', code: 'register_cloned' }], expectedSeq: null });
    expect(await held()).toEqual([
      { by: owner.registerId, seq: 4, code: 'seq_reused' },
      { by: owner.registerId, seq: 5, code: 'register_cloned' },
    ]);
    const { items } = await listQuarantine(db, QUERY);
    const replayed = await replayOperations(
      db,
      items.map(({ id }) => id),
      actorNamed('office'),
    );
    expect(replayed).toMatchObject([
      { outcome: 'applied', code: 'recorded_again' },
      { outcome: 'applied', code: 'recorded_again' },
    ]);
  });

  it('[J3] have one effect, by any road, in any order and however often they come', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 });
    const roads = fc.array(fc.record({ batch: fc.nat(), road: fc.constantFrom('own', 'carrier', 'second', 'forged') }), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(cuts, roads, async (places, deliveries) => {
        await fillSyncPool(db);
        await fill();
        const second = await enrolSigning(db, server.url);
        for (const quantity of [1, 2, 1, 1]) owner.journal.sell([['B', quantity]]);
        const { operations } = owner.journal;
        const bounds = [0, ...[...places].sort((a, b) => a - b), operations.length];
        const batches: CarriedBatch[] = [];
        for (const [index, from] of bounds.slice(0, -1).entries())
          batches.push(await signedBatch(owner, operations.slice(from, bounds[index + 1])));
        const deliver = async (batch: CarriedBatch, road: string): Promise<void> => {
          const forged = { ...batch, operations: batch.operations.map((one) => changed(one, { associateId: 'thief' })) };
          if (road === 'own') await owner.client.push(batch.operations as never, batch.signature);
          else if (road === 'forged') await carrier.client.carry(forged);
          else await (road === 'second' ? second : carrier).client.carry(batch);
        };
        for (const { batch, road } of deliveries) await deliver(batches[batch % batches.length] as CarriedBatch, road);
        for (const batch of batches) await deliver(batch, 'second');
        const state = await poolState(db, owner);
        expect(state).toEqual(await expected(operations));
      }),
      { numRuns: 12 },
    );
  });

  /** What the pool says when the register has sent everything itself, in order and once. */
  async function expected(operations: Enrolled['journal']['operations']) {
    const { registerId } = owner;
    await db.deleteFrom('operations').execute();
    await db.deleteFrom('sales').execute();
    await db.deleteFrom('shifts').execute();
    await db.deleteFrom('stock_movements').where('cause', '<>', 'opening_balance').execute();
    await db.updateTable('stock_levels').set({ on_hand: 100 }).execute();
    await db
      .updateTable('registers')
      .set({ applied_seq: 0, last_hash: '0'.repeat(64), receipt_count: 0 })
      .where('id', '=', registerId)
      .execute();
    await send(db, owner, operations);
    return poolState(db, owner);
  }
});
