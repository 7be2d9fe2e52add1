import { type Envelope, OPERATION_VERSION, type WrittenOperation } from '../base/envelope.ts';
import { sealOperation } from '../base/hash-operation.ts';
import { definitionOf, type Operation, type OperationRequest, RECEIPT_TYPES } from './operations.ts';

/** Where a journal stands: its last operation, and how many receipts it has numbered. */
export interface JournalPlace {
  readonly seq: number;
  readonly hash: string;
  readonly receiptCount: number;
}

/** What the place in the journal does not tell. */
export type OperationDetails = Omit<Envelope, 'version' | 'seq' | 'prevHash' | 'hash' | 'receiptCount' | 'approval'> &
  Partial<Pick<Envelope, 'approval'>>;

/** How many receipts a journal has numbered once this is recorded (rule J7). */
export function receiptsAfter(place: JournalPlace, request: OperationRequest): number {
  return place.receiptCount + (RECEIPT_TYPES.includes(request.type) ? 1 : 0);
}

/** An operation, and how it stands in the journal: without the fields that hold their default. The hash is over the latter. */
export interface NextOperation {
  readonly operation: Operation;
  readonly written: WrittenOperation;
}

/** Makes what was decided the next operation of a journal (rules J2, J7). */
export function nextOperation(request: OperationRequest, place: JournalPlace, details: OperationDetails): NextOperation {
  const unhashed = {
    approval: null,
    ...details,
    version: OPERATION_VERSION,
    seq: place.seq + 1,
    prevHash: place.hash,
    receiptCount: receiptsAfter(place, request),
    type: request.type,
    payload: request.payload,
  };
  const written = sealOperation(definitionOf(unhashed as Operation).compact(unhashed) as Omit<WrittenOperation, 'hash'>);
  return { operation: { ...unhashed, hash: written.hash } as Operation, written };
}
