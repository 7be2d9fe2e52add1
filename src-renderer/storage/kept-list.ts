import { z } from 'zod';
import type { DeviceNotes } from './device-notes.ts';

/** A list on the device that outlives the app. */
export interface KeptList<E> {
  /** In the order in which they were made; the same list until something changes. */
  readonly entries: readonly E[];
  /** Changes what is kept; resolves when it is durable. Rejects when the disk cannot take it: then nothing has changed. */
  update(change: (entries: readonly E[]) => readonly E[]): Promise<void>;
}

/**
 * Opens what an earlier run of the app has kept. What cannot be read is left out.
 * @param name of the note. @param onChange called after each change.
 */
export async function openKeptList<E>(notes: DeviceNotes, name: string, entry: z.ZodType<E>, onChange: () => void): Promise<KeptList<E>> {
  const kept = z.array(z.unknown()).safeParse(await notes.read(name));
  let entries: readonly E[] = (kept.data ?? []).flatMap((one) => {
    const read = entry.safeParse(one);
    return read.success ? [read.data] : [];
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    get entries() {
      return entries;
    },
    update(change) {
      const written = last.then(async () => {
        const after = change(entries);
        if (after === entries) return;
        await notes.write(name, after);
        entries = after;
        onChange();
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}
