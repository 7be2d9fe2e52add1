import type { StoreReader } from '../../domain/base/define-document.ts';
import { type Fault, fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import { amountFault, receiptFault, totalsFault } from '../../domain/registry/check-operation.ts';
import { definitionOf, type Operation } from '../../domain/registry/operations.ts';
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

export type Verdict = { readonly ok: true; readonly operation: Operation } | ({ readonly ok: false } & Reason<QuarantineCode>);

/** The verdict that an operation has no effect. */
export function quarantine(code: QuarantineCode, found?: Fault): Verdict {
  return { ok: false, ...reasonOf(code, found) };
}

/** Decides whether the next operation of a register may have its effect. The first reason that holds is the one. */
export function judgeOperation(read: ReadOperation, register: RegisterState, reader: StoreReader): Verdict {
  if (!read.parsed.ok) return quarantine(read.parsed.code, read.parsed.fault);
  const { operation } = read.parsed;
  if (operation.storeId !== register.storeId) return quarantine('wrong_store', fault('other_store', { store: register.storeId }));
  if (!read.hashHolds) return quarantine('hash_mismatch');
  if (operation.prevHash !== register.lastHash) return quarantine('chain_broken', fault('other_predecessor', { seq: operation.seq - 1 }));
  const receipt = receiptFault(operation, register);
  if (receipt !== null) return quarantine('receipt_gap', receipt);
  if (definitionOf(operation).byHeadOffice(operation.payload) && !register.isOffice) return quarantine('not_its_own');
  const amount = amountFault(operation);
  if (amount !== null) return quarantine('not_believable', amount);
  const totals = totalsFault(operation, reader);
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
