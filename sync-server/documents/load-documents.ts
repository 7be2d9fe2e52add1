import { DOCUMENTS } from '../../domain/registry/registry.ts';
import type { DocumentMap } from '../../domain/base/document-map.ts';
import { sql } from 'kysely';
import type { DocumentDefinition, DocumentKey, StoreReader } from '../../domain/base/define-document.ts';
import type { Tx } from '../db/database.ts';
import { tableOf } from './tables.ts';

async function loadKind(tx: Tx, into: DocumentMap, definition: DocumentDefinition, ids: readonly string[]): Promise<void> {
  const table = tableOf(definition);
  if (table === null || ids.length === 0) return;
  const { rows } = await sql<{ id: string; body: unknown }>`
    select ${table.key} as id, body from ${table.name} where ${table.where} and ${table.key} = any(${ids}::text[])
    order by ${table.key} for no key update`.execute(tx);
  for (const { id, body } of rows) into.set(definition.kind, id, definition.completed(body));
}

/**
 * Loads documents and locks them, kind by kind and in key order, so that two transactions never wait for each other in a circle.
 * @param next asked before each kind for more to load, by what is known until then; it may name kinds that come later alone.
 */
export async function loadDocuments(
  tx: Tx,
  into: DocumentMap,
  keys: readonly DocumentKey[],
  next: (known: StoreReader) => readonly DocumentKey[] = () => [],
): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  for (const { kind, id } of keys) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  for (const definition of DOCUMENTS as readonly DocumentDefinition[]) {
    if (tableOf(definition) === null) continue;
    const ids = new Set(wanted.get(definition.kind));
    for (const { kind, id } of next(into)) if (kind === definition.kind) ids.add(id);
    await loadKind(tx, into, definition, [...ids]);
  }
}
