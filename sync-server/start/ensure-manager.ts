import { storeScope } from '../../domain/base/scope.ts';
import { randomBytes, randomInt } from 'node:crypto';
import { PIN_DIGITS } from '../../domain/associates/associate.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { hashPin } from '../associates/hash-pin.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { KeptKeys } from './kept-keys.ts';

/** Half a second on a tablet. */
const ITERATIONS = 600_000;

/** Makes a first manager with a PIN of chance where a store has nobody who could sign in. */
export async function ensureManager(db: Db, keys: KeptKeys, storeId: string): Promise<void> {
  const someone = await db.selectFrom('associates').select('id').where('store_id', '=', storeId).limit(1).executeTakeFirst();
  if (someone !== undefined) return;
  const pin = String(randomInt(10 ** (PIN_DIGITS - 1), 10 ** PIN_DIGITS));
  const id = `${storeId}-manager`.slice(-64);
  await transact(db, async (tx) => {
    const hashed = JSON.stringify(hashPin(pin, randomBytes(16).toString('hex'), ITERATIONS));
    await tx.insertInto('associates').values({ id, store_id: storeId, name: 'Manager', role: 'manager', pin: hashed }).execute();
    await allocateChanges(tx, [{ scope: storeScope(storeId), kind: 'associate', id }]);
  });
  keys.pins[storeId] = pin;
}
