import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { associateDocument } from '../../domain/associates/documents.ts';
import { closeShift } from '../../domain/shift/close-shift.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { handOverDrawer } from '../../domain/shift/hand-over-drawer.ts';
import { openShift } from '../../domain/shift/open-shift.ts';
import { documentsOf, type RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { startRegister } from '../../src-renderer/register/register.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { enrolWithServer, serverClient } from '../../src-renderer/sync/server-client.ts';
import { auditMoney } from '../../sync-server/audit/audit-money.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { memoryDisk } from '../support/memory-databases.ts';
import { sellForCash } from '../support/sell-for-cash.ts';

const WAIT = { timeout: 20_000, interval: 20 };

describe('a register with several drawers', () => {
  let live: LiveStore;
  let shop: RegisterServices;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    live = await openLiveStore({ products: 20, stocked: [10, 10], pastOrders: 0, salesPerStore: 0 });
    const enrolment = await enrolWithServer(live.url, await live.registerCode());
    const databases = await memoryDisk().open(enrolment.registerId);
    const register = await startRegister({
      identity: enrolment,
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client: serverClient(live.url, enrolment.token),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
    shop = register.services;
    stop = async () => {
      register.stop();
      await databases.close();
    };
    await vi.waitFor(() => expect(shop.view.getState().complete).toBe(true), WAIT);
  });
  afterAll(async () => {
    await stop();
    await live.close();
  });

  it('[A1] [J9] sells out of the drawer of whoever is signed in, and hands a drawer over, also offline', async () => {
    const people = [...documentsOf(shop.view.getState(), associateDocument).values()];
    const idOf = (role: string) => people.find(({ name }) => name === live.pinOf(role).name)?.id ?? '';
    const signIn = (role: string) => shop.signInWithPin(idOf(role), live.pinOf(role).pin);
    const open = (drawer: string) =>
      shop.record((context) =>
        openShift(
          context.openShift,
          'USD',
          10_000,
          drawer,
          shop.shifts().filter(({ closed }) => closed === null),
        ),
      );
    const inUse = () => shop.view.getState().openShift?.drawerId ?? null;

    await signIn('manager');
    expect((await open('Front')).ok).toBe(true);
    expect(await open('Back')).toMatchObject({ refusal: 'shift_already_open' });
    await signIn('associate');
    expect(inUse()).toBeNull();
    expect(await open('Front')).toMatchObject({ refusal: 'shift_already_open' });
    expect((await open('Back')).ok).toBe(true);
    const { sku } = await live.database.db.selectFrom('stock_levels').select('sku').orderBy('sku').executeTakeFirstOrThrow();
    const product = shop.catalog.product(sku);
    if (product === undefined) throw new Error(`The catalog has no ${sku}.`);
    const sold = await shop.record(sellForCash([{ ...product, quantity: 1 }]));
    const back = shop.view.getState().openShift;
    expect(sold).toMatchObject({ ok: true, value: { shiftId: back?.id } });
    expect(back?.cashMinor).toBeGreaterThan(0);

    // The manager closes the other drawer, and takes this one over: the associate is 1.00 short, and has no drawer any more.
    await signIn('manager');
    expect([inUse(), shop.view.getState().openShift?.cashMinor]).toEqual(['Front', 0]);
    expect((await shop.record((context) => closeShift(context.openShift, 10_000))).ok).toBe(true);
    const countedMinor = 10_000 + (back?.cashMinor ?? 0) - 100;
    const wanted = { toId: idOf('manager'), countedMinor, denominations: null, reason: null, isAbsent: true };
    const handed = await shop.record(({ reader }) => handOverDrawer(reader.get(shiftDocument, back?.id ?? ''), wanted, 500, []));
    expect(handed).toMatchObject({ ok: true, value: { shiftId: back?.id, payload: { fromId: idOf('associate') } } });
    expect([inUse(), shop.view.getState().openShift?.cashMinor]).toEqual(['Back', (back?.cashMinor ?? 0) - 100]);
    await signIn('associate');
    expect(inUse()).toBeNull();
    await vi.waitFor(() => expect(shop.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }), WAIT);
    const { body } = await live.database.db
      .selectFrom('shifts')
      .select('body')
      .where('id', '=', back?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(body).toMatchObject({ holderId: idOf('manager'), cashMinor: (back?.cashMinor ?? 0) - 100, closed: null });
    const { violations } = await auditMoney(live.database.db);
    expect(violations).toEqual([]);
  });
});
