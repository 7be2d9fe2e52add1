import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageRemote, type MessageFromRemote } from 'rxdb/plugins/storage-remote';
import { Subject } from 'rxjs';

/** Dexie behind a Web Worker: a large pull never freezes the page. */
export function workerStorage(): RxStorage<unknown, unknown> {
  return getRxStorageRemote({
    identifier: 'replica',
    mode: 'one',
    messageChannelCreator: () => {
      const worker = new Worker(new URL('./storage.worker.ts', import.meta.url), { type: 'module' });
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
}
