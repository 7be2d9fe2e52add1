import type { OperationResult } from '../../domain/protocol/protocol.ts';
import { type Reading, readOperation } from './read-operation.ts';

/** What one register sent. */
export interface Submission {
  readonly registerId: string;
  readonly operations: readonly unknown[];
  /** Recorded by the server itself of what happened long ago, as an import does: any business date is right. */
  readonly isHistory?: boolean;
}

/** A submission, read: everything that needs no database is done. */
export interface ReadSubmission {
  readonly registerId: string;
  readonly isHistory?: boolean;
  readonly readings: readonly Reading[];
}

/** Something that no honest register does; it is logged as an error. */
export interface Alarm {
  readonly code: 'id_reused' | 'seq_reused' | 'chain_broken' | 'other_register';
  readonly registerId: string;
  readonly operationId: string | null;
}

/** The answer to one submission. */
export type Intake =
  | {
      readonly ok: true;
      readonly results: OperationResult[];
      readonly expectedSeq: number;
      /** What the operation after the last one has to name as `prevHash`. */
      readonly lastHash: string;
      readonly alarms: readonly Alarm[];
      /** Whether more operations of the register could have had their turn: send the same again. */
      readonly more: boolean;
    }
  | { readonly ok: false; readonly refusal: 'register_cloned' | 'unknown_register' };

/** Reads operations as they arrived, whoever sent them. Pure; most of the work of taking an operation is here. */
export function readOperations(operations: readonly unknown[]): Reading[] {
  return operations.map(readOperation);
}

/** Reads what a register sent: see {@link readOperations}. */
export function readSubmission({ registerId, operations, isHistory = false }: Submission): ReadSubmission {
  return { registerId, isHistory, readings: readOperations(operations) };
}
