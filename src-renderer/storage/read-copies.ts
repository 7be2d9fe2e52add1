import type { JournalMirrorPort, MirrorPage } from '../../domain/device/bridge.ts';
import { type JournalCollections, journalKey } from './register-database.ts';
import { type Copy, readCopy } from '../base/journal-copy.ts';

type JournalCollection = JournalCollections['journal'];

const BATCH = 500;

/** Reads entries one by one where all at once cannot be read, and leaves out what cannot. */
async function readKeys(collection: JournalCollection, keys: string[]): Promise<unknown[]> {
  const read = (some: string[]) => collection.storageInstance.findDocumentsById(some, false);
  try {
    return await read(keys);
  } catch {
    const singly = await Promise.allSettled(keys.map((key) => read([key])));
    return singly.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  }
}

/** The operations of a journal from one place to another, past every cache, as they were written. */
export async function readOperations(collection: JournalCollection, from: number, to: number): Promise<unknown[]> {
  const operations: unknown[] = [];
  for (let seq = Math.max(1, from); seq <= to; seq += BATCH) {
    const keys = Array.from({ length: Math.min(BATCH, to - seq + 1) }, (_, index) => journalKey(seq + index));
    const entries = (await readKeys(collection, keys)) as { operation?: unknown }[];
    operations.push(...entries.map((entry) => entry.operation));
  }
  return operations;
}

/** The highest place that a journal has an entry in; 0 when it is empty. */
export async function lastPlace(collection: JournalCollection): Promise<number> {
  const [newest] = await collection.find({ selector: {}, sort: [{ key: 'asc' }], limit: 1 }).exec();
  return newest === undefined ? 0 : Number(journalKey(0)) - Number(newest.key);
}

export interface MirrorReading {
  readonly copies: readonly Copy[];
  /** Lines that are no operation any more. */
  readonly damaged: number;
}

function readPage(page: MirrorPage, registerId: string): MirrorReading {
  // A device that was set up anew has the lines of its earlier register in the same file; those are not damaged.
  const parsed = page.lines.map((line) => JSON.parse(line) as unknown);
  const copies = parsed.flatMap((raw) => readCopy(raw, registerId) ?? []);
  return { copies, damaged: page.damaged.length + copies.filter((copy) => !copy.intact).length };
}

/** What the newest lines of a mirror say; null when it cannot be read at all. */
export async function readMirrorEnd(mirror: JournalMirrorPort, registerId: string): Promise<MirrorReading | null> {
  const page = await mirror.tail();
  return page.ok ? readPage(page.value, registerId) : null;
}

/** All of a mirror; null when it cannot be read to its end. */
export async function readMirror(mirror: JournalMirrorPort, registerId: string): Promise<MirrorReading | null> {
  const copies: Copy[] = [];
  let damaged = 0;
  for (let from: number | null = 0; from !== null; ) {
    const page = await mirror.read(from);
    if (!page.ok) return null;
    const reading = readPage(page.value, registerId);
    copies.push(...reading.copies);
    damaged += reading.damaged;
    from = page.value.next;
  }
  return { copies, damaged };
}
