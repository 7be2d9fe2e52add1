import type { StoreReader } from '../../domain/base/effect.ts';
import { unbelievableAmount } from '../../domain/base/limits.ts';
import { multiplyDivideRound } from '../../domain/base/money.ts';
import type { Operation, OperationOf } from '../../domain/registry/operations.ts';
import { saleArithmeticError } from '../../domain/sale/check-sale.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { ReadOperation } from './read-operation.ts';

/** Why an operation keeps its place in the sequence but has no effect, in order of precedence (rule J6). */
export const QUARANTINE_CODES = [
  'unsupported_version',
  'bad_schema',
  'wrong_store',
  'hash_mismatch',
  'chain_broken',
  'receipt_gap',
  'not_its_own',
  'not_believable',
  'totals_do_not_add_up',
  'cannot_be_applied',
] as const;

export type QuarantineCode = (typeof QUARANTINE_CODES)[number];

/** The codes of operations whose own count of receipts can be trusted all the same. */
export const TRUSTED_CODES: readonly QuarantineCode[] = [
  'receipt_gap',
  'not_its_own',
  'not_believable',
  'totals_do_not_add_up',
  'cannot_be_applied',
];

/** How far a register has come. */
export interface RegisterState {
  readonly id: string;
  readonly storeId: string;
  readonly prefix: string;
  /** Whether it is the head office's own register of the store. */
  readonly isOffice: boolean;
  appliedSeq: number;
  lastHash: string;
  receiptCount: number;
  /** How many receipts operations may have numbered since that could not be trusted. */
  receiptSlack: number;
}

export type Verdict =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly code: QuarantineCode; readonly message: string };

function quarantine(code: QuarantineCode, message: string): Verdict {
  return { ok: false, code, message };
}

/** One sentence about a receipt that is not the register's next one (rule J7), or null. */
function receiptError(operation: Operation, register: RegisterState): string | null {
  const numbered = operation.type === 'sale_completed' || operation.type === 'goods_returned';
  const least = register.receiptCount + (numbered ? 1 : 0);
  const most = least + register.receiptSlack;
  const { receiptCount } = operation;
  if (receiptCount < least || receiptCount > most) return `receiptCount is ${receiptCount}, but ${least} receipts have been numbered.`;
  const expected = formatReceiptNumber(register.prefix, receiptCount);
  if (numbered && operation.payload.receiptNumber !== expected) {
    return `The receipt is numbered ${operation.payload.receiptNumber}; the next one is ${expected}.`;
  }
  return null;
}

/** The stored amount and quantity of the line that units came back on; undefined when nobody knows it. */
function paidLine(
  reader: StoreReader,
  operation: OperationOf<'goods_returned'>,
  line: OperationOf<'goods_returned'>['payload']['lines'][number],
) {
  const { origin } = operation.payload;
  if (origin.kind === 'sale') return reader.sale(origin.receiptNumber)?.lines.find((one) => one.lineNo === line.lineNo);
  const order = line.fulfillmentOrderId === null ? undefined : reader.fulfillmentOrder(line.fulfillmentOrderId);
  return order?.lines.find((one) => one.lineNo === line.lineNo);
}

/** The currency of what came back; undefined when nobody knows that. */
function currencyPaid(reader: StoreReader, operation: OperationOf<'goods_returned'>): string | undefined {
  const { origin, lines } = operation.payload;
  if (origin.kind === 'sale') return reader.sale(origin.receiptNumber)?.currency;
  const id = lines.find((line) => line.fulfillmentOrderId !== null)?.fulfillmentOrderId;
  return id === undefined || id === null ? undefined : reader.fulfillmentOrder(id)?.currency;
}

/** One sentence about a refund that is not the sum of its lines, or is more than was paid for the units (rule M1), or null. */
function refundError(operation: OperationOf<'goods_returned'>, reader: StoreReader): string | null {
  const { lines, refundMinor, currency } = operation.payload;
  const total = lines.reduce((sum, line) => sum + line.refundMinor, 0);
  const paidIn = currencyPaid(reader, operation);
  if (paidIn !== undefined && paidIn !== currency) return `The refund is in ${currency}, but ${paidIn} was paid.`;
  if (refundMinor !== total) return `refundMinor is ${refundMinor}, but the lines add up to ${total}.`;
  for (const line of lines) {
    if (line.refundTaxMinor > line.refundMinor)
      return `Line ${line.lineNo} refunds ${line.refundTaxMinor} of tax, more than the refund of ${line.refundMinor}.`;
    const paid = paidLine(reader, operation, line);
    if (paid === undefined) continue;
    // Which units of the line they are decides about one minor unit of rounding, so that much is left open.
    const most = multiplyDivideRound(paid.totalMinor, line.quantity, paid.quantity) + 1;
    if (line.refundMinor > most) return `Line ${line.lineNo} refunds ${line.refundMinor}, but at most ${most} was paid for these units.`;
  }
  return null;
}

function totalsError(operation: Operation, reader: StoreReader): string | null {
  try {
    if (operation.type === 'sale_completed') return saleArithmeticError(operation.payload);
    return operation.type === 'goods_returned' ? refundError(operation, reader) : null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Decides whether the next operation of a register may have its effect. The first reason that holds is the one. */
export function judgeOperation(read: ReadOperation, register: RegisterState, reader: StoreReader): Verdict {
  if (!read.parsed.ok) return quarantine(read.parsed.code, read.parsed.message);
  const { operation } = read.parsed;
  if (operation.storeId !== register.storeId) return quarantine('wrong_store', `This register belongs to store ${register.storeId}.`);
  if (!read.hashHolds) return quarantine('hash_mismatch', 'The hash is not that of the content.');
  if (operation.prevHash !== register.lastHash)
    return quarantine('chain_broken', `prevHash is not the hash of operation ${operation.seq - 1}.`);
  const receipt = receiptError(operation, register);
  if (receipt !== null) return quarantine('receipt_gap', receipt);
  if (operation.type === 'exception_resolved' && operation.payload.office !== null && !register.isOffice) {
    return quarantine('not_its_own', "Only the head office's own register decides in its name.");
  }
  const amount = unbelievableAmount(operation);
  if (amount !== null) return quarantine('not_believable', amount);
  const totals = totalsError(operation, reader);
  if (totals !== null) return quarantine('totals_do_not_add_up', totals);
  return { ok: true, operation };
}

/**
 * Moves the register past an operation, applied or not: one bad operation never blocks the ones behind it (rule J6).
 * What cannot be trusted may have numbered one receipt or none; the next operation that can be trusted tells.
 */
export function advanceRegister(register: RegisterState, read: ReadOperation, verdict: Verdict): void {
  register.appliedSeq = read.seq;
  register.lastHash = read.link;
  const trusted = verdict.ok || TRUSTED_CODES.includes(verdict.code);
  if (trusted && read.parsed.ok) {
    register.receiptCount = Math.max(register.receiptCount, read.parsed.operation.receiptCount);
    register.receiptSlack = 0;
  } else {
    register.receiptSlack += 1;
  }
}
