import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ErrorBody } from '../../domain/protocol/protocol.ts';
import type { DecisionView, RulesList, WholeRules } from '../../domain/sourcing/rules/rules-protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { insertKey } from '../support/api-keys.ts';
import { askJson } from '../support/ask-json.ts';
import { createBackorderLook, sourceBackorders } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { disagreements, fillSmallPool, shipOrder } from './support/order-pool.ts';
import { type Enrolled, emptyEverything, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const FAR = { id: 'far', name: 'Far', locationIds: ['S2', 'S3'] };

describe.each(databases)('rules of sourcing that a person builds, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server } = pool);
    await emptyEverything(db);
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 5],
        [2, 'A', 5],
        [3, 'A', 1],
      ],
    });
    register = await enrol(db);
    await push(db, register, [register.journal.openShift()]);
    key = await insertKey(db, 'head office');
  });

  const ask = <T>(method: string, path: string, body?: object) => askJson<T>(server.url, key, method, path, body);
  const setOf = (...rules: object[]) => ({
    ...{ currency: 'USD', groups: [FAR, { id: 'nobody', name: 'Nobody' }] },
    rules: rules.map((rule, index) => ({ id: `r${index + 1}`, name: `Rule ${index + 1}`, ...rule })),
  });
  const draft = async (...rules: object[]): Promise<number> =>
    (await ask<WholeRules>('POST', 'sourcing-rules', { rules: setOf(...rules) })).answer.version;
  const live = (version: number, replaces: number, from?: string) =>
    ask<WholeRules & ErrorBody>('POST', `sourcing-rules/${version}/live`, { replaces, ...(from !== undefined && { from }) });
  const take = (number: string, units = 1) => takeOrder(db, { idempotencyKey: number, order: shipOrder(number, [['A', units]]) });
  const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });
  const sourceAnd = async <T>(read: () => Promise<T>): Promise<T> => {
    await sourceBackorders(db);
    return read();
  };
  const bodies = async (): Promise<FulfillmentOrder[]> =>
    (await db.selectFrom('fulfillment_orders').select('body').orderBy('id').execute()).map(({ body }) => body);
  const places = async () => (await bodies()).map(({ orderNumber, locationId }) => `${orderNumber} ${locationId}`);
  const decisions = async (number: string): Promise<DecisionView[]> =>
    (await ask<{ items: DecisionView[] }>('GET', `orders/${number}/decisions`)).answer.items;
  const exceptions = async () =>
    (await db.selectFrom('exceptions').select(['store_id', 'body']).where('kind', '=', 'rules_ask_nobody').execute()).map((row) => ({
      store: row.store_id,
      facts: row.body.facts,
    }));

  it('decide from when they are live, and each decision says why: placed, given up, and once stock has come', async () => {
    await take('W-1');
    const version = await draft({ places: { groupIds: ['far'] }, limits: { maxPackages: 1 } });
    await take('W-2');
    expect((await live(version, 0)).answer).toMatchObject({ version, state: 'live', liveBy: 'head office' });
    await take('W-3', 5);
    expect(await places()).toEqual(['W-1 S1', 'W-2 S1', 'W-3 S2']);
    expect(await decisions('W-1')).toMatchObject([
      {
        ...{ occasion: 'placed', version: 0, rules: [{ ruleId: 'nearest', units: 1 }], waits: [], blocked: null },
        chosen: [{ locationId: 'S1', metres: 111_195 }],
        others: [
          { locationId: 'S2', units: 1, reason: 'not_needed' },
          { locationId: 'S3', units: 1, reason: 'not_needed' },
        ],
      },
    ]);
    const [given] = (await bodies()).filter(({ orderNumber }) => orderNumber === 'W-3');
    if (given === undefined) throw new Error('The order is at a store.');
    const other = await enrol(db, 'S2');
    await push(db, other, [other.journal.openShift(), other.journal.reject(given, 'out_of_stock')]);
    // The server's own job may have looked at what is left.
    const made = (await decisions('W-3')).filter(({ occasion }) => occasion !== 'waits');
    expect(made.map(({ occasion, chosen }) => [occasion, chosen.map(({ locationId }) => locationId)])).toEqual([
      ['given_up', ['S3']],
      ['placed', ['S2']],
    ]);
    expect(made[0]).toMatchObject({ version, counts: { gave_up: 1 }, waits: [{ lineNo: 1, quantity: 4 }] });
    expect(made[1]).toMatchObject({ others: [{ locationId: 'S3' }, { locationId: 'S1', reason: 'not_in_group' }] });
    // What is left waits, and only S1 has it. It is looked at again and again, and told once. The server's own job may be at it.
    const left = { occasion: 'waits', version, chosen: [], blocked: { why: 'excluded', locationId: 'S1' } };
    await soon(() => sourceAnd(() => decisions('W-3'))).toMatchObject([left, {}, {}]);
    await sourceBackorders(db);
    expect(await decisions('W-3')).toHaveLength(3);
    expect(await exceptions()).toMatchObject([{ store: 'S1', facts: { order: 'W-3', version } }]);
    await live(await draft({ limits: { maxPackages: 1 } }), version);
    await soon(() => sourceAnd(() => decisions('W-3'))).toMatchObject([
      { occasion: 'waits', version: version + 1, chosen: [{ locationId: 'S1' }], blocked: null },
      ...[{}, {}, {}],
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('tell the channels apart, those of orders without one too', async () => {
    const market = { by: 'channel', values: ['market'] };
    await live(await draft({ orders: [market], places: { groupIds: ['far'] } }, {}), 0);
    const order = (number: string) => shipOrder(number, [['A', 1]]);
    await takeOrder(db, { idempotencyKey: 'W-1', order: { ...order('W-1'), channel: 'market' } });
    await takeOrder(db, { idempotencyKey: 'W-2', order: { ...order('W-2'), channel: 'web' } });
    await take('W-3');
    expect(await places()).toEqual(['W-1 S2', 'W-2 S1', 'W-3 S1']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P3] that exclude every store: the order waits and says so once, nothing is half done, and other rules free it', async () => {
    const version = await draft({ places: { groupIds: ['nobody'] } });
    await live(version, 0);
    await take('W-1', 2);
    expect(await places()).toEqual([]);
    expect(await db.selectFrom('stock_levels').select('sku').where('reserved', '<>', 0).execute()).toEqual([]);
    expect((await ask<{ status: string }>('GET', 'orders/W-1')).answer.status).toBe('backordered');
    const told = [{ store: 'S1', facts: { order: 'W-1', version, why: 'excluded' } }];
    expect(await exceptions()).toEqual(told);
    expect(await decisions('W-1')).toMatchObject([{ chosen: [], blocked: { why: 'excluded', locationId: 'S1' } }]);
    const look = createBackorderLook(db);
    expect([await look(), await look()]).toEqual([0, 0]);
    expect([await exceptions(), (await decisions('W-1')).length]).toEqual([told, 1]);
    await live(await draft({}), version);
    await soon(() => sourceAnd(places)).toEqual(['W-1 S1']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('are made live by one of two, from a moment on, and never again', async () => {
    const [one, other] = [await draft({}), await draft({ rank: 'stock' })];
    const answers = await Promise.all([live(one, 0), live(other, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.answer.error).toMatchObject({ code: 'changed_meanwhile', field: 'replaces' });
    const winner = answers[0]?.status === 200 ? one : other;
    const next = winner === one ? other : one;
    expect((await live(winner, winner)).answer.error.code).toBe('already_live');
    expect((await live(9, winner)).status).toBe(404);
    expect((await live(next, winner, '2020-01-01T00:00:00.000Z')).answer.error.code).toBe('in_the_past');
    expect((await live(next, winner, '2999-01-01T00:00:00.000Z')).answer.error.code).toBe('too_far_ahead');
    expect((await live(next, winner, new Date(Date.now() + 3_600_000).toISOString())).answer.state).toBe('scheduled');
    const { answer } = await ask<RulesList>('GET', 'sourcing-rules');
    expect(answer).toMatchObject({ live: winner, latest: next });
    expect((await ask<WholeRules>('GET', 'sourcing-rules/0')).answer).toMatchObject({ state: 'replaced', rules: { currency: 'USD' } });
  });

  it('are refused with all that is wrong with them', async () => {
    const fields = async (body: object) => {
      const { status, answer } = await ask<ErrorBody>('POST', 'sourcing-rules', body);
      return { status, fields: answer.errors?.map(({ field }) => field).sort() };
    };
    const bad = { ...setOf({ places: { groupIds: ['gone'], maxMetres: 0 } }), currency: 'usd' };
    expect(await fields({ rules: bad, basedOn: 'x' })).toEqual({
      status: 400,
      fields: ['basedOn', 'rules.currency', 'rules.rules.0.places.groupIds.0', 'rules.rules.0.places.maxMetres'],
    });
    const unknown = { ...setOf({}), groups: [{ ...FAR, locationIds: ['S1', 'S8', 'S9'] }] };
    expect(await fields({ rules: unknown })).toEqual({
      status: 400,
      fields: ['rules.groups.0.locationIds.1', 'rules.groups.0.locationIds.2'],
    });
    expect((await ask<RulesList>('GET', 'sourcing-rules')).answer).toEqual({ live: 0, latest: 0, items: [] });
  });
});
