import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';

/** A store or warehouse as it is written. Degrees. */
export interface LocationToWrite {
  readonly id: string;
  readonly kind: 'store' | 'warehouse';
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** IANA name. */
  readonly timezone: string;
}

/**
 * Writes locations and tells the stores that have a new state. Writing the same again changes nothing.
 * @returns how many were new or different.
 */
export async function upsertLocations(tx: Tx, locations: readonly LocationToWrite[], changeItems: ChangeItem[]): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into locations as old (id, kind, name, address, city, region, postal_code, country, latitude, longitude, timezone)
    select id, kind, name, address, city, region, "postalCode", country, latitude, longitude, timezone
    from jsonb_to_recordset(${JSON.stringify(locations)}::jsonb) as new(
      id text, kind text, name text, address text, city text, region text, "postalCode" text, country text,
      latitude float8, longitude float8, timezone text)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, address = excluded.address, city = excluded.city,
      region = excluded.region, postal_code = excluded.postal_code, country = excluded.country, latitude = excluded.latitude,
      longitude = excluded.longitude, timezone = excluded.timezone
    where (old.kind, old.name, old.address, old.city, old.region, old.postal_code, old.country, old.latitude, old.longitude,
        old.timezone) is distinct from
      (excluded.kind, excluded.name, excluded.address, excluded.city, excluded.region, excluded.postal_code, excluded.country,
        excluded.latitude, excluded.longitude, excluded.timezone)
    returning id`.execute(tx);
  for (const { id } of rows) changeItems.push({ scope: storeScope(id), kind: 'store', id });
  return rows.length;
}
