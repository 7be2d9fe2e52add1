import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { openDatabase } from '../../../sync-server/db/open-database.ts';
import { fillSampleCompany } from '../../../sync-server/sample/fill-sample-company.ts';
import { makeEnrolmentCode } from '../../../sync-server/registers/enrol-register.ts';
import { startProcess } from '../../bench/start-process.ts';
import { newDevice } from '../../e2e/support/device.ts';
import { buildPage } from '../built-page.ts';
import { type KillReport, type KillTrial, runKillTrials } from './kill-trials.ts';

const SKUS = 100;

export interface Killed {
  readonly trials: readonly KillTrial[];
  /** Everything that is not as it has to be, of every trial and of the pool in the end, in words. */
  readonly wrong: readonly string[];
}

async function inDatabase<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** Makes a company with a store that has goods, somebody to sell them, and a register code. */
async function fillStore(db: Db) {
  const { firstStoreId, associates } = await fillSampleCompany(db, { products: 300, pastOrders: 20, salesPerStore: 5 });
  const person = associates.find(({ storeId, role }) => storeId === firstStoreId && role === 'manager');
  const made = await makeEnrolmentCode(db, firstStoreId);
  if (person === undefined || !made.ok) throw new Error('The sample company has no store to work in.');
  const stocked = await db
    .selectFrom('stock_levels')
    .select('sku')
    .where('location_id', '=', firstStoreId)
    .orderBy('on_hand', 'desc')
    .orderBy('sku')
    .limit(SKUS)
    .execute();
  return { opening: { code: made.value.code, person: { name: person.name, pin: person.pin } }, skus: stocked.map(({ sku }) => sku) };
}

/** Whether the pool has exactly what the journal has, each operation once, in order, and applied. */
async function compareWithPool(db: Db, { registerId, journal }: KillReport): Promise<string[]> {
  const rows = await db
    .selectFrom('operations')
    .select(['seq', 'hash', 'outcome'])
    .where('register_id', '=', registerId)
    .orderBy('seq')
    .execute();
  const quarantined = rows.filter(({ outcome }) => outcome !== 'applied').map(({ seq, outcome }) => `J6: ${seq} is ${outcome} in the pool`);
  const isSame = ({ seq, hash }: Pick<Operation, 'seq' | 'hash'>, index: number) =>
    journal[index]?.seq === seq && journal[index].hash === hash;
  if (rows.length === journal.length && rows.every(isSame)) return quarantined;
  return [...quarantined, `J3: the pool has ${rows.length} operations, which are not the ${journal.length} of the journal`];
}

/**
 * Kills a register's browser in the middle of its work, as many times as told: the real register code, in the real
 * Chromium with its profile on a disk, against a running server.
 */
export async function killRegister(trials: number, random: () => number): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-kills-'));
  const dataDir = join(folder, 'pool');
  const staticDir = join(folder, 'page');
  const device = await newDevice();
  try {
    await buildPage(fileURLToPath(new URL('./page', import.meta.url)), staticDir);
    const store = await inDatabase(dataDir, fillStore);
    // In a process of its own: its work must not decide when a kill comes.
    const server = await startProcess('sync-server.ts', { database: { dataDir }, port: 0, staticDir });
    let report: KillReport;
    try {
      report = await runKillTrials({ device, url: await server.ask<string>('url'), ...store, trials, random });
      await server.stop();
    } catch (error) {
      await server.kill();
      throw error;
    }
    const wrong = report.trials.flatMap((trial, index) => trial.wrong.map((what) => `Kill ${index + 1}: ${what}`));
    return { trials: report.trials, wrong: [...wrong, ...(await inDatabase(dataDir, (db) => compareWithPool(db, report)))] };
  } finally {
    await device.scrap();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
