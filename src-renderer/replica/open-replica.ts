import { openReplicaDatabase, type ReplicaDatabase } from './replica-database.ts';
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
  const names = all.map(({ name }) => name ?? '').filter((name) => name.startsWith(`rxdb-dexie-outpost-replica-${registerId}--`));
  await Promise.all(names.map(deleted));
}

/**
 * Opens the replica; one that will not open, or whose documents cannot be read, is deleted and begun anew (rule R5).
 * @param onError told why, when that happened.
 */
export async function openReplica(registerId: string, onError: (error: unknown) => void): Promise<{ readonly database: ReplicaDatabase; readonly renewed: boolean }> {
  const database = await openReplicaDatabase(registerId, workerStorage('replica')).catch((error: unknown) => void onError(error));
  if (database !== undefined) {
    try {
      await database.replica.find({ selector: {}, sort: [{ id: 'asc' }], limit: 1 }).exec();
      return { database, renewed: false };
    } catch (error) {
      onError(error);
      await database.close();
    }
  }
  endWorker('replica');
  await deleteReplica(registerId);
  return { database: await openReplicaDatabase(registerId, workerStorage('replica anew')), renewed: true };
}
