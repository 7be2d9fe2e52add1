import type { Db } from '../db/database.ts';
import { acceptOperations, readSubmission } from '../sync/accept-operations.ts';
import type { SampleRegister } from './sample-register.ts';

const MINUTE = 60_000;
/** How many operations of a register go into one submission. */
const CHUNK = 500;

/** Something that happens at a store: from when, and how it is recorded. `play` gives the time at which it is done. */
export interface StoreEvent {
  readonly at: Date;
  readonly play: (from: Date) => Date;
}

/** Records events in the order of time, each business date in a shift of its own that is opened, counted and closed. */
export function playDays(register: SampleRegister, events: readonly StoreEvent[], associateId: string): void {
  const days = new Map<string, StoreEvent[]>();
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const date = register.dateAt(event.at);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  for (const day of days.values()) {
    let now = new Date((day[0]?.at.getTime() ?? 0) - 5 * MINUTE);
    register.openShift(now, associateId);
    for (const event of day) now = event.play(new Date(Math.max(event.at.getTime(), now.getTime() + MINUTE)));
    register.closeShift(new Date(now.getTime() + 5 * MINUTE), associateId);
  }
}

/** Sends everything the registers recorded to the pool. @throws Error when the pool does not apply all of it. */
export async function sendJournals(db: Db, registers: readonly SampleRegister[]): Promise<void> {
  const waiting = registers.map((register) => ({ registerId: register.options.registerId, operations: register.takeUnsent() }));
  for (let start = 0; waiting.some((one) => one.operations.length > start); start += CHUNK) {
    const submissions = waiting
      .map(({ registerId, operations }) => ({ registerId, operations: operations.slice(start, start + CHUNK) }))
      .filter((one) => one.operations.length > 0);
    for (const intake of await acceptOperations(db, submissions.map(readSubmission))) {
      const bad = intake.ok ? intake.results.find((result) => result.outcome !== 'applied') : intake.refusal;
      if (bad !== undefined) throw new Error(`The sample journal was not applied: ${JSON.stringify(bad)}`);
    }
  }
}
