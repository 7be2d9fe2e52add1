import { actorNamed } from '../support/actor.ts';
import { v7 as uuidv7 } from 'uuid';
import { orderShipped } from '../../domain/fulfillment/operations.ts';
import { lockOfficeRegister } from '../../sync-server/office/office-register.ts';
import { recordAtOffice } from '../../sync-server/office/record-at-office.ts';
import { settingChanges, settingList } from '../../domain/office/office-protocol.ts';
import { shiftOpened } from '../../domain/shift/operations.ts';
import { complete } from '../support/loose-request.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { badgeUse, type BadgeUse } from '../../domain/associates/settings.ts';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import { up as moveTaxRates } from '../../sync-server/db/migrations/0025-tax-table.ts';
import { onePerClass, taxTable } from '../../domain/tax/tax-table.ts';
import { type Kysely, sql } from 'kysely';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { insertKey } from '../support/api-keys.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { databases } from './support/databases.ts';
import { emptyReplica, type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncPool, useSyncServer } from './support/use-sync-pool.ts';

interface Answer {
  readonly status: number;
  readonly json: { readonly error?: { code: string; field?: string; fix?: string }; readonly items?: Record<string, unknown>[] };
}

describe.each(databases)('settings on %s', (_name, open: () => Promise<OpenDatabase>) => {
  let db: Db;
  let register: Enrolled;
  let key: string;
  let url: string;
  useSyncServer(open, async (pool) => {
    ({ db, register } = pool);
    url = pool.server.url;
    key = await insertKey(db, 'head office', 'everything');
  });

  const ask = async (path: string, body?: unknown, token = key): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Answer['json'] };
  };
  const documentOf = (replica: Replica, scope: string, kind: string, id: string) => replica.documents.get(`${scope} ${kind} ${id}`);

  it('[S1] of the company, a store and a register reach the register that they are for, and no other', async () => {
    const other = await enrol(db, 'S2');
    expect((await ask('/v1/settings/people.lock_after_minutes', { level: 'company', value: 20 })).status).toBe(200);
    await ask('/v1/settings/people.lock_after_minutes', { level: 'store', id: 'S1', value: 30 });
    await ask('/v1/settings/people.lock_after_minutes', { level: 'register', id: register.registerId, value: 40 });
    const [here, there] = [await pullAll(db, register), await pullAll(db, other)];
    const values = (value: number) => ({ values: { 'people.lock_after_minutes': value } });
    expect(documentOf(here, 'all', 'company_settings', 'company')).toMatchObject(values(20));
    expect(documentOf(here, 'store:S1', 'store_settings', 'S1')).toMatchObject(values(30));
    expect(documentOf(here, `register:${register.registerId}`, 'register_settings', register.registerId)).toMatchObject(values(40));
    expect([...there.documents.keys()].filter((id) => id.includes('_settings'))).toEqual(['all company_settings company']);
  });

  it('stand in the document of a store too, for apps of before: its own word, else that of the company, else the standard', async () => {
    const replica = emptyReplica();
    const shown = async () => {
      const { taxRates, stagingLocations } = documentOf(await pullAll(db, register, replica), 'store:S1', 'store', 'S1') as Record<
        string,
        unknown
      >;
      return [taxRates, stagingLocations];
    };
    expect(await shown()).toEqual([{}, ['P1', 'P2', 'P3', 'P4']]);
    await ask('/v1/settings/tax.table', { level: 'company', value: onePerClass({ standard: 70_000 }) });
    expect(await shown()).toEqual([{ standard: 70_000 }, ['P1', 'P2', 'P3', 'P4']]);
    await ask('/v1/settings/tax.table', { level: 'store', id: 'S1', value: onePerClass({ standard: 80_000 }) });
    await ask('/v1/settings/pickup.staging_locations', { level: 'store', id: 'S1', value: ['Shelf'] });
    expect(await shown()).toEqual([{ standard: 80_000 }, ['Shelf']]);
    await ask('/v1/settings/tax.table', { level: 'store', id: 'S1', value: null });
    expect(await shown()).toEqual([{ standard: 70_000 }, ['Shelf']]);
  });

  it('tell apps of before the sum of the taxes that a class bears today', async () => {
    const rates = (...given: [string, number][]) => ({ rates: given.map(([from, ratePpm]) => ({ from, ratePpm })) });
    const value = {
      taxes: { STATE: rates(['2020-01-01', 40_000], ['2021-01-01', 62_500], ['9999-01-01', 1]), CITY: rates(['0001-01-01', 10_000]) },
      classes: { standard: [{ tax: 'STATE' }, { tax: 'CITY' }], clothing: [{ tax: 'CITY' }], food: [] },
    };
    expect(await ask('/v1/settings/tax.table', { level: 'company', value })).toMatchObject({ status: 200 });
    const body = documentOf(await pullAll(db, register), 'store:S1', 'store', 'S1');
    expect(body).toMatchObject({ taxRates: { standard: 72_500, clothing: 10_000, food: 0 } });
  });

  it('[S1] rates by class of before become a table of taxes, in the feed and in the history', async () => {
    await ask('/v1/settings/people.lock_after_minutes', { level: 'store', id: 'S1', value: 5 });
    await ask('/v1/settings/people.lock_after_minutes', { level: 'company', value: 6 });
    const replica = await pullAll(db, register);
    const rates = { standard: 88_750, food: 0 };
    for (const kind of ['store_settings', 'company_settings'])
      await sql`update documents set body = jsonb_set(body, '{values,tax.rates}', ${JSON.stringify(rates)}::jsonb)
        where kind = ${kind}`.execute(db);
    await moveTaxRates(db as unknown as Kysely<unknown>);
    const pulled = await pullAll(db, register, replica);
    const table = onePerClass(rates);
    expect(taxTable.parse(table)).toEqual(table);
    expect(documentOf(pulled, 'store:S1', 'store_settings', 'S1')).toEqual({
      id: 'S1',
      values: { 'people.lock_after_minutes': 5, 'tax.table': table },
    });
    expect(documentOf(pulled, 'all', 'company_settings', 'company')).toMatchObject({ values: { 'tax.table': table } });
    const { json } = await ask('/v1/settings/changes?key=tax.table');
    expect(json.items).toMatchObject([{ after: table }, { after: table }]);
  });

  it('keep a history of who changed what, and saying the same again is no change', async () => {
    for (const value of [20, 20, 30, null]) await ask('/v1/settings/people.lock_after_minutes', { level: 'store', id: 'S1', value });
    const { json } = await ask('/v1/settings/changes?key=people.lock_after_minutes');
    expect(json.items?.map(({ before, after, by, placeId, level }) => [before, after, by, placeId, level])).toEqual([
      [30, null, 'head office', 'S1', 'store'],
      [20, 30, 'head office', 'S1', 'store'],
      [null, 20, 'head office', 'S1', 'store'],
    ]);
    expect(settingChanges.safeParse(json).success).toBe(true);
    const first = json.items?.at(-1)?.['id'] as string;
    expect((await ask(`/v1/settings/changes?before=${first}`)).json.items).toEqual([]);
  });

  it('are listed with what may be said, and who says what', async () => {
    await ask('/v1/settings/tax.table', { level: 'store', id: 'S2', value: onePerClass({ food: 0 }) });
    const { json } = await ask('/v1/settings');
    const rates = json.items?.find((one) => one['key'] === 'tax.table');
    expect(rates).toMatchObject({
      levels: ['company', 'store'],
      standard: { taxes: {}, classes: {}, holidays: [] },
      said: [{ level: 'store', id: 'S2', value: onePerClass({ food: 0 }) }],
    });
    expect(rates?.['schema']).toMatchObject({ type: 'object' });
    expect(settingList.safeParse(json).success).toBe(true);
  });

  it.each([
    ['an unknown key', '/v1/settings/tax.rate', { level: 'company', value: {} }, 404, 'unknown_setting', 'key'],
    ['a level that it does not have', '/v1/settings/tax.table', { level: 'register', id: 'R', value: {} }, 400, 'wrong_level', 'level'],
    ['an unknown store', '/v1/settings/tax.table', { level: 'store', id: 'S9', value: {} }, 404, 'unknown_place', 'id'],
    ['a time zone that is none', '/v1/settings/company.time_zone', { level: 'company', value: 'Mars/Olympus' }, 400, 'bad_value', 'value'],
    ['a store for the company', '/v1/settings/tax.table', { level: 'company', id: 'S1', value: {} }, 404, 'unknown_place', 'id'],
    [
      'a value that does not fit',
      '/v1/settings/tax.table',
      { level: 'company', value: onePerClass({ standard: -1 }) },
      400,
      'bad_value',
      'value.taxes.standard.rates.0.ratePpm',
    ],
    ['a value of another shape', '/v1/settings/pickup.staging_locations', { level: 'company', value: 'P1' }, 400, 'bad_value', 'value'],
    ['a role that there is not', '/v1/settings/people.roles', { level: 'company', value: { king: {} } }, 400, 'bad_value', 'value'],
  ])('refuse %s, with the field and the fix, and change nothing', async (_what, path, body, status, code, field) => {
    const answer = await ask(path, body);
    expect(answer).toMatchObject({ status, json: { error: { code, field, fix: expect.any(String) as string } } });
    expect((await ask('/v1/settings/changes')).json.items).toEqual([]);
  });

  it('are closed to the web shop and to registers', async () => {
    const shop = await insertKey(db, 'web shop', 'web_shop');
    for (const token of [shop, register.token]) {
      expect((await ask('/v1/settings', undefined, token)).status).toBeGreaterThanOrEqual(401);
      expect((await ask('/v1/settings/tax.table', { level: 'company', value: {} }, token)).status).toBeGreaterThanOrEqual(401);
    }
  });

  it('are changed by several at once without losing one of them', async () => {
    const keys = ['tax.table', 'receipt.text', 'people.lock_after_minutes', 'pickup.staging_locations'] as const;
    const values = {
      'tax.table': onePerClass({ a: 1 }),
      'receipt.text': { header: ['A'], footer: [] },
      'people.lock_after_minutes': 5,
      'pickup.staging_locations': ['X'],
    };
    await Promise.all(keys.map((one) => ask(`/v1/settings/${one}`, { level: 'store', id: 'S1', value: values[one] })));
    expect(documentOf(await pullAll(db, register), 'store:S1', 'store_settings', 'S1')).toEqual({ id: 'S1', values });
  });
});

