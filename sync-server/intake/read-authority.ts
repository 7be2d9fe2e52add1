import { sql } from 'kysely';
import type { Role } from '../../domain/associates/associate.ts';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Authority } from '../../domain/registry/permitted.ts';
import { COMPANY, companySettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';
import type { Tx } from '../db/database.ts';

interface Row {
  readonly associate: string | null;
  readonly role: Role | null;
  /** The store, or the company, that says who may do what. */
  readonly place: string | null;
  readonly said: unknown;
  /** Until when it said so; null for what it says now. */
  readonly until: Date | null;
}

/** What a place says about roles now, and what it said until it changed its mind. */
interface Saying {
  readonly table: PermissionTable;
  readonly until: Date | null;
}

const isNow = ({ until }: Saying): boolean => until === null;

function authorityOf(known: ReadonlyMap<string, Role>, said: ReadonlyMap<string, readonly Saying[]>): Authority {
  const sayings = (place: string, at: string): Saying[] =>
    (said.get(place) ?? []).filter(({ until }) => until === null || until.getTime() >= Date.parse(at));
  return {
    roleOf: (id) => known.get(id),
    tablesSince: (storeId, at) => {
      const own = sayings(storeId, at);
      const valid = own.some(isNow) ? own : [...own, ...sayings(COMPANY, at)];
      // Where nobody says anything now, everybody may do everything now.
      return [...valid.map(({ table }) => table), ...(valid.some(isNow) ? [] : [{}])];
    },
  };
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
  // No table is older than the first clocks of computers, and the database knows no year 0.
  const oldest = new Date(operations.reduce((first, { at }) => Math.min(first, Math.max(0, Date.parse(at) || 0)), Date.now()));
  const { rows } = await sql<Row>`
    select id as associate, role, null as place, null::jsonb as said, null::timestamptz as until from associates
      where id = any(${[...new Set(named)]}::text[])
    union all
    select null, null, id, body -> 'values' -> ${roles.key}::text, null from documents
      where kind = any(${[companySettingsDocument.kind, storeSettingsDocument.kind]}::text[])
        and id = any(${[COMPANY, ...stores]}::text[]) and body -> 'values' ? ${roles.key}::text
    union all
    select null, null, place_id, before, changed_at from setting_changes
      where key = ${roles.key} and place_id = any(${[COMPANY, ...stores]}::text[]) and changed_at >= ${oldest}`.execute(tx);
  const said = new Map<string, Saying[]>();
  for (const { associate, role, place, said: value, until } of rows) {
    if (associate !== null && role !== null) known.set(associate, role);
    // Where nothing was said, everybody could do everything.
    if (place !== null) said.set(place, [...(said.get(place) ?? []), { table: roles.read(value ?? {}) ?? {}, until }]);
  }
  const isSaid = [...said.values()].flat().some(({ table }) => Object.keys(table).length > 0);
  return { known, authority: isSaid ? authorityOf(known, said) : null };
}
