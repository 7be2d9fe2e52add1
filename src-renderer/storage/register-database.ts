import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { RxCollection, RxDatabase, RxStorage } from 'rxdb/plugins/core';
import { createDatabase } from './create-database.ts';

/**
 * An operation in the journal. The key stands for its `seq`, so that one place in the sequence can be written only
 * once, and counts down, so that the newest entry is the first without an index that every sale would have to write.
 */
export interface JournalEntry {
  key: string;
  operation: WrittenOperation;
}

/** What the device keeps for itself: the enrolment, drafts, wrong PINs. */
export interface DeviceEntry {
  id: string;
  body: string;
}

export interface JournalCollections {
  journal: RxCollection<JournalEntry>;
}

export interface DeviceCollections {
  device: RxCollection<DeviceEntry>;
}

/** The key of the operation with this `seq`. */
export function journalKey(seq: number): string {
  return String(999_999_999_999 - seq).padStart(12, '0');
}

/** The database of a journal. What replaces a damaged one is its next generation; the damaged one stays where it is. */
export function journalDatabaseName(registerId: string, generation: number): string {
  return `outpost-journal-${registerId}${generation === 1 ? '' : `-${generation}`}`;
}

/**
 * Opens the journal of one register. It is never thrown away (rule R5): a device that is enrolled anew gets a new
 * register and a new journal, and the old one stays where it is.
 * @param storage must write with strict durability (rule J1). @param generation see {@link journalDatabaseName}.
 */
export async function openJournalDatabase(
  registerId: string,
  storage: RxStorage<unknown, unknown>,
  generation = 1,
): Promise<RxDatabase<JournalCollections>> {
  const database = await createDatabase<JournalCollections>(journalDatabaseName(registerId, generation), storage);
  await database.addCollections({
    journal: {
      schema: {
        version: 0,
        primaryKey: 'key',
        type: 'object',
        properties: {
          key: { type: 'string', maxLength: 12 },
          operation: { type: 'object' },
        },
        required: ['key', 'operation'],
      },
    },
  });
  return database;
}

export const DEVICE_DATABASE = 'outpost-device';

/** Opens what the device keeps for itself, whichever register it is. */
export async function openDeviceDatabase(storage: RxStorage<unknown, unknown>): Promise<RxDatabase<DeviceCollections>> {
  const database = await createDatabase<DeviceCollections>(DEVICE_DATABASE, storage);
  await database.addCollections({
    device: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 100 }, body: { type: 'string' } },
        required: ['id', 'body'],
      },
    },
  });
  return database;
}
