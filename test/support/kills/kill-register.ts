import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Operation } from '../../../domain/operation/operation.ts';
import { newDevice } from '../../e2e/support/device.ts';
import { buildPage } from '../built-page.ts';
import { type LiveStore, openLiveStore } from '../live-store.ts';
import { type KillTrial, runKillTrials } from './kill-trials.ts';

const SKUS = 100;

export interface Killed {
  readonly trials: readonly KillTrial[];
  /** Everything that is not as it has to be, of every trial and of the pool in the end, in words. */
  readonly wrong: readonly string[];
}

/** Whether the pool has exactly what the journal has, each operation once, in order, and applied. */
async function compareWithPool({ database: { db } }: LiveStore, registerId: string, journal: readonly Operation[]): Promise<string[]> {
  const rows = await db.selectFrom('operations').select(['seq', 'hash', 'outcome']).where('register_id', '=', registerId).orderBy('seq').execute();
  const quarantined = rows.filter(({ outcome }) => outcome !== 'applied').map(({ seq, outcome }) => `J6: ${seq} is ${outcome} in the pool`);
  const same = rows.length === journal.length && rows.every(({ seq, hash }, index) => journal[index]?.seq === seq && journal[index].hash === hash);
  return same ? quarantined : [...quarantined, `J3: the pool has ${rows.length} operations, which are not the ${journal.length} of the journal`];
}

/**
 * Kills a register's browser in the middle of its work, as many times as told: the real register code, in the real
 * Chromium with its profile on a disk, against a running server.
 */
export async function killRegister(trials: number, random: () => number): Promise<Killed> {
  const staticDir = await mkdtemp(join(tmpdir(), 'outpost-kill-page-'));
  await buildPage(fileURLToPath(new URL('./page', import.meta.url)), staticDir);
  const store = await openLiveStore({ products: 300, pastOrders: 20, salesPerStore: 5, staticDir });
  const device = await newDevice();
  try {
    const { db } = store.database;
    const stocked = await db
      .selectFrom('stock_levels').select('sku').where('location_id', '=', store.keys.firstStoreId).orderBy('on_hand', 'desc').orderBy('sku').limit(SKUS).execute();
    const killed = await runKillTrials({
      device, url: store.url, opening: { code: await store.registerCode(), person: store.pinOf('manager') }, skus: stocked.map(({ sku }) => sku), trials, random,
    });
    const wrong = killed.trials.flatMap((trial, index) => trial.wrong.map((what) => `Kill ${index + 1}: ${what}`));
    return { trials: killed.trials, wrong: [...wrong, ...(await compareWithPool(store, killed.registerId, killed.journal))] };
  } finally {
    await device.scrap();
    await store.close();
    await rm(staticDir, { recursive: true, force: true });
  }
}
