import { storeScope } from '../../domain/base/scope.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { newPin } from '../associates/new-pin.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { KeptKeys } from './kept-keys.ts';

/** Makes a first manager with a PIN of chance where a store never had anybody. */
export async function ensureManager(db: Db, keys: KeptKeys, storeId: string): Promise<void> {
  const someone = await db.selectFrom('associates').select('id').where('store_id', '=', storeId).limit(1).executeTakeFirst();
  if (someone !== undefined) return;
  const { pin, hash } = await newPin();
  const id = `${storeId}-manager`.slice(-64);
  await transact(db, async (tx) => {
    await tx
      .insertInto('associates')
      .values({ id, store_id: storeId, name: 'Manager', role: 'manager', pin: JSON.stringify(hash) })
      .execute();
    await allocateChanges(tx, [{ scope: storeScope(storeId), kind: 'associate', id }]);
  });
  keys.pins[storeId] = pin;
}
