import { applyOperation } from '../../domain/apply/apply-operation.ts';
import type { Effect, StoreReader, UnfulfilledUnits } from '../../domain/apply/effect.ts';
import { StoreOverlay } from '../../domain/apply/store-overlay.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import type { Operation, OperationOf } from '../../domain/operation/operation.ts';
import type { Movement } from '../stock/post-movements.ts';
import { advanceRegister, judgeOperation, type RegisterState, type Verdict } from './judge-operation.ts';
import type { ReadOperation } from './read-operation.ts';

/** An operation whose turn has come, and its register. */
export interface Taken {
  readonly read: ReadOperation;
  readonly register: RegisterState;
}

/** An operation that has its place, and what became of it. */
export interface Judged extends Taken {
  readonly verdict: Verdict;
}

/** What became of a resolution that a batch holds. */
export type Resolution = Extract<Effect, { kind: 'resolution' }>;

/** What a batch of operations changes, before any of it is written. */
export interface Applied {
  readonly judged: Judged[];
  /** Holds every document that has a new state. */
  readonly overlay: StoreOverlay;
  readonly movements: Movement[];
  readonly unfulfilled: UnfulfilledUnits[];
  readonly resolutions: Resolution[];
  readonly returns: OperationOf<'goods_returned'>[];
}

/** What became of a batch. */
export interface AppliedIntake extends Applied {
  /** Sound operations that follow on others than the server has: their registers run twice (rule J7). They have no place. */
  readonly broken: Taken[];
}

function unknownSkuExceptions(operation: OperationOf<'sale_completed'>, unknownSkus: ReadonlySet<string>): Exception[] {
  const units = new Map<string, number>();
  for (const { sku, quantity } of operation.payload.lines) if (unknownSkus.has(sku)) units.set(sku, (units.get(sku) ?? 0) + quantity);
  return [...units].map(([sku, quantity]) => ({
    id: `unknown_sku:${operation.storeId}:${sku}`,
    storeId: operation.storeId,
    kind: 'unknown_sku',
    operationId: operation.id,
    subject: sku,
    explanation: `Receipt ${operation.payload.receiptNumber} sold ${sku}, which is not in the catalog.`,
    openedAt: operation.at,
    goods: [{ sku, quantity }],
    resolved: null,
  }));
}

/** Applies an operation that may have its effect, on top of those before it. */
export function collect(into: Applied, operation: Operation, unknownSkus: ReadonlySet<string>): void {
  const effects = applyOperation(into.overlay, operation);
  into.overlay.fold(effects);
  for (const effect of effects) {
    switch (effect.kind) {
      case 'stock':
        into.movements.push({ ...effect, causeId: operation.id });
        break;
      case 'unfulfilled':
        into.unfulfilled.push(effect.units);
        break;
      case 'resolution':
        into.resolutions.push(effect);
        break;
      case 'fulfillment_order':
      case 'sale':
      case 'shift':
      case 'exception':
        break;
    }
  }
  if (operation.type === 'goods_returned') into.returns.push(operation);
  if (operation.type !== 'sale_completed') return;
  into.overlay.fold(unknownSkuExceptions(operation, unknownSkus).map((exception) => ({ kind: 'exception', exception })));
}

/**
 * Judges operations in their order and applies those that may have their effect. Moves the registers on, each up to an
 * operation that does not follow on the ones before it.
 * @param unknownSkus SKUs among those sold that the catalog does not have: a sale of one is a fact all the same (rule J5).
 * @param suspect the operation that the database would not take: it goes to quarantine unread.
 */
export function applyIntake(taken: readonly Taken[], base: StoreReader, unknownSkus: ReadonlySet<string>, suspect: string | undefined): AppliedIntake {
  const stopped = new Set<RegisterState>();
  const into: AppliedIntake = {
    judged: [], overlay: new StoreOverlay(base), movements: [], unfulfilled: [], resolutions: [], returns: [],
    broken: [],
  };
  for (const { read, register } of taken) {
    if (stopped.has(register)) continue;
    const verdict: Verdict =
      read.id === suspect
        ? { ok: false, code: 'cannot_be_applied', message: 'The pool could not write what this operation asks for.' }
        : judgeOperation(read, register, into.overlay);
    if (!verdict.ok && verdict.code === 'chain_broken') {
      stopped.add(register);
      into.broken.push({ read, register });
      continue;
    }
    advanceRegister(register, read, verdict);
    into.judged.push({ read, register, verdict });
    if (verdict.ok) collect(into, verdict.operation, unknownSkus);
  }
  return into;
}
