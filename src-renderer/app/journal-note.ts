import type { DeviceNotes } from '../storage/device-notes.ts';

/** What the device notes of its journal, beside it: whatever damages one of the two does not damage the other. */
export interface JournalNote {
  /** See `journalDatabaseName`. */
  readonly generation: number;
  /** The highest `seq` that the server is known to have. */
  readonly reached: number;
  /** Something was found to be wrong; the next start looks at everything. */
  readonly doubt: boolean;
  readonly accepted: readonly number[];
}

/** The note as it is, with each change written at once or behind. */
export interface KeptJournalNote {
  current(): JournalNote;
  write(change: Partial<JournalNote>): Promise<void>;
  writeBehind(change: Partial<JournalNote>): void;
}

export async function openJournalNote(notes: DeviceNotes, registerId: string): Promise<KeptJournalNote> {
  const name = `journal:${registerId}`;
  let note: JournalNote = {
    generation: 1,
    reached: 0,
    doubt: false,
    accepted: [],
    ...((await notes.read(name)) as Partial<JournalNote> | undefined),
  };
  const changed = (change: Partial<JournalNote>) => (note = { ...note, ...change });
  return {
    current: () => note,
    write: (change) => notes.write(name, changed(change)),
    writeBehind: (change) => notes.writeBehind(name, changed(change)),
  };
}
