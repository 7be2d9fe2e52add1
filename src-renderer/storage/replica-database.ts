import type { RxCollection, RxDatabase, RxStorage } from 'rxdb/plugins/core';
import { createDatabase } from './create-database.ts';

/**
 * A document of the replica. All kinds live in one collection, because one bulk write to one collection is one
 * transaction: a register never starts with stock from after a change and orders from before it (rule R3).
 */
export interface ReplicaEntry {
  /** `kind|id`, or the name of the checkpoint. */
  id: string;
  /** The document as JSON text, which crosses the worker's border many times faster than objects; empty when it is gone. */
  body: string;
}

export interface ReplicaCollections {
  replica: RxCollection<ReplicaEntry>;
}

export type ReplicaDatabase = RxDatabase<ReplicaCollections>;

export function replicaDatabaseName(registerId: string): string {
  return `outpost-replica-${registerId}`;
}

/** Opens the database of what the server wrote. It may be thrown away at any time (rule R5). */
export async function openReplicaDatabase(registerId: string, storage: RxStorage<unknown, unknown>): Promise<ReplicaDatabase> {
  const database = await createDatabase<ReplicaCollections>(replicaDatabaseName(registerId), storage);
  try {
    await database.addCollections({
      replica: {
        schema: {
          version: 0,
          primaryKey: 'id',
          type: 'object',
          properties: { id: { type: 'string', maxLength: 200 }, body: { type: 'string' } },
          required: ['id', 'body'],
        },
      },
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
