import { documentOfKind } from '../../domain/registry/documents.ts';
import type { DocumentKey, StoreReader } from '../../domain/base/define-document.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Effect } from '../../domain/base/effect.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Operation } from '../../domain/registry/operations.ts';

/** An operation that is laid on top, with what it changes and every document that this depends on. */
interface Laid {
  readonly operation: Operation;
  effects: readonly Effect[];
  touched: ReadonlySet<string>;
}

function keyOf(kind: string, id: string): string {
  return `${kind}|${id}`;
}

function documentKey(key: string): DocumentKey {
  const bar = key.indexOf('|');
  return { kind: key.slice(0, bar), id: key.slice(bar + 1) };
}

/** Whether operations write documents of this kind: no other has anything laid on top of it. */
function isWritten({ kind }: { readonly kind: string }): boolean {
  return (documentOfKind(kind)?.stored.in ?? 'projection') !== 'projection';
}

function written(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.kind === 'document' ? [keyOf(effect.document, effect.id)] : []));
}

/** A reader that notes which documents were looked at. */
function noting(reader: StoreReader, touched: Set<string>): StoreReader {
  return {
    get: (document, id) => {
      touched.add(keyOf(document.kind, id));
      return reader.get(document, id);
    },
  };
}

/**
 * Operations that the replica does not hold yet, laid over it in `seq` order (rule R3). When the replica changes, only
 * what touches a changed document, directly or through other operations, is laid on anew.
 */
export class PendingOperations {
  private overlayed: StoreOverlay;
  private laid: Laid[] = [];
  /** What all of them touch together; null until somebody asks. */
  private allTouched: ReadonlySet<string> | null = null;

  constructor(base: StoreReader) {
    this.overlayed = new StoreOverlay(base);
  }

  get overlay(): StoreOverlay {
    return this.overlayed;
  }

  get operations(): readonly Operation[] {
    return this.laid.map((one) => one.operation);
  }

  /** Those that a base with its operations up to `appliedSeq` holds. */
  upTo(appliedSeq: number): readonly Operation[] {
    return this.laid.slice(0, this.countUpTo(appliedSeq)).map((one) => one.operation);
  }

  get size(): number {
    return this.laid.length;
  }

  /** Whether one of them changes a document, or depends on it. */
  touches({ kind, id }: DocumentKey): boolean {
    this.allTouched ??= new Set(this.laid.flatMap((one) => [...one.touched]));
    return this.allTouched.has(keyOf(kind, id));
  }

  /** Lays one more on top. @returns what it changes. */
  add(operation: Operation): readonly Effect[] {
    const one: Laid = { operation, effects: [], touched: new Set() };
    this.lay(one);
    this.laid.push(one);
    this.allTouched = null;
    return one.effects;
  }

  /** Lays these over a base, and nothing else. */
  startOver(base: StoreReader, operations: readonly Operation[]): void {
    this.overlayed = new StoreOverlay(base);
    this.laid = [];
    this.allTouched = null;
    for (const operation of operations) this.add(operation);
  }

  /**
   * The base holds its operations up to `appliedSeq`, and these of its documents have changed.
   * @returns the documents that may look different on top.
   */
  settle(appliedSeq: number, changed: readonly DocumentKey[]): readonly DocumentKey[] {
    const settled = this.laid.slice(0, this.countUpTo(appliedSeq));
    const affected = new Set(changed.filter(isWritten).map(({ kind, id }) => keyOf(kind, id)));
    for (const { touched, effects } of settled) {
      for (const key of touched) affected.add(key);
      this.overlayed.takeBackStock(effects);
    }
    if (settled.length > 0) this.laid = this.laid.slice(settled.length);
    this.allTouched = null;
    const anew = this.reachedFrom(affected);
    for (const one of anew) this.overlayed.takeBackStock(one.effects);
    for (const key of affected) this.uncover(key);
    for (const one of anew) this.lay(one);
    return [...affected].map(documentKey);
  }

  private countUpTo(appliedSeq: number): number {
    let count = 0;
    while ((this.laid[count]?.operation.seq ?? Number.POSITIVE_INFINITY) <= appliedSeq) count += 1;
    return count;
  }

  /** The operations that touch one of these documents, and all that they touch; grows `affected` by that. */
  private reachedFrom(affected: Set<string>): readonly Laid[] {
    const reached = new Set<Laid>();
    if (affected.size === 0) return [];
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const one of this.laid) {
        if (reached.has(one) || ![...one.touched].some((key) => affected.has(key))) continue;
        reached.add(one);
        for (const key of one.touched) affected.add(key);
      }
    }
    return this.laid.filter((one) => reached.has(one));
  }

  private lay(one: Laid): void {
    const touched = new Set<string>();
    one.effects = applyOperation(noting(this.overlayed, touched), one.operation);
    for (const key of written(one.effects)) touched.add(key);
    one.touched = touched;
    this.overlayed.fold(one.effects);
  }

  private uncover(key: string): void {
    const { kind, id } = documentKey(key);
    this.overlayed.uncover(kind, id);
  }
}
