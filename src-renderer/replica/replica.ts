import { DOCUMENTS } from '../../domain/registry/registry.ts';
import type { DocumentDefinition, DocumentKey } from '../../domain/base/define-document.ts';
import { readsOf } from '../../domain/registry/apply-operation.ts';
import { documentOfKind } from '../../domain/registry/documents.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Change, Checkpoint, PullResponse } from '../../domain/protocol/protocol.ts';
import { StorageFailed } from '../storage/storage-error.ts';
import { leavesMemory } from './let-go.ts';
import { ReplicaBase } from './replica-base.ts';
import type { ReplicaCollections, ReplicaEntry } from '../storage/replica-database.ts';

const CHECKPOINT_ID = '!checkpoint';

/**
 * The format of the documents and of how they are kept. Raise it only when older copies cannot be read: a replica of
 * another format is thrown away, and the register needs its server before it can work on (rule R5).
 */
const REPLICA_FORMAT = 1;

interface StoredCheckpoint {
  /** The {@link REPLICA_FORMAT} it was written in; replicas that do not tell are of the first. */
  readonly format?: number;
  readonly checkpoint: Checkpoint;
  /** The epoch of the database in which the checkpoint was reached; it goes to the server with it. */
  readonly epoch?: string | null;
  /** What earlier apps called `epoch`. */
  readonly life?: string | null;
  readonly appliedSeq: number;
  /** The hash that the server's operation at `appliedSeq` carries; null when it was not told. */
  readonly appliedHash?: string | null;
  /** Epoch milliseconds at which a pull last found nothing more; null before the first. */
  readonly completeAt: number | null;
}

/** All but the kinds that stay on disk, in the order of the primary key: `kind|id` lies between `kind|` and `kind}`. */
const HELD_IN_MEMORY: readonly { readonly id: { readonly $gt?: string; readonly $lt?: string } }[] = (() => {
  const onDisk = DOCUMENTS.filter((definition) => definition.held === 'disk')
    .map(({ kind }) => kind)
    .sort();
  return [undefined, ...onDisk].map((after, index) => {
    const before = onDisk[index];
    return { id: { ...(after !== undefined && { $gt: `${after}}` }), ...(before !== undefined && { $lt: `${before}|` }) } };
  });
})();

/** A pull that brings nothing new is noted on the disk no more often than this. */
const NOTE_EVERY_MS = 5 * 60_000;

const START: StoredCheckpoint = { checkpoint: {}, appliedSeq: 0, completeAt: null };

/** The register's copy of the world: on disk, and in memory for the screens. The server writes it, by pulls (rule R1). */
export class Replica {
  base = new ReplicaBase();
  private stored = START;
  /** The first answers of a pull that goes on: not shown, and not on the disk. */
  private unfinished: { readonly checkpoint: Checkpoint; readonly epoch: string | null; readonly changes: Map<string, Change> } | null =
    null;
  /** When the checkpoint was last written, epoch milliseconds. */
  private notedAt: number | null = null;
  /** Writes come one after the other, so that throwing away and taking in never meet. */
  private lastWrite: Promise<unknown> = Promise.resolve();
  private readonly collection: ReplicaCollections['replica'];
  /** Whether something on the disk could not be understood, since the replica was last thrown away by a person. */
  foundDamaged = false;

  constructor(collection: ReplicaCollections['replica']) {
    this.collection = collection;
  }

  /** Where the next pull goes on. */
  get checkpoint(): Checkpoint {
    return this.unfinished?.checkpoint ?? this.stored.checkpoint;
  }

  /** How far what is shown has come in a scope. */
  reached(scope: string): number {
    return this.stored.checkpoint[scope] ?? 0;
  }

  /** The database's epoch that goes with {@link checkpoint}. */
  get epoch(): string | null {
    return this.unfinished?.epoch ?? this.stored.epoch ?? this.stored.life ?? null;
  }

  /** The hash that goes with `base.appliedSeq`; null when the server did not tell. */
  get appliedHash(): string | null {
    return this.stored.appliedHash ?? null;
  }

  get completeAt(): number | null {
    return this.stored.completeAt;
  }

