import { FIRST_PREV_HASH, OPERATION_VERSION, type WrittenOperation } from '../base/envelope.ts';
import { hashedText, sha256Hex } from '../base/hash-operation.ts';
import { shiftReport, type SignedClosing, totalsOf } from '../reports/shift-report.ts';
import { parseReceiptNumber } from '../sale/receipt-number.ts';
import { shiftClosed, shiftOpened } from '../shift/operations.ts';
import type { ShiftTotals } from '../shift/shift.ts';
import { definitionOfType, operation as operationSchema, type Operation } from './operations.ts';
import { upgradeContent } from './upgrade-operation.ts';

/** What is wrong with a journal. A closed list, each with its place. */
export type JournalFault =
  /** Not an operation at all, or one that no app can have written: nothing is added up of it. */
  | 'not_an_operation'
  /** Its content is not what its hash was made of: it was altered. */
  | 'hash_differs'
  /** It does not name the hash of the one before: something was taken out, put in or exchanged. */
  | 'chain_broken'
  | 'place_missing'
  | 'receipt_missing'
  | 'closing_number'
  /** The closing does not name the hash of the closing before it. */
  | 'closing_chain_broken'
  /** The shift's operations come to something else than was signed at its end. */
  | 'totals_differ'
  | 'grand_total_differs';

export interface JournalFinding {
  readonly registerId: string;
  /** The place in the journal; the line of the file where it names no register. */
  readonly place: number;
  readonly fault: JournalFault;
}

/** What a journal proves, and what is wrong with it. Sums in minor units. */
export interface JournalProof {
  readonly registerId: string;
  readonly operations: number;
  readonly receipts: number;
  readonly closings: number;
  readonly lastHash: string;
  /** Of the last signed closing; null where there is none. */
  readonly totals: ShiftTotals | null;
}

export interface VerifiedJournal {
  readonly proofs: readonly JournalProof[];
  readonly findings: readonly JournalFinding[];
}

const NOBODY = { departmentOf: () => null, hourOf: () => 0, pricesIncludeTax: false };

function isWritten(value: unknown): value is WrittenOperation {
  if (typeof value !== 'object' || value === null) return false;
  const { registerId, seq, hash, prevHash, type, version } = value as Partial<Record<keyof WrittenOperation, unknown>>;
  const isPlaced = Number.isSafeInteger(seq) && Number.isSafeInteger(version) && typeof registerId === 'string';
  return isPlaced && typeof hash === 'string' && typeof prevHash === 'string' && typeof type === 'string';
}

/** Whether the content has the hash that it names. What JSON cannot carry, nobody can have hashed. */
function hasItsHash(written: WrittenOperation): boolean {
  try {
    return sha256Hex(hashedText(written)) === written.hash;
  } catch {
    return false;
  }
}

/** Whether a closing names the one before it. Older apps named none, but once one has, all do. */
function isChained({ previousHash }: ShiftTotals, before: SignedClosing | null): boolean {
  if (previousHash === null) return (before?.totals.previousHash ?? null) === null;
  return previousHash === before?.hash;
}

/** One register's journal, operation by operation. */
class Reading {
  readonly findings: JournalFinding[] = [];
  private readonly registerId: string;
  private operations = 0;
  private receipts: number | null = null;
  private closings = 0;
  private last: WrittenOperation | null = null;
  /** Whether the file has the journal from its first entry on: then its first closing has none before it. */
  private isFromStart = false;
  private signed: SignedClosing | null = null;
  /** The operations of each open shift, by its id. A register with several drawers has several. */
  private readonly shifts = new Map<string, Operation[]>();

  constructor(registerId: string) {
    this.registerId = registerId;
  }

  read(written: WrittenOperation): void {
    this.operations += 1;
    if (!hasItsHash(written)) this.find('hash_differs', written.seq);
    this.checkPlace(written);
    if (this.last === null) this.isFromStart = written.seq === 1;
    this.last = written;
    if (definitionOfType(written.type) === undefined || written.version > OPERATION_VERSION) return;
    const { success, data: operation } = operationSchema.safeParse(upgradeContent({ ...written }));
    if (!success) return this.find('not_an_operation', written.seq);
    this.checkReceipt(operation);
    this.addToShift(operation);
  }

