import type { Kysely } from 'kysely';
import { giveScope } from './give-scope.ts';

/** Gift cards and store credit are changed by a scope of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await giveScope(db, 'stored_values');
}
