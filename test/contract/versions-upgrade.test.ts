import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { type Sale } from '../../domain/sale/sale.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Checkpoint, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { journalKey } from '../../src-renderer/storage/register-database.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { type ServerClient, serverClient } from '../../src-renderer/sync/server-client.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { recountUsesJob } from '../../sync-server/promotions/recount-uses.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { listQuarantine } from '../../sync-server/quarantine/list-quarantine.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { OLD_VERSIONS, type OldVersion, version1 } from '../support/old-versions.ts';
import { hasPostgres } from '../tools/test-database.ts';
import { openOldPool } from './support/old-pool.ts';

const PENDING_FROM = 3;

/** A disk as the app of an old version left it. */
async function openOldDisk(old: OldVersion): Promise<OpenDatabases> {
  const databases = await memoryDisk().open(old.register.identity.registerId);
  await databases.journal.bulkInsert(
    old.journal.map((operation) => ({ key: journalKey(operation.seq), operation: operation as unknown as WrittenOperation })),
  );
  await databases.replica.bulkInsert([...old.replica]);
  return databases;
}

/** An order as an old version would have it: today one that was rejected or cancelled says when, and nothing else is different. */
function asThen<O extends { readonly state: FulfillmentOrder['state'] }>(order: O): O {
  if (order.state.status !== 'rejected' && order.state.status !== 'cancelled') return order;
  const { at, ...state } = order.state;
  expect(at === undefined || new Date(at).toISOString() === at).toBe(true);
  return { ...order, state };
}

/** Where an app of an old version stood, as its replica says. */
function storedAt(old: OldVersion): { readonly checkpoint: Checkpoint; readonly life?: string } {
  const { body } = old.replica.find(({ id }) => id === '!checkpoint') ?? { body: '' };
  return JSON.parse(body) as { readonly checkpoint: Checkpoint; readonly life?: string };
}

const KINDS = hasPostgres ? (['pglite', 'postgres'] as const) : (['pglite'] as const);
const CASES = OLD_VERSIONS.flatMap((old) => KINDS.map((kind) => [old.version, kind, old] as const));

