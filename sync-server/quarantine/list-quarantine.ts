import { JSON_INSTANT } from '../db/json-instant.ts';
import { sql } from 'kysely';
import type { QuarantineDetail, QuarantineItem, QuarantinePage, QuarantineQuery } from '../../domain/office/office-protocol.ts';
import type { Db } from '../db/database.ts';

interface Row extends Omit<QuarantineItem, 'at' | 'appliedAt'> {
  readonly at: Date;
  readonly appliedAt: Date | null;
}

/** Everything that a list shows of what is in quarantine; `q` are its rows. */
const COLUMNS = sql`q.id, q.register_id as "registerId", r.prefix as "registerPrefix", r.store_id as "storeId", l.name as "storeName",
  q.operation_id as "operationId", q.seq, case when jsonb_typeof(q.body) = 'object' then left(q.body ->> 'type', 40) end as type,
  q.code, q.facts, q.at, q.applied_at as "appliedAt", (select count(*)::int from quarantine_replays t where t.quarantine_id = q.id)
    as tries`;
const TABLES = sql`quarantine q left join registers r on r.id = q.register_id left join locations l on l.id = r.store_id`;

function itemOf({ at, appliedAt, ...rest }: Row): QuarantineItem {
  return { ...rest, at: at.toISOString(), appliedAt: appliedAt?.toISOString() ?? null };
}

function wanted({ state, store, code }: Pick<QuarantineQuery, 'state' | 'store' | 'code'>) {
  const waiting = state === 'all' ? sql`true` : state === 'waiting' ? sql`q.applied_at is null` : sql`q.applied_at is not null`;
  return sql`${waiting} and (${store ?? null}::text is null or r.store_id = ${store ?? null}::text) and (${code ?? null}::text is null
    or q.code = ${code ?? null}::text)`;
}

/** What is in quarantine, the newest first. */
export async function listQuarantine(db: Db, query: QuarantineQuery): Promise<QuarantinePage> {
  const before = /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from ${TABLES} where ${wanted(query)} and q.id < ${before}::bigint order by q.id desc limit
      ${query.limit + 1}::int`.execute(db);
  const shown = rows.slice(0, query.limit);
  return { items: shown.map(itemOf), next: rows.length > query.limit ? String(shown.at(-1)?.id) : null };
}

interface DetailRow extends Row {
  readonly body: unknown;
  readonly replays: QuarantineDetail['replays'];
}

async function readDetails(db: Db, where: ReturnType<typeof sql>, limit: number): Promise<QuarantineDetail[]> {
  const { rows } = await sql<DetailRow>`
    select ${COLUMNS}, q.body, coalesce((select json_agg(json_build_object('outcome', t.outcome, 'code', t.code, 'facts', t.facts,
      'askedBy', t.asked_by,
      'at', to_char(t.at at time zone 'utc', ${JSON_INSTANT})) order by t.id) from quarantine_replays t where t.quarantine_id = q.id),
        '[]') as replays
    from ${TABLES} where ${where} order by q.id limit ${limit}::int`.execute(db);
  return rows.map(({ body, replays, ...row }) => ({ ...itemOf(row), body, replays }));
}

/** One thing in quarantine, whole; null when there is none. */
export async function readQuarantined(db: Db, id: number): Promise<QuarantineDetail | null> {
  return (await readDetails(db, sql`q.id = ${id}::bigint`, 1))[0] ?? null;
}

const EXPORT_PAGE = 200;

/**
 * Everything that is asked for, as the text of one JSON document, a page at a time.
 * @param ids only these; without them all that the query means.
 */
export async function* exportQuarantine(
  db: Db,
  query: Pick<QuarantineQuery, 'state' | 'store' | 'code'>,
  ids: readonly number[] | undefined,
  at: Date,
): AsyncGenerator<string> {
  const chosen = ids === undefined ? wanted(query) : sql`q.id = any(${ids}::bigint[])`;
  yield `{"exportedAt":${JSON.stringify(at.toISOString())},"operations":[`;
  for (let after = 0, first = true; ; ) {
    const page = await readDetails(db, sql`${chosen} and q.id > ${after}::bigint`, EXPORT_PAGE);
    for (const detail of page) {
      yield `${first ? '' : ','}\n${JSON.stringify(detail)}`;
      first = false;
      after = detail.id;
    }
    if (page.length < EXPORT_PAGE) break;
  }
  yield '\n]}\n';
}
