import type { StoreReader } from '../../domain/base/define-document.ts';
import type { EventEffect } from '../../domain/base/effect.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { type Unknowns, unknownFacts } from '../../domain/registry/unknown-facts.ts';
import type { Movement } from '../stock/post-movements.ts';
import { advanceRegister, judgeOperation, quarantine, type RegisterState, type Verdict } from './judge-operation.ts';
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

/** What a batch of operations changes, before any of it is written. */
export interface Applied {
  readonly judged: Judged[];
  /** Holds every document that has a new state. */
  readonly overlay: StoreOverlay;
  readonly movements: Movement[];
  /** What happened and is no state of the store. */
  readonly events: EventEffect[];
  /** The operations that have their effect, in their order. */
  readonly operations: Operation[];
}

/** What became of a batch. */
export interface AppliedIntake extends Applied {
  /** Sound operations that follow on others than the server has: their registers run twice (rule J7). They have no place. */
  readonly broken: Taken[];
}

/** Applies an operation that may have its effect, on top of those before it. */
export function collect(into: Applied, operation: Operation, unknowns: Unknowns): void {
  const effects = applyOperation(into.overlay, operation);
  into.overlay.fold(effects);
  for (const effect of effects) {
    if (effect.kind === 'stock') into.movements.push({ ...effect, causeId: operation.id });
    if (effect.kind === 'event') into.events.push(effect);
  }
  into.operations.push(operation);
  into.overlay.fold(unknownFacts(into.overlay, operation, unknowns));
}

/**
 * Judges operations in their order and applies those that may have their effect. Moves the registers on, each up to an
 * operation that does not follow on the ones before it.
 * @param suspect the operation that the database would not take: it goes to quarantine unread.
 */
export function applyIntake(taken: readonly Taken[], base: StoreReader, unknowns: Unknowns, suspect: string | undefined): AppliedIntake {
  const stopped = new Set<RegisterState>();
  const into: AppliedIntake = {
    judged: [],
    overlay: new StoreOverlay(base),
    movements: [],
    events: [],
    operations: [],
    broken: [],
  };
  for (const { read, register } of taken) {
    if (stopped.has(register)) continue;
    const verdict: Verdict = read.id === suspect ? quarantine('cannot_be_applied') : judgeOperation(read, register, into.overlay);
    if (!verdict.ok && verdict.code === 'chain_broken') {
      stopped.add(register);
      into.broken.push({ read, register });
      continue;
    }
    advanceRegister(register, read, verdict);
    into.judged.push({ read, register, verdict });
    if (verdict.ok) collect(into, verdict.operation, unknowns);
  }
  return into;
}
