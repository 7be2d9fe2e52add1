/** What lies on the device's disk, read past the app and before it has started. */
export interface Disk {
  /** A JSON array of the journal's operations by `seq`: a text travels faster to the driver than many objects. */
  readonly journal: string;
  /** How many journals there are; a damaged one is set aside beside the one that counts. */
  readonly journals: number;
}

const MIRROR = 'journal-mirror.jsonl';
const TAIL_BYTES = 64 * 1024;
const LOOK_AGAIN_MS = 5;

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not say why.'));
  });
}

async function readJournal(name: string): Promise<{ readonly seq: number }[]> {
  const database = await answerOf(indexedDB.open(name));
  const rows = await answerOf<{ operation: { seq: number } }[]>(database.transaction('docs').objectStore('docs').getAll());
  database.close();
  return rows.map(({ operation }) => operation).sort((a, b) => a.seq - b.seq);
}

async function mirrorFile(): Promise<Blob> {
  try {
    return await (await (await navigator.storage.getDirectory()).getFileHandle(MIRROR)).getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return new Blob();
    throw error;
  }
}

/** Reads the journal from IndexedDB. */
export async function readDisk(): Promise<Disk> {
  const names = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .filter((name) => name.includes('outpost-journal-') && name.endsWith('--journal'));
  const journal = names[0] === undefined ? [] : await readJournal(names[0]);
  return { journal: JSON.stringify(journal), journals: names.length };
}

function lastSeq(tail: string): number {
  const line = tail.slice(0, tail.lastIndexOf('\n')).split('\n').at(-1) ?? '';
  return line.startsWith('{') ? (JSON.parse(line) as { seq: number }).seq : 0;
}

/** Waits until the running app has written the mirror up to a `seq`, and reads it; as it is then when that takes too long. */
export async function readMirrorUpTo(seq: number, withinMs: number): Promise<string> {
  const until = performance.now() + withinMs;
  for (;;) {
    const file = await mirrorFile();
    if (lastSeq(await file.slice(Math.max(0, file.size - TAIL_BYTES)).text()) >= seq || performance.now() > until) return file.text();
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
