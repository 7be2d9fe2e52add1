import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { insertKey } from '../support/api-keys.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { addRegister, enrolRegister, makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { setRegisterKey } from '../../sync-server/registers/register-keys.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { makeKey } from '../support/memory-keys.ts';
import { databases } from './support/databases.ts';
import type { Enrolled } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const OFF_CURVE = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
const HOUR = 3_600_000;

describe.each(databases)('setting a register up on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let office: string;
  const logged: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  useSyncServer(
    open,
    async (pool) => {
      ({ db, server, register } = pool);
      office = await insertKey(db, 'head office', 'everything');
      logged.length = 0;
    },
    { logger },
  );

  afterEach(() => {
    vi.useRealTimers();
  });

  async function post(path: string, body: unknown, token?: string) {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as unknown };
  }
  const enrolWith = (code: string, more: object = {}) => post('/v1/registers/enrol', { code, protocolVersion: 2, ...more });
  async function code(hours?: number): Promise<string> {
    const made = await makeEnrolmentCode(db, 'S1', hours);
    if (!made.ok) throw new Error(made.refusal);
    return made.value.code;
  }

  it('gives a store a code for three days, and a register of it all that it needs', async () => {
    await db.deleteFrom('scope_heads').execute();
    const before = Date.now();
    const made = await post('/v1/registers/codes', { storeId: 'S1' }, office);
    expect(made).toMatchObject({ status: 201, json: { code: expect.stringMatching(/\S{8,}/) as string } });
    const { code: fresh, expiresAt } = made.json as { code: string; expiresAt: string };
    expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before + 72 * HOUR);
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 72 * HOUR);
    const { status, json } = await enrolWith(fresh);
    expect([status, json]).toMatchObject([200, { storeId: 'S1', storeName: 'Store 1', prefix: 'A2' }]);
    const { registerId, token, serverTime } = json as Record<'registerId' | 'token' | 'serverTime', string>;
    expect(Math.abs(Date.parse(serverTime) - Date.now())).toBeLessThan(60_000);
    expect((await post('/v1/pull', { checkpoint: {} }, token)).status).toBe(200);
    const line = logged.map((text) => JSON.parse(text) as Record<string, unknown>).find(({ msg }) => msg === 'a register has enrolled');
    expect(line).toMatchObject({ register: registerId, store: 'S1', ip: '127.0.0.1' });
    const heads = await db.selectFrom('scope_heads').select('scope').execute();
    expect(heads.map(({ scope }) => scope)).toEqual(expect.arrayContaining(['all', `register:${registerId}`, 'store:S1']));
    expect(await db.selectFrom('enrolment_codes').select('used_by').where('used_by', '=', registerId).execute()).toHaveLength(1);
    // A right code is no attempt.
    const { rows } = await sql<{ count: number }>`select count::int from attempts`.execute(db);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('takes a code to the very millisecond at which it expires, and not after it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const [first, second] = [await code(0), await code(0)];
    expect(await enrolRegister(db, first)).toMatchObject({ ok: true });
    vi.setSystemTime(Date.now() + 1);
    expect(await enrolRegister(db, second)).toEqual({ ok: false, refusal: 'code_expired' });
  });

  it('[J7] never gives a prefix twice, to however many at once', async () => {
    const added = await Promise.all(Array.from({ length: 4 }, () => transact(db, (tx) => addRegister(tx, 'S2'))));
    expect(added.map(({ prefix }) => prefix).sort()).toEqual(['A2', 'A3', 'A4', 'A5']);
  });

  it.each<[what: string, given: () => Promise<string>, status: number, error: object]>([
    [
      'is not known',
      () => Promise.resolve('AAAA-AAAA'),
      404,
      { code: 'unknown_code', message: 'This code is not known.', field: 'code', fix: 'Check it, or ask for a new one.' },
    ],
    [
      'was used',
      async () => {
        const used = await code();
        expect(await enrolRegister(db, used)).toMatchObject({ ok: true, value: { prefix: 'A2' } });
        return used;
      },
      410,
      { code: 'code_used', message: 'A register has used this code already.', field: 'code', fix: 'Ask for a new one: each works once.' },
    ],
    [
      'has expired',
      () => code(-1),
      410,
      { code: 'code_expired', message: 'This code has expired.', field: 'code', fix: 'Ask for a new one.' },
    ],
  ])('refuses a code that %s, and makes no register', async (_what, given, status, error) => {
    const refused = await given();
    const registers = () => db.selectFrom('registers').select('id').orderBy('id').execute();
    const before = await registers();
    expect(await enrolWith(refused)).toMatchObject({ status, json: { error } });
    expect(await registers()).toEqual(before);
    const { rows } = await sql<{ bucket: string }>`select bucket from attempts`.execute(db);
    expect(rows).toEqual([{ bucket: 'enrol:127.0.0.1' }]);
  });

  it('says how long to wait to whoever has tried too many codes', async () => {
    const guesses = await Promise.all(Array.from({ length: 40 }, () => enrolWith('AAAA-AAAA')));
    const [refused] = guesses.filter(({ status }) => status === 429);
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(Number.isInteger(seconds)).toBe(true);
    const error = {
      code: 'too_many_attempts',
      message: 'Too many codes were tried from here.',
      fix: `Check the code, and wait ${seconds} seconds.`,
    };
    expect(refused?.json).toEqual({ error, errors: [error] });
  });

  it('sends away whoever tries far too many codes at once, right ones too, which work when they come again', async () => {
    for (let guess = 0; guess < 10; guess += 1) await enrolWith('AAAA-AAAA');
    const codes: string[] = [];
    for (let made = 0; made < 40; made += 1) codes.push(await code());
    const tried = await Promise.all(codes.map(async (one) => ({ one, status: (await enrolWith(one)).status })));
    expect(new Set(tried.map(({ status }) => status))).toEqual(new Set([200, 429]));
    const sentAway = tried.find(({ status }) => status === 429);
    expect((await enrolWith(sentAway?.one ?? '')).status).toBe(200);
  });

  it('reads no body larger than a code or a key is', async () => {
    const large = 'A'.repeat(4.5 * 1024);
    const tooLarge = { status: 413, json: { error: { code: 'body_too_large', message: 'The body is larger than 4 KB.' } } };
    expect(await enrolWith(large)).toMatchObject(tooLarge);
    expect(await post('/v1/registers/codes', { storeId: large }, office)).toMatchObject(tooLarge);
    expect(await post('/v1/registers/key', { publicKey: large }, register.token)).toMatchObject(tooLarge);
  });

  it('makes no code for a store that is none', async () => {
    expect(await post('/v1/registers/codes', { storeId: 'S9' }, office)).toMatchObject({
      status: 404,
      json: { error: { code: 'unknown_store', message: 'There is no store S9.', field: 'storeId', fix: 'Use the id of a store.' } },
    });
    expect((await post('/v1/registers/codes', { storeId: 'S1' }, register.token)).status).toBe(401);
    expect(await db.selectFrom('enrolment_codes').select('store_id').where('used_by', 'is', null).execute()).toEqual([]);
  });

  it('[A4] keeps the key that a register names, the same again, and refuses another or one that is none', async () => {
    const [first, second] = [makeKey().publicKey, makeKey().publicKey];
    const name = (publicKey: unknown) => post('/v1/registers/key', { publicKey }, register.token);
    const kept = async () =>
      (await db.selectFrom('registers').select('public_key').where('id', '=', register.registerId).executeTakeFirst())?.public_key;
    const noKey = {
      status: 400,
      json: {
        error: {
          code: 'bad_request',
          message: 'This is no key: its coordinates are not on the curve.',
          field: 'publicKey',
          fix: 'Send the public key of a P-256 pair as a JSON Web Key.',
        },
      },
    };
    expect(await name(OFF_CURVE)).toMatchObject(noKey);
    expect(await enrolWith(await code(), { publicKey: OFF_CURVE })).toMatchObject(noKey);
    expect(await kept()).toBeNull();
    const written = async () =>
      (await sql<{ xmin: string }>`select xmin::text from registers where id = ${register.registerId}`.execute(db)).rows[0]?.xmin;
    const versions = [await written()];
    for (let time = 1; time <= 2; time += 1) {
      const { status, json } = await name(first);
      expect(status).toBe(200);
      expect(Math.abs(Date.parse((json as { serverTime: string }).serverTime) - Date.now())).toBeLessThan(60_000);
      versions.push(await written());
    }
    // What is known already is not written again.
    expect(versions[1]).not.toBe(versions[0]);
    expect(versions[2]).toBe(versions[1]);
    expect(logged.filter((text) => text.includes('another key'))).toEqual([]);
    expect(await name(second)).toMatchObject({
      status: 409,
      json: {
        error: {
          code: 'key_known',
          message: 'The server knows another key of this register.',
          field: 'publicKey',
          fix: 'Ask the head office to forget the old key, if this device has lost it.',
        },
      },
    });
    expect(await kept()).toEqual(first);
    const line = logged.find((text) => text.includes('a register named another key than its own'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ code: 'key_known', registerId: register.registerId });
    expect(await setRegisterKey(db, register.registerId, first)).toMatchObject({ ok: true });
    expect(await setRegisterKey(db, register.registerId, second)).toEqual({ ok: false, refusal: 'key_known' });
  });
});
