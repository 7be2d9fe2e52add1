import { associateDocument } from '../../domain/associates/documents.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { trainingStarted } from '../../domain/shift/operations.ts';
import { complete as completed } from '../support/loose-request.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { endOfOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { enrolWithServer, type ServerClient, serverClient } from '../../src-renderer/sync/server-client.ts';
import type { Enrolment } from '../../domain/protocol/protocol.ts';
import { FIRST_PREV_HASH } from '../../domain/base/envelope.ts';
import type { Decide } from '../../src-renderer/kit/register-services.ts';
import { sellForCash } from '../support/sell-for-cash.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';

interface Running extends RunningRegister {
  readonly databases: OpenDatabases;
}

describe('a register and its server', () => {
  let live: LiveStore;
  let disk: MemoryDisk;
  let enrolment: Enrolment;
  let running: Running | null = null;

  beforeAll(async () => {
    live = await openLiveStore({ products: 120, stocked: [60, 20], pastOrders: 6, salesPerStore: 2 });
  });
  afterAll(() => live.close());
  afterEach(async () => {
    await stop();
    await live.mend();
  });

  async function enrol(): Promise<void> {
    disk = memoryDisk();
    enrolment = await enrolWithServer(live.url, await live.registerCode());
  }

  async function start(wrap: (client: ServerClient) => ServerClient = (client) => client): Promise<Running> {
    const databases = await disk.open(enrolment.registerId);
    const register = await startRegister({
      identity: enrolment,
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client: wrap(serverClient(live.url, enrolment.token)),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
    running = { ...register, databases };
    return running;
  }

  async function stop(): Promise<void> {
    running?.stop();
    await running?.databases.close();
    running = null;
  }

  function until(check: () => void | Promise<void>): Promise<void> {
    return vi.waitFor(check, { timeout: 20_000, interval: 20 });
  }

  function complete({ services }: Running): Promise<void> {
    return until(() => expect(services.view.getState().complete).toBe(true));
  }

  function allSent({ services }: Running): Promise<void> {
    return until(() => expect(services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }));
  }

  /** The replica holds the register's operations up to this one. */
  function pulledUpTo({ databases }: Running, appliedSeq: number): Promise<void> {
    return until(async () =>
      expect(JSON.parse((await databases.replica.findOne('!checkpoint').exec())?.body ?? '{}')).toMatchObject({ appliedSeq }),
    );
  }

  /** Any product that the store has on hand. */
  async function stockedSku(): Promise<string> {
    const row = await live.database.db
      .selectFrom('stock_levels')
      .select('sku')
      .where('location_id', '=', enrolment.storeId)
      .where('on_hand', '>', 5)
      .where('reserved', '=', 0)
      .orderBy('sku')
      .executeTakeFirstOrThrow();
    return row.sku;
  }

  function sell({ services }: Pick<Running, 'services'>, sku: string, quantity: number): Decide {
    const product = services.catalog.product(sku);
    if (product === undefined) throw new Error(`The catalog has no ${sku}.`);
    return sellForCash([{ ...product, quantity }]);
  }

  async function onHandAtServer(sku: string): Promise<number> {
    const row = await live.database.db
      .selectFrom('stock_levels')
      .select('on_hand')
      .where('location_id', '=', enrolment.storeId)
      .where('sku', '=', sku)
      .executeTakeFirstOrThrow();
    return row.on_hand;
  }

  async function receiptsAtServer(): Promise<string[]> {
    const rows = await live.database.db
      .selectFrom('sales')
      .select('receipt_number')
      .where('register_id', '=', enrolment.registerId)
      .orderBy('receipt_number')
      .execute();
    return rows.map((row) => row.receipt_number);
  }

  it('[R1] pulls its store and no other, and holds what the server holds', async () => {
    await enrol();
    const register = await start();
    await complete(register);
    const { services } = register;
    const levels = await live.database.db.selectFrom('stock_levels').selectAll().where('location_id', '=', enrolment.storeId).execute();
    expect(levels.length).toBeGreaterThan(0);
    for (const level of levels) {
      expect(services.stockOf(level.sku)).toMatchObject({ onHand: level.on_hand, reserved: level.reserved, bin: level.bin });
    }
    const orders = await live.database.db
      .selectFrom('fulfillment_orders')
      .select(['id', 'body'])
      .where('location_id', '=', enrolment.storeId)
      .execute();
    // What was finished more than 14 days ago is on the disk alone, and found by its number.
    const longAgo = new Date(Date.now() - 14 * 86_400_000).toISOString();
    const gone = orders.filter(({ body }) => (endOfOrder(body) ?? 'none') < longAgo);
    const shown = () => documentsOf(services.view.getState(), fulfillmentOrderDocument);
    expect(gone.length).toBeGreaterThan(0);
    await until(() => expect(shown().size).toBe(orders.length - gone.length));
    for (const { id, body } of gone) {
      expect(shown().has(id)).toBe(false);
      expect(await services.recallOrders(body.orderNumber)).toBe(true);
    }
    expect(shown().size).toBe(orders.length);
    expect(services.catalog.size).toBe(133);
  });

  it('[J1] [J2] [J3] [J7] sells with the server gone, is killed and started again, and everything arrives once and in order', async () => {
    await enrol();
    let register = await start();
    await complete(register);
    const sku = await stockedSku();
    const before = await onHandAtServer(sku);
    expect((await register.services.record(sell(register, sku, 1))).ok).toBe(true);
    await allSent(register);
    await live.cut();
    expect((await register.services.record(sell(register, sku, 1))).ok).toBe(true);
    await until(() => expect(register.services.sync.getState().connection.status).toBe('offline'));
    await stop();
    register = await start();
    expect(register.services.view.getState().complete).toBe(true);
    expect(register.services.stockOf(sku)?.onHand).toBe(before - 2);
    expect((await register.services.record(sell(register, sku, 2))).ok).toBe(true);
    expect(register.services.stockOf(sku)?.onHand).toBe(before - 4);
    await live.mend();
    await allSent(register);
    expect(await onHandAtServer(sku)).toBe(before - 4);
    const { prefix } = enrolment;
    expect(await receiptsAtServer()).toEqual([`${prefix}-000001`, `${prefix}-000002`, `${prefix}-000003`]);
    await until(() => expect(register.services.stockOf(sku)?.onHand).toBe(before - 4));
  });

  it('[R5] counts nothing of a training: no sale, no stock, no receipt number, no draft, nothing sent, nothing on the disk', async () => {
    await enrol();
    const register = await start();
    const { services: shop, databases } = register;
    await complete(register);
    const who = live.pinOf('associate');
    const associate = [...documentsOf(shop.view.getState(), associateDocument).values()].find(({ name }) => name === who.name);
    if (associate === undefined) throw new Error(`${who.name} does not work here.`);
    expect(await shop.signInWithPin(associate.id, who.pin)).toBe('right');
    const sku = await stockedSku();
    const before = shop.stockOf(sku)?.onHand ?? 0;
    expect((await shop.record(sell(register, sku, 1))).ok).toBe(true);
    shop.saveDraft('cart', ['of the shop']);
    await allSent(register);

    expect(await shop.training.start()).toEqual({ ok: true, value: null });
    await allSent(register);
    await pulledUpTo(register, 2);
    const entriesOf = async (of: { find(): { exec(): Promise<{ toJSON(): unknown }[]> } }) =>
      (await of.find().exec()).map((entry) => entry.toJSON());
    const onDisk = () => Promise.all([entriesOf(databases.journal), entriesOf(databases.replica)]);
    const kept = await onDisk();
    const { practice } = shop.training.state.getState();
    if (practice === null) throw new Error('Nobody practises.');
    // It begins with what the shop has.
    expect(practice.signIn.getState().associate?.id).toBe(associate.id);
    expect([practice.stockOf(sku)?.onHand, await practice.loadDraft('cart')]).toEqual([before - 1, undefined]);
    const sold = await practice.record(sell({ ...register, services: practice }, sku, 2));
    expect(sold).toMatchObject({ ok: true, value: { payload: { receiptNumber: 'TRAINING-000002' } } });
    practice.saveDraft('cart', ['of the training']);
    expect(practice.stockOf(sku)?.onHand).toBe(before - 3);
    expect(await practice.training.start()).toMatchObject({ ok: false });
    expect(await practice.signInWithPin(associate.id, '0000')).toBe('wrong_pin');
    await practice.pullEverythingAgain();

    practice.signOut();
    expect([shop.training.state.getState().practice, shop.signIn.getState().associate]).toEqual([null, null]);
    expect([shop.stockOf(sku)?.onHand, await shop.loadDraft('cart')]).toEqual([before - 1, ['of the shop']]);
    expect(await onDisk()).toEqual(kept);
    // A training is no place to try PINs out.
    expect(JSON.parse((await databases.device.findOne('wrong-pins').exec())?.body ?? '{}')).toMatchObject({ failed: 1 });
    expect((await shop.record(sell(register, sku, 1))).ok).toBe(true);
    await allSent(register);
    const { prefix } = enrolment;
    expect(await receiptsAtServer()).toEqual([`${prefix}-000001`, `${prefix}-000002`]);
    expect(await onHandAtServer(sku)).toBe(before - 2);
    const types = (await shop.recordedBefore(4, 10)).map(({ type }) => type);
    expect(types).toEqual([saleCompleted.type, trainingStarted.type, saleCompleted.type]);
  });

  it('[J3] [R3] counts nothing twice when the server took a push and its answer was lost', async () => {
    await enrol();
    let lost = 0;
    const register = await start((client) => ({
      ...client,
      async push(operations) {
        const answer = await client.push(operations);
        if (lost < 2) {
          lost += 1;
          throw new ServerUnreachable('The answer was lost.');
        }
        return answer;
      },
    }));
    await complete(register);
    const sku = await stockedSku();
    const before = await onHandAtServer(sku);
    const seen: (number | undefined)[] = [];
    const unsubscribe = register.services.view.subscribe(() => seen.push(register.services.stockOf(sku)?.onHand));
    await register.services.record(sell(register, sku, 3));
    await allSent(register);
    unsubscribe();
    expect(lost).toBe(2);
    expect(await onHandAtServer(sku)).toBe(before - 3);
    expect(new Set(seen)).toEqual(new Set([before - 3]));
  });

  it('[R5] throws its replica away and pulls it again without losing what is not sent', async () => {
    await enrol();
    const register = await start();
    await complete(register);
    const sku = await stockedSku();
    const before = await onHandAtServer(sku);
    await live.cut();
    await register.services.record(sell(register, sku, 1));
    await register.services.pullEverythingAgain();
    expect(register.services.catalog.size).toBe(0);
    await live.mend();
    await complete(register);
    await allSent(register);
    await until(() => expect(register.services.stockOf(sku)?.onHand).toBe(before - 1));
    expect(await onHandAtServer(sku)).toBe(before - 1);
  });

  it('[R3] [R5] shows all that was done here while the replica is thrown away, sent or not', async () => {
    await enrol();
    const register = await start();
    await complete(register);
    const sku = await stockedSku();
    await register.services.record(() => ({
      ok: true,
      value: completed({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 100 } }),
    }));
    await register.services.record(sell(register, sku, 2));
    await pulledUpTo(register, 2);
    await live.cut();
    await register.services.record(sell(register, sku, 1));
    const throwing = register.services.pullEverythingAgain();
    await Promise.all([
      throwing,
      register.services.record(() => ({ ok: true, value: completed({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }) })),
    ]);
    expect(register.services.stockOf(sku)?.onHand).toBe(-3);
    expect(register.services.view.getState().openShift).toMatchObject({ floatMinor: 100 });
    expect(register.services.view.getState().openShift?.cashMinor).toBeGreaterThan(0);
  });

  it.each([
    ['older than the replica', 2],
    ['as old as the replica', 0],
  ])('[J3] [R5] sends again what a pool that was set back is missing, with nobody doing anything: %s', async (_name, back) => {
    await enrol();
    const register = await start();
    await complete(register);
    const sku = await stockedSku();
    await register.services.record(sell(register, sku, 2));
    await pulledUpTo(register, 1);
    await live.cut();
    const { db } = live.database;
    const scope = storeScope(enrolment.storeId);
    await db.deleteFrom('operations').where('register_id', '=', enrolment.registerId).execute();
    await db.deleteFrom('sales').where('register_id', '=', enrolment.registerId).execute();
    await db
      .updateTable('registers')
      .set({ applied_seq: 0, last_hash: FIRST_PREV_HASH, receipt_count: 0 })
      .where('id', '=', enrolment.registerId)
      .execute();
    const { seq } = await db.selectFrom('scope_heads').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow();
    await db
      .deleteFrom('changes')
      .where('scope', '=', scope)
      .where('seq', '>', seq - back)
      .execute();
    await db
      .updateTable('scope_heads')
      .set({ seq: seq - back })
      .where('scope', '=', scope)
      .execute();
    await live.mend();
    register.services.syncNow();
    await until(async () => expect(await receiptsAtServer()).toEqual([`${enrolment.prefix}-000001`]));
    await allSent(register);
  });

  it('[R5] begins again, and sends again what is missing, when the pool was set back to an older state', async () => {
    await enrol();
    let register = await start();
    await complete(register);
    const sku = await stockedSku();
    const before = await onHandAtServer(sku);
    await register.services.record(sell(register, sku, 2));
    await allSent(register);
    await stop();
    // What a restored backup looks like: the sale never happened there, and the feed has not come so far.
    const { db } = live.database;
    await db.deleteFrom('operations').where('register_id', '=', enrolment.registerId).execute();
    await db.deleteFrom('sales').where('register_id', '=', enrolment.registerId).execute();
    await db
      .updateTable('registers')
      .set({ applied_seq: 0, last_hash: FIRST_PREV_HASH, receipt_count: 0 })
      .where('id', '=', enrolment.registerId)
      .execute();
    await db
      .updateTable('stock_levels')
      .set({ on_hand: before })
      .where('location_id', '=', enrolment.storeId)
      .where('sku', '=', sku)
      .execute();
    const scope = storeScope(enrolment.storeId);
    const head = await db.selectFrom('scope_heads').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow();
    await db
      .deleteFrom('changes')
      .where('scope', '=', scope)
      .where('kind', '=', 'sale')
      .where('id', '=', `${enrolment.prefix}-000001`)
      .execute();
    await db
      .updateTable('changes')
      .set({ seq: head.seq - 2 })
      .where('scope', '=', scope)
      .where('seq', '>', head.seq - 2)
      .execute();
    await db
      .updateTable('scope_heads')
      .set({ seq: head.seq - 2 })
      .where('scope', '=', scope)
      .execute();
    register = await start();
    await register.services.record(sell(register, sku, 1));
    await allSent(register);
    await complete(register);
    await until(() => expect(register.services.stockOf(sku)?.onHand).toBe(before - 3));
    expect(await onHandAtServer(sku)).toBe(before - 3);
    expect(await receiptsAtServer()).toHaveLength(2);
  });

  it('says so when the server does not know the register any more, keeps selling, and stops asking', async () => {
    await enrol();
    const register = await start((client) => ({ ...serverClient(live.url, 'not-a-token'), findReturnable: client.findReturnable }));
    await until(() => expect(register.services.sync.getState().connection).toMatchObject({ status: 'refused', code: 'token_unknown' }));
    const opened = await register.services.record(() => ({
      ok: true,
      value: completed({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 0 } }),
    }));
    expect(opened.ok).toBe(true);
    expect(register.services.sync.getState().pending).toBe(1);
  });
});