describe.each(CASES)('what version %d left behind, on %s', (_version, kind, old) => {
  const { identity, token, seen } = old.register;
  const SKUS = Object.keys(seen.stock);
  let database: OpenDatabase;
  let server: RunningServer;
  let databases: OpenDatabases | undefined;
  let register: RunningRegister | undefined;
  afterEach(async () => {
    register?.stop();
    await databases?.close();
    databases = register = undefined;
  });
  beforeAll(async () => {
    database = await openOldPool(old, kind);
    server = await startServer({ database, host: '127.0.0.1', port: 0, logger: pino({ level: 'fatal' }) });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    });
  /** Reads an answer as an app of version 1 does. */
  const asVersion1 = async (response: Response, message: 'pullResponse' | 'pushResponse' | 'errorBody') =>
    z.fromJSONSchema(version1.schemas.protocol[message] as Parameters<typeof z.fromJSONSchema>[0]).parse(await response.json()) as Record<
      string,
      unknown
    >;
  const levels = async () =>
    (await database.db.selectFrom('stock_levels').select(['location_id', 'sku', 'on_hand', 'reserved']).execute()).sort((a, b) =>
      `${a.location_id} ${a.sku}` < `${b.location_id} ${b.sku}` ? -1 : 1,
    );

  it('[J6] what was in quarantine is told as it was, by its register and at the head office', async () => {
    const held = (old.pool['quarantine'] ?? []) as { readonly id: number; readonly code: string; readonly message: string }[];
    expect(held.length).toBeGreaterThan(0);
    const { items } = await listQuarantine(database.db, { state: 'all', limit: 100 });
    expect(items.map(({ id, code, facts }) => ({ id, code, facts })).reverse()).toEqual(
      held.map(({ id, code, message }) => ({ id, code, facts: { told: message } })),
    );
    const answer = await post('/v1/pull', { checkpoint: {}, limit: 1000 });
    const { changes } = (await asVersion1(answer, 'pullResponse')) as { readonly changes: { kind: string; body: unknown }[] };
    const bodies = changes.filter(({ kind, body }) => kind === 'quarantined_operation' && body !== null).map(({ body }) => body);
    const own = held.filter((one) => (one as unknown as { register_id: string }).register_id === identity.registerId);
    expect(bodies).toMatchObject(own.map(({ code, message }) => ({ code, message })));
    expect(bodies.filter((body) => 'facts' in (body as object))).toEqual([]);
  });

  it.runIf(old.version === 1)('an app of version 1 can go on with the server of today', async () => {
    const pulled = await post('/v1/pull', { checkpoint: {}, limit: 1000 });
    expect(pulled.status).toBe(200);
    expect(await asVersion1(pulled, 'pullResponse')).toMatchObject({ complete: true, appliedSeq: PENDING_FROM - 1 });
    const pushed = await post('/v1/operations', { operations: version1.journal.slice(0, PENDING_FROM - 1) });
    expect(await asVersion1(pushed, 'pushResponse')).toMatchObject({
      expectedSeq: PENDING_FROM,
      results: [{ outcome: 'applied' }, { outcome: 'applied' }],
    });
    const refused = await post('/v1/pull', { checkpoint: { 'store:S2': 1 } });
    expect([refused.status, await asVersion1(refused, 'errorBody')]).toMatchObject([403, { error: { code: 'other_scope' } }]);
  });

  it('[J2] [R3] pending operations are shown, pushed as they were written, and applied; both sides agree', {
    timeout: 120_000,
  }, async () => {
    databases = await openOldDisk(old);
    const pushed: WrittenOperation[] = [];
    const epochs: unknown[] = [];
    let online = false;
    const real = serverClient(server.url, token);
    const through =
      <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        online ? call(...args) : Promise.reject(new ServerUnreachable('The cable is cut.'));
    const client: ServerClient = {
      ...real,
      pull: through((from, limit, epoch) => {
        epochs.push(epoch);
        return real.pull(from, limit, epoch);
      }),
      push: through((operations) => {
        pushed.push(...operations);
        return real.push(operations);
      }),
      openEvents: through(real.openEvents),
    };
    register = await startRegister({
      identity,
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client,
      mirror: () => undefined,
      onError: (error) => {
        throw error;
      },
      now: () => Date.now(),
      random: () => 0,
    });
    const { services } = register;
    const view = () => ({
      stock: Object.fromEntries(SKUS.map((sku) => [sku, services.stockOf(sku) ?? null])),
      orders: Object.fromEntries(
        [...documentsOf(services.view.getState(), fulfillmentOrderDocument).values()].map((order) => [order.orderNumber, asThen(order)]),
      ),
      openShift: services.view.getState().openShift,
    });
    // Cut off, and with another app: it shows what the old one showed.
    expect(view()).toEqual(seen);
    // The server of version 1 named no hash: the last operation that it has is offered again, as the proof (rule J7).
    const proof = old.version === 1 ? 1 : 0;
    expect(services.sync.getState()).toMatchObject({
      pending: old.journal.length - (PENDING_FROM - 1) + proof,
      lastSeq: old.journal.length,
    });
    const ours = await services.record(() => ({
      ok: true,
      value: { type: 'order_rejected', payload: { fulfillmentOrderId: 'never heard of', reason: 'closed', lineNos: [] } },
    }));
    expect(ours).toMatchObject({ ok: true, value: { version: OPERATION_VERSION, prevHash: old.journal.at(-1)?.hash } });

    online = true;
    services.syncNow();
    await vi.waitFor(() => expect(services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }), {
      timeout: 20_000,
    });
    // The epoch that the old app kept is the first that the server hears of.
    expect(epochs[0]).toBe(storedAt(old).life ?? null);
    const sent = [...new Map(pushed.map((operation) => [operation.seq, operation])).values()];
    expect(sent.slice(0, -1)).toEqual(old.journal.slice(PENDING_FROM - 1 - proof));
    const stored = await database.db
      .selectFrom('operations')
      .select(['body', 'hash', 'outcome'])
      .where('register_id', '=', identity.registerId)
      .orderBy('seq')
      .execute();
    expect(stored.slice(0, -1)).toEqual(old.journal.map((body) => ({ body, hash: body.hash, outcome: 'applied' })));

    const { stock_levels, fulfillment_orders, sales, shifts, returns, exceptions } = old.poolAfter;
    const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row, Object.keys(row ?? {}).sort())).sort();
    expect(await levels()).toEqual(
      [...(stock_levels as { location_id: string; sku: string }[])].sort((a, b) =>
        `${a.location_id} ${a.sku}` < `${b.location_id} ${b.sku}` ? -1 : 1,
      ),
    );
    const ids = (fulfillment_orders as { id: string }[]).map(({ id }) => id);
    const orders = await database.db.selectFrom('fulfillment_orders').select('body').where('id', 'in', ids).execute();
    // Units that another store gave up made a parcel of their own then; today they join the one that the store works on.
    const before = new Map((fulfillment_orders as FulfillmentOrder[]).map((body) => [body.id, body]));
    const known = (body: FulfillmentOrder) =>
      body.lines.filter((line) => before.get(body.id)?.lines.some((one) => one.lineNo === line.lineNo));
    expect(new Map(orders.map(({ body }) => [body.id, asThen({ ...body, lines: known(body) })]))).toEqual(before);
    expect(sorted((await database.db.selectFrom('sales').select('body').execute()).map((row) => saleDocument.completed(row.body)))).toEqual(
      sorted((sales as Sale[]).map((sale) => saleDocument.completed(sale))),
    );
    expect(sorted((await database.db.selectFrom('shifts').select('body').execute()).map((row) => row.body))).toEqual(sorted(shifts));
    expect((await database.db.selectFrom('returns').select('receipt_number').execute()).map((row) => row.receipt_number).sort()).toEqual(
      [...(returns as string[])].sort(),
    );
    const open = (await database.db.selectFrom('exceptions').select('id').execute()).map((row) => row.id);
    // Picked and handed over after its end is one disagreement today. The journal's dates are not the server's.
    const still = (exceptions as string[]).filter((id) => !id.startsWith('handed_over_after_end:'));
    expect(open.filter((id) => !id.startsWith('business_date_off:')).sort()).toEqual(
      [...new Set([...still, 'unknown_fulfillment_order:never heard of'])].sort(),
    );
    // A job counts what promotions were used for before there was a count of it.
    const counting = () => database.db.selectFrom('jobs').select('id').where('kind', '=', recountUsesJob.kind).execute();
    await vi.waitFor(async () => expect(await counting()).toEqual([]), { timeout: 60_000, interval: 100 });
    expect((await auditPool(database.db)).filter(({ count }) => count > 0)).toEqual([]);

    await vi.waitFor(
      async () => {
        const here = (await levels()).filter((level) => level.location_id === identity.storeId);
        expect(here.map(({ sku, on_hand, reserved }) => ({ sku, onHand: on_hand, reserved }))).toEqual(
          here.map(({ sku }) => ({ sku, onHand: services.stockOf(sku)?.onHand, reserved: services.stockOf(sku)?.reserved })),
        );
        for (const { body } of orders.filter((order) => order.body.locationId === identity.storeId))
          expect(documentsOf(services.view.getState(), fulfillmentOrderDocument).get(body.id)).toEqual(body);
      },
      { timeout: 20_000 },
    );
  });

  it.runIf(old.version === 2)('[R5] an earlier app of protocol 2 still sends the epoch as `life`, and is answered so', async () => {
    const pull = (body: object) => post('/v1/pull', { limit: 1000, ...body }, { [PROTOCOL_HEADER]: '2' });
    const { checkpoint, life } = storedAt(old);
    const goesOn = await pull({ checkpoint, life });
    expect(goesOn.status).toBe(200);
    const answer = (await goesOn.json()) as Record<string, unknown>;
    expect(answer).not.toHaveProperty('epoch');
    const { rows } = await sql<{ id: string }>`select id from pool_epochs order by n`.execute(database.db);
    expect([rows[0]?.id, rows.at(-1)?.id]).toEqual([life, answer['life']]);
    expect((await pull({ checkpoint: answer['checkpoint'], life: answer['life'] })).status).toBe(200);
    const unheardOf = await pull({ checkpoint, life: 'unheard of' });
    expect([unheardOf.status, await unheardOf.json()]).toMatchObject([409, { error: { code: 'checkpoint_ahead' } }]);
  });

  it('a register that an import enrolled counts as none of a device any more', async () => {
    const used = async ({ db }: OpenDatabase) =>
      (await db.selectFrom('enrolment_codes').select('used_by').execute()).some((code) => code.used_by === identity.registerId);
    expect(await used(database)).toBe(true);
    const imported = await openOldPool(old, kind, (db) =>
      sql`insert into settings (key, value) values ('import-registers', jsonb_build_object('S1', ${identity.registerId}::text))`.execute(
        db,
      ),
    );
    expect(await used(imported)).toBe(false);
    await imported.close();
  });

  it('the server says its version in every answer, and to a stranger too', async () => {
    for (const path of ['/healthz', '/v1/pull', '/nowhere']) {
      const answer = await fetch(`${server.url}${path}`);
      expect(answer.headers.get('outpost-protocol')).toBe(String(PROTOCOL_VERSION));
      // A connection whose answer nobody reads keeps the server from closing.
      await answer.text();
    }
  });
});
