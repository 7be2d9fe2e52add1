import type { Tx } from '../db/database.ts';
import { type AppliedIntake, applyIntake, type Taken } from './apply-intake.ts';
import { findUnknowns, loadParkedBodies, loadStoreState } from './load-intake.ts';
import type { Placed, Register } from './place-submissions.ts';
import { readParked } from './read-operation.ts';

export interface IntakeLimits {
  /** How many operations may have their turn; the others are parked. */
  readonly turns?: number;
  /** Sends the operation whose turn comes first to quarantine, because the database would not take it. */
  readonly quarantineFirst?: boolean;
}

/**
 * Takes, of each register, what waits in unbroken sequence. Registers with the fewest waiting operations go first, so a large backlog
 * cannot starve others.
 */
async function takeInOrder(tx: Tx, { registers, fresh }: Placed, turns: number): Promise<Taken[]> {
  const next: { id: string; register: Register }[] = [];
  for (const register of [...registers.values()].sort((a, b) => a.waiting.size - b.waiting.size)) {
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

/** Judges and applies the operations whose turn has come, and stops the registers that turn out to run twice (rule J7). Writes nothing. */
export async function takeTurns(
  tx: Tx,
  placed: Placed,
  { turns = Number.POSITIVE_INFINITY, quarantineFirst = false }: IntakeLimits,
): Promise<AppliedIntake> {
  const taken = await takeInOrder(tx, placed, turns);
  const operations = taken.flatMap(({ read }) => (read.parsed.ok ? [read.parsed.operation] : []));
  const history = new Set(placed.submissions.flatMap((one) => (one.isHistory ? [one.registerId] : [])));
  const office = new Set([...placed.registers.values()].flatMap(({ state }) => (state.isOffice ? [state.id] : [])));
  const unknowns = { ...(await findUnknowns(tx, operations)), history, office };
  const base = await loadStoreState(tx, operations, unknowns);
  const applied = applyIntake(taken, base, unknowns, quarantineFirst ? taken[0]?.read.id : undefined);
  for (const { register } of applied.broken) {
    const stopped = placed.registers.get(register.id);
    if (stopped !== undefined) stopped.cloned = true;
  }
  return applied;
}
