import { sql } from 'kysely';
import { associateDocument } from '../../domain/associates/documents.ts';

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const ASSOCIATE_PROJECTIONS = [
  [
    associateDocument.kind,
    sql`(select json_build_object('id', id, 'storeId', store_id, 'name', name, 'role', role, 'pin', pin, 'badge', badge) from associates
      where id = t.id and blocked_at is null and removed_at is null)`,
  ],
] as const;
