import { sellForCash } from '../support/sell-for-cash.ts';
import { getRxStorageMemory, type RxStorageMemory } from 'rxdb/plugins/storage-memory';
import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../domain/registry/operations.ts';
import { journalDisk } from '../../src-renderer/storage/journal-disk.ts';
import { mendJournal } from '../../src-renderer/journal/mend/mend-journal.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { journalKey, openDeviceDatabase, openJournalDatabase } from '../../src-renderer/storage/register-database.ts';
import { startRegister } from '../../src-renderer/register/register.ts';
import { openReplicaDatabase } from '../../src-renderer/storage/replica-database.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { memoryMirror } from '../support/memory-mirror.ts';
import { version1 } from '../support/old-versions.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const LOST = 3;

/** A disk whose journal has these operations alone, and a replica and notes that are empty. */
async function openDamaged(registerId: string, operations: readonly unknown[]) {
  const storage: RxStorageMemory = { ...getRxStorageMemory(), collectionStates: new Map() };
  const first = await openJournalDatabase(registerId, storage);
  await first.journal.bulkInsert((operations as Operation[]).map((operation) => ({ key: journalKey(operation.seq), operation })));
  await first.close();
  const [replica, device] = await Promise.all([openReplicaDatabase(registerId, storage), openDeviceDatabase(storage)]);
  const disk = journalDisk({
    registerId,
    storage,
    generation: 1,
    noteGeneration: () => Promise.resolve(),
    salvageClosed: () => Promise.reject(new Error('It opened.')),
  });
  return { disk, replica: replica.replica, device: device.device, close: () => Promise.all([replica.close(), device.close()]) };
}

