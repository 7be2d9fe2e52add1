/**
 * Makes sure that a database of this device, if there is one, has the store that its documents lie in. Dexie puts a
 * store that is gone back, empty, without a word: what was lost would look like what never was. So this looks first,
 * past Dexie, and changes nothing.
 * @param database the name that RxDB knows it by. @param collection the collection whose documents are looked for.
 * @throws Error when the store is gone, or the database will not open.
 */
export async function checkStored(database: string, collection: string): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith(`rxdb-dexie-${database}--`) || !name.endsWith(`--${collection}`)) continue;
    if (!(await storesOf(name)).contains('docs')) throw new Error(`The database ${name} has lost its documents.`);
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