describe.each(databases)('who may do what, on %s', (_name, open: () => Promise<OpenDatabase>) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => ({ db, register } = pool));
  beforeEach(async () => {
    for (const [id, role] of [
      ['associate-1', 'associate'],
      ['manager-1', 'manager'],
    ] as const) {
      await db
        .insertInto('associates')
        .values({
          id,
          store_id: 'S1',
          name: id,
          role,
          pin: JSON.stringify({ salt: '0'.repeat(32), iterations: 10_000, hash: '0'.repeat(64) }),
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ role }))
        .execute();
    }
  });

  const say = (level: 'company' | 'store', table: PermissionTable) =>
    saveSetting(db, roles, { level, id: level === 'company' ? 'company' : 'S1', value: table }, actorNamed('test'));
  const opened = async () =>
    (await db.selectFrom('exceptions').select('id').where('kind', '=', 'not_allowed').orderBy('id').execute()).map(({ id }) => id);
  const now = () => new Date().toISOString();
  const approval = { associateId: 'manager-1', permission: 'shift.open', method: 'pin' } as const;
  const openShift = (given: object = {}) =>
    register.journal.record(complete({ type: shiftOpened.type, payload: { currency: 'USD', floatMinor: 100 } }), { at: now(), ...given });

  it('[A1] [J5] applies what was not allowed, and says so in an exception', async () => {
    await say('company', { associate: { 'shift.open': 'denied' } });
    expect(await push(db, register, [openShift()])).toMatchObject([{ outcome: 'applied' }]);
    expect(await opened()).toEqual(['not_allowed:S1:associate-1:shift.open']);
    expect(await db.selectFrom('shifts').select('id').execute()).toHaveLength(1);
  });

  it('[A1] believes an approval of a colleague who may give it, and no other', async () => {
    await say('store', { associate: { 'shift.open': { approvalBy: ['manager'], above: null } } });
    await push(db, register, [openShift({ approval })]);
    expect(await opened()).toEqual([]);
    await push(db, register, [openShift({ approval: { ...approval, associateId: 'associate-1' } })]);
    expect(await opened()).toHaveLength(1);
  });

  it('[A1] accuses nobody of what was allowed when it was done, or is allowed by now', async () => {
    const before = openShift();
    await say('company', { associate: { 'shift.open': 'denied' } });
    await push(db, register, [before]);
    expect(await opened()).toEqual([]);
    const during = openShift();
    await say('company', {});
    await push(db, register, [during]);
    expect(await opened()).toEqual([]);
  });

  it('[A1] [J5] tells of an approval by a badge where badges approve nothing, and stood for nothing since', async () => {
    const byBadge = () => openShift({ approval: { ...approval, method: 'badge' } });
    const badges = (value: BadgeUse) => saveSetting(db, badgeUse, { level: 'company', id: 'company', value }, actorNamed('test'));
    const told = async () =>
      (await db.selectFrom('exceptions').select('id').where('kind', '=', 'approved_by_badge').execute()).map(({ id }) => id);
    await badges('sign_in_and_approve');
    await push(db, register, [byBadge()]);
    const late = byBadge();
    await badges('sign_in');
    await push(db, register, [late]);
    expect(await told()).toEqual([]);
    expect(await push(db, register, [byBadge(), openShift({ approval })])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    expect(await told()).toEqual(['approved_by_badge:S1:manager-1']);
  });

  it('[A1] asks the store before the company', async () => {
    await say('company', { associate: { 'shift.open': 'denied' } });
    await say('store', { picker: { 'shift.open': 'denied' } });
    await push(db, register, [openShift()]);
    expect(await opened()).toEqual([]);
  });

  it('[A1] asks nobody of the head office, which records in its own journal', async () => {
    await say('company', { associate: { 'order.ship': 'denied' } });
    await db.insertInto('locations').values({ id: 'WH9', kind: 'warehouse', name: 'Warehouse', latitude: 0, longitude: 0 }).execute();
    await transact(db, async (tx) => {
      const office = await lockOfficeRegister(tx, 'WH9');
      const shipped = complete({ type: orderShipped.type, payload: { fulfillmentOrderId: 'F9', trackingNumber: 'T', lines: [] } });
      await recordAtOffice(tx, shipped, uuidv7(), 'WH9', office, new Date());
    });
    expect(await opened()).toEqual([]);
  });

  it('[A1] judges work in nobody’s name by the least role', async () => {
    await say('company', { associate: { 'shift.open': 'denied' } });
    await push(db, register, [openShift({ associateId: null })]);
    expect(await opened()).toEqual(['not_allowed:S1:nobody:shift.open']);
  });
});
