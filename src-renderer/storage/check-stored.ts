import { answered, retry } from '../base/timeout.ts';

/**
 * Makes sure that a database of this device, if there is one, opens, and has the store that its documents lie in. Dexie
 * puts a store that is gone back, empty, without a word: what was lost would look like what never was. RxDB, for its
 * part, never asks again for what failed to open once. So this looks first, past both, and changes nothing.
 * @param database the name that RxDB knows it by. @param collection the collection whose documents are looked for.
 * @throws NeverAnswered when opening it does not end. @throws Error when the store is gone, or the database does not open,
 * three times in a row.
 */
export async function checkStored(database: string, collection: string): Promise<void> {
  const all = await retry(() => answered('This device’s storage', indexedDB.databases()));
  for (const { name = '' } of all) {
    if (!name.startsWith(`rxdb-dexie-${database}--`) || !name.endsWith(`--${collection}`)) continue;
    const stores = await retry(() => answered(`The database ${name}`, storesOf(name)));
    if (!stores.contains('docs')) throw new Error(`The database ${name} has lost its documents.`);
  }
}

function storesOf(name: string): Promise<DOMStringList> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      resolve(request.result.objectStoreNames);
      request.result.close();
    };
    request.onerror = () => reject(request.error ?? new Error(`The database ${name} does not open.`));
  });
}
