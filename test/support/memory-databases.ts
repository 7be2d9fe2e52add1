import { getRxStorageMemory, type RxStorageMemory } from 'rxdb/plugins/storage-memory';
import { openDeviceDatabase, openJournalDatabase } from '../../src-renderer/storage/register-database.ts';
import { openReplicaDatabase } from '../../src-renderer/storage/replica-database.ts';

export interface MemoryDisk {
  /** Opens the databases of a register as an app start does. */
  open(registerId: string): Promise<OpenDatabases>;
}

export type OpenDatabases = Awaited<ReturnType<typeof openAll>>;

async function openAll(registerId: string, storage: RxStorageMemory) {
  const [journal, replica, device] = await Promise.all([
    openJournalDatabase(registerId, storage),
    openReplicaDatabase(registerId, storage),
    openDeviceDatabase(storage),
  ]);
  return {
    journal: journal.journal,
    replica: replica.replica,
    device: device.device,
    /** Closes everything, as when the app ends; what was written stays on the disk. */
    close: async () => {
      await Promise.all([journal.close(), replica.close(), device.close()]);
    },
  };
}

let disks = 0;

/** A disk in memory that outlives the app on it, for tests of restarts. Each has its own files. */
export function memoryDisk(): MemoryDisk {
  // RxDB shares one map among all its memory storages; a disk of its own needs a map of its own.
  // And a name of its own, because RxDB does not open one database twice, which two machines with one profile do.
  disks += 1;
  const storage: RxStorageMemory = { ...getRxStorageMemory(), name: `memory-${disks}`, collectionStates: new Map() };
  return { open: (registerId) => openAll(registerId, storage) };
}
