import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { OperationResult } from '../../domain/protocol/protocol.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { applyIntake, type Judged, type Taken } from './apply-intake.ts';
import {
  findUnknowns,
  loadParked,
  loadParkedBodies,
  loadSettled,
  loadStoreState,
  type LockedRegister,
  lockRegisters,
  type SettledOperation,
} from './load-intake.ts';
import { type KnownOperation, type Place, placeOperations, type Placing } from './place-operations.ts';
import { type ReadOperation, type Reading, readOperation, readParked, unreadableHash } from './read-operation.ts';
import { writeEffects } from './write-effects.ts';
import * as write from './write-intake.ts';

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

/** Something that no honest register does; it is logged as an error. */
export interface Alarm {
  readonly code: 'id_reused' | 'seq_reused' | 'chain_broken' | 'other_register';
  readonly registerId: string;
  readonly operationId: string | null;
}

export interface IntakeLimits {
  /** How many operations may have their turn; the others are parked. */
  readonly turns?: number;
  /** Sends the operation whose turn comes first to quarantine, because the database would not take it. */
  readonly quarantineFirst?: boolean;
}

/** How many operations have their turn in one transaction at most: more than a gathered batch has, so that parked ones keep nobody out. */
const TURNS = 1_000;

/**
 * How far ahead of its turn an operation may be and still be kept. One that is further is answered like a parked one, and
 * comes again: whoever sends in order never gets there, and nobody else fills the database.
 */
const PARKED_AHEAD = 10_000;

interface Register extends Placing {
  readonly state: LockedRegister;
  readonly waiting: Map<number, { readonly id: string }>;
}

/** Reads what a register sent. Pure; most of the work of taking an operation is here. */
export function readSubmission({ registerId, operations, isHistory = false }: Submission): ReadSubmission {
  return { registerId, isHistory, readings: operations.map(readOperation) };
}

function isNear(register: Register | undefined, { seq }: ReadOperation): boolean {
  return register !== undefined && seq <= register.state.appliedSeq + PARKED_AHEAD;
}

/** Takes, of each register, what waits in unbroken sequence. Who has least comes first, and never waits for who has very much. */
async function takeTurns(
  tx: Tx,
  registers: readonly Register[],
  fresh: ReadonlyMap<string, ReadOperation>,
  turns: number,
): Promise<Taken[]> {
  const next: { id: string; register: Register }[] = [];
  for (const register of [...registers].sort((a, b) => a.waiting.size - b.waiting.size)) {
    for (let seq = register.state.appliedSeq + 1; next.length < turns; seq += 1) {
      const waiting = register.waiting.get(seq);
      if (waiting === undefined) break;
      next.push({ id: waiting.id, register });
    }
  }
  const bodies = await loadParkedBodies(
    tx,
    next.map((one) => one.id).filter((id) => !fresh.has(id)),
  );
  return next.map(({ id, register }) => ({ read: fresh.get(id) ?? readParked(bodies.get(id)), register: register.state }));
}

const CLONED = 'This register runs twice and was stopped. The operation waits for the head office.';

/**
 * What goes to quarantine of registers that turn out to run twice: what follows on operations that the server does not have, and all
 * that waits.
 */
function rowsOfCloned(broken: readonly Taken[], waiting: readonly ReadOperation[]): write.QuarantineRow[] {
  const row = ({ registerId, id, seq, body, contentHash }: ReadOperation, code: string, message: string): write.QuarantineRow => ({
    registerId,
    operationId: id,
    seq,
    code,
    message,
    body,
    contentHash,
  });
  return [
    ...broken.map(({ read }) => row(read, 'chain_broken', brokenMessage(read))),
    ...waiting.map((read) => row(read, 'register_cloned', CLONED)),
  ];
}

function brokenMessage({ seq }: ReadOperation): string {
  return `It does not follow on operation ${seq - 1} as the server has it: this register runs twice.`;
}

function quarantineRows(judged: readonly Judged[], places: readonly { registerId: string; place: Place }[]): write.QuarantineRow[] {
  const taken = judged.flatMap(({ read, register, verdict }) =>
    verdict.ok
      ? []
      : [
          {
            registerId: register.id,
            operationId: read.id,
            seq: read.seq,
            code: verdict.code,
            message: verdict.message,
            body: read.body,
            contentHash: read.contentHash,
          },
        ],
  );
  const refused = places.flatMap(({ registerId, place }) =>
    place.kind !== 'refused'
      ? []
      : [
          {
            registerId,
            operationId: place.id?.slice(0, 64) ?? null,
            seq: place.seq,
            code: place.code,
            message: place.message,
            body: place.body,
            contentHash: place.contentHash ?? unreadableHash(place.body),
          },
        ],
  );
  return [...taken, ...refused];
}