  proof(): JournalProof {
    const { registerId, operations, closings, signed } = this;
    const lastHash = this.last?.hash ?? FIRST_PREV_HASH;
    return { registerId, operations, receipts: this.receipts ?? 0, closings, lastHash, totals: signed?.totals ?? null };
  }

  private find(fault: JournalFault, place: number): void {
    this.findings.push({ registerId: this.registerId, place, fault });
  }

  private checkPlace({ seq, prevHash }: WrittenOperation): void {
    const { last } = this;
    if (last !== null && seq !== last.seq + 1) return this.find('place_missing', seq);
    if (prevHash !== (last?.hash ?? (seq === 1 ? FIRST_PREV_HASH : prevHash))) this.find('chain_broken', seq);
  }

  /** Receipts are numbered without a gap; a file that begins later tells its own first number. */
  private checkReceipt(operation: Operation): void {
    const number = definitionOfType(operation.type)?.receiptOf(operation.payload) ?? null;
    if (number === null) return;
    const count = parseReceiptNumber(number)?.count ?? Number.NaN;
    if (count !== (this.receipts ?? count - 1) + 1) this.find('receipt_missing', operation.seq);
    this.receipts = count;
  }

  private addToShift(operation: Operation): void {
    const shiftId = shiftOpened.is(operation) ? operation.id : operation.shiftId;
    const own = (shiftId !== null && this.shifts.get(shiftId)) || [];
    own.push(operation);
    if (shiftId !== null) this.shifts.set(shiftId, own);
    if (!shiftClosed.is(operation)) return;
    this.closings += 1;
    const { totals } = operation.payload;
    const { seq, hash } = operation;
    if (shiftId !== null) this.shifts.delete(shiftId);
    if (totals === null || shiftId === null) return;
    const before = this.signed;
    this.signed = { totals, hash };
    const isFollowing = before !== null || this.isFromStart;
    if (isFollowing && totals.zNumber !== (before?.totals.zNumber ?? 0) + 1) this.find('closing_number', seq);
    if (isFollowing && !isChained(totals, before)) this.find('closing_chain_broken', seq);
    const report = shiftReport(own, shiftId, NOBODY);
    // Where the file begins in the middle of a shift, its sums cannot be told.
    if (report.openedAt === null) return;
    const due = totalsOf(report, before);
    const isSame = (['firstSeq', 'sales', 'salesMinor', 'returns', 'returnsMinor'] as const).every((key) => due[key] === totals[key]);
    if (!isSame) this.find('totals_differ', seq);
    if (isFollowing && (due.grandSalesMinor !== totals.grandSalesMinor || due.grandReturnsMinor !== totals.grandReturnsMinor))
      this.find('grand_total_differs', seq);
  }
}

/**
 * Checks a journal that somebody has as a file alone: nothing was altered, taken out or put in (rule J2), receipts and closings have no gap
 * (rule J7), and what was signed at the end of each shift is what its operations come to (rule J9). A hash chain proves that nothing
 * within it was changed; that it was not cut off at its end is told by its last closing on paper.
 * @param lines operations as they were written, each register's in the order of its journal.
 */
export function verifyJournal(lines: Iterable<unknown>): VerifiedJournal {
  const readings = new Map<string, Reading>();
  const findings: JournalFinding[] = [];
  let line = 0;
  for (const value of lines) {
    line += 1;
    if (!isWritten(value)) {
      findings.push({ registerId: '', place: line, fault: 'not_an_operation' });
      continue;
    }
    const reading = readings.get(value.registerId) ?? new Reading(value.registerId);
    readings.set(value.registerId, reading);
    reading.read(value);
  }
  const all = [...readings.values()];
  return { proofs: all.map((reading) => reading.proof()), findings: [...findings, ...all.flatMap((reading) => reading.findings)] };
}