  /**
   * Reads the replica from disk into memory. One of another format, older or newer, or one that is damaged is thrown away:
   * the next pull brings all of it again (rule R5). Rejects when the disk cannot be read.
   */
  async load(): Promise<void> {
    const [first] = await this.collection.storageInstance.findDocumentsById([CHECKPOINT_ID], false);
    const entries: ReplicaEntry[] = [];
    for (const selector of HELD_IN_MEMORY) {
      entries.push(...(await this.collection.find({ selector, sort: [{ id: 'asc' }] }).exec()));
    }
    const stored = first === undefined ? START : readCheckpoint(first.body);
    const base = new ReplicaBase();
    const sound = stored !== null && (first !== undefined || entries.length === 0) && fillBase(base, entries);
    if (!sound) this.foundDamaged = true;
    if (!sound || (stored.format ?? 1) !== REPLICA_FORMAT) return this.throwAway();
    this.stored = stored;
    base.appliedSeq = stored.appliedSeq;
    this.base = base;
  }

  /**
   * Stores what a pull brought, with its checkpoint, in one transaction; then shows it. When it rejects, nothing was
   * stored and nothing is shown. An answer to a question that is no longer asked (the replica was thrown away while
   * it travelled) is dropped. A feed that names each document once, at its newest change, agrees with itself only at
   * its end: a replica that was complete before takes several answers in as one, so that what one operation changed
   * is never there in part (rule R3). The very first pull is shown as it comes.
   * @param from the checkpoint that the pull started at. @param now epoch milliseconds.
   * @param show called with the changes in the same breath in which the documents change: whoever lays something on top
   * of them must never be seen with it on the wrong ones (rule R3). Not called before the last answer of a pull.
   */
  take(
    from: Checkpoint,
    response: PullResponse,
    now: number,
    show: (changes: readonly DocumentKey[]) => void = () => undefined,
  ): Promise<void> {
    return this.alone(async () => {
      if (from !== this.checkpoint) return;
      // One map for all answers of a pull: a copy for each would make a long absence quadratic.
      const changes = this.unfinished?.changes ?? new Map<string, Change>();
      for (const change of response.changes) changes.set(`${change.kind}|${change.id}`, change);
      if (response.complete || this.stored.completeAt === null) {
        const whole = { ...response, changes: [...changes.values()] };
        const gone = this.putIn(whole, await this.write(whole, now));
        show([...whole.changes, ...gone]);
      } else this.unfinished = { checkpoint: response.checkpoint, epoch: response.epoch ?? null, changes };
    });
  }

  private alone<T>(task: () => Promise<T>): Promise<T> {
    const result = this.lastWrite.then(task);
    this.lastWrite = result.catch(() => undefined);
    return result;
  }

  /** @returns what the disk holds then. */
  private async write(response: PullResponse, now: number): Promise<StoredCheckpoint> {
    const next: StoredCheckpoint = {
      format: REPLICA_FORMAT,
      checkpoint: response.checkpoint,
      epoch: response.epoch ?? null,
      ...(response.appliedSeq >= this.stored.appliedSeq
        ? { appliedSeq: response.appliedSeq, appliedHash: response.appliedHash ?? null }
        : { appliedSeq: this.stored.appliedSeq, appliedHash: this.stored.appliedHash ?? null }),
      completeAt: response.complete ? now : this.stored.completeAt,
    };
    const entries: ReplicaEntry[] = response.changes.map((change) => ({
      id: `${change.kind}|${change.id}`,
      body: change.body === null || change.body === undefined ? '' : JSON.stringify(change.body),
    }));
    const noted = this.notedAt !== null && now - this.notedAt < NOTE_EVERY_MS;
    if (entries.length > 0 || !noted || next.appliedSeq !== this.stored.appliedSeq) {
      const written = await this.collection
        .bulkUpsert([...entries, { id: CHECKPOINT_ID, body: JSON.stringify(next) }])
        .catch((error: unknown) => {
          throw new StorageFailed(error);
        });
      const [failure] = written.error;
      if (failure !== undefined) throw new StorageFailed(new Error(`The replica could not be written: ${failure.status}`));
      this.notedAt = now;
    }
    return next;
  }

  /** @returns rules of before that are gone. */
  private putIn(response: PullResponse, next: StoredCheckpoint): readonly DocumentKey[] {
    this.stored = next;
    this.unfinished = null;
    for (const change of response.changes) this.base.put(change.kind, change.id, change.body ?? null);
    this.base.appliedSeq = next.appliedSeq;
    return response.complete ? this.base.forgetEarlierRules() : [];
  }

