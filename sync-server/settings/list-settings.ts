import { sql } from 'kysely';
import { z } from 'zod';
import type { OfficeSetting, SettingChangeRow } from '../../domain/office/office-protocol.ts';
import { SETTINGS } from '../../domain/registry/registry.ts';
import type { SettingDefinition, SettingLevel } from '../../domain/settings/define-setting.ts';
import { SETTINGS_DOCUMENT_OF, type SettingValues } from '../../domain/settings/documents.ts';
import type { Db } from '../db/database.ts';

/** Every setting, in the order of the registry. */
export async function listSettings(db: Db): Promise<OfficeSetting[]> {
  const levels = Object.entries(SETTINGS_DOCUMENT_OF) as [SettingLevel, { readonly kind: string }][];
  const kinds = levels.map(([, { kind }]) => kind);
  const { rows } = await sql<{ kind: string; id: string; body: SettingValues }>`
    select kind, id, body from documents where kind = any(${kinds}::text[]) order by id`.execute(db);
  const documents = levels.flatMap(([level, { kind }]) =>
    rows.filter((row) => row.kind === kind).map(({ id, body }) => ({ level, id, values: body.values })),
  );
  return (SETTINGS as readonly SettingDefinition[]).map(({ key, levels: allowed, standard, schema }) => ({
    key,
    levels: [...allowed],
    standard,
    schema: z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>,
    said: documents.flatMap(({ level, id, values }) => (key in values ? [{ level, id, value: values[key] }] : [])),
  }));
}

/** Changes of settings, the newest first. @param before the id of the change that they come before. */
export async function listChanges(db: Db, options: { key?: string | undefined; before?: string | undefined; limit: number }) {
  let query = db.selectFrom('setting_changes').selectAll().orderBy('id', 'desc').limit(options.limit);
  if (options.key !== undefined) query = query.where('key', '=', options.key);
  if (options.before !== undefined) query = query.where('id', '<', Number(options.before));
  const rows = await query.execute();
  return rows.map(
    (row): SettingChangeRow => ({
      id: String(row.id),
      level: row.level,
      placeId: row.place_id,
      key: row.key,
      before: row.before,
      after: row.after,
      by: row.changed_by,
      at: row.changed_at.toISOString(),
    }),
  );
}
