import { checkStored } from './check-stored.ts';
import { answered, NeverAnswered } from '../base/timeout.ts';
import { storageTrouble } from './storage-error.ts';
import { openReplicaDatabase, type ReplicaDatabase, replicaDatabaseName } from './replica-database.ts';
import { endWorker, workerStorage } from './worker-storage.ts';

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // A worker that failed to open it may hold it for a moment; the deletion goes through when it lets go.
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
  });
}

/** Deletes what IndexedDB holds of a register's replica, and nothing else. */
export async function deleteReplica(registerId: string): Promise<void> {
  const all = await indexedDB.databases();
  const names = all.map(({ name }) => name ?? '').filter((name) => name.startsWith(`rxdb-dexie-${replicaDatabaseName(registerId)}--`));
  await Promise.all(names.map(deleted));
}

/** Opens the replica there is, and reads from it. Rejects when one of the two does not work. @param worker names its worker. */
async function openAsItIs(registerId: string, worker: string): Promise<ReplicaDatabase> {
  const database = await openReplicaDatabase(registerId, workerStorage(worker));
  try {
    await database.replica.find({ selector: {}, sort: [{ id: 'asc' }], limit: 1 }).exec();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

export interface OpenedReplica {
  readonly database: ReplicaDatabase;
  /** Whether the replica there was could not be opened and was begun anew. */
  readonly renewed: boolean;
}

/**
 * Opens the replica. One that will not open, or whose documents cannot be read, is deleted and begun anew (rule R5). A
 * worker that never answers says nothing about the replica, so another one opens it, and nothing is deleted. Rejects when
 * that does not answer either, when the disk is full, or when not even an empty replica opens.
 * @param onError told why, when the first worker did not open it.
 */
export async function openReplica(registerId: string, onError: (error: unknown) => void): Promise<OpenedReplica> {
  const opening = <T>(task: Promise<T>) => answered('The worker that opens the copy of catalog, stock and orders', task);
  let damaged = false;
  try {
    await checkStored(replicaDatabaseName(registerId), 'replica');
    return { database: await opening(openAsItIs(registerId, 'replica')), renewed: false };
  } catch (error) {
    onError(error);
    // A disk that is full has damaged nothing, and without a network there is no other catalog to sell from.
    if (storageTrouble(error) === 'full') throw error;
    damaged = !(error instanceof NeverAnswered);
  }
  endWorker('replica');
  const again = damaged
    ? deleteReplica(registerId).then(() => openReplicaDatabase(registerId, workerStorage('replica anew')))
    : openAsItIs(registerId, 'replica again');
  return { database: await opening(again), renewed: damaged };
}
