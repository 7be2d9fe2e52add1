import { sql } from 'kysely';
import { DocumentMap } from '../../domain/base/document-map.ts';
import type { StoreReader } from '../../domain/base/define-document.ts';
import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { COMPANY, SETTINGS_DOCUMENT_OF, type SettingValues } from '../../domain/settings/documents.ts';
import { settingOf, type SettingPlace } from '../../domain/settings/setting-of.ts';
import type { Db } from '../db/database.ts';

const KINDS = Object.values(SETTINGS_DOCUMENT_OF).map(({ kind }) => kind);

/** Reads what the company and these stores and registers say, without locking anything. */
export async function readSettings(db: Db, ids: readonly string[]): Promise<StoreReader> {
  const { rows } = await sql<{ kind: string; id: string; body: SettingValues }>`
    select kind, id, body from documents
    where kind = any(${KINDS}::text[]) and id = any(${[COMPANY, ...ids]}::text[])`.execute(db);
  const found = new DocumentMap();
  for (const { kind, id, body } of rows) found.set(kind, id, body);
  return found;
}

/** What a setting says in a place, now. */
export async function readSetting<V>(db: Db, setting: SettingDefinition<string, V>, place: SettingPlace = {}): Promise<V> {
  const reader = await readSettings(
    db,
    [place.storeId, place.registerId].filter((id) => id !== undefined),
  );
  return settingOf(reader, setting, place);
}
