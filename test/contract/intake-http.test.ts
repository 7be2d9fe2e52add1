import { actorNamed } from '../support/actor.ts';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { withdrawRegister } from '../../sync-server/access/registers.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { fulfillmentOrderOf } from '../support/examples.ts';
import { JournalBuilder, reseal } from '../support/journal-builder.ts';
import { version1 } from '../support/old-versions.ts';
import { databases } from './support/databases.ts';
import { enrolSigning, signedBatch, type SigningRegister } from './support/signing-register.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

type Answer = Record<string, unknown>;

const PARKED = 1_050;

describe.each(databases)('what a register hears when it sends and pulls, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  const lines: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
  useSyncServer(
    open,
    (pool) => {
      ({ db, server, register } = pool);
      lines.length = 0;
    },
    { logger },
  );

  const logged = () => lines.map((line) => JSON.parse(line) as Answer);
  async function post(path: string, body: unknown, token = register.token) {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION), authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, type: response.headers.get('content-type'), json: (await response.json()) as Answer };
  }
  const isNow = (instant: unknown): boolean => Math.abs(Date.parse(String(instant)) - Date.now()) < 60_000;

  it('[J7] is told the hash before what comes next, unless its app is of version 1, which takes no such field', async () => {
    const { journal } = register;
    const opening = journal.openShift();
    const sale = journal.sell([['A', 1]]);
    const early = await post('/v1/operations', { protocolVersion: PROTOCOL_VERSION, operations: [sale] });
    const other = await enrol(db);
    const first = other.journal.openShift();
    const second = await post('/v1/operations', { protocolVersion: PROTOCOL_VERSION, operations: [first] }, other.token);
    expect(second.json).toMatchObject({ expectedSeq: 2, lastHash: first.hash });
    expect(early).toMatchObject({ status: 200, json: { results: [{ outcome: 'parked' }], expectedSeq: 1, lastHash: null } });
    expect(isNow(early.json['serverTime'])).toBe(true);
    const sent = await post('/v1/operations', { protocolVersion: PROTOCOL_VERSION, operations: [opening] });
    expect(sent.json).toMatchObject({ expectedSeq: 3, lastHash: sale.hash });
    const old = await post('/v1/operations', { operations: [opening] });
    expect(Object.keys(old.json).sort()).toEqual(['expectedSeq', 'results', 'serverTime']);
    expect(logged()).toEqual([]);
  });

  it('[J6] hears why by a code and what it tells; an app of version 1 reads a text instead', async () => {
    const opening = register.journal.openShift();
    const operations = [opening, { ...register.journal.sell([['A', 1]]), type: 'nobody_knows' }, 17];
    const { json } = await post('/v1/operations', { protocolVersion: PROTOCOL_VERSION, operations });
    const facts = { fault: 'field_not_valid', path: 'type', issue: 'invalid_union' };
    const id = expect.any(String) as string;
    expect(json['results']).toEqual([
      { outcome: 'applied', id, seq: 1, changes: expect.any(Object) as object },
      { outcome: 'quarantined', id, seq: 2, code: 'bad_schema', facts },
      { outcome: 'refused', id: null, code: 'not_an_operation', facts: { fault: 'not_an_object' } },
    ]);
    const old = await post('/v1/operations', { operations });
    const ofVersion1 = z.fromJSONSchema(version1.schemas.protocol['pushResponse'] as Parameters<typeof z.fromJSONSchema>[0]);
    expect(ofVersion1.parse(old.json)).toMatchObject({
      results: [
        { outcome: 'applied' },
        {
          outcome: 'quarantined',
          code: 'bad_schema',
          message: 'bad_schema: field_not_valid (issue: invalid_union, path: type)',
        },
        { outcome: 'refused', code: 'not_an_operation', message: 'not_an_operation: not_an_object' },
      ],
    });
  });

  it('[J4] hears of all that a gap has kept waiting in one answer, and what is wrong is logged', async () => {
    const { journal } = register;
    const opening = journal.openShift();
    for (let n = 1; n <= PARKED; n += 1) journal.pack(fulfillmentOrderOf({ id: `F${n}` }));
    for (let from = 1; from <= PARKED; from += 500) await push(db, register, journal.operations.slice(from, from + 500));
    const forged = { ...journal.operations[1], associateId: 'thief' };
    const { json } = await post('/v1/operations', { operations: [opening, forged] });
    expect(json).toMatchObject({ results: [{ outcome: 'applied' }, { code: 'id_reused' }], expectedSeq: PARKED + 2 });
    expect(logged()).toMatchObject([
      {
        msg: 'an operation that no honest register sends',
        code: 'id_reused',
        registerId: register.registerId,
        operationId: journal.operations[1]?.id,
      },
    ]);
  });

  it('[R1] [R5] pulls in the words of its version, and is refused what is not its own or was set back', async () => {
    const plain = await post('/v1/pull', { checkpoint: {}, limit: 1 });
    expect(plain).toMatchObject({ status: 200, type: 'application/json; charset=utf-8', json: { complete: false, appliedSeq: 0 } });
    expect(isNow(plain.json['serverTime'])).toBe(true);
    const whole = await post('/v1/pull', { checkpoint: {} });
    const common = ['appliedSeq', 'changes', 'checkpoint', 'complete', 'serverTime'];
    expect(Object.keys(whole.json).sort()).toEqual(common);
    const opening = register.journal.openShift();
    await push(db, register, [opening]);
    const named = await post('/v1/pull', { checkpoint: {}, epoch: null });
    expect(Object.keys(named.json).sort()).toEqual([...common, 'appliedHash', 'epoch'].sort());
    expect(named.json).toMatchObject({ complete: true, appliedSeq: 1, appliedHash: opening.hash });
    const earlier = await post('/v1/pull', { checkpoint: {}, life: null });
    expect(Object.keys(earlier.json).sort()).toEqual([...common, 'appliedHash', 'life'].sort());
    expect(await post('/v1/pull', { checkpoint: { 'store:S2': 0 } })).toMatchObject({
      status: 403,
      json: {
        error: {
          code: 'other_scope',
          message: 'A register pulls its own scopes only.',
          field: 'checkpoint.store:S2',
          fix: 'Leave this scope out.',
        },
      },
    });
    expect(await post('/v1/pull', { checkpoint: { all: 999 } })).toMatchObject({
      status: 409,
      json: {
        error: {
          code: 'checkpoint_ahead',
          message: 'The pool has never come this far: it was set back to an older state.',
          field: 'checkpoint.all',
          fix: 'Pull again from an empty checkpoint.',
        },
      },
    });
  });

  it('[A4] hears what is wrong with its signature and what to do, and it is logged', async () => {
    const signing = await enrolSigning(db, server.url);
    const { journal, registerId, token } = signing;
    journal.openShift();
    const { signature } = await signedBatch(signing, journal.operations);
    journal.sell([['A', 1]]);
    const { operations } = journal;
    for (const [given, code, message, fix] of [
      [
        {},
        'signature_missing',
        `Register ${registerId} did not sign the batch.`,
        'Sign the newest operation of the batch with the key that this register has named.',
      ],
      [
        { signature },
        'signature_wrong',
        'The signature is for another batch.',
        'Send operations that follow one another, signed for the newest. If the key is lost, ask the head office to forget it.',
      ],
    ] as const) {
      const { status, json } = await post('/v1/operations', { operations, ...given }, token);
      const error = { code, message, field: 'signature', fix };
      expect([status, json]).toEqual([403, { error, errors: [error] }]);
      expect(logged().at(-1)).toMatchObject({ msg: 'a batch that its register did not sign', code, registerId });
    }
  });

  it('[J7] is told whether the fork that it reports has stopped it, as often as it asks', async () => {
    const opening = register.journal.openShift();
    await push(db, register, [opening]);
    const twin = new JournalBuilder(register.journal.options);
    const other = twin.openShift(20_000);
    const fits = await post('/v1/forks', { operations: [opening] });
    expect([fits.status, fits.json['cloned'], isNow(fits.json['serverTime']), logged()]).toEqual([200, false, true, []]);
    for (let times = 1; times <= 2; times += 1) {
      expect(await post('/v1/forks', { operations: [other] })).toMatchObject({ status: 200, json: { cloned: true } });
      expect(logged()).toHaveLength(times);
      const msg = 'a register that runs on two machines handed over what it has';
      expect(logged().at(-1)).toMatchObject({ msg, registerId: register.registerId });
    }
  });

  describe('[A4] when it carries what another has recorded', () => {
    const carry = async (batch: object) => post('/v1/operations/carried', batch);
    const owner = async (): Promise<SigningRegister> => {
      const signing = await enrolSigning(db, server.url);
      signing.journal.openShift();
      return signing;
    };

    it.each<
      [what: string, prepare: (owner: SigningRegister) => Promise<object>, code: string, told: (id: string) => Record<string, string>]
    >([
      [
        'an unknown register',
        async (one) => ({ ...(await signedBatch(one, one.journal.operations)), registerId: 'nobody' }),
        'other_register',
        () => ({ fault: 'not_of_store', register: 'nobody' }),
      ],
      [
        'a register without a key',
        async (one) => {
          const keyless = await enrol(db);
          keyless.journal.openShift();
          return signedBatch({ ...one, ...keyless }, keyless.journal.operations);
        },
        'signature_missing',
        () => ({ fault: 'key_unknown', register: expect.any(String) as string }),
      ],
      [
        'what was altered',
        async (one) => {
          const batch = await signedBatch(one, one.journal.operations);
          return { ...batch, operations: batch.operations.map((operation) => ({ ...(operation as object), associateId: 'thief' })) };
        },
        'signature_wrong',
        () => ({ fault: 'changed_since' }),
      ],
      [
        'a withdrawn register',
        async (one) => {
          await withdrawRegister(db, one.registerId, actorNamed('office'));
          return signedBatch(one, one.journal.operations);
        },
        'register_withdrawn',
        (id) => ({ fault: 'of_register', register: id }),
      ],
      [
        'a register that was stopped',
        async (one) => {
          await db.updateTable('registers').set({ status: 'cloned' }).where('id', '=', one.registerId).execute();
          return signedBatch(one, one.journal.operations);
        },
        'register_cloned',
        (id) => ({ fault: 'of_register', register: id }),
      ],
    ])('it hears why nothing of %s was taken, and it is logged and kept', async (_what, prepare, code, told) => {
      const signing = await owner();
      const batch = await prepare(signing);
      const { status, json } = await carry(batch);
      const id = signing.journal.operations[0]?.id;
      const results = [{ outcome: 'refused', id: expect.any(String) as string, code, facts: told(signing.registerId) }];
      expect([status, json]).toEqual([200, { results, expectedSeq: null, serverTime: expect.any(String) as string }]);
      expect(isNow(json['serverTime'])).toBe(true);
      const { registerId: carried } = batch as { registerId: string };
      expect(logged()).toMatchObject([{ msg: 'a carried batch that was not taken', code, carried }]);
      const kept = await db.selectFrom('quarantine').select(['code', 'operation_id', 'seq']).execute();
      expect(kept).toEqual([{ code, operation_id: code === 'signature_missing' ? expect.any(String) : id, seq: 1 }]);
    });

    it('[J7] a second operation in one place is refused and logged as the fault of its own register', async () => {
      const signing = await owner();
      const [opening] = signing.journal.operations;
      if (opening === undefined) throw new Error('There is no shift.');
      expect(await carry(await signedBatch(signing, [opening]))).toMatchObject({ status: 200, json: { expectedSeq: 2 } });
      const second = reseal(opening, { id: '01a201b1-41ca-720a-89c1-0d6f0879b5ae' });
      const { json } = await carry(await signedBatch(signing, [second]));
      expect(json).toMatchObject({ results: [{ outcome: 'refused', code: 'seq_reused' }] });
      expect(logged()).toMatchObject([
        { msg: 'an operation that no honest register sends', code: 'seq_reused', registerId: signing.registerId, operationId: second.id },
      ]);
    });
  });
});
