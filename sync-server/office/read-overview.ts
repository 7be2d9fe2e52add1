import { sql } from 'kysely';
import { storeCapacityDocument } from '../../domain/capacity/documents.ts';
import { pauseAt, type StoreCapacity } from '../../domain/capacity/store-capacity.ts';
import { doubtLimits } from '../../domain/doubts/settings.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import type { OfficeOverview } from '../../domain/office/office-protocol.ts';
import type { Db } from '../db/database.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { readSettings } from '../settings/read-setting.ts';
import { waitsForHandOff } from './list-hand-offs.ts';

interface Asking {
  readonly name: string;
  readonly scopes: readonly GrantableScope[];
}

/**
 * The stores, and how much waits for a person.
 * @param asking the user or the API key that asks.
 */
export async function readOverview(db: Db, asking: Asking): Promise<OfficeOverview> {
  const locations = await db.selectFrom('locations').select(['id', 'name', 'timezone', 'kind']).orderBy('name').orderBy('id').execute();
  const stores = locations.filter(({ kind }) => kind === 'store');
  const settings = await readSettings(
    db,
    stores.map(({ id }) => id),
  );
  const { rows: told } = await sql<{ body: StoreCapacity }>`select body from documents where kind = ${storeCapacityDocument.kind}`.execute(
    db,
  );
  const capacities = new Map(told.map(({ body }) => [body.storeId, storeCapacityDocument.completed(body)]));
  const now = Date.now();
  const company = await db.selectFrom('company').select(['name', 'currency']).executeTakeFirst();
  const { rows } = await sql<{ open: number; waiting: number; handoffs: number; failed: number }>`
    select (select count(*)::int from exceptions where resolved_at is null) as open,
      (select count(*)::int from quarantine where applied_at is null) as waiting,
      (select count(*)::int from fulfillment_orders f where ${waitsForHandOff}) as handoffs,
      (select count(*)::int from jobs where state = 'dead') as failed`.execute(db);
  return {
    name: asking.name,
    scopes: [...asking.scopes],
    company: company?.name ?? '',
    currency: company?.currency ?? null,
    stores: stores.map(({ kind: _kind, ...store }) => ({
      ...store,
      writeOffUnits: settingOf(settings, doubtLimits, { storeId: store.id }).writeOffUnits,
      paused: pauseAt(capacities.get(store.id), now),
      ordersADay: capacities.get(store.id)?.ordersADay ?? null,
    })),
    warehouses: locations.filter(({ kind }) => kind === 'warehouse').map(({ id, name }) => ({ id, name })),
    openExceptions: rows[0]?.open ?? 0,
    waitingInQuarantine: rows[0]?.waiting ?? 0,
    waitingForHandOff: rows[0]?.handoffs ?? 0,
    failedJobs: rows[0]?.failed ?? 0,
  };
}