function answerOf(judged: Judged, storeSeq: number): Omit<SettledOperation, 'registerId' | 'contentHash'> {
  const { read, register, verdict } = judged;
  const changes = { [storeScope(register.storeId)]: storeSeq };
  return verdict.ok
    ? { seq: read.seq, outcome: 'applied', code: null, message: null, changes }
    : { seq: read.seq, outcome: 'quarantined', code: verdict.code, message: verdict.message, changes };
}

function resultOf(
  place: Place,
  settled: ReadonlyMap<string, Omit<SettledOperation, 'registerId' | 'contentHash'>>,
  broken: ReadonlySet<string>,
  expectedSeq: number,
): OperationResult {
  if (place.kind === 'waits' && broken.has(place.read.id))
    return { outcome: 'refused', id: place.operationId, code: 'chain_broken', message: brokenMessage(place.read) };
  if (place.kind === 'refused') return { outcome: 'refused', id: place.id, code: place.code, message: place.message };
  const key = place.kind === 'waits' ? place.read.id : place.id;
  const seq = place.kind === 'waits' ? place.read.seq : place.seq;
  const answer = settled.get(key);
  if (answer === undefined) return { outcome: 'parked', id: place.operationId, seq, missingFrom: expectedSeq };
  if (answer.outcome === 'applied') return { outcome: 'applied', id: place.operationId, seq, changes: answer.changes };
  return { outcome: 'quarantined', id: place.operationId, seq, code: answer.code ?? '', message: answer.message ?? '' };
}

/** See {@link acceptOperations}. Everything happens in the caller's transaction, in a fixed number of set-based statements. */
export async function acceptInTransaction(
  tx: Tx,
  submissions: readonly ReadSubmission[],
  limits: IntakeLimits = {},
): Promise<{ intakes: Intake[]; taken: number }> {
  const registerIds = [...new Set(submissions.map((one) => one.registerId))];
  const states = await lockRegisters(tx, registerIds);
  const ids = submissions.flatMap((one) => one.readings.flatMap((reading) => (reading.ok ? [reading.value.id] : [])));
  const settled = new Map<string, Omit<SettledOperation, 'registerId' | 'contentHash'>>();
  const stored = await loadSettled(tx, ids);
  for (const [id, answer] of stored) settled.set(id, answer);
  const parked = await loadParked(tx, registerIds, ids);
  const known = new Map<string, KnownOperation>([...stored, ...parked.map((one) => [one.id, one] as const)]);
  const registers = new Map<string, Register>();
  for (const [registerId, state] of states) {
    if (state.cloned) continue;
    const waiting = new Map(parked.filter((one) => one.registerId === registerId).map((one) => [one.seq, { id: one.id }]));
    registers.set(registerId, { registerId, appliedSeq: state.appliedSeq, known, waiting, cloned: false, state });
  }
  const placed = submissions.map(({ registerId, readings }) => {
    const register = registers.get(registerId);
    return register === undefined ? undefined : placeOperations(readings, register);
  });

  const fresh = new Map<string, ReadOperation>();
  for (const place of placed.flatMap((places) => places ?? [])) if (place.kind === 'waits') fresh.set(place.read.id, place.read);
  const taken = await takeTurns(tx, [...registers.values()], fresh, limits.turns ?? Number.POSITIVE_INFINITY);
  const operations = taken.flatMap(({ read }) => (read.parsed.ok ? [read.parsed.operation] : []));
  const history = new Set(submissions.flatMap((one) => (one.isHistory ? [one.registerId] : [])));
  const unknowns = { ...(await findUnknowns(tx, operations)), history };
  const base = await loadStoreState(tx, operations, unknowns);
  const applied = applyIntake(taken, base, unknowns, limits.quarantineFirst === true ? taken[0]?.read.id : undefined);
  const broken = new Set(applied.broken.map(({ read }) => read.id));
  for (const { register } of applied.broken) {
    const stopped = registers.get(register.id);
    if (stopped !== undefined) stopped.cloned = true;
  }
  const isCloned = (registerId: string): boolean => registers.get(registerId)?.cloned === true;

  const changeItems: ChangeItem[] = [];
  await writeEffects(tx, applied, changeItems);
  const refused = submissions.flatMap(({ registerId }, index) => (placed[index] ?? []).map((place) => ({ registerId, place })));
  const gone = new Set([...applied.judged, ...applied.broken].map(({ read }) => read.id));
  const left = [...fresh.values()].filter((read) => !gone.has(read.id));
  const cloned = rowsOfCloned(
    applied.broken,
    left.filter((read) => isCloned(read.registerId)),
  );
  await write.writeQuarantine(tx, [...quarantineRows(applied.judged, refused), ...cloned], changeItems);
  const parkedBefore = new Set(parked.map((one) => one.id));
  await write.writeParked(
    tx,
    left.filter((read) => !isCloned(read.registerId) && isNear(registers.get(read.registerId), read)),
    [...gone].filter((id) => parkedBefore.has(id)),
  );
  await write.quarantineParked(tx, [...registers.keys()].filter(isCloned), 'register_cloned', CLONED, changeItems);
  await write.writeRegisters(
    tx,
    [...registers.values()].map(({ state, cloned }) => ({ ...state, cloned })),
  );
  const ranges = await allocateChanges(tx, changeItems);
  if (applied.judged.length > 0) {
    const at = await write.writeOperations(tx, applied.judged, ranges);
    for (const one of applied.judged) settled.set(one.read.id, answerOf(one, at.get(one.register.storeId) ?? 0));
  }
  const intakes = submissions.map(({ registerId }, index): Intake => {
    const state = states.get(registerId);
    const places = placed[index];
    if (state === undefined) return { ok: false, refusal: 'unknown_register' };
    if (places === undefined) return { ok: false, refusal: 'register_cloned' };
    const expectedSeq = state.appliedSeq + 1;
    const alarms = places.flatMap((place): Alarm[] =>
      place.kind === 'waits' && broken.has(place.read.id)
        ? [{ code: 'chain_broken', registerId, operationId: place.operationId }]
        : place.kind === 'refused' && (place.code === 'id_reused' || place.code === 'seq_reused' || place.code === 'other_register')
          ? [{ code: place.code, registerId, operationId: place.id }]
          : [],
    );
    const register = registers.get(registerId);
    const more = register !== undefined && !register.cloned && register.waiting.has(expectedSeq);
    return {
      ok: true,
      results: places.map((place) => resultOf(place, settled, broken, expectedSeq)),
      expectedSeq,
      lastHash: state.lastHash,
      alarms,
      more,
    };
  });
  return { intakes, taken: applied.judged.length };
}

