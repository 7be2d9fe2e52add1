import { closeShift, expectedCash } from '../../domain/shift/close-shift.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { shiftClosed } from '../../domain/shift/operations.ts';
import { openShift } from '../../domain/shift/open-shift.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { replayOperations } from '../../sync-server/quarantine/replay-operation.ts';
import { words } from '../../texts/words/words.ts';
import { actorNamed } from '../support/actor.ts';
import { sellForCash } from '../support/sell-for-cash.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Enrolment } from '../../domain/protocol/protocol.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { connectionAdvice } from '../../src-renderer/tasks/sync/connection-advice.ts';
import { ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { enrolWithServer, type ServerClient, serverClient } from '../../src-renderer/sync/server-client.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';

interface Machine extends RunningRegister {
  readonly databases: OpenDatabases;
}

const cut = (): Promise<never> => Promise.reject(new ServerUnreachable('The cable is cut.'));
/** Nothing gets through. */
const offline = (client: ServerClient): ServerClient => ({
  ...client,
  push: cut,
  pull: cut,
  openEvents: cut,
  readBack: cut,
  reportFork: cut,
});
/** What the server says gets through, and what is sent to it does not. */
const sendingCut = (client: ServerClient): ServerClient => ({ ...client, push: cut, reportFork: cut });

describe('[J7] a register whose profile was copied', () => {
  let live: LiveStore;
  let enrolment: Enrolment;
  const running = new Set<Machine>();

  beforeAll(async () => {
    live = await openLiveStore({ products: 40, stocked: [30, 20], pastOrders: 0, salesPerStore: 0 });
  });
  afterAll(() => live.close());
  afterEach(async () => {
    for (const machine of running) await stop(machine);
  });

  async function start(disk: MemoryDisk, wrap: (client: ServerClient) => ServerClient = (client) => client): Promise<Machine> {
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
    const machine = { ...register, databases };
    running.add(machine);
    return machine;
  }

  async function stop(machine: Machine): Promise<void> {
    machine.stop();
    running.delete(machine);
    await machine.databases.close();
  }

  const until = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
  const state = ({ services }: Machine) => services.sync.getState();
  const stopped = (machine: Machine) =>
    until(() => expect(state(machine).connection).toEqual({ status: 'refused', code: 'register_cloned' }));

  async function sell({ services }: Machine, quantity: number): Promise<boolean> {
    const [product] = services.catalog.search('', 1).length > 0 ? services.catalog.search('', 1) : services.catalog.search('a', 1);
    if (product === undefined) throw new Error('The catalog is empty.');
    const recorded = await services.record(sellForCash([{ ...product, quantity }]));
    return recorded.ok;
  }

  /** A register that sold twice, and a second machine with a copy of its disk. Neither runs. @param inShift whether its drawer is open. */
  async function copied(inShift = false): Promise<{ disk: MemoryDisk; copy: MemoryDisk }> {
    enrolment = await enrolWithServer(live.url, await live.registerCode());
    const [disk, copy] = [memoryDisk(), memoryDisk()];
    const machine = await start(disk);
    await until(() => expect(machine.services.view.getState().complete).toBe(true));
    if (inShift) await machine.services.record(() => openShift(null, 'USD', 10_000));
    await sell(machine, 1);
    await sell(machine, 1);
    await until(async () =>
      expect(JSON.parse((await machine.databases.replica.findOne('!checkpoint').exec())?.body ?? '{}')).toMatchObject({
        appliedSeq: inShift ? 3 : 2,
      }),
    );
    const to = await copy.open(enrolment.registerId);
    await to.journal.bulkInsert((await machine.databases.journal.find().exec()).map((entry) => entry.toMutableJSON()));
    await to.replica.bulkInsert((await machine.databases.replica.find().exec()).map((entry) => entry.toMutableJSON()));
    await to.close();
    await stop(machine);
    return { disk, copy };
  }

  async function hashes(disk: MemoryDisk): Promise<string[]> {
    const databases = await disk.open(enrolment.registerId);
    const entries = await databases.journal.find().exec();
    await databases.close();
    return entries.map((entry) => entry.toMutableJSON().operation.hash);
  }

  /** Every operation of both machines is in the pool: in its place, or kept for the head office. */
  async function expectNothingLost(disks: readonly MemoryDisk[]): Promise<void> {
    const { db } = live.database;
    const placed = await db.selectFrom('operations').select('hash').where('register_id', '=', enrolment.registerId).execute();
    const kept = await db.selectFrom('quarantine').select('content_hash as hash').where('register_id', '=', enrolment.registerId).execute();
    const safe = [...placed, ...kept].map((row) => row.hash);
    expect(new Set(safe).size).toBe(safe.length);
    for (const disk of disks) for (const hash of await hashes(disk)) expect(safe).toContain(hash);
    expect(
      (await db.selectFrom('registers').select('status').where('id', '=', enrolment.registerId).executeTakeFirstOrThrow()).status,
    ).toBe('cloned');
  }

  it(
    '[J6] stops a machine whose place was taken while its sending failed, also after a start; loses nothing, and never says ' +
      'that all was sent',
    async () => {
      const { disk, copy } = await copied();
      let a = await start(disk, offline);
      expect(await sell(a, 3)).toBe(true);
      const b = await start(copy);
      expect(await sell(b, 4)).toBe(true);
      await until(() => expect(state(b)).toMatchObject({ pending: 0, connection: { status: 'online' } }));
      await stop(a);
      a = await start(disk, sendingCut);
      await stopped(a);
      expect(await sell(a, 1)).toBe(false);
      expect(connectionAdvice(state(a), Date.now()).text).not.toContain('has been sent');
      expect(state(a)).toMatchObject({ forkHandedOver: false, pending: 1 });
      await stop(a);
      a = await start(disk, offline);
      expect(state(a).connection).toEqual({ status: 'refused', code: 'register_cloned' });
      expect(await sell(a, 1)).toBe(false);
      await stop(a);
      a = await start(disk);
      await until(() => expect(state(a).forkHandedOver).toBe(true));
      b.services.syncNow();
      await stopped(b);
      expect(await sell(b, 1)).toBe(false);
      await Promise.all([stop(a), stop(b)]);
      await expectNothingLost([disk, copy]);
    },
  );

  it('stops a machine that finds the server ahead of it and on another way', async () => {
    const { disk, copy } = await copied();
    const a = await start(disk, offline);
    await sell(a, 3);
    const b = await start(copy);
    for (const quantity of [1, 2, 3]) await sell(b, quantity);
    await until(() => expect(state(b)).toMatchObject({ pending: 0, connection: { status: 'online' } }));
    await stop(a);
    const again = await start(disk, (client) => ({ ...client, push: cut }));
    await stopped(again);
    await until(() => expect(state(again).forkHandedOver).toBe(true));
    b.services.syncNow();
    await stopped(b);
    await until(() => expect(state(b).forkHandedOver).toBe(true));
    await Promise.all([stop(again), stop(b)]);
    await expectNothingLost([disk, copy]);
  });

  /** One machine sends what it has, then the other, until both have stopped. @returns both, in this order. */
  async function sendInTurn(early: Parameters<typeof start>[0], late: Parameters<typeof start>[0]) {
    const first = await start(early);
    await until(() => expect(state(first)).toMatchObject({ pending: 0, connection: { status: 'online' } }));
    const second = await start(late);
    await stopped(second);
    await until(() => expect(state(second).forkHandedOver).toBe(true));
    first.services.syncNow();
    await stopped(first);
    return [first, second] as const;
  }

  it('stops both when the two send in turn, and keeps what neither could send', async () => {
    const { disk, copy } = await copied();
    const [a, b] = [await start(disk, offline), await start(copy, offline)];
    for (const quantity of [1, 2]) await sell(a, quantity);
    for (const quantity of [3, 4, 5]) await sell(b, quantity);
    await Promise.all([stop(a), stop(b)]);
    const [first, second] = await sendInTurn(disk, copy);
    await Promise.all([stop(first), stop(second)]);
    await expectNothingLost([disk, copy]);
  });

  it.each([
    ['closes it first, and the other sells on in it', true],
    ['sells in it first, and the other closes it', false],
  ])('[J5] [J8] a shift that two machines believe open: one %s; nothing is lost, and each is told', async (_what, isClosedFirst) => {
    const { disk, copy } = await copied(true);
    const [closes, sells] = [await start(disk, offline), await start(copy, offline)];
    const shift = closes.services.view.getState().openShift;
    expect(sells.services.view.getState().openShift).toEqual(shift);
    if (shift === null) throw new Error('The copy has no shift.');
    const closed = await closes.services.record(({ openShift: open }) => closeShift(open, expectedCash(shift)));
    expect(closed.ok).toBe(true);
    expect(await sell(sells, 2)).toBe(true);
    await Promise.all([stop(closes), stop(sells)]);

    const [early, late] = isClosedFirst ? [disk, copy] : [copy, disk];
    const [first, second] = await sendInTurn(early, late);
    await until(() => expect(state(first).forkHandedOver).toBe(true));
    for (const one of [first, second]) {
      expect(connectionAdvice(state(one), Date.now())).toEqual({ tone: 'bad', text: words('advice.clonedHandedOver') });
    }
    await Promise.all([stop(first), stop(second)]);
    await expectNothingLost([disk, copy]);

    // Whatever came second keeps the shift that it names, and waits for the head office.
    const { db } = live.database;
    const ofRegister = () => db.selectFrom('quarantine').select(['id', 'body']).where('register_id', '=', enrolment.registerId).execute();
    const kept = (await ofRegister()).map(({ id, body }) => ({ id, body: body as { type: string; shiftId: string } }));
    expect(kept.map(({ body }) => [body.type, body.shiftId])).toEqual([[isClosedFirst ? saleCompleted.type : shiftClosed.type, shift.id]]);
    const books = async () =>
      (await db.selectFrom('shifts').select('body').where('id', '=', shift.id).executeTakeFirstOrThrow()).body.closed?.countedMinor ?? null;
    expect(await books()).toBe(isClosedFirst ? expectedCash(shift) : null);
    const replayed = await replayOperations(
      db,
      kept.map(({ id }) => id),
      actorNamed('head office'),
    );
    // A sale has its effect, in no drawer of the pool; a count of a copy closes no shift.
    expect(replayed).toMatchObject([isClosedFirst ? { outcome: 'applied' } : { outcome: 'unchanged', code: 'shift_of_a_copy' }]);
    expect(await books()).toBe(isClosedFirst ? expectedCash(shift) : null);
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
  });
});