describe.each(databases)('a journal of which one operation is lost for good, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let enrolled: Enrolled;
  useSyncServer(open, (pool) => {
    ({ opened, server, register: enrolled } = pool);
    enrolled.journal.openShift();
    for (let sale = 0; sale < 4; sale += 1) enrolled.journal.sell([['A', 1]]);
  });

  const stored = () =>
    opened.db
      .selectFrom('operations')
      .select(['seq', 'outcome', 'code'])
      .where('register_id', '=', enrolled.registerId)
      .orderBy('seq')
      .execute();

  it(
    '[J6] [J7] the server quarantines its marked place, takes what is behind it, ' + 'and the register goes on with the next number',
    async () => {
      const { registerId, storeId, prefix, token, journal } = enrolled;
      await push(opened.db, enrolled, journal.operations.slice(0, 2));
      const client = serverClient(server.url, token);
      const { disk, replica, device, close } = await openDamaged(
        registerId,
        journal.operations.filter(({ seq }) => seq !== LOST),
      );
      const mended = await mendJournal({
        registerId,
        storeId,
        disk,
        mirror: null,
        reached: 5,
        confirmed: 2,
        doubt: false,
        accepted: [],
        readBack: (after) => client.readBack(after),
      });
      expect(mended).toMatchObject({ health: 'mended_with_losses', finding: expect.stringContaining(`No copy of operations ${LOST}.`) });
      const { services, stop } = await startRegister({
        identity: { registerId, storeId, storeName: 'S1', prefix },
        journal: mended.journal,
        replica,
        notes: deviceNotes(device, () => undefined),
        client,
        mirror: () => undefined,
        journalHealth: mended.health,
        onError: (error) => {
          throw error;
        },
        now: () => Date.now(),
        random: () => 0,
      });
      const settled = () =>
        vi.waitFor(
          () =>
            expect(services.sync.getState()).toMatchObject({
              pending: 0,
              replicaCompleteAt: expect.any(Number) as number,
              connection: { status: 'online' },
            }),
          { timeout: 20_000 },
        );
      await settled();
      const before = [
        { seq: 1, outcome: 'applied', code: null },
        { seq: 2, outcome: 'applied', code: null },
        { seq: 3, outcome: 'quarantined', code: 'bad_schema' },
        { seq: 4, outcome: 'applied', code: null },
        { seq: 5, outcome: 'applied', code: null },
      ];
      expect(await stored()).toEqual(before);

      const product = services.catalog.product('A');
      if (product === undefined) throw new Error('The catalog has no A.');
      const sold = await services.record(sellForCash([{ ...product, quantity: 1 }]));
      expect(sold).toMatchObject({
        ok: true,
        value: { seq: 6, prevHash: journal.operations.at(-1)?.hash, payload: { receiptNumber: `${prefix}-000005` } },
      });
      await settled();
      expect(await stored()).toEqual([...before, { seq: 6, outcome: 'applied', code: null }]);
      const sales = await opened.db
        .selectFrom('sales')
        .select('receipt_number')
        .where('register_id', '=', registerId)
        .orderBy('receipt_number')
        .execute();
      // The second was sold, and its number is never given again.
      expect(sales.map((sale) => sale.receipt_number)).toEqual([1, 3, 4, 5].map((number) => `${prefix}-00000${number}`));
      const { status } = await opened.db.selectFrom('registers').select('status').where('id', '=', registerId).executeTakeFirstOrThrow();
      expect(status).toBe('active');
      stop();
      await mended.journal.database.close();
      await close();
    },
  );

  it(
    '[J7] stays lost, and does not start again and again, when nobody has its end ' + 'and the server has more of it than the device',
    async () => {
      const { registerId, storeId, prefix, token, journal } = enrolled;
      await push(opened.db, enrolled, journal.operations.slice(0, 4));
      const client = serverClient(server.url, token);
      const { disk, replica, device, close } = await openDamaged(registerId, journal.operations.slice(0, 1));
      const mended = await mendJournal({
        registerId,
        storeId,
        disk,
        mirror: null,
        reached: 5,
        confirmed: 5,
        doubt: false,
        accepted: [],
        readBack: (after) => client.readBack(after),
      });
      expect(mended.health).toBe('lost');
      const startAgain = vi.fn();
      const { services, stop } = await startRegister({
        identity: { registerId, storeId, storeName: 'S1', prefix },
        journal: mended.journal,
        replica,
        notes: deviceNotes(device, () => undefined),
        client,
        mirror: () => undefined,
        journalHealth: mended.health,
        onJournalBehind: startAgain,
        onError: (error) => {
          throw error;
        },
        now: () => Date.now(),
        random: () => 0,
      });
      const settled = () => expect(services.sync.getState().replicaCompleteAt).toEqual(expect.any(Number));
      await vi.waitFor(settled, { timeout: 20_000 });
      await mended.journal.find().exec();
      expect(startAgain).not.toHaveBeenCalled();
      expect(services.sync.getState()).toMatchObject({ journal: 'lost', pending: 0 });
      stop();
      await mended.journal.database.close();
      await close();
    },
  );
});

describe('a journal that version 1 wrote', () => {
  const { registerId, storeId } = version1.register.identity;

  it.each([
    ['its last operations', version1.journal.slice(0, -3)],
    ['an operation in the middle', version1.journal.filter(({ seq }) => seq !== LOST)],
    ['everything', []],
  ])('[R5] [J2] that has lost %s is mended from its mirror as it was written, with no server', async (_what, left) => {
    const { disk, close } = await openDamaged(registerId, left);
    const mirror = memoryMirror(version1.journal.map((operation) => `${JSON.stringify(operation)}\n`).join(''));
    const mended = await mendJournal({
      registerId,
      storeId,
      disk,
      mirror,
      reached: 2,
      confirmed: 0,
      doubt: false,
      accepted: [],
      readBack: () => Promise.reject(new Error('offline')),
    });
    expect(mended.health).toBe('mended');
    const entries = await mended.journal.find().exec();
    expect(entries.map(({ operation }) => operation).sort((a, b) => a.seq - b.seq)).toEqual(version1.journal);
    await mended.journal.database.close();
    await close();
  });
});