/** Whether the database would not take a value: too large, or against a constraint (SQLSTATE classes 22 and 23). */
export function isDataError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23]/.test(code);
}

/**
 * Takes one submission operation by operation, up to the one that the database will not take: that one goes to
 * quarantine, so that the ones behind it have their turn (rule J6).
 */
async function takeSingly(db: Db, submission: ReadSubmission): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    try {
      const { taken } = await transact(db, (tx) => acceptInTransaction(tx, [submission], { turns: 1 }));
      if (taken === 0) return;
    } catch (error) {
      if (!isDataError(error)) throw error;
      await transact(db, (tx) => acceptInTransaction(tx, [submission], { turns: 1, quarantineFirst: true }));
      return;
    }
  }
}

async function acceptAlone(db: Db, submission: ReadSubmission): Promise<Intake> {
  for (;;) {
    try {
      const { intakes } = await transact(db, (tx) => acceptInTransaction(tx, [submission], { turns: TURNS }));
      return intakes[0] ?? { ok: false, refusal: 'unknown_register' };
    } catch (error) {
      if (!isDataError(error)) throw error;
      await takeSingly(db, submission);
    }
  }
}

/**
 * Takes what registers sent: each operation is placed, judged and applied once, in the order of its register
 * (rules J2 to J7), all submissions in one transaction. What the database will not take hurts neither the others
 * nor the operations behind it. A gap that closes may set thousands of parked operations free: they have their turns a
 * thousand at a time, and an answer that says `more` asks for the next round.
 * @returns one answer for each submission, in their order.
 */
export async function acceptRound(db: Db, submissions: readonly ReadSubmission[]): Promise<Intake[]> {
  try {
    return (await transact(db, (tx) => acceptInTransaction(tx, submissions, { turns: TURNS }))).intakes;
  } catch (error) {
    if (!isDataError(error)) throw error;
    const intakes: Intake[] = [];
    for (const submission of submissions) intakes.push(await acceptAlone(db, submission));
    return intakes;
  }
}

/** Takes what registers sent, in as many rounds as it needs: see {@link acceptRound}. */
export async function acceptOperations(db: Db, submissions: readonly ReadSubmission[]): Promise<Intake[]> {
  const intakes = await acceptRound(db, submissions);
  for (const [index, submission] of submissions.entries()) {
    for (let intake = intakes[index]; intake?.ok === true && intake.more; intake = intakes[index]) {
      const [next] = await acceptRound(db, [submission]);
      // The alarms were raised in the first round.
      if (next !== undefined) intakes[index] = next.ok ? { ...next, alarms: intake.alarms } : next;
    }
  }
  return intakes;
}

/**
 * Takes up operations whose turn has come while nobody was there to take them: a server ended between two rounds.
 * @returns how many registers had such.
 */
export async function takeUpParked(db: Db): Promise<number> {
  const left = await db
    .selectFrom('parked_operations as p')
    .innerJoin('registers as r', (join) => join.onRef('r.id', '=', 'p.register_id').on(sql<boolean>`p.seq = r.applied_seq + 1`))
    .select('r.id')
    .where('r.status', '=', 'active')
    .execute();
  for (const { id } of left) await acceptOperations(db, [{ registerId: id, readings: [] }]);
  return left.length;
}
