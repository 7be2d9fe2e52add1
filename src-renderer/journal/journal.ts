import { FIRST_PREV_HASH, type WrittenOperation } from '../../domain/base/envelope.ts';
import { isReadableVersion } from '../../domain/registry/upgrade-operation.ts';
import { WrittenByNewerApp } from '../storage/device-format.ts';
import { type JournalCollections, journalKey } from '../storage/register-database.ts';

/** Where the next operation goes. */
export interface JournalTail {
  readonly seq: number;
  readonly hash: string;
  readonly receiptCount: number;
}

const EMPTY: JournalTail = { seq: 0, hash: FIRST_PREV_HASH, receiptCount: 0 };

/** The register's journal: operations in `seq` order, each one document in one strict transaction (rule J1). */
export interface Journal {
  /** The newest operation's place, or the place before the first. Rejects with WrittenByNewerApp when a newer app has written it. */
  tail(): Promise<JournalTail>;
  /** Resolves when the operation is durable. Rejects when it was not written, or when the disk does not even tell. */
  append(operation: WrittenOperation): Promise<void>;
  /** The next `limit` operations after `seq`, in order, each in the version in which it was written. There are no gaps to skip. */
  after(seq: number, limit: number): Promise<WrittenOperation[]>;
}

/**
 * @param mirror is told of every operation once it is durable; it keeps the second copy (rule R5).
 */
export function openJournal(collection: JournalCollections['journal'], mirror: (operation: WrittenOperation) => void): Journal {
  /** Whether the disk holds the operation, asked past every cache. */
  async function isWritten({ seq, hash }: WrittenOperation): Promise<boolean> {
    const [entry] = await collection.storageInstance.findDocumentsById([journalKey(seq)], false);
    return entry?.operation.hash === hash;
  }

  return {
    async tail() {
      const [newest] = await collection.find({ selector: {}, sort: [{ key: 'asc' }], limit: 1 }).exec();
      if (newest === undefined) return EMPTY;
      const { version, seq, hash, receiptCount } = newest.toMutableJSON().operation;
      if (!isReadableVersion(version)) throw new WrittenByNewerApp('The journal');
      return { seq, hash, receiptCount };
    },
    async append(operation) {
      try {
        await collection.insert({ key: journalKey(operation.seq), operation });
      } catch (error) {
        // A transaction may be committed and fail to say so; a person told that it failed would sell a second time.
        if (!(await isWritten(operation))) throw error;
      }
      mirror(operation);
    },
    async after(seq, limit) {
      const range = { $gte: journalKey(seq + limit), $lt: journalKey(seq) };
      const entries = await collection.find({ selector: { key: range }, sort: [{ key: 'asc' }] }).exec();
      return entries.map((entry) => entry.toMutableJSON().operation).reverse();
    },
  };
}
