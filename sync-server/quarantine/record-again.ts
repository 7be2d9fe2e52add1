import { type NextOperation, nextOperation } from '../../domain/registry/next-operation.ts';
import { goodsExchanged, pickupExchanged } from '../../domain/exchanges/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { GoodsReturned } from '../../domain/returns/return.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { shiftClosed, shiftOpened } from '../../domain/shift/operations.ts';
import { registerScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import { type Operation, RECEIPT_TYPES, type OperationRequest } from '../../domain/registry/operations.ts';
import { refuse, accept, type Result } from '../../domain/base/result.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Tx } from '../db/database.ts';
import { lockOfficeRegister, type OfficeRegister } from '../office/office-register.ts';
import { acceptInTransaction } from '../intake/accept-in-transaction.ts';
import { readSubmission } from '../intake/submission.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import { FORK_CODES } from '../intake/keep-fork.ts';
import type { LockedRegister } from '../intake/load-intake.ts';
import { readParked } from '../intake/read-operation.ts';

/** Whether what is in quarantine was done on a register that ran on two machines, and has no place because of that. */
export function isOfFork(code: string, register: LockedRegister): boolean {
  return register.cloned && (FORK_CODES as readonly string[]).includes(code);
}

/** Whether the head office can record it in its own journal. A shift belongs to the drawer of its machine. */
function readRecordable(body: unknown, register: LockedRegister): Result<Operation, Reason> {
  const { parsed, hashHolds } = readParked(body);
  if (!parsed.ok) return refuse(reasonOf(parsed.code, parsed.fault));
  if (!hashHolds) return refuse(reasonOf('hash_mismatch'));
  const { operation } = parsed;
  if (operation.storeId !== register.storeId) return refuse(reasonOf('wrong_store', fault('other_store', { store: register.storeId })));
  if (shiftOpened.is(operation) || shiftClosed.is(operation)) return refuse(reasonOf('shift_of_a_copy'));
  return accept(operation);
}

/**
 * The number under which the sale of a receipt is known: its own, or the one that it was recorded again with. Null while that
 * sale is in quarantine itself: the number may be another sale's by now.
 */
async function knownReceipt(tx: Tx, registerId: string, receiptNumber: string): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`
    select o.body -> 'payload' ->> 'receiptNumber' as number from quarantine q left join operations o on o.id = q.recorded_as
    where q.register_id = ${registerId} and q.code = any(${[...FORK_CODES]}::text[]) and (q.applied_at is null or q.recorded_as is not null)
      and q.body ->> 'type' = any(${[saleCompleted.type, goodsExchanged.type, pickupExchanged.type]}::text[])
      and q.body -> 'payload' ->> 'receiptNumber' = ${receiptNumber}
    order by q.recorded_as is null limit 1`.execute(tx);
  return rows[0] === undefined ? receiptNumber : rows[0].number;
}

/** What a return says that its goods came back from, in the number that it has here. */
async function originHere(tx: Tx, registerId: string, origin: GoodsReturned['origin']): Promise<Result<GoodsReturned['origin'], Reason>> {
  if (origin.kind !== 'sale') return accept(origin);
  const receiptNumber = await knownReceipt(tx, registerId, origin.receiptNumber);
  if (receiptNumber === null) return refuse(reasonOf('sale_first', fault('sold_by', { receipt: origin.receiptNumber })));
  return accept({ ...origin, receiptNumber });
}

async function compose(tx: Tx, operation: Operation, office: OfficeRegister): Promise<Result<NextOperation, Reason>> {
  const numbers = RECEIPT_TYPES.includes(operation.type);
  const number = formatReceiptNumber(office.prefix, office.receiptCount + 1);
  const payload: Record<string, unknown> = { ...operation.payload, ...(numbers && { receiptNumber: number }) };
  const back = inParts(operation).find((one) => goodsReturned.is(one));
  if (back !== undefined) {
    const origin = await originHere(tx, operation.registerId, back.payload.origin);
    if (!origin.ok) return origin;
    if (goodsReturned.is(operation)) payload['origin'] = origin.value;
    else payload['back'] = { ...(payload['back'] as object), origin: origin.value, exchangeReceiptNumber: number };
  }
  const { associateId, businessDate, at, clockOffsetMs, storeId, type } = operation;
  const request = { type, payload } as OperationRequest;
  const details = { id: uuidv7(), registerId: office.registerId, storeId, associateId, shiftId: null, businessDate, at, clockOffsetMs };
  return accept(nextOperation(request, office, details));
}

/** Thrown to undo everything when the operation has no effect after all. */
export class NotRecorded extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.reason = reason;
  }
}

/**
 * Records what was done on the second machine of a register once more, in the head office's journal of that store, with the
 * same goods, amounts, associate and date: its own place is another operation's, and so may be its receipt number (rule J7).
 * Cash is in no drawer of the pool.
 * @returns the new operation. @throws NotRecorded when intake would not apply it; the transaction has to be undone then.
 */
export async function recordAgain(
  tx: Tx,
  held: { readonly id: number; readonly body: unknown },
  register: LockedRegister,
): Promise<Result<Operation, Reason>> {
  const readable = readRecordable(held.body, register);
  if (!readable.ok) return readable;
  const composed = await compose(tx, readable.value, await lockOfficeRegister(tx, register.storeId));
  if (!composed.ok) return composed;
  const { operation, written } = composed.value;
  const { intakes } = await acceptInTransaction(tx, [readSubmission({ registerId: operation.registerId, operations: [written] })]);
  const result = intakes[0]?.ok === true ? intakes[0].results[0] : undefined;
  if (result?.outcome !== 'applied') {
    throw new NotRecorded(
      result?.outcome === 'quarantined' ? { code: result.code, facts: result.facts ?? {} } : reasonOf('cannot_be_applied'),
    );
  }
  await tx.updateTable('quarantine').set({ applied_at: sql<Date>`now()`, recorded_as: operation.id }).where('id', '=', held.id).execute();
  await allocateChanges(tx, [{ scope: registerScope(register.id), kind: 'quarantined_operation', id: String(held.id), deleted: true }]);
  return accept(operation);
}

/** Tells where to find what was recorded again. */
export function recordedAs({ payload }: Operation): Reason {
  return reasonOf('recorded_again', 'receiptNumber' in payload ? fault('recorded_as', { receipt: payload.receiptNumber }) : undefined);
}
