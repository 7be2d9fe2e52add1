import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDeviceHost } from '../../devices/host/device-host.ts';
import { SIMULATED_POI_ID } from '../../domain/device/card-terminal.ts';
import { cardTerminalSetting } from '../../domain/device/settings.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { offlineCards } from '../../domain/payments/settings.ts';
import { storeSettingsDocument } from '../../domain/settings/documents.ts';
import { documentsOf, type RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { enrolWithServer, serverClient } from '../../src-renderer/sync/server-client.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { startTerminalProcess, type TerminalProcess } from '../support/terminal-process.ts';
import { bridgedDevices } from './support/terminal-ways.ts';

const WANTED = { cartId: 'C1', currency: 'USD', amountMinor: 1234, totalMinor: 1234 };

let live: LiveStore;
let sim: TerminalProcess;
let disk: ReturnType<typeof memoryDisk>;
let enrolment: Awaited<ReturnType<typeof enrolWithServer>>;
let running: (RunningRegister & { readonly databases: OpenDatabases }) | null = null;
let rows = 0;

beforeAll(async () => {
  [live, sim] = await Promise.all([
    openLiveStore({ products: 20, stocked: [20], pastOrders: 0, salesPerStore: 0 }),
    startTerminalProcess(),
  ]);
});
afterAll(() => Promise.all([live.close(), sim.stop()]));
afterEach(stop);

async function start(): Promise<RegisterServices> {
  const databases = await disk.open(enrolment.registerId);
  const register = await startRegister({
    identity: enrolment,
    journal: databases.journal,
    replica: databases.replica,
    notes: deviceNotes(databases.device, () => undefined),
    client: serverClient(live.url, enrolment.token),
    mirror: () => undefined,
    devices: bridgedDevices(createDeviceHost({ simulators: () => sim.simulators })),
    onError: () => undefined,
    now: () => Date.now(),
    random: Math.random,
  });
  running = { ...register, databases };
  const { services } = register;
  await until(() => expect(services.view.getState().complete).toBe(true));
  return services;
}

async function stop(): Promise<void> {
  running?.stop();
  await running?.databases.close();
  running = null;
}

/** A new register that takes cards, with nothing on the terminal. */
async function begin(): Promise<RegisterServices> {
  disk = memoryDisk();
  enrolment = await enrolWithServer(live.url, await live.registerCode());
  await sim.habit('wait');
  rows = (await sim.state()).ledger.length;
  const services = await start();
  await until(() => expect(services.terminal.getState()).toEqual({ status: 'ready', label: SIMULATED_POI_ID }));
  return services;
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
/** The register's own; those of the others in the store are there too. */
const paymentsOf = ({ view, identity }: RegisterServices) =>
  [...documentsOf(view.getState(), cardPaymentDocument).values()].filter((one) => one.registerId === identity.registerId);
const statesOf = ({ cards }: RegisterServices) => [...cards.state.getState().payments.values()].map(({ attempt }) => attempt.state);

async function pay(services: RegisterServices): Promise<void> {
  const paid = await services.cards.pay(WANTED);
  if (!paid.ok) throw new Error(paid.refusal);
}

describe('a register that takes cards', () => {
  it('[E2] takes a payment through the terminal that its setting names', async () => {
    const services = await begin();
    await pay(services);
    await sim.shows();
    await sim.press('approve');
    await until(() => expect(statesOf(services)).toEqual(['approved']));
    expect(paymentsOf(services)).toMatchObject([{ status: 'approved', amountMinor: 1234, terminalId: SIMULATED_POI_ID }]);
    expect(await sim.moved(rows)).toBe(12.34);
  });

  it('[E2] that was killed in between asks what became of the payment when it starts again, and charges nothing twice', async () => {
    await pay(await begin());
    await sim.shows();
    await stop();
    await sim.press('approve');
    const again = await start();
    await until(() => expect(statesOf(again)).toEqual(['approved']));
    expect(paymentsOf(again)).toMatchObject([{ status: 'approved' }]);
    expect((await sim.state()).ledger.slice(rows)).toHaveLength(1);
  });

  it('[E2] finds a payment in the pool that its own replica has forgotten', async () => {
    const services = await begin();
    await pay(services);
    await sim.shows();
    await until(() => expect(services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }));
    await running?.databases.replica.find().remove();
    await stop();
    await sim.press('decline', { condition: 'Refusal' });
    const again = await start();
    await until(() => expect(statesOf(again)).toEqual(['not_charged']));
    await until(() => expect(paymentsOf(again)).toMatchObject([{ status: 'not_charged', condition: 'Refusal' }]));
    expect(await sim.moved(rows)).toBe(0);
  });

  it('[S1] [E2] lets the terminal approve without its bank up to the limits of the head office, and then no more', async () => {
    const services = await begin();
    const caps = { paymentMinor: null, dayMinor: 2000, hours: null };
    await saveSetting(live.database.db, offlineCards, { level: 'store', id: services.identity.storeId, value: caps }, COMMAND_LINE);
    const settings = () => documentsOf(services.view.getState(), storeSettingsDocument).get(services.identity.storeId)?.values ?? {};
    await until(() => expect(settings()[offlineCards.key]).toEqual(caps));
    for (const expected of [['approved'], ['approved', 'not_charged']]) {
      const { cartId } = WANTED;
      const paid = await services.cards.pay({ ...WANTED, cartId: `${cartId}-${expected.length}` });
      expect(paid.ok).toBe(true);
      await sim.shows();
      await sim.press('approve_offline');
      await until(() => expect(statesOf(services)).toEqual(expected));
    }
    await until(() => expect(paymentsOf(services).map(({ condition }) => condition)).toContain('UnreachableHost'));
    expect(await sim.moved(rows)).toBe(12.34);
  });

  it('[S1] asks another terminal, or none, as soon as the head office says so', async () => {
    const services = await begin();
    const { db } = live.database;
    const place = { level: 'register', id: enrolment.registerId } as const;
    const say = (value: unknown) => saveSetting(db, cardTerminalSetting, { ...place, value }, COMMAND_LINE);
    await say({ driver: 'none' });
    services.syncNow();
    await until(() => expect(services.terminal.getState()).toEqual({ status: 'absent' }));
    await say({ driver: 'nexo', host: '127.0.0.1', port: sim.address.port, poiId: 'OTHER-1', certificate: sim.address.certificate });
    services.syncNow();
    await until(() => expect(services.terminal.getState()).toMatchObject({ label: 'OTHER-1' }));
    await say(undefined);
    services.syncNow();
    await until(() => expect(services.terminal.getState()).toEqual({ status: 'ready', label: SIMULATED_POI_ID }));
  });
});
