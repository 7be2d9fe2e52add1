import { checkStored } from '../register/check-stored.ts';
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
async function deleteReplica(registerId: string): Promise<void> {
  const all = await indexedDB.databases();
  const names = all.map(({ name }) => name ?? '').filter((name) => name.startsWith(`rxdb-dexie-${replicaDatabaseName(registerId)}--`));
  await Promise.all(names.map(deleted));
}

/** A worker that has not answered by then never will; a replica of a large store opens in a second or two. */
const OPENING_MS = 20_000;

function within<T>(ms: number, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The replica did not open in time.')), ms);
    void task.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Opens the replica there is, and reads from it. Rejects when one of the two does not work. */
async function openAsItIs(registerId: string): Promise<ReplicaDatabase> {
  await checkStored(replicaDatabaseName(registerId), 'replica');
  const database = await openReplicaDatabase(registerId, workerStorage('replica'));
  try {
    await database.replica.find({ selector: {}, sort: [{ id: 'asc' }], limit: 1 }).exec();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens the replica; one that will not open in {@link OPENING_MS}, or whose documents cannot be read, is deleted and begun
 * anew (rule R5). Rejects when not even an empty one opens.
 * @param onError told why, when that happened.
 */
export async function openReplica(registerId: string, onError: (error: unknown) => void): Promise<{ readonly database: ReplicaDatabase; readonly renewed: boolean }> {
  try {
    return { database: await within(OPENING_MS, openAsItIs(registerId)), renewed: false };
  } catch (error) {
    onError(error);
  }
  endWorker('replica');
  const renewed = deleteReplica(registerId).then(() => openReplicaDatabase(registerId, workerStorage('replica anew')));
  return { database: await within(OPENING_MS, renewed), renewed: true };
}
