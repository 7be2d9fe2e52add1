import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { OpenDatabases } from '../support/memory-databases.ts';
import type { RegisterKeys } from './fill-registers.ts';

/** Starts the app of a register, without a screen. What goes wrong in it ends the benchmark. */
export function runRegister({ journal, replica }: OpenDatabases, keys: RegisterKeys, url: string): Promise<RunningRegister> {
  const { registerId, storeId, prefix, token } = keys;
  return startRegister({
    identity: { registerId, storeId, storeName: storeId, prefix },
    journal,
    replica,
    client: serverClient(url, token),
    mirror: () => undefined,
    notes: { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), writeBehind: () => undefined },
    onError: (error) => {
      throw error;
    },
    now: () => Date.now(),
    random: Math.random,
  });
}
