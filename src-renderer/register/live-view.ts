import { DOCUMENTS } from '../../domain/registry/registry.ts';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Effect } from '../../domain/base/effect.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import { documentsOf, type StoreView } from '../kit/register-services.ts';
import type { ReplicaBase } from '../replica/replica-base.ts';
import { PendingOperations } from './pending-operations.ts';

/** The kinds that screens find in the view. Those on disk are found by asking for them. */
const SHOWN = (DOCUMENTS as readonly DocumentDefinition[]).filter((definition) => definition.held === 'memory');

/**
 * The replica with pending operations on top: the one place where what a screen shows is made (rule R3). An operation
 * is on top from the moment it is recorded until the replica's own documents hold its effects, never both, never neither.
 */
export class LiveView {
  readonly store: StoreApi<StoreView>;
  private base: ReplicaBase;
  private readonly pending: PendingOperations;
  private readonly registerId: string;
  private complete = false;

  constructor(registerId: string, base: ReplicaBase) {
    this.registerId = registerId;
    this.base = base;
    this.pending = new PendingOperations(base);
    this.store = createStore<StoreView>(() => this.wholeView(0));
  }

  get reader(): StoreOverlay {
    return this.pending.overlay;
  }

  private get overlay(): StoreOverlay {
    return this.pending.overlay;
  }

  /** Operations that the replica does not hold yet, in `seq` order. */
  get pendingOperations(): readonly Operation[] {
    return this.pending.operations;
  }

  /** Whether every operation of this register is in the replica. */
  get isSettled(): boolean {
    return this.pending.size === 0;
  }

  /** Lays a just recorded operation on top. */
  add(operation: Operation): void {
    const effects = this.pending.add(operation);
    this.store.setState(this.partChangedBy(effects));
  }

  /** Shows the replica after a pull has changed these of its documents, with what is still pending on top. */
  update(complete: boolean, changes: readonly { readonly kind: string; readonly id: string }[]): void {
    const { base } = this;
    // Which exceptions are shown depends on it.
    const completed = this.complete !== complete;
    this.complete = complete;
    this.forgetSettled(this.pending.upTo(base.appliedSeq));
    const affected = this.pending.settle(base.appliedSeq, changes);
    const kinds = new Set([...changes.map(({ kind }) => kind), ...affected]);
    this.store.setState({
      complete,
      stockVersion: this.store.getState().stockVersion + 1,
      catalogSize: base.catalog.size,
      company: base.company,
      store: base.store,
      ...this.partOf(kinds, completed),
    });
  }

  /** Begins anew on a replica, with what the journal holds beyond it; what was recorded while that was read stays on top. */
  resume(pending: readonly Operation[], base: ReplicaBase, complete: boolean): void {
    const newest = pending.at(-1)?.seq ?? 0;
    const all = [...pending, ...this.pending.operations.filter((operation) => operation.seq > newest)];
    this.base = base;
    this.complete = complete;
    this.forgetSettled(all);
    this.pending.startOver(
      base,
      all.filter((operation) => operation.seq > base.appliedSeq),
    );
    this.store.setState(this.wholeView(this.store.getState().stockVersion + 1));
  }

  private forgetSettled(operations: readonly Operation[]): void {
    for (const operation of operations) if (operation.seq <= this.base.appliedSeq) this.base.forgetRemote(operation);
  }

  stockOf(storeId: string, sku: string): StockLevel | undefined {
    const level = this.base.stock.get(sku);
    const change = this.overlay.stockChange(storeId, sku);
    if (level === undefined) {
      if (change.onHand === 0 && change.reserved === 0) return undefined;
      return { sku, onHand: change.onHand, reserved: change.reserved, safetyStock: 0, stalenessBuffer: 0, bin: null };
    }
    return { ...level, onHand: level.onHand + change.onHand, reserved: level.reserved + change.reserved };
  }

  private partChangedBy(effects: readonly Effect[]): Partial<StoreView> {
    const kinds = new Set(effects.flatMap((effect) => (effect.kind === 'document' ? [effect.document] : [])));
    const stock = effects.some((effect) => effect.kind === 'stock');
    return { ...this.partOf(kinds, false), ...(stock && { stockVersion: this.store.getState().stockVersion + 1 }) };
  }

  /** What looks different when documents of these kinds have changed. */
  private partOf(kinds: ReadonlySet<string>, completed: boolean): Partial<StoreView> {
    const shown = SHOWN.filter(({ kind }) => kinds.has(kind));
    const changed = shown.map((definition) => [definition.kind, this.merged(definition)] as const);
    const documents = new Map([...this.store.getState().documents, ...changed]);
    return {
      ...(changed.length > 0 && { documents }),
      ...((kinds.has(exceptionDocument.kind) || completed) && { exceptions: this.openExceptions({ documents }) }),
      ...(kinds.has(shiftDocument.kind) && { openShift: this.openShift({ documents }) }),
    };
  }

  /** All documents of a kind that this store has, with what is pending on top. */
  private merged<B>(definition: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
    const own = [...this.overlay.changedOf(definition)].filter(([id]) => !this.base.isRemote(definition, id));
    return new Map([...this.base.all(definition), ...own]);
  }

  /**
   * While documents are still missing, what was done with them long ago would look like a disagreement here: whoever
   * settled it would settle something that nobody else knows of. So only what the server asks is shown until then.
   */
  private openExceptions(view: Pick<StoreView, 'documents'>): readonly Exception[] {
    const known = this.base.all(exceptionDocument);
    const all = documentsOf(view, exceptionDocument);
    return [...all.values()].filter(({ id, resolved }) => resolved === null && (this.complete || known.has(id)));
  }

  /** The shifts of this register, the newest first. */
  ownShifts(): readonly Shift[] {
    return [...this.merged(shiftDocument).values()]
      .filter((shift) => shift.registerId === this.registerId)
      .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  private openShift(view: Pick<StoreView, 'documents'>): Shift | null {
    for (const shift of documentsOf(view, shiftDocument).values()) {
      if (shift.registerId === this.registerId && shift.closed === null) return shift;
    }
    return null;
  }

  private wholeView(stockVersion: number): StoreView {
    const { base } = this;
    const documents = new Map(SHOWN.map((definition) => [definition.kind, this.merged(definition)]));
    return {
      company: base.company,
      store: base.store,
      documents,
      exceptions: this.openExceptions({ documents }),
      openShift: this.openShift({ documents }),
      catalogSize: base.catalog.size,
      stockVersion,
      complete: this.complete,
    };
  }
}
