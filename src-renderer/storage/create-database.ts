import { createRxDatabase, type RxDatabase, type RxStorage } from 'rxdb/plugins/core';

/** Opens an RxDB database as every database of a register is opened: one window writes it, and screens read memory, not queries. */
export function createDatabase<Collections>(name: string, storage: RxStorage<unknown, unknown>): Promise<RxDatabase<Collections>> {
  return createRxDatabase<Collections>({ name, storage, multiInstance: false, eventReduce: false });
}
