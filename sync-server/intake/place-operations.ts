import { type Fault, fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import type { ReadOperation, Reading } from './read-operation.ts';

/** Why an operation has no place in the register's sequence and changes nothing, in order of precedence. */
export const REFUSAL_CODES = ['not_an_operation', 'register_cloned', 'other_register', 'id_reused', 'seq_reused', 'chain_broken'] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What is already known of an operation id: it has its place, or is parked. */
export interface KnownOperation {
  readonly registerId: string;
  readonly seq: number;
  readonly contentHash: string;
}

export type Place =
  | {
      readonly kind: 'refused';
      readonly id: string | null;
      readonly code: RefusalCode;
      readonly facts: Reason['facts'];
      readonly body: unknown;
      readonly seq: number | null;
      /** Of what could be read; null for what could not. */
      readonly contentHash: string | null;
    }
  /** Has its answer already, or waits for its turn: the answer is the one of `id`. */
  | { readonly kind: 'answered'; readonly id: string; readonly seq: number; readonly operationId: string }
  | { readonly kind: 'waits'; readonly read: ReadOperation; readonly operationId: string };

/** What placing one register's operations looks at. */
export interface Placing {
  readonly registerId: string;
  /** Everything up to here has its place. */
  readonly appliedSeq: number;
  /** By id; grows with every operation that is placed. */
  readonly known: Map<string, KnownOperation>;
  /** By seq, above `appliedSeq`: who waits there. Grows with every operation that is placed. */
  readonly waiting: Map<number, { readonly id: string }>;
  /** Set when one place was claimed by two operations: the register's profile runs twice (rule J7). */
  cloned: boolean;
}

function place(reading: Reading, placing: Placing): Place {
  if (!reading.ok) {
    const reason = reasonOf('not_an_operation', reading.fault);
    return { kind: 'refused', id: reading.id, seq: null, ...reason, body: reading.body, contentHash: null };
  }
  const read = reading.value;
  const operationId = String(read.raw['id']);
  const refused = (code: RefusalCode, found?: Fault): Place => ({
    kind: 'refused',
    id: operationId,
    seq: read.seq,
    ...reasonOf(code, found),
    body: read.body,
    contentHash: read.contentHash,
  });
  if (read.registerId !== placing.registerId) return refused('other_register');
  const known = placing.known.get(read.id);
  if (known !== undefined) {
    if (known.registerId === placing.registerId && known.contentHash === read.contentHash) {
      return { kind: 'answered', id: read.id, seq: read.seq, operationId };
    }
    return refused('id_reused');
  }
  if (placing.cloned) return refused('register_cloned');
  if (read.seq <= placing.appliedSeq || placing.waiting.has(read.seq)) {
    placing.cloned = true;
    return refused('seq_reused', fault('place_taken', { seq: read.seq }));
  }
  placing.known.set(read.id, read);
  placing.waiting.set(read.seq, read);
  return { kind: 'waits', read, operationId };
}

/** Gives what a register sent its place, in the order in which it was sent (rules J3, J4, J7). */
export function placeOperations(readings: readonly Reading[], placing: Placing): Place[] {
  return readings.map((reading) => place(reading, placing));
}
