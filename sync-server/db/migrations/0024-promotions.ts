import type { Kysely } from 'kysely';
import { giveScope } from './give-scope.ts';

/** Promotions are kept by a scope of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await giveScope(db, 'promotions');
}
