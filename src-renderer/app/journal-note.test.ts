import { expect, it } from 'vitest';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { openJournalNote } from './journal-note.ts';

function memoryNotes(kept: Record<string, unknown> = {}) {
  const notes: DeviceNotes = {
    read: (name) => Promise.resolve(kept[name]),
    write: (name, value) => Promise.resolve(void (kept[name] = value)),
    writeBehind: (name, value) => void (kept[name] = value),
  };
  return { notes, kept };
}

it('a register without a note has a journal of the first generation, of which nothing is known', async () => {
  const { notes, kept } = memoryNotes();
  expect((await openJournalNote(notes, 'R1')).current()).toEqual({ generation: 1, reached: 0, doubt: false, accepted: [] });
  expect(kept).toEqual({});
});

it('a note of an older app lacks only what it did not know', async () => {
  const { notes } = memoryNotes({ 'journal:R1': { generation: 3, reached: 9 } });
  expect((await openJournalNote(notes, 'R1')).current()).toEqual({ generation: 3, reached: 9, doubt: false, accepted: [] });
});

it('a change leaves the rest as it is, whichever way it is written, and holds at once', async () => {
  const { notes, kept } = memoryNotes({ 'journal:R1': { generation: 2, reached: 9, doubt: true, accepted: [4] } });
  const note = await openJournalNote(notes, 'R1');
  const written = note.write({ doubt: false });
  note.writeBehind({ reached: 12 });
  expect(note.current()).toEqual({ generation: 2, reached: 12, doubt: false, accepted: [4] });
  await written;
  expect(kept).toEqual({ 'journal:R1': note.current() });
});
