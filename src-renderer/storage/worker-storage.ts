import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageRemote, type MessageFromRemote } from 'rxdb/plugins/storage-remote';
import { Subject } from 'rxjs';

const workers = new Map<string, Worker>();

/** Ends a worker and lets go of all that it holds. */
export function endWorker(identifier: string): void {
  workers.get(identifier)?.terminate();
  workers.delete(identifier);
}

/** Dexie behind a Web Worker: a large pull never freezes the page. @param identifier names the worker; each name has one. */
export function workerStorage(identifier: string): RxStorage<unknown, unknown> {
  const storage = getRxStorageRemote({
    identifier,
    mode: 'one',
    messageChannelCreator: () => {
      const worker = new Worker(new URL('./storage.worker.ts', import.meta.url), { type: 'module' });
      workers.set(identifier, worker);
      const messages$ = new Subject<MessageFromRemote>();
      worker.addEventListener('message', (event: MessageEvent<MessageFromRemote>) => messages$.next(event.data));
      return Promise.resolve({
        messages$,
        send: (message) => worker.postMessage(message),
        close: () => {
          worker.terminate();
          return Promise.resolve();
        },
      });
    },
  });
  // RxDB opens a name once on storage of one name, and one that never opened would keep it.
  return Object.assign(storage, { name: `worker ${identifier}` });
}
