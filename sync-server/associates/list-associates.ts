import { type SqlBool, sql } from 'kysely';
import type { AssociatePage, AssociateQuery, ListedAssociate } from '../../domain/associates/associate-protocol.ts';
import type { Db, Tx } from '../db/database.ts';

interface Row {
  readonly id: string;
  readonly store_id: string;
  readonly store_name: string;
  readonly name: string;
  readonly role: ListedAssociate['role'];
  readonly blocked_at: Date | null;
  readonly removed_at: Date | null;
  readonly has_badge: boolean;
}

function listed({ id, store_id, store_name, name, role, blocked_at, removed_at, has_badge }: Row): ListedAssociate {
  const state = removed_at !== null ? 'removed' : blocked_at !== null ? 'blocked' : 'active';
  return { id, storeId: store_id, storeName: store_name, name, role, state, hasBadge: has_badge };
}

function rowsOf(db: Db | Tx) {
  return db
    .selectFrom('associates')
    .innerJoin('locations', 'locations.id', 'associates.store_id')
    .select(['associates.id', 'store_id', 'locations.name as store_name', 'associates.name', 'role', 'blocked_at', 'removed_at'])
    .select(sql<boolean>`associates.badge is not null`.as('has_badge'));
}

/** Where the page before ended: a name and an id; what is no such place means the first page. */
function readCursor(after: string | undefined): readonly [string, string] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(after ?? '', 'base64url').toString('utf8'));
    return Array.isArray(place) && place.length === 2 ? [String(place[0]), String(place[1])] : null;
  } catch {
    return null;
  }
}

/** The people in the stores by name, a page at a time. */
export async function listAssociates(db: Db, { store, search, state, after, limit }: AssociateQuery): Promise<AssociatePage> {
  const cursor = readCursor(after);
  const part = `%${(search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await rowsOf(db)
    .where('removed_at', state === 'removed' ? 'is not' : 'is', null)
    .where('associates.name', 'ilike', part)
    .$if(store !== undefined, (query) => query.where('store_id', '=', store ?? ''))
    .$if(cursor !== null, (query) =>
      query.where(sql<SqlBool>`(associates.name, associates.id) > (${cursor?.[0] ?? ''}::text, ${cursor?.[1] ?? ''}::text)`),
    )
    .orderBy('associates.name')
    .orderBy('associates.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(listed),
    next: rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url') : null,
  };
}

/** One of them, also when removed; the row stays locked until the transaction ends. */
export async function lockAssociate(tx: Tx, id: string): Promise<ListedAssociate | undefined> {
  const row = await rowsOf(tx).where('associates.id', '=', id).forUpdate('associates').executeTakeFirst();
  return row === undefined ? undefined : listed(row);
}
