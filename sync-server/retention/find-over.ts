import { type RawBuilder, sql } from 'kysely';
import type { DocumentDefinition, DocumentKey } from '../../domain/base/define-document.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { isOver, type Kept, type RetentionDays } from '../../domain/base/retention.ts';
import { documentOfKind } from '../../domain/registry/documents.ts';
import { endOfDocument } from '../../domain/registry/end-of-document.ts';
import type { Tx } from '../db/database.ts';
import { tableOf } from '../documents/tables.ts';

/** A document whose time is over in a place. */
export interface OverDocument {
  readonly id: string;
  readonly body: unknown;
}

export interface Lookout {
  readonly definition: DocumentDefinition;
  readonly kept: Kept;
  /** Whether only documents that the feed still has are looked at. */
  readonly inFeed: boolean;
  readonly days: Readonly<Record<RetentionDays, number>>;
  /** Those with an id after this one are looked at. */
  readonly after: string;
  /** How many are looked at, at most. */
  readonly limit: number;
}

export interface Found {
  readonly over: readonly OverDocument[];
  /** The last id that was looked at; null when no more are left. */
  readonly last: string | null;
}

/** Documents that began before a date: no other can have ended before it. */
function beganBefore(definition: DocumentDefinition, date: string): RawBuilder<boolean> {
  const path = definition.datedBy.join('.');
  const table = tableOf(definition);
  const column = Object.entries(table?.columns ?? {}).find(([, one]) => one.path.join('.') === path);
  const value = column === undefined ? sql`body #>> ${sql.lit(`{${definition.datedBy.join(',')}}`)}` : sql.ref(column[0]);
  return column?.[1].type === 'timestamptz' ? sql`${value} < ${date}::timestamptz` : sql`left(${value}, 10) < ${date}`;
}

/** Documents as they stand, not locked. */
async function read(tx: Tx, keys: readonly DocumentKey[]): Promise<DocumentMap> {
  const found = new DocumentMap();
  for (const kind of new Set(keys.map((key) => key.kind))) {
    const definition = documentOfKind(kind);
    const table = definition === undefined ? null : tableOf(definition);
    if (definition === undefined || table === null) continue;
    const ids = keys.filter((key) => key.kind === kind).map(({ id }) => id);
    const { rows } = await sql<OverDocument>`
      select ${table.key} as id, body from ${table.name} where ${table.where} and ${table.key} = any(${ids}::text[])`.execute(tx);
    for (const { id, body } of rows) found.set(kind, id, definition.completed(body));
  }
  return found;
}

/** Finds documents of a kind whose time is over by the database's clock, in the order of their ids. */
export async function findOver(tx: Tx, { definition, kept, inFeed, days, after, limit }: Lookout): Promise<Found> {
  const table = tableOf(definition);
  if (table === null || !('daysAfterEnd' in kept)) return { over: [], last: null };
  const { rows: clock } = await sql<{ now: Date }>`select now() as now`.execute(tx);
  const now = (clock[0]?.now ?? new Date()).getTime();
  const long = typeof kept.daysAfterEnd === 'number' ? kept.daysAfterEnd : days[kept.daysAfterEnd];
  // A day more: dates of business are those of the store's zone.
  const date = dateInZone(now - (long - 1) * 86_400_000, 'UTC');
  const feed = inFeed ? sql`join changes c on c.kind = ${definition.kind} and c.id = d.id and not c.deleted` : sql``;
  const { rows } = await sql<OverDocument>`
    select d.id, d.body from (
      select ${table.key} as id, body from ${table.name}
      where ${table.where} and ${table.key} > ${after} and ${beganBefore(definition, date)}) d ${feed}
    order by d.id limit ${limit}::int`.execute(tx);
  const whole = rows.map(({ id, body }) => ({ id, body: definition.completed(body) }));
  const others = whole.flatMap(({ body }) => definition.endsWith(body) ?? []);
  const reader = await read(tx, others);
  return {
    over: whole.filter(({ body }) => isOver(kept, endOfDocument(reader, definition, body), now, days)),
    last: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}
