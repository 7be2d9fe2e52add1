import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { exposeRxStorageRemote, type MessageToRemote } from 'rxdb/plugins/storage-remote';
import { Subject } from 'rxjs';

const messages$ = new Subject<MessageToRemote>();
addEventListener('message', (event: MessageEvent<MessageToRemote>) => messages$.next(event.data));

exposeRxStorageRemote({
  storage: getRxStorageDexie(),
  messages$,
  send: (message) => postMessage(message),
});
