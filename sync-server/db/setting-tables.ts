import type { Generated } from 'kysely';
import type { ActorKind } from '../../domain/access/actions.ts';
import type { Json } from './columns.ts';

interface SettingChangesTable {
  id: Generated<number>;
  level: 'company' | 'store' | 'register';
  place_id: string;
  key: string;
  before: unknown;
  after: unknown;
  changed_by: string;
  changed_at: Generated<Date>;
  /** Null in what was changed before users had names. */
  actor_kind: ActorKind | null;
  actor_id: string | null;
  address: string | null;
}

interface SettingsTable {
  key: string;
  value: Json<unknown>;
}

/** The tables of settings and of who changed them. */
export interface SettingTables {
  settings: SettingsTable;
  setting_changes: SettingChangesTable;
}
