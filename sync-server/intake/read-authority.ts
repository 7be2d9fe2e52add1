import { sql } from 'kysely';
import type { Role } from '../../domain/associates/associate.ts';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Authority } from '../../domain/registry/permitted.ts';
import type { Tx } from '../db/database.ts';
import { oldestOf, saidSince, type Saying, sayings } from './said-since.ts';

interface Row {
  readonly associate: string | null;
  readonly role: Role | null;
  /** The store, or the company, that says who may do what. */
  readonly place: string | null;
  readonly said: unknown;
  /** Until when it said so; null for what it says now. */
  readonly until: Date | null;
}

function authorityOf(known: ReadonlyMap<string, Role>, said: ReadonlyMap<string, readonly Saying<PermissionTable>[]>): Authority {
  // Where nobody says anything, everybody may do everything.
  return { roleOf: (id) => known.get(id), tablesSince: (storeId, at) => saidSince(said, {}, storeId, at) };
}

/**
 * Reads who the associates of a batch are, and who may do what in its stores, now or since the oldest of its operations (rule A1):
 * one statement, which locks nothing. @returns the known associates with their roles; `authority` is null where nobody says anything.
 */
export async function readAuthority(
  tx: Tx,
  operations: readonly Operation[],
  named: readonly string[],
): Promise<{ readonly known: ReadonlyMap<string, Role>; readonly authority: Authority | null }> {
  const known = new Map<string, Role>();
  if (operations.length === 0) return { known, authority: null };
  const stores = [...new Set(operations.map((one) => one.storeId))];
  const { rows } = await sql<Row>`
    select id as associate, role, null as place, null::jsonb as said, null::timestamptz as until from associates
      where id = any(${[...new Set(named)]}::text[])
    union all
    select null, null, s.place, s.said, s.until from (${sayings(roles.key, stores, oldestOf(operations))}) s`.execute(tx);
  const said = new Map<string, Saying<PermissionTable>[]>();
  for (const { associate, role, place, said: value, until } of rows) {
    if (associate !== null && role !== null) known.set(associate, role);
    if (place !== null) said.set(place, [...(said.get(place) ?? []), { value: value === null ? null : (roles.read(value) ?? {}), until }]);
  }
  const isSaid = [...said.values()].flat().some(({ value }) => Object.keys(value ?? {}).length > 0);
  return { known, authority: isSaid ? authorityOf(known, said) : null };
}
