import type { Kysely } from 'kysely';
import { giveScope } from './give-scope.ts';

/** A scope of its own for what stores sold, and who did what there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await giveScope(db, 'reports');
}
