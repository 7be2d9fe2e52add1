import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Effect } from '../../domain/base/effect.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { StoreView } from '../app/register-services.ts';
import type { ReplicaBase } from '../replica/replica-base.ts';
import { PendingOperations } from './pending-operations.ts';

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
    this.giveBackSettled(this.pending.upTo(base.appliedSeq));
    const affected = this.pending.settle(base.appliedSeq, changes);
    const kinds = new Set([...changes.map(({ kind }) => kind), ...affected]);
    this.store.setState({
      complete,
      stockVersion: this.store.getState().stockVersion + 1,
      catalogSize: base.catalog.size,
      company: base.company,
      store: base.store,
      ...(kinds.has('associate') && { associates: [...base.associates.values()] }),
      ...(kinds.has('promotion') && { promotions: [...base.promotions.values()] }),
      ...(kinds.has('late_resolution') && { lateResolutions: [...base.lateResolutions.values()] }),
      ...(kinds.has('quarantined_operation') && { quarantined: [...base.quarantined.values()] }),
      ...((kinds.has('exception') || completed) && { exceptions: this.openExceptions() }),
      ...(kinds.has('fulfillment_order') && { fulfillmentOrders: this.mergedOrders() }),
      ...(kinds.has('shift') && { openShift: this.openShift() }),
    });
  }

  /** Begins anew on a replica, with what the journal holds beyond it; what was recorded while that was read stays on top. */
  resume(pending: readonly Operation[], base: ReplicaBase, complete: boolean): void {
    const newest = pending.at(-1)?.seq ?? 0;
    const all = [...pending, ...this.pending.operations.filter((operation) => operation.seq > newest)];
    this.base = base;
    this.complete = complete;
    this.giveBackSettled(all);
    this.pending.startOver(
      base,
      all.filter((operation) => operation.seq > base.appliedSeq),
    );
    this.store.setState(this.wholeView(this.store.getState().stockVersion + 1));
  }

  private giveBackSettled(operations: readonly Operation[]): void {
    for (const operation of operations) if (operation.seq <= this.base.appliedSeq) this.base.giveBack(operation);
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
    const part: { -readonly [K in keyof StoreView]?: StoreView[K] } = {};
    if (effects.some((effect) => effect.kind === 'fulfillment_order')) part.fulfillmentOrders = this.mergedOrders();
    if (effects.some((effect) => effect.kind === 'shift')) part.openShift = this.openShift();
    if (effects.some((effect) => effect.kind === 'exception')) part.exceptions = this.openExceptions();
    if (effects.some((effect) => effect.kind === 'stock')) part.stockVersion = this.store.getState().stockVersion + 1;
    return part;
  }

  private mergedOrders(): StoreView['fulfillmentOrders'] {
    const own = [...this.overlay.fulfillmentOrders].filter(([id]) => this.base.fulfillmentOrders.has(id));
    return new Map([...this.base.fulfillmentOrders, ...own]);
  }

  /**
   * While documents are still missing, what was done with them long ago would look like a disagreement here: whoever
   * settled it would settle something that nobody else knows of. So only what the server asks is shown until then.
   */
  private openExceptions(): readonly Exception[] {
    const all = new Map([...this.base.exceptions, ...this.overlay.exceptions]);
    return [...all.values()].filter(({ id, resolved }) => resolved === null && (this.complete || this.base.exceptions.has(id)));
  }

  /** The shifts of this register, the newest first. */
  ownShifts(): readonly Shift[] {
    const shifts = new Map([...this.base.shifts, ...this.overlay.shifts]);
    return [...shifts.values()].filter((shift) => shift.registerId === this.registerId).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  private openShift(): Shift | null {
    const shifts = new Map([...this.base.shifts, ...this.overlay.shifts]);
    for (const shift of shifts.values()) {
      if (shift.registerId === this.registerId && shift.closed === null) return shift;
    }
    return null;
  }

  private wholeView(stockVersion: number): StoreView {
    const { base } = this;
    return {
      company: base.company,
      store: base.store,
      associates: [...base.associates.values()],
      promotions: [...base.promotions.values()],
      exceptions: this.openExceptions(),
      quarantined: [...base.quarantined.values()],
      lateResolutions: [...base.lateResolutions.values()],
      fulfillmentOrders: this.mergedOrders(),
      openShift: this.openShift(),
      catalogSize: base.catalog.size,
      stockVersion,
      complete: this.complete,
    };
  }
}
