import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { nobody, practiceJournal, practiceNotes } from './training.ts';

const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
for (let count = 0; count < 12; count += 1) builder.sell([['A', 1]]);
const { operations } = builder;

const ending = (at: number) => ({
  tail: () => Promise.resolve(operations[at - 1] ?? { seq: 0, hash: '', receiptCount: 0 }),
  after: (seq: number, limit: number) => Promise.resolve(operations.slice(seq, Math.min(at, seq + limit))),
});

describe('the journal of a training', () => {
  it('goes on where the other ends, and reads as one with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.nat(14), fc.integer({ min: 1, max: 15 }), async (end, after, limit) => {
        const journal = await practiceJournal(ending(end));
        for (const operation of operations.slice(end)) await journal.append(operation);
        const read: WrittenOperation[] = await journal.after(after, limit);
        expect(read).toEqual(operations.slice(after, after + limit));
        expect(await journal.tail()).toBe(operations[11]);
      }),
    );
  });

  it('is empty where the other is', async () => {
    const journal = await practiceJournal(ending(0));
    expect([(await journal.tail()).seq, await journal.after(0, 5)]).toEqual([0, []]);
  });
});

describe('the notes of a training', () => {
  function notesWith(entries: Record<string, unknown>) {
    const kept = new Map<string, unknown>(Object.entries(entries));
    const notes: DeviceNotes = {
      read: (name) => Promise.resolve(kept.get(name)),
      write: (name, value) => Promise.resolve(void kept.set(name, value)),
      writeBehind: (name, value) => void kept.set(name, value),
    };
    return { kept, notes: practiceNotes(notes) };
  }

  it('begin as the others are, change nothing in them, and leave out what was begun on a screen', async () => {
    const { kept, notes } = notesWith({ 'time-away': { awayMs: 5 }, 'draft:R1:cart': ['a line'] });
    expect([await notes.read('time-away'), await notes.read('draft:R1:cart')]).toEqual([{ awayMs: 5 }, undefined]);
    await notes.write('time-away', { awayMs: 6 });
    notes.writeBehind('draft:R1:cart', ['another']);
    expect([await notes.read('time-away'), await notes.read('draft:R1:cart')]).toEqual([{ awayMs: 6 }, ['another']]);
    expect(Object.fromEntries(kept)).toEqual({ 'time-away': { awayMs: 5 }, 'draft:R1:cart': ['a line'] });
  });

  it('[A1] count wrong PINs where the register counts them', async () => {
    const { kept, notes } = notesWith({ 'wrong-pins': { failed: 3 } });
    await notes.write('wrong-pins', { failed: 4 });
    expect([await notes.read('wrong-pins'), kept.get('wrong-pins')]).toEqual([{ failed: 4 }, { failed: 4 }]);
  });
});

describe('the server of a training', () => {
  it('cannot be reached, whatever it is asked', async () => {
    await expect(nobody().push([])).rejects.toThrow('has no server');
    await expect(nobody().lookUpCustomers('a')).rejects.toThrow('has no server');
  });
});