  /** Holds in memory what the disk has of a kind under a number, and what ended with it. @returns which documents that are. */
  async recall(document: DocumentDefinition, number: string): Promise<readonly DocumentKey[]> {
    const { gone } = this.base;
    const recalled: DocumentKey[] = [];
    for (const id of gone.idsOf(document, number)) {
      if ((await this.hold(document, id)) === undefined) continue;
      const others = gone.endedWith(id);
      await this.holdKeys(others);
      recalled.push(document.key(id), ...others);
    }
    return recalled;
  }

  /** Finds a document of a kind that can be on the disk alone, and holds it in memory from then on. */
  async hold<B>(document: DocumentDefinition<string, B>, id: string): Promise<B | undefined> {
    return this.base.all(document).get(id) ?? (await this.alone(() => this.readIn(document, id)));
  }

  private async readIn<B>(document: DocumentDefinition<string, B>, id: string): Promise<B | undefined> {
    const held = this.base.all(document).get(id);
    if (held !== undefined) return held;
    const entry = await this.collection.findOne(`${document.kind}|${id}`).exec();
    if (entry === null || entry.body === '') return undefined;
    const body = readBody(document, id, entry.body);
    if (body === undefined) {
      // The server still knows it; what the replica has of it is no better than nothing.
      this.foundDamaged = true;
      return undefined;
    }
    this.base.hold(document, body);
    return body;
  }

  /** Holds every document that these operations look at and that can be on the disk alone. */
  holdFor(operations: readonly Operation[]): Promise<void> {
    return this.holdKeys(operations.flatMap(readsOf));
  }

  private async holdKeys(keys: readonly DocumentKey[]): Promise<void> {
    for (const { kind, id } of keys) {
      const definition = documentOfKind(kind);
      if (definition !== undefined && leavesMemory(definition)) await this.hold(definition, id);
    }
  }

  /**
   * Forgets everything, on disk and in memory (rule R5). The rules by which the register works count until all is pulled again.
   * @param prepare reads what will be laid on top of nothing, while no answer can be taken; it gives what `show` is in {@link take}.
   */
  throwAway(prepare: () => Promise<() => void> = () => Promise.resolve(() => undefined)): Promise<void> {
    return this.alone(async () => {
      const show = await prepare();
      const ids = (await this.collection.find().exec()).map((entry) => entry.id);
      await this.collection.bulkRemove(ids);
      this.stored = { ...START, checkpoint: {} };
      this.unfinished = null;
      const base = new ReplicaBase();
      base.keepRulesOf(this.base);
      this.base = base;
      show();
    });
  }
}

function readBody<B>(document: DocumentDefinition<string, B>, id: string, text: string): B | undefined {
  try {
    const body = JSON.parse(text) as B;
    return document.idOf(body) === id ? document.completed(body) : undefined;
  } catch {
    return undefined;
  }
}

/** How far the register's own operations are in a replica on the disk; 0 when it does not tell. */
export async function readAppliedSeq(collection: ReplicaCollections['replica']): Promise<number> {
  const [entry] = await collection.storageInstance.findDocumentsById([CHECKPOINT_ID], false);
  return (entry === undefined ? null : readCheckpoint(entry.body))?.appliedSeq ?? 0;
}

function readCheckpoint(body: unknown): StoredCheckpoint | null {
  try {
    const stored = JSON.parse(String(body)) as StoredCheckpoint | null;
    const { checkpoint, appliedSeq } = stored ?? {};
    return typeof checkpoint === 'object' && Number.isSafeInteger(appliedSeq) ? stored : null;
  } catch {
    return null;
  }
}

/** Puts documents from the disk in; false when one of them cannot be understood. */
function fillBase(base: ReplicaBase, entries: readonly ReplicaEntry[]): boolean {
  try {
    for (const { id, body } of entries) {
      const bar = id.indexOf('|');
      if (bar < 0 || body === '') continue;
      const document: unknown = JSON.parse(body);
      if (typeof document !== 'object' || document === null) return false;
      base.put(id.slice(0, bar), id.slice(bar + 1), document);
    }
    return true;
  } catch {
    return false;
  }
}
