import type { Role } from '../../domain/associates/associate.ts';
import type { Approval } from '../../domain/base/envelope.ts';
import type { Permission } from '../../domain/base/permission.ts';
import { type Answer, isApproved } from '../../domain/permissions/may-do.ts';
import { permissionOf } from '../../domain/registry/permitted.ts';
import { type NextOperation, nextOperation } from '../../domain/registry/next-operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { operation as operationSchema, type Operation, type OperationRequest } from '../../domain/registry/operations.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Decide, RegisterIdentity, SaleInHand } from '../kit/register-services.ts';
import type { Journal, JournalTail } from '../journal/journal.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { storageTrouble } from '../storage/storage-error.ts';
import type { LiveView } from './live-view.ts';

/** What a colleague has to approve, and who may. */
export interface NeededApproval {
  readonly permission: Permission;
  readonly by: readonly Role[];
}

/** An approval, and the role by which the colleague may give it. */
export interface GivenApproval {
  readonly approval: Approval;
  readonly role: Role;
}

/** What became of it: recorded, refused, or refused as long as no colleague approves it. */
export type Recording =
  | Result<Operation, Refusal>
  | { readonly ok: false; readonly refusal: 'needs_approval'; readonly needed: NeededApproval };

/** @param sale for which it is recorded: it weighs at least what that comes to. */
export type Record = (decide: Decide, given?: GivenApproval, sale?: Pick<SaleInHand, 'totalMinor'>) => Promise<Recording>;

export interface RecorderOptions {
  readonly identity: RegisterIdentity;
  readonly journal: Journal;
  readonly view: LiveView;
  readonly tail: JournalTail;
  readonly now: () => number;
  readonly clockOffsetMs: () => number | null;
  readonly associateId: () => string | null;
  /** What the roles say of whoever is signed in (rule A1), where it weighs so much at least, in minor units. */
  readonly answerTo: (request: OperationRequest, leastWeight: number) => Answer;
  readonly isStopped: () => boolean;
  /** Brings what an operation looks at back into memory. */
  readonly holdFor?: (operation: Operation) => Promise<void>;
  /** Why the journal may not be written, whatever is asked; null when it may. */
  readonly closedBy?: () => Refusal | null;
  readonly onRecorded: (operation: Operation) => void;
  readonly onError: (error: unknown) => void;
}

/** The date in the store at a time, epoch milliseconds. */
function dateAt(view: LiveView, at: number): string {
  return dateInZone(at, view.store.getState().store?.timezone ?? 'UTC');
}

/** Shows what is durable by now. Whatever goes wrong with that, it is recorded. */
function show({ view, onRecorded, onError }: RecorderOptions, operation: Operation): void {
  try {
    view.add(operation);
    onRecorded(operation);
  } catch (error) {
    onError(error);
  }
}

/** A decision that fails, or that makes what no operation can be, is a mistake of the app: the person is told. */
function mistake({ onError }: RecorderOptions, error: unknown): Recording {
  onError(error);
  return refuse('not_recordable');
}

/** Why the role of whoever is signed in does not allow it; null where it does, or a colleague has approved it. */
function notAllowed(
  { answerTo, associateId }: RecorderOptions,
  request: OperationRequest,
  given: GivenApproval | undefined,
  leastWeight: number,
): Exclude<Recording, { ok: true }> | null {
  const answer = answerTo(request, leastWeight);
  const approver = given === undefined ? null : { associateId: given.approval.associateId, role: given.role };
  if (isApproved(answer, associateId(), approver)) return null;
  if (answer.kind !== 'needs_approval' || given !== undefined) return refuse('not_allowed');
  return { ok: false, refusal: 'needs_approval', needed: { permission: permissionOf(request), by: answer.by } };
}

/**
 * Records operations one after the other: decide on the view as it is, give the next place in the sequence, write
 * durably, then show (rules J1, J2, J7, J8).
 */
export function createRecorder(options: RecorderOptions): Record {
  const { identity, journal, view, now, clockOffsetMs, associateId, isStopped, onError } = options;
  let tail: JournalTail | null = options.tail;
  let last: Promise<unknown> = Promise.resolve();

  function compose(request: OperationRequest, place: JournalTail, approval: Approval | null): NextOperation {
    const inUse = view.store.getState().openShift;
    const shift = request.inShift === undefined ? inUse : view.reader.get(shiftDocument, request.inShift);
    const at = now();
    const next = nextOperation(request, place, {
      id: uuidv7(),
      registerId: identity.registerId,
      storeId: identity.storeId,
      associateId: associateId(),
      shiftId: shift?.id ?? null,
      businessDate: shift?.businessDate ?? dateAt(view, at),
      at: new Date(at).toISOString(),
      clockOffsetMs: clockOffsetMs(),
      approval,
    });
    operationSchema.parse(next.operation);
    return next;
  }

  async function recordNext(decide: Decide, given: GivenApproval | undefined, leastWeight: number): Promise<Recording> {
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
      businessDate: openShift?.businessDate ?? dateAt(view, now()),
    });
    if (!decision.ok) return decision;
    const refused = notAllowed(options, decision.value, given, leastWeight);
    if (refused !== null) return refused;
    const { operation, written } = compose(decision.value, tail, given?.approval ?? null);
    await options.holdFor?.(operation).catch(onError);
    try {
      await journal.append(written);
    } catch (error) {
      tail = null;
      onError(error);
      return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
    }
    tail = { seq: operation.seq, hash: operation.hash, receiptCount: operation.receiptCount };
    show(options, operation);
    return accept(operation);
  }

  return (decide, given, sale) => {
    const result = last.then(() => recordNext(decide, given, sale?.totalMinor ?? 0)).catch((error: unknown) => mistake(options, error));
    last = result;
    return result;
  };
}
