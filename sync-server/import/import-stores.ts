import { accept, type Result } from '../../domain/base/result.ts';
import { type LocationToWrite, upsertLocations } from '../catalog/upsert-locations.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import type { Row } from './read-rows.ts';
import { timezoneOfState } from './state-timezones.ts';

export const STORE_COLUMNS = ['id', 'name', 'address', 'city', 'state', 'zip', 'lat', 'lon'] as const;

const BATCH = 1_000;

function readDegrees(row: Row, column: string, most: number): Result<number, Fault> {
  const text = row.get(column).trim();
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return fault(column, 'not_degrees', {});
  const degrees = Number(text);
  return Math.abs(degrees) > most ? fault(column, 'degrees_beyond', { most }) : accept(degrees);
}

function readTimezone(row: Row, state: string): Result<string, Fault> {
  const named = row.get('timezone').trim();
  if (named === '') return accept(timezoneOfState(state));
  return Intl.supportedValuesOf('timeZone').includes(named) ? accept(named) : fault('timezone', 'not_timezone', {});
}

function readStore(row: Row): Result<LocationToWrite, Fault> {
  const id = readText(row, 'id', 40);
  if (!id.ok) return id;
  if (!/^[A-Za-z0-9_-]+$/.test(id.value)) return fault('id', 'id_signs', {});
  const name = readText(row, 'name', 120);
  if (!name.ok) return name;
  const texts: Record<string, string> = {};
  for (const column of ['address', 'city', 'state', 'zip']) {
    const text = readText(row, column, 200, column === 'address' ? 0 : 1);
    if (!text.ok) return text;
    texts[column] = text.value;
  }
  const { address = '', city = '', state = '', zip = '' } = texts;
  if (!/^[A-Z]{2}$/.test(state)) return fault('state', 'not_state', {});
  if (!/^\d{5}(-\d{4})?$/.test(zip)) return fault('zip', 'not_zip', {});
  const latitude = readDegrees(row, 'lat', 90);
  if (!latitude.ok) return latitude;
  const longitude = readDegrees(row, 'lon', 180);
  if (!longitude.ok) return longitude;
  const timezone = readTimezone(row, state);
  if (!timezone.ok) return timezone;
  return accept({
    id: id.value,
    kind: 'store',
    name: name.value,
    address,
    city,
    region: state,
    postalCode: zip,
    country: 'US',
    latitude: latitude.value,
    longitude: longitude.value,
    timezone: timezone.value,
  });
}

/** Imports stores. Of an id that stands twice the first row counts. The time zone is the state's unless a column `timezone` names it. */
export function storeImporter(db: Db): Importer {
  return importById({
    field: 'id',
    batchSize: BATCH,
    read: readStore,
    idOf: (location) => location.id,
    write: async (locations) => {
      await transact(db, async (tx) => {
        const changeItems: ChangeItem[] = [];
        await upsertLocations(tx, locations, changeItems);
        await allocateChanges(tx, changeItems);
      });
      return [];
    },
  });
}
