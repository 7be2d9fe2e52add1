import type { DocumentDefinition, DocumentKey } from '../../domain/base/define-document.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import { shiftInUse } from '../../domain/shift/shift-in-use.ts';
import { currentOf, documentsOf, type StoreView } from '../kit/register-services.ts';
import type { ReplicaBase } from '../replica/replica-base.ts';
import { PendingOperations } from './pending-operations.ts';
import { ShownDocuments } from './shown-documents.ts';

const LET_GO_EVERY_MS = 3_600_000;

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
  /** Who is signed in: each drawer is of one person. */
  private associateId: string | null = null;
  /** When it was last looked for documents to let go of, epoch milliseconds. */
  private letGoAt = Number.NEGATIVE_INFINITY;
  private shown = ShownDocuments.of(() => []);

  constructor(registerId: string, base: ReplicaBase) {
    this.registerId = registerId;
    this.base = base;
    this.pending = new PendingOperations(base);
    this.lieOn(base);
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
    const keys = effects.flatMap((effect) => (effect.kind === 'document' ? [{ kind: effect.document, id: effect.id }] : []));
    const stock = effects.some((effect) => effect.kind === 'stock');
    const { stockVersion } = this.store.getState();
    this.store.setState({ ...this.partOf(keys, false), ...(stock && { stockVersion: stockVersion + 1 }) });
  }

  /** Shows the replica after a pull has changed these of its documents, with what is still pending on top. */
  update(complete: boolean, changes: readonly DocumentKey[]): void {
    const { base } = this;
    // Which exceptions are shown depends on it.
    const completed = this.complete !== complete;
    this.complete = complete;
    this.forgetSettled(this.pending.upTo(base.appliedSeq));
    const affected = this.pending.settle(base.appliedSeq, changes);
    this.store.setState({
      complete,
      stockVersion: this.store.getState().stockVersion + 1,
      catalogSize: base.catalog.size,
      pricesVersion: base.prices.version,
      company: base.company,
      store: base.store,
      ...this.partOf([...changes, ...affected], completed),
    });
  }

  /** Shows the shift of whoever is signed in now. */
  useAs(associateId: string | null): void {
    this.associateId = associateId;
    this.store.setState({ openShift: this.openShift() });
  }

  /** Lets go of documents whose time in memory is over. Looks once an hour. @param now epoch milliseconds. */
  letGo(now: number): void {
    if (Math.abs(now - this.letGoAt) < LET_GO_EVERY_MS) return;
    this.letGoAt = now;
    const keys = this.base.letGo(now);
    if (keys.length > 0) this.store.setState(this.partOf(keys, false));
  }

  /** Begins anew on a replica, with what the journal holds beyond it; what was recorded while that was read stays on top. */
  resume(pending: readonly Operation[], base: ReplicaBase, complete: boolean): void {
    const newest = pending.at(-1)?.seq ?? 0;
    const all = [...pending, ...this.pending.operations.filter((operation) => operation.seq > newest)];
    this.lieOn(base);
    this.letGoAt = Number.NEGATIVE_INFINITY;
    this.complete = complete;
    this.forgetSettled(all);
    this.pending.startOver(
      base,
      all.filter((operation) => operation.seq > base.appliedSeq),
    );
    this.store.setState(this.wholeView(this.store.getState().stockVersion + 1));
  }

  private lieOn(base: ReplicaBase): void {
    this.base = base;
    base.isNeeded = (key) => this.pending.touches(key);
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

  /** What looks different when these documents have changed. */
  private partOf(keys: readonly DocumentKey[], completed: boolean): Partial<StoreView> {
    this.shown = this.shown.after(keys, (definition, id) => this.find(definition, id));
    const { shown } = this;
    const changed = (definition: DocumentDefinition) => keys.some(({ kind }) => kind === definition.kind);
    return {
      ...(keys.length > 0 && { documents: shown.documents, current: shown.current }),
      ...((changed(exceptionDocument) || completed) && { exceptions: this.openExceptions() }),
      ...(changed(shiftDocument) && { openShift: this.openShift() }),
    };
  }

  /** A document that this store has, with what is pending on top. */
  private find(definition: DocumentDefinition, id: string): unknown {
    return this.base.isRemote(definition, id) ? undefined : this.overlay.get(definition, id);
  }

  /** All of a kind that this store has, with what is pending on top. */
  private merged(definition: DocumentDefinition): ReadonlyMap<string, unknown> {
    const own = [...this.overlay.changedOf(definition)].filter(([id]) => !this.base.isRemote(definition, id));
    return new Map([...this.base.all(definition), ...own]);
  }

  /**
   * While documents are still missing, what was done with them long ago would look like a disagreement here: whoever
   * settled it would settle something that nobody else knows of. So only what the server asks is shown until then.
   */
  private openExceptions(): readonly Exception[] {
    const known = this.base.all(exceptionDocument);
    const all = documentsOf(this.shown, exceptionDocument);
    return [...all.values()].filter(({ id, resolved }) => resolved === null && (this.complete || known.has(id)));
  }

  /** The shifts of this register, the newest first. */
  ownShifts(): readonly Shift[] {
    return [...documentsOf(this.shown, shiftDocument).values()]
      .filter((shift) => shift.registerId === this.registerId)
      .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  private openShift(): Shift | null {
    const own = [...currentOf(this.shown, shiftDocument).values()].filter((shift) => shift.registerId === this.registerId);
    return shiftInUse(own, this.associateId);
  }

  private wholeView(stockVersion: number): StoreView {
    const { base } = this;
    this.shown = ShownDocuments.of((definition) => this.merged(definition));
    const { documents, current } = this.shown;
    return {
      company: base.company,
      store: base.store,
      documents,
      current,
      exceptions: this.openExceptions(),
      openShift: this.openShift(),
      catalogSize: base.catalog.size,
      pricesVersion: base.prices.version,
      stockVersion,
      complete: this.complete,
    };
  }
}
