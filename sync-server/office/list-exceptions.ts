import type { ExceptionResolved } from '../../domain/exceptions/resolution.ts';
import { sql } from 'kysely';
import { isUserId } from '../../domain/access/user-id.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { ExceptionPage, ExceptionQuery, KeptResolution, OfficeException } from '../../domain/office/office-protocol.ts';
import type { Db } from '../db/database.ts';

interface Row {
  readonly body: Exception;
  readonly at: Date;
}

/** A place in a list that is ordered by time and id. */
function readCursor(after: string | undefined): { at: string; id: string } | null {
  const bar = after?.indexOf('|') ?? -1;
  if (after === undefined || bar < 0) return null;
  const at = new Date(after.slice(0, bar));
  return Number.isNaN(at.getTime()) ? null : { at: at.toISOString(), id: after.slice(bar + 1) };
}

async function readResolutions(db: Db, ids: readonly string[]): Promise<Map<string, KeptResolution[]>> {
  const rows = await db
    .selectFrom('exception_resolutions')
    .select(['operation_id', 'exception_id', 'outcome', 'associate_id', 'at', 'body'])
    .where(sql<boolean>`exception_id = any(${ids}::text[])`)
    .orderBy('received_at')
    .orderBy('operation_id')
    .execute();
  const kept = new Map<string, KeptResolution[]>();
  for (const row of rows) {
    const { choice, sku, quantity, note, office }: ExceptionResolved = row.body;
    const by: KeptResolution['by'] =
      office === null ? { kind: 'store', associateId: row.associate_id } : { kind: 'head_office', name: office };
    const resolution = { operationId: row.operation_id, outcome: row.outcome, choice, sku, quantity, note, at: row.at.toISOString(), by };
    kept.set(row.exception_id, [...(kept.get(row.exception_id) ?? []), resolution]);
  }
  return kept;
}

async function readGoods(db: Db, exceptions: readonly Exception[]): Promise<Map<string, { name: string | null; onHand: number }>> {
  const wanted = exceptions.flatMap(({ storeId, goods }) => goods.map(({ sku }) => ({ storeId, sku })));
  const { rows } = await sql<{ storeId: string; sku: string; name: string | null; onHand: number }>`
    select distinct w."storeId", w.sku, p.name, coalesce(s.on_hand, 0) as "onHand"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("storeId" text, sku text)
    left join products p on p.sku = w.sku left join stock_levels s on s.location_id = w."storeId" and s.sku = w.sku`.execute(db);
  return new Map(rows.map((row) => [`${row.storeId}\n${row.sku}`, row]));
}

type Decider = KeptResolution['by'];

/** Puts the names of users in the place of their ids, which alone stand in operations (rule A2). */
async function readNames(db: Db, ids: readonly string[]): Promise<(by: Decider) => Decider> {
  const rows = await db
    .selectFrom('office_users')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids.filter(isUserId)}::text[])`)
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (by) => (by.kind === 'head_office' ? { ...by, name: names.get(by.name) ?? by.name } : by);
}

/** Adds to exceptions what the head office wants to see with them. */
async function withHistory(db: Db, exceptions: readonly Exception[]): Promise<OfficeException[]> {
  const resolutions = await readResolutions(
    db,
    exceptions.map((exception) => exception.id),
  );
  const goods = await readGoods(db, exceptions);
  const deciders = [...resolutions.values()].flat().map(({ by }) => by);
  for (const { resolved } of exceptions) if (resolved !== null) deciders.push(resolved.by);
  const named = await readNames(
    db,
    deciders.flatMap((by) => (by.kind === 'head_office' ? [by.name] : [])),
  );
  return exceptions.map((exception) => ({
    exception: { ...exception, resolved: exception.resolved === null ? null : { ...exception.resolved, by: named(exception.resolved.by) } },
    goods: exception.goods.map(({ sku, quantity }) => {
      const known = goods.get(`${exception.storeId}\n${sku}`);
      return { sku, name: known?.name ?? null, quantity, onHand: known?.onHand ?? 0 };
    }),
    resolutions: (resolutions.get(exception.id) ?? []).map((one) => ({ ...one, by: named(one.by) })),
  }));
}

/** Exceptions of all stores: open ones by when they were opened, resolved ones by when they were resolved, the newest first. */
export async function listExceptions(db: Db, { state, store, kind, after, limit }: ExceptionQuery): Promise<ExceptionPage> {
  const time = state === 'open' ? sql.ref('opened_at') : sql.ref('resolved_at');
  const cursor = readCursor(after);
  const { rows } = await sql<Row>`
    select body, ${time} as at from exceptions
    where ${state === 'open' ? sql`resolved_at is null` : sql`resolved_at is not null`}
      and (${store ?? null}::text is null or store_id = ${store ?? null}::text) and (${kind ?? null}::text is null
        or kind = ${kind ?? null}::text)
      and (${cursor?.at ?? null}::timestamptz is null or (${time}, id) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? ''}::text))
    order by ${time} desc, id desc limit ${limit + 1}::int`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await withHistory(
      db,
      shown.map((row) => row.body),
    ),
    next: rows.length > limit && last !== undefined ? `${last.at.toISOString()}|${last.body.id}` : null,
  };
}

/** One exception with its history; null when nobody knows it. */
export async function readException(db: Db, id: string): Promise<OfficeException | null> {
  const row = await db.selectFrom('exceptions').select('body').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return (await withHistory(db, [row.body]))[0] ?? null;
}
