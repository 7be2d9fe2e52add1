import { sql } from 'kysely';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { refuse, type Result } from '../../domain/base/result.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { storeDocument } from '../../domain/company/documents.ts';
import { stagingLocations } from '../../domain/fulfillment/settings.ts';
import { changeSetting, type SettingChange, type SettingRefusal } from '../../domain/settings/change-setting.ts';
import type { SettingDefinition, SettingLevel } from '../../domain/settings/define-setting.ts';
import { COMPANY, SETTINGS_DOCUMENT_OF, type SettingValues } from '../../domain/settings/documents.ts';
import { taxes } from '../../domain/tax/settings.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Actor } from '../access/actor.ts';
import { loadDocuments } from '../documents/load-documents.ts';
import { writeDocuments } from '../documents/write-documents.ts';

/** Settings that stand in the document of each store as well, for apps of before there were settings. */
const IN_STORE_DOCUMENT: readonly string[] = [taxes.key, stagingLocations.key];

export type WriteRefusal = SettingRefusal | { readonly code: 'unknown_place'; readonly level: SettingLevel; readonly id: string };

async function isKnown(tx: Tx, level: SettingLevel, id: string): Promise<boolean> {
  if (level === 'company') return id === COMPANY;
  const table = level === 'store' ? 'locations' : 'registers';
  return (await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function storesToTell(tx: Tx, { level, id }: SettingChange): Promise<string[]> {
  if (level === 'store') return [id];
  const rows = await tx.selectFrom('locations').select('id').execute();
  return rows.map((row) => row.id);
}

/**
 * Changes what a level says about a setting, with its history, and names the documents that have a new state (rule S1).
 * Saying the same again changes nothing.
 * @param by who changes it, for the history.
 */
export async function writeSetting(
  tx: Tx,
  setting: SettingDefinition,
  change: SettingChange,
  by: Actor,
  changeItems: ChangeItem[],
): Promise<Result<SettingValues, WriteRefusal>> {
  const { level, id } = change;
  if (!setting.levels.includes(level)) return refuse({ code: 'wrong_level', levels: setting.levels });
  if (!(await isKnown(tx, level, id))) return refuse({ code: 'unknown_place', level, id });
  await sql`select pg_advisory_xact_lock(hashtextextended(${`settings:${level}:${id}`}, 0))`.execute(tx);
  const document = SETTINGS_DOCUMENT_OF[level];
  const state = new DocumentMap();
  await loadDocuments(tx, state, [document.key(id)]);
  const before = state.get(document, id);
  const changed = changeSetting(setting, before, change);
  if (!changed.ok) return changed;
  const [old, next] = [before?.values[setting.key], changed.value.values[setting.key]];
  const { rows } = await sql<{ id: string }>`
    insert into setting_changes (level, place_id, key, before, after, changed_by, actor_kind, actor_id, address)
    select ${level}, ${id}, ${setting.key}, b, a, ${by.name}, ${by.kind}, ${by.id}, ${by.address}
    from (select ${JSON.stringify(old ?? null)}::jsonb as b, ${JSON.stringify(next ?? null)}::jsonb as a) c
    where a is distinct from b returning id::text`.execute(tx);
  if (rows.length === 0) return changed;
  const overlay = new StoreOverlay(state);
  overlay.fold([document.put(changed.value)]);
  await writeDocuments(tx, overlay, changeItems);
  if (IN_STORE_DOCUMENT.includes(setting.key))
    for (const storeId of await storesToTell(tx, change))
      changeItems.push({ scope: storeScope(storeId), kind: storeDocument.kind, id: storeId });
  return changed;
}

/** The same in a transaction of its own. */
export function saveSetting(
  db: Db,
  setting: SettingDefinition,
  change: SettingChange,
  by: Actor,
): Promise<Result<SettingValues, WriteRefusal>> {
  return transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    const written = await writeSetting(tx, setting, change, by, changeItems);
    await allocateChanges(tx, changeItems);
    return written;
  });
}
