import type { Db } from '../db/database.ts';
import { readSample } from '../sample/read-sample.ts';
import { ensureManager } from './ensure-manager.ts';
import { ensureRegisterCode, type KeptKeys } from './kept-keys.ts';

async function firstStore(db: Db, sampleStoreId: string | null): Promise<{ id: string; name: string } | undefined> {
  const stores = db.selectFrom('locations').select(['id', 'name']).where('kind', '=', 'store').where('active', '=', true);
  const wanted = sampleStoreId === null ? undefined : await stores.where('id', '=', sampleStoreId).executeTakeFirst();
  return wanted ?? stores.orderBy('id').limit(1).executeTakeFirst();
}

export interface NextSteps {
  readonly isSample: boolean;
  readonly lines: readonly string[];
}

/**
 * The lines that tell a newcomer what to do next: the store, its register code, the PINs, and what to try. Secrets of a
 * company that is not the sample are not among them: what is printed ends up in logs.
 * @param keysFile where they are told to be instead.
 */
export async function whatToDoNext(db: Db, keys: KeptKeys, keysFile: string): Promise<NextSteps> {
  const sample = await readSample(db);
  const isSample = sample.state === 'filled';
  const store = await firstStore(db, isSample ? sample.keys.firstStoreId : null);
  if (store === undefined) return { isSample, lines: ['There is no store yet: import some with npm run import -- stores FILE.'] };
  await ensureManager(db, keys, store.id);
  const code = await ensureRegisterCode(db, keys, store.id);
  const lines = [
    'What to do next',
    `  Store          ${store.name} (${store.id})`,
    `  Register code  ${isSample ? code : `in ${keysFile}`}`,
  ];
  if (isSample) {
    for (const { name, role, pin } of sample.keys.associates.filter((one) => one.storeId === store.id))
      lines.push(`  PIN            ${pin}  ${name}, ${role}`);
    const pickups = sample.keys.pickups.filter((pickup) => pickup.storeId === store.id);
    for (const { orderNumber, pickupCode } of pickups) lines.push(`  Pickup         order ${orderNumber}, pickup code ${pickupCode}`);
  } else if (keys.pins[store.id] !== undefined) {
    lines.push(`  PIN            of the manager, in ${keysFile}`);
  }
  const sale = await db
    .selectFrom('sales')
    .select('receipt_number')
    .where('store_id', '=', store.id)
    .orderBy('receipt_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (sale !== undefined) lines.push(`  Return         try receipt ${sale.receipt_number}`);
  if (isSample) lines.push('  More orders    npm run demo:orders');
  return { isSample, lines: [...lines, '  Other stores   npm run register-code -- STORE'] };
}
