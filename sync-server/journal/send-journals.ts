import type { Db } from '../db/database.ts';
import { acceptOperations } from '../intake/accept-operations.ts';
import { readSubmission } from '../intake/submission.ts';
import type { JournalWriter } from './journal-writer.ts';

/** How many operations of a register go into one submission. */
const CHUNK = 500;

/** Sends everything the registers recorded to the pool. @throws Error when the pool does not apply all of it. */
export async function sendJournals(db: Db, registers: readonly JournalWriter[]): Promise<void> {
  const waiting = registers.map((register) => ({ registerId: register.options.registerId, operations: register.takeUnsent() }));
  for (let start = 0; waiting.some((one) => one.operations.length > start); start += CHUNK) {
    const submissions = waiting
      .map(({ registerId, operations }) => ({ registerId, operations: operations.slice(start, start + CHUNK), isHistory: true }))
      .filter((one) => one.operations.length > 0);
    for (const intake of await acceptOperations(db, submissions.map(readSubmission))) {
      const bad = intake.ok ? intake.results.find((result) => result.outcome !== 'applied') : intake.refusal;
      if (bad !== undefined) throw new Error(`A journal was not applied: ${JSON.stringify(bad)}`);
    }
  }
}
