import { type RawBuilder, sql } from 'kysely';
import type { Operation } from '../../domain/registry/operations.ts';
import { COMPANY, companySettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';

/** What a place says about a setting now, or said until it changed its mind. */
export interface Saying<V> {
  /** Null where it said nothing. */
  readonly value: V | null;
  /** Null for what it says now. */
  readonly until: Date | null;
}

/** A row of {@link sayings}. */
export interface SayingRow {
  /** The store, or the company. */
  readonly place: string;
  readonly said: unknown;
  readonly until: Date | null;
}

/** What the company and these stores say about a setting now, and what they have said since a time, as {@link SayingRow}s. */
export function sayings(key: string, stores: readonly string[], since: Date): RawBuilder<SayingRow> {
  const places = [COMPANY, ...stores];
  return sql<SayingRow>`
    select id as place, body -> 'values' -> ${key}::text as said, null::timestamptz as until from documents
      where kind = any(${[companySettingsDocument.kind, storeSettingsDocument.kind]}::text[])
        and id = any(${places}::text[]) and body -> 'values' ? ${key}::text
    union all
    select place_id, before, changed_at from setting_changes
      where key = ${key} and place_id = any(${places}::text[]) and changed_at >= ${since}`;
}

/** The time of the oldest of some operations. No setting is older than the first clocks of computers, and the database knows no year 0. */
export function oldestOf(operations: readonly Pick<Operation, 'at'>[]): Date {
  return new Date(operations.reduce((first, { at }) => Math.min(first, Math.max(0, Date.parse(at) || 0)), Date.now()));
}

const isNow = ({ until }: Saying<unknown>): boolean => until === null;

/**
 * The values that counted in a store at this time or later: its own, the company's where it said nothing, and the standard where nobody
 * did.
 */
export function saidSince<V>(said: ReadonlyMap<string, readonly Saying<V>[]>, standard: V, storeId: string, at: string): V[] {
  const of = (place: string) => (said.get(place) ?? []).filter(({ until }) => until === null || until.getTime() >= Date.parse(at));
  const own = of(storeId);
  const isOwn = own.some(isNow) && own.every(({ value }) => value !== null);
  const valid = isOwn ? own : [...own, ...of(COMPANY)];
  const values = valid.flatMap(({ value }) => (value === null ? [] : [value]));
  return valid.some(isNow) && values.length === valid.length ? values : [...values, standard];
}
