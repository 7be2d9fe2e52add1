import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { acceptInTransaction } from './accept-in-transaction.ts';
import type { Intake, ReadSubmission } from './submission.ts';

/** How many operations have their turn in one transaction at most: more than a batch has, so that parked ones keep nobody out. */
const TURNS = 1_000;

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
