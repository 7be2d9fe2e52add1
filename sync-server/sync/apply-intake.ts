import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Effect, StoreReader, UnfulfilledUnits } from '../../domain/base/effect.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { addGoods, raiseException } from '../../domain/exceptions/raise.ts';
import { operationWords } from '../../domain/registry/operation-words.ts';
import type { Operation, OperationOf } from '../../domain/registry/operations.ts';
import { isPlausibleBusinessDate } from '../../domain/base/plausible-date.ts';
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

/** What the pool is asked about everything that a batch names and no document holds. */
export interface Unknowns {
  /** SKUs among those sold that the catalog does not have: a sale of one is a fact all the same (rule J5). */
  readonly skus: ReadonlySet<string>;
  /** Associates that nobody knows. */
  readonly associates: ReadonlySet<string>;
  /** The server's date, YYYY-MM-DD. */
  readonly today: string;
  /** Registers that record what happened long ago. */
  readonly history?: ReadonlySet<string>;
}

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

/** What an operation names and nobody knows, and the date that its register believes in (rules J5, A3). */
function strangeThings(reader: StoreReader, operation: Operation, { skus, associates, today, history }: Unknowns): Effect[] {
  const { storeId, registerId, associateId, businessDate } = operation;
  const effects: Effect[] = [];
  if (operation.type === 'sale_completed') {
    const { receiptNumber, lines } = operation.payload;
    const sold = addGoods(lines.filter((line) => skus.has(line.sku)));
    for (const one of sold) {
      effects.push(
        raiseException(reader, operation, {
          kind: 'unknown_sku',
          about: `${storeId}:${one.sku}`,
          subject: one.sku,
          goods: [one],
          explain: (goods) =>
            `Receipt ${receiptNumber} sold ${one.sku}, which is not in the catalog. So far ` +
            `${goods[0]?.quantity ?? one.quantity} were sold.`,
        }),
      );
    }
  }
  if (associateId !== null && associates.has(associateId)) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'unknown_associate',
        about: `${storeId}:${associateId}`,
        subject: associateId,
        explain: () => `A register recorded ${operationWords(operation.type)} in the name of ${associateId}, whom nobody knows.`,
      }),
    );
  }
  if (history?.has(registerId) !== true && !isPlausibleBusinessDate(businessDate, today)) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'business_date_off',
        about: `${registerId}:${businessDate}`,
        subject: businessDate,
        explain: () =>
          `A register recorded ${operationWords(operation.type)} under the business date ${businessDate}, and the server's ` +
          `date is ${today}.`,
      }),
    );
  }
  return effects;
}

/** Applies an operation that may have its effect, on top of those before it. */
export function collect(into: Applied, operation: Operation, unknowns: Unknowns): void {
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
  into.overlay.fold(strangeThings(into.overlay, operation, unknowns));
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
    unfulfilled: [],
    resolutions: [],
    returns: [],
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
    if (verdict.ok) collect(into, verdict.operation, unknowns);
  }
  return into;
}
