import { sql } from 'kysely';
import { NOBODY, type WatchedItem, type WatchedPage, type WatchedQuery } from '../../domain/reports/report-protocol.ts';
import type { Watched } from '../../domain/reports/watched.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Db } from '../db/database.ts';
import { SUMMARY_VERSION } from './store-summaries.ts';
import { summarizeStored } from './summarize-stored.ts';

/** Where a page ended: the newest come first, and of the same moment those of later registers and places. */
interface Cursor {
  readonly at: string;
  readonly registerId: string;
  readonly seq: number;
}

function cursorOf(after: string | undefined): Cursor | null {
  const [, at = '', registerId = '', seq = ''] = /^([^|]+)\|([^|]+)\|(\d{1,15})$/.exec(after ?? '') ?? [];
  return at === '' ? null : { at, registerId, seq: Number(seq) };
}

function inShift(one: Watched, { id, registerId, businessDate, currency }: Shift): WatchedItem {
  return { ...one, registerId, shiftId: id, businessDate, currency };
}

/** Negative where the first one comes first. */
function newestFirst(one: Cursor, other: Cursor): number {
  const isNewer = one.at > other.at || (one.at === other.at && (one.registerId > other.registerId || isLater(one, other)));
  return isNewer ? -1 : 1;
}

const isLater = (one: Cursor, other: Cursor) => one.registerId === other.registerId && one.seq > other.seq;

async function readStored(db: Db, storeId: string, query: WatchedQuery, cursor: Cursor | null): Promise<WatchedItem[]> {
  const { from, to, kind = null, associate = null, limit } = query;
  const { rows } = await sql<{ one: Watched; shift: Shift }>`
    select w.one, s.body as shift from shifts s join shift_reports r on r.shift_id = s.id and r.version = ${SUMMARY_VERSION}
      cross join lateral jsonb_array_elements(r.watched) as w(one)
    where s.store_id = ${storeId} and s.business_date between ${from} and ${to}
      and (${kind}::text is null or w.one ->> 'kind' = ${kind})
      and (${associate}::text is null or coalesce(w.one ->> 'associateId', ${NOBODY}) = ${associate})
      and (${cursor?.at ?? null}::text is null or (w.one ->> 'at' collate "C", s.register_id collate "C", (w.one ->> 'seq')::bigint)
        < (${cursor?.at ?? ''}::text, ${cursor?.registerId ?? ''}::text, ${cursor?.seq ?? 0}::bigint))
    order by w.one ->> 'at' collate "C" desc, s.register_id collate "C" desc, (w.one ->> 'seq')::bigint desc limit ${limit + 1}`.execute(
    db,
  );
  return rows.map(({ one, shift }) => inShift(one, shift));
}

/** Of shifts that were not stored so far, the open ones say. */
async function readRest(db: Db, storeId: string, query: WatchedQuery, cursor: Cursor | null): Promise<WatchedItem[]> {
  const { from, to, kind, associate } = query;
  const { rows } = await sql<{ shift: Shift; timezone: string }>`
    select s.body as shift, l.timezone from shifts s join locations l on l.id = s.store_id
      left join shift_reports r on r.shift_id = s.id and r.version = ${SUMMARY_VERSION}
    where s.store_id = ${storeId} and s.business_date between ${from} and ${to} and r.shift_id is null`.execute(db);
  const items: WatchedItem[] = [];
  for (const { shift, timezone } of rows) {
    const { watched } = await summarizeStored(db, shift, timezone);
    items.push(...watched.map((one) => inShift(one, shift)));
  }
  return items.filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (associate === undefined || (one.associateId ?? NOBODY) === associate) &&
      (cursor === null || newestFirst(cursor, one) < 0),
  );
}

/** What a manager looks at over some business dates: drawers opened, voids, returns, prices by hand; the newest first. */
export async function readWatched(db: Db, storeId: string, query: WatchedQuery): Promise<WatchedPage> {
  const cursor = cursorOf(query.after);
  const stored = await readStored(db, storeId, query, cursor);
  const all = [...stored, ...(await readRest(db, storeId, query, cursor))].sort(newestFirst);
  const items = all.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: all.length > query.limit && last !== undefined ? `${last.at}|${last.registerId}|${last.seq}` : null };
}
