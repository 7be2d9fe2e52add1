import type { Role } from '../../domain/associates/associate.ts';
import type { Db } from '../db/database.ts';
import type { ReadyPickup } from './play-present.ts';

/** What somebody who tries the sample company has to know. */
export interface SampleKeys {
  readonly firstStoreId: string;
  readonly associates: readonly { readonly storeId: string; readonly name: string; readonly role: Role; readonly pin: string }[];
  readonly pickups: readonly ReadyPickup[];
}

/** What the database holds of the sample company: nothing, a part that was broken off, or all of it with its keys. */
export async function readSample(
  db: Db,
): Promise<{ readonly state: 'none' | 'filling' } | { readonly state: 'filled'; readonly keys: SampleKeys }> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', 'sample').executeTakeFirst();
  return (row?.value as { state: 'filling' } | { state: 'filled'; keys: SampleKeys } | undefined) ?? { state: 'none' };
}
