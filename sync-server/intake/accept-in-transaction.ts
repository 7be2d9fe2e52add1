import type { Tx } from '../db/database.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { answerOf, answerSubmissions } from './answer-submissions.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { summaryJobs } from '../reports/store-summaries.ts';
import type { AppliedIntake } from './apply-intake.ts';
import { type Placed, placeSubmissions } from './place-submissions.ts';
import { CLONED, rowsOfCloned, rowsOfJudged, rowsOfRefused } from './quarantine-rows.ts';
import type { ReadOperation } from './read-operation.ts';
import type { Intake, ReadSubmission } from './submission.ts';
import { type IntakeLimits, takeTurns } from './take-turns.ts';
import { writeEffects } from './write-effects.ts';
import * as write from './write-intake.ts';

/**
 * How far ahead of its turn an operation may be and still be kept. One that is further is answered like a parked one, and
 * comes again: whoever sends in order never gets there, and nobody else fills the database.
 */
const PARKED_AHEAD = 10_000;

/** Keeps what had no turn, and what may have no effect: in quarantine, or parked until its predecessors come. */
async function writeLeftovers(tx: Tx, placed: Placed, applied: AppliedIntake, changeItems: ChangeItem[]): Promise<void> {
  const { submissions, registers, places, fresh, parked } = placed;
  const isCloned = (registerId: string): boolean => registers.get(registerId)?.cloned === true;
  const isNear = ({ registerId, seq }: ReadOperation): boolean => {
    const register = registers.get(registerId);
    return register !== undefined && seq <= register.state.appliedSeq + PARKED_AHEAD;
  };
  const gone = new Set([...applied.judged, ...applied.broken].map(({ read }) => read.id));
  const left = [...fresh.values()].filter((read) => !gone.has(read.id));
  const rows = [
    ...rowsOfJudged(applied.judged),
    ...submissions.flatMap(({ registerId }, index) => rowsOfRefused(registerId, places[index] ?? [])),
    ...rowsOfCloned(
      applied.broken,
      left.filter((read) => isCloned(read.registerId)),
    ),
  ];
  await write.writeQuarantine(tx, rows, changeItems);
  await write.writeParked(
    tx,
    left.filter((read) => !isCloned(read.registerId) && isNear(read)),
    [...gone].filter((id) => parked.has(id)),
  );
  await write.quarantineParked(tx, [...registers.keys()].filter(isCloned), CLONED, changeItems);
}

/** Writes what a round changes. The numbers of the change feed come last (rule R2), then the operations that name them, and the events. */
async function writeRound(tx: Tx, placed: Placed, applied: AppliedIntake): Promise<void> {
  const changeItems: ChangeItem[] = [];
  const { events, notes } = await writeEffects(tx, applied, changeItems);
  await writeLeftovers(tx, placed, applied, changeItems);
  await write.writeRegisters(
    tx,
    [...placed.registers.values()].map(({ state, cloned }) => ({ ...state, cloned })),
  );
  const ranges = await allocateChanges(tx, changeItems);
  if (applied.judged.length === 0) return;
  const at = await write.writeOperations(tx, applied.judged, ranges);
  await noteOrders(tx, notes, events);
  await makeJobs(tx, summaryJobs(applied.operations));
  for (const one of applied.judged) placed.settled.set(one.read.id, answerOf(one, at.get(one.register.storeId) ?? 0));
}

/**
 * Takes submissions in the caller's transaction, in a fixed number of set-based statements: see `acceptRound`.
 * @returns one answer for each submission, in their order, and how many operations had their turn.
 */
export async function acceptInTransaction(
  tx: Tx,
  submissions: readonly ReadSubmission[],
  limits: IntakeLimits = {},
): Promise<{ readonly intakes: Intake[]; readonly taken: number }> {
  const placed = await placeSubmissions(tx, submissions);
  const applied = await takeTurns(tx, placed, limits);
  await writeRound(tx, placed, applied);
  const broken = new Set(applied.broken.map(({ read }) => read.id));
  return { intakes: answerSubmissions(placed, broken), taken: applied.judged.length };
}
