import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Associate } from '../../domain/associates/associate.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import { pinsOfflineDays } from '../../domain/associates/settings.ts';
import type { Enrolment } from '../../domain/protocol/protocol.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { startRegister, type RunningRegister } from '../../src-renderer/register/register.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { enrolWithServer, serverClient } from '../../src-renderer/sync/server-client.ts';
import { addAssociate, resetPin, setAssociateState } from '../../sync-server/associates/manage-associates.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';

type Services = RunningRegister['services'];

const DAY_MS = 24 * 3_600_000;
const office = actorNamed('Ada');

describe('a register, and whom the head office lets in', () => {
  let live: LiveStore;
  let disk: MemoryDisk;
  let enrolment: Enrolment;
  let databases: OpenDatabases;
  let running: RunningRegister | null = null;
  /** How far the device's clock is set away from the time, milliseconds. */
  let clockOff = 0;

  beforeAll(async () => {
    live = await openLiveStore({ products: 20, stocked: [10, 5], pastOrders: 0, salesPerStore: 0 });
  });
  afterAll(() => live.close());
  afterEach(async () => {
    await stop();
    clockOff = 0;
    await live.mend();
  });

  async function start(): Promise<Services> {
    databases = await disk.open(enrolment.registerId);
    running = await startRegister({
      identity: enrolment,
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client: serverClient(live.url, enrolment.token),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now() + clockOff,
      random: () => 0,
    });
    return running.services;
  }
  async function stop(): Promise<void> {
    if (running === null) return;
    running.stop();
    running = null;
    await databases.close();
  }
  async function enrol(): Promise<Services> {
    disk = memoryDisk();
    enrolment = await enrolWithServer(live.url, await live.registerCode());
    return start();
  }
  const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
  const add = async (name: string) => {
    const added = await addAssociate(live.database.db, { storeId: enrolment.storeId, name, role: 'manager' }, office);
    if (!added.ok) throw new Error(added.refusal);
    return added.value;
  };

  /** Pulls until the register knows of somebody what is wanted. */
  const knows = async (services: Services, id: string, wanted: (associate: Associate | undefined) => boolean): Promise<void> => {
    services.syncNow();
    await until(() => expect(wanted(documentsOf(services.view.getState(), associateDocument).get(id))).toBe(true));
  };

  it('[A1] somebody who is added signs in; blocked, they are signed out at once and stay out until unblocked', async () => {
    const { db } = live.database;
    const services = await enrol();
    const { id, pin } = await add('Ann');
    let hash: unknown;
    await knows(services, id, (ann) => (hash = ann?.pin) !== undefined);
    expect(await services.signInWithPin(id, pin)).toBe('right');
    await setAssociateState(db, id, 'block', office);
    await knows(services, id, (ann) => ann === undefined);
    expect(services.signIn.getState().associate).toBeNull();
    expect(await services.signInWithPin(id, pin)).toBe('wrong_pin');
    await setAssociateState(db, id, 'unblock', office);
    await knows(services, id, (ann) => ann !== undefined);
    expect(await services.signInWithPin(id, pin)).toBe('right');
    services.signOut();
    const changed = await resetPin(db, id, office);
    if (!changed.ok) throw new Error(changed.refusal);
    await knows(services, id, (ann) => JSON.stringify(ann?.pin) !== JSON.stringify(hash));
    expect([await services.signInWithPin(id, pin), await services.signInWithPin(id, changed.value.pin)]).toEqual(['wrong_pin', 'right']);
    await setAssociateState(db, id, 'remove', office);
    await knows(services, id, (ann) => ann === undefined);
    expect(services.signIn.getState().associate).toBeNull();
  });

  it('[A1] without its server it takes PINs as long as the setting says, warns before, and takes them again after a pull', async () => {
    const written = await saveSetting(live.database.db, pinsOfflineDays, { level: 'company', id: COMPANY, value: 3 }, office);
    expect(written.ok).toBe(true);
    const { id, pin } = await add('Bob');
    const first = await enrol();
    await until(() => expect(first.view.getState().complete).toBe(true));
    expect(await first.signInWithPin(id, pin)).toBe('right');
    await stop();
    await live.cut();

    clockOff = 2 * DAY_MS;
    const later = await start();
    expect(later.signIn.getState().pins).toEqual({ status: 'ending', days: 1 });
    expect(await later.signInWithPin(id, pin)).toBe('right');
    clockOff = 3 * DAY_MS + 60_000;
    expect(await later.signInWithPin(id, pin)).toBe('pins_ended');
    await stop();

    // A clock that is set back opens nothing.
    clockOff = -DAY_MS;
    const again = await start();
    expect(again.signIn.getState().pins).toEqual({ status: 'ended' });
    expect(await again.signInWithPin(id, pin)).toBe('pins_ended');
    await live.mend();
    again.syncNow();
    await until(() => expect(again.signIn.getState().pins).toEqual({ status: 'valid' }));
    expect(await again.signInWithPin(id, pin)).toBe('right');
  });
});
