import type { JournalWriter } from '../journal/journal-writer.ts';

const MINUTE = 60_000;

/** Something that happens at a store: from when, and how it is recorded. `play` gives the time at which it is done. */
export interface StoreEvent {
  readonly at: Date;
  readonly play: (from: Date) => Date;
}

/** Records events in the order of time, each business date in a shift of its own that is opened, counted and closed. */
export function playDays(register: JournalWriter, events: readonly StoreEvent[], associateId: string): void {
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
