import { type NextOperation, nextOperation } from '../../domain/registry/next-operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { operation as operationSchema, type Operation, type OperationRequest } from '../../domain/registry/operations.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Decide, RegisterIdentity } from '../kit/register-services.ts';
import type { Journal, JournalTail } from '../journal/journal.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { storageTrouble } from '../storage/storage-error.ts';
import type { LiveView } from './live-view.ts';

export interface RecorderOptions {
  readonly identity: RegisterIdentity;
  readonly journal: Journal;
  readonly view: LiveView;
  readonly tail: JournalTail;
  readonly now: () => number;
  readonly clockOffsetMs: () => number | null;
  readonly associateId: () => string | null;
  readonly isStopped: () => boolean;
  /** Why the journal may not be written, whatever is asked; null when it may. */
  readonly closedBy?: () => Refusal | null;
  readonly onRecorded: (operation: Operation) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Records operations one after the other: decide on the view as it is, give the next place in the sequence, write
 * durably, then show (rules J1, J2, J7, J8).
 */
export function createRecorder(options: RecorderOptions): (decide: Decide) => Promise<Result<Operation, Refusal>> {
  const { identity, journal, view, now, clockOffsetMs, associateId, isStopped, onRecorded, onError } = options;
  let tail: JournalTail | null = options.tail;
  let last: Promise<unknown> = Promise.resolve();

  function compose(request: OperationRequest, place: JournalTail): NextOperation {
    const shift = view.store.getState().openShift;
    const at = now();
    const next = nextOperation(request, place, {
      id: uuidv7(),
      registerId: identity.registerId,
      storeId: identity.storeId,
      associateId: associateId(),
      shiftId: shift?.id ?? null,
      businessDate: shift?.businessDate ?? today(at),
      at: new Date(at).toISOString(),
      clockOffsetMs: clockOffsetMs(),
    });
    operationSchema.parse(next.operation);
    return next;
  }

  function today(at: number): string {
    return dateInZone(at, view.store.getState().store?.timezone ?? 'UTC');
  }

  async function recordNext(decide: Decide): Promise<Result<Operation, Refusal>> {
    if (isStopped()) return refuse('register_stopped');
    const closed = options.closedBy?.() ?? null;
    if (closed !== null) return refuse(closed);
    try {
      // After a failed write only the journal itself knows whether it was written.
      tail ??= await journal.tail();
    } catch (error) {
      onError(error);
      return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
    }
    const openShift = view.store.getState().openShift;
    const decision = decide({
      reader: view.reader,
      nextReceiptNumber: formatReceiptNumber(identity.prefix, tail.receiptCount + 1),
      openShift,
      businessDate: openShift?.businessDate ?? today(now()),
    });
    if (!decision.ok) return decision;
    const { operation, written } = compose(decision.value, tail);
    try {
      await journal.append(written);
    } catch (error) {
      tail = null;
      onError(error);
      return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
    }
    tail = { seq: operation.seq, hash: operation.hash, receiptCount: operation.receiptCount };
    view.add(operation);
    onRecorded(operation);
    return accept(operation);
  }

  return (decide) => {
    const result = last.then(() => recordNext(decide));
    last = result.catch(() => undefined);
    return result;
  };
}
