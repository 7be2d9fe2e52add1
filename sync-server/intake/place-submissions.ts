import type { Tx } from '../db/database.ts';
import { type LockedRegister, loadParked, loadSettled, lockRegisters, type SettledOperation } from './load-intake.ts';
import { type KnownOperation, type Place, placeOperations, type Placing } from './place-operations.ts';
import type { ReadOperation } from './read-operation.ts';
import type { ReadSubmission } from './submission.ts';

/** A register whose operations are taken. */
export interface Register extends Placing {
  readonly state: LockedRegister;
  readonly waiting: Map<number, { readonly id: string }>;
}

/** What became of an operation that has its place. */
export type Answer = Omit<SettledOperation, 'registerId' | 'contentHash'>;

/** Submissions whose operations have their places, before any has its turn. */
export interface Placed {
  readonly submissions: readonly ReadSubmission[];
  /** Every register that is known, and how far it has come. */
  readonly states: ReadonlyMap<string, LockedRegister>;
  /** Those that had not been stopped. */
  readonly registers: ReadonlyMap<string, Register>;
  /** The places of each submission, in their order; undefined for one whose register is stopped or unknown. */
  readonly places: readonly (readonly Place[] | undefined)[];
  /** What came with these submissions and waits for its turn, by id. */
  readonly fresh: ReadonlyMap<string, ReadOperation>;
  /** The ids of what had been parked before. */
  readonly parked: ReadonlySet<string>;
  /** By operation id; grows with every operation that has its turn. */
  readonly settled: Map<string, Answer>;
}

/** Locks the registers of submissions, and gives every operation its place (rules J3, J4, J7). */
export async function placeSubmissions(tx: Tx, submissions: readonly ReadSubmission[]): Promise<Placed> {
  const registerIds = [...new Set(submissions.map((one) => one.registerId))];
  const states = await lockRegisters(tx, registerIds);
  const ids = submissions.flatMap((one) => one.readings.flatMap((reading) => (reading.ok ? [reading.value.id] : [])));
  const stored = await loadSettled(tx, ids);
  const parked = await loadParked(tx, registerIds, ids);
  const known = new Map<string, KnownOperation>([...stored, ...parked.map((one) => [one.id, one] as const)]);
  const registers = new Map<string, Register>();
  for (const [registerId, state] of states) {
    if (state.cloned) continue;
    const waiting = new Map(parked.filter((one) => one.registerId === registerId).map((one) => [one.seq, { id: one.id }]));
    registers.set(registerId, { registerId, appliedSeq: state.appliedSeq, known, waiting, cloned: false, state });
  }
  const places = submissions.map(({ registerId, readings }) => {
    const register = registers.get(registerId);
    return register === undefined ? undefined : placeOperations(readings, register);
  });
  const fresh = new Map<string, ReadOperation>();
  for (const place of places.flatMap((some) => some ?? [])) if (place.kind === 'waits') fresh.set(place.read.id, place.read);
  return {
    submissions,
    states,
    registers,
    places,
    fresh,
    parked: new Set(parked.map((one) => one.id)),
    settled: new Map<string, Answer>(stored),
  };
}
