import fc from 'fast-check';
import type { RxDatabase } from 'rxdb/plugins/core';
import { getRxStorageMemory, type RxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../domain/registry/operations.ts';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import { type MemoryMirror, memoryMirror } from '../../../test/support/memory-mirror.ts';
import { NeverAnswered } from '../../base/timeout.ts';
import { type JournalCollections, journalKey, openJournalDatabase } from '../../storage/register-database.ts';
import { checkJournal } from './check-journal.ts';
import { LOST_TYPE } from '../../base/journal-copy.ts';
import { type JournalDisk, journalDisk } from '../../storage/journal-disk.ts';
import { type Mended, mendJournal, type MendOptions } from './mend-journal.ts';
import { lastPlace, readOperations } from '../../storage/read-copies.ts';

const COUNT = 8;
const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
builder.openShift();
while (builder.operations.length <= COUNT) builder.sell([['A', 1]]);
const [beyond] = builder.operations.splice(COUNT, 1);
const journal: readonly Operation[] = builder.operations;
const alter = (operation: Operation | undefined) => ({ ...operation, at: '2026-03-02T23:59:59.000Z' });
const textOf = (operations: readonly unknown[]) => operations.map((operation) => `${JSON.stringify(operation)}\n`).join('');

interface Case {
  /** The entries of the journal: their place, and what is written there. */
  readonly entries: readonly (readonly [seq: number, operation: object])[];
  readonly mirror: string | null;
  /** What the server has; null when it cannot be asked. */
  readonly server: readonly unknown[] | null;
  readonly reached?: number;
  readonly confirmed?: number;
  readonly doubt?: boolean;
  /** What is read of a database that will not open; null when nothing can be read. */
  readonly closed?: readonly unknown[] | null;
}

interface Outcome extends Mended {
  readonly operations: unknown[];
  readonly generation: number;
  readonly asked: number[];
  readonly mirror: MemoryMirror | null;
  readonly disk: JournalDisk;
  readonly oldEntries: () => Promise<unknown[]>;
  readonly options: MendOptions;
}

let opened: RxDatabase<JournalCollections>[] = [];

/** There may be no more than thirteen collections open at once. */
async function closeAll(): Promise<void> {
  await Promise.all(opened.map((database) => database.close()));
  opened = [];
}

async function mend(given: Case): Promise<Outcome> {
  await closeAll();
  const storage: RxStorageMemory = { ...getRxStorageMemory(), collectionStates: new Map() };
  const first = await openJournalDatabase('R1', storage);
  await first.journal.bulkInsert(given.entries.map(([seq, operation]) => ({ key: journalKey(seq), operation: operation as Operation })));
  await first.close();
  let generation = 1;
  const memory = journalDisk({
    registerId: 'R1',
    storage,
    generation,
    noteGeneration: (next) => Promise.resolve(void (generation = next)),
    salvageClosed: () => (given.closed === null ? Promise.reject(new Error('unreadable')) : Promise.resolve([...(given.closed ?? [])])),
  });
  const closed = given.closed !== undefined;
  const disk: JournalDisk = closed ? { ...memory, open: () => Promise.reject(new Error('It is of a newer version.')) } : memory;
  const mirror = given.mirror === null ? null : memoryMirror(given.mirror);
  const asked: number[] = [];
  const options: MendOptions = {
    registerId: 'R1',
    storeId: 'S1',
    disk,
    mirror,
    reached: given.reached ?? 0,
    confirmed: given.confirmed ?? 0,
    doubt: given.doubt ?? false,
    accepted: [],
    readBack: (after) => {
      asked.push(after);
      if (given.server === null) return Promise.reject(new Error('offline'));
      const later = given.server.filter((one) => (one as Operation).seq > after);
      return Promise.resolve({
        operations: later.slice(0, 3),
        lastSeq: Math.max(0, ...given.server.map((one) => (one as Operation).seq)),
        serverTime: '2026-03-02T10:00:00.000Z',
      });
    },
  };
  const mended = await mendJournal(options);
  opened.push(mended.journal.database as unknown as RxDatabase<JournalCollections>);
  async function oldEntries() {
    const again = await openJournalDatabase('R1', storage);
    opened.push(again);
    return readOperations(again.journal, 1, COUNT);
  }
  const operations = await readOperations(mended.journal, 1, await lastPlace(mended.journal));
  return { ...mended, operations, generation, asked, mirror, disk, options, oldEntries };
}

const at = (operations: readonly object[]) => operations.map((operation) => [(operation as Operation).seq, operation] as const);
const altering = (place: number) =>
  whole.map(([seq, operation]) => [seq, seq === place ? alter(operation as Operation) : operation] as const);
const whole = at(journal);
const mirrored = textOf(journal);

describe('[R5] mending a journal', () => {
  afterEach(closeAll);

  it('leaves a whole one alone, asks nobody, and knows what the mirror lacks', async () => {
    expect(await mend({ entries: whole, mirror: mirrored, server: null, reached: COUNT })).toMatchObject({
      health: 'whole',
      generation: 1,
      asked: [],
      mirroredSeq: COUNT,
    });
    expect(await mend({ entries: whole, mirror: textOf(journal.slice(0, 5)), server: null })).toMatchObject({
      health: 'whole',
      mirroredSeq: 5,
    });
    expect(await mend({ entries: whole, mirror: '', server: null })).toMatchObject({ health: 'whole', mirroredSeq: 0 });
    expect(await mend({ entries: [], mirror: '', server: null })).toMatchObject({ health: 'whole', operations: [] });
    expect(await mend({ entries: whole, mirror: mirrored, server: null, doubt: true })).toMatchObject({ health: 'whole', generation: 1 });
  });

  it('[R5] touches nothing of one that gives no answer: it may be whole, and its mirror behind it', async () => {
    const { options } = await mend({ entries: whole, mirror: mirrored, server: null });
    const touched = vi.fn(() => Promise.reject(new Error('It must not be touched.')));
    vi.useFakeTimers();
    try {
      const mending = mendJournal({ ...options, disk: { open: () => new Promise(() => undefined), salvage: touched, writeAnew: touched } });
      const told = expect(mending).rejects.toBeInstanceOf(NeverAnswered);
      await vi.advanceTimersByTimeAsync(20_000);
      await told;
    } finally {
      vi.useRealTimers();
    }
    expect(touched).not.toHaveBeenCalled();
  });

  it('[J7] takes over the last operations that only the mirror has: they were acknowledged', async () => {
    expect(await mend({ entries: whole.slice(0, 6), mirror: mirrored, server: null, reached: 4 })).toMatchObject({
      health: 'mended',
      operations: journal,
      generation: 1,
      asked: [],
      mirroredSeq: COUNT,
    });
  });

  const middle = whole.filter(([seq]) => seq !== 5);
  const damages: [string, Case['entries']][] = [
    ['gone', []],
    ['without its first operations', whole.slice(3)],
    ['with a gap', middle],
    ['with an altered operation', altering(5)],
    ['with an entry that cannot be read', whole.map(([seq, operation]) => [seq, seq === 5 ? { nothing: true } : operation])],
    ['with an altered end', altering(COUNT)],
    ['with an entry in the place of another', whole.map(([seq, operation]) => [seq, seq === 5 ? (journal[0] ?? {}) : operation])],
  ];
  for (const [what, entries] of damages) {
    it.each([
      ['from its mirror, offline', mirrored, null],
      ['from the server, without a mirror', null, journal],
      ['from the server, with a mirror that was lost too', '', journal],
      ['from both, each with a part', `${textOf(journal.slice(0, 2))}torn{\n${textOf(journal.slice(5))}`, journal.slice(0, 5)],
    ] as const)(`[J2] [J7] makes one whole that is ${what}, %s`, async (_how, mirror, server) => {
      const outcome = await mend({ entries, mirror, server, reached: 5 });
      expect(outcome).toMatchObject({ health: 'mended', operations: journal, accepted: [] });
      if (mirror !== null) {
        const again = await mendJournal({ ...outcome.options, doubt: true });
        expect([again.health, again.mirroredSeq]).toEqual(['whole', COUNT]);
      }
    });

    it(`sets one aside that is ${what}, and deletes nothing`, async () => {
      const outcome = await mend({ entries, mirror: mirrored, server: null, doubt: true });
      expect(outcome.generation).toBe(2);
      expect((await outcome.oldEntries()).length).toBe(entries.length);
    });
  }

  it('reads one that will not open past everything, offline and without a mirror', async () => {
    const outcome = await mend({ entries: [], closed: journal, mirror: null, server: null, reached: COUNT });
    expect(outcome).toMatchObject({ health: 'mended', operations: journal, generation: 2 });
    expect(outcome.finding).toContain('newer version');
  });

  it('[J7] records nothing while it cannot be made whole, shows what is there, and does when the server is there again', async () => {
    for (const given of [
      { entries: whole.slice(0, 4), mirror: '', server: null, reached: COUNT },
      { entries: middle, mirror: null, server: null },
      { entries: [], closed: null, mirror: null, server: null },
    ] satisfies Case[]) {
      const outcome = await mend(given);
      expect(outcome).toMatchObject({ health: 'needs_server', generation: 1 });
      expect(outcome.operations).toHaveLength(given.entries.length);
      const again = await mend({ ...given, server: journal });
      expect(again).toMatchObject({ health: 'mended', operations: journal });
    }
  });

  it('[J7] says that it is lost when it ends before what is known, and nobody has the rest', async () => {
    expect(await mend({ entries: whole.slice(0, 4), mirror: '', server: journal.slice(0, 5), reached: COUNT })).toMatchObject({
      health: 'lost',
      generation: 1,
    });
  });

  it('[J6] marks the place of an operation that nobody has, so that those behind it are not held up', async () => {
    const { health, operations } = await mend({
      entries: middle,
      mirror: textOf(journal.filter(({ seq }) => seq !== 5)),
      server: journal.slice(0, 3),
    });
    expect(health).toBe('mended_with_losses');
    expect(operations.toSpliced(4, 1)).toEqual(journal.toSpliced(4, 1));
    expect(operations[4]).toMatchObject({ seq: 5, type: LOST_TYPE, registerId: 'R1', prevHash: journal[3]?.hash, hash: journal[4]?.hash });
  });

  it('[J6] keeps an altered operation of which nobody has a better copy, and does not stumble over it again', async () => {
    const outcome = await mend({ entries: altering(5), mirror: null, server: [] });
    expect(outcome).toMatchObject({ health: 'mended_with_losses', generation: 1, accepted: [5] });
    expect(await mendJournal({ ...outcome.options, accepted: outcome.accepted })).toMatchObject({ health: 'whole' });
  });

  it('[J2] keeps every operation that any place has, and records on nothing that is not known to be whole', async () => {
    const state = fc.constantFrom('there', 'there', 'there', 'gone', 'altered');
    const states = fc.array(state, { minLength: COUNT, maxLength: COUNT });
    const keep = (kept: readonly string[]) =>
      journal.flatMap((operation, index) => (kept[index] === 'there' ? [operation] : kept[index] === 'altered' ? [alter(operation)] : []));
    await fc.assert(
      fc.asyncProperty(
        states,
        states,
        fc.integer({ min: 0, max: COUNT }),
        fc.boolean(),
        fc.boolean(),
        async (kept, copied, sent, online, hasMirror) => {
          const server = journal.slice(0, sent);
          const outcome = await mend({
            entries: at(keep(kept)),
            mirror: hasMirror ? textOf(keep(copied)) : null,
            server: online ? server : null,
            reached: sent,
            confirmed: 0,
          });
          const { health, operations } = outcome;
          const has = (index: number) => kept[index] === 'there' || (hasMirror && copied[index] === 'there') || (online && index < sent);
          if (health === 'needs_server' || health === 'lost') {
            expect(online && health === 'needs_server').toBe(false);
            return;
          }
          expect(operations.length).toBeGreaterThanOrEqual(sent);
          operations.forEach((operation, index) => {
            if (has(index)) expect(operation).toEqual(journal[index]);
            // What stood in several places in a row that were lost is not known; the chain holds all the same.
            if ((operation as { type?: string }).type !== LOST_TYPE) expect((operation as Operation).hash).toBe(journal[index]?.hash);
          });
          expect(await checkJournal(outcome.journal, 'R1', 0, outcome.accepted)).toMatchObject({ faultAt: null });
          if (operations.length === COUNT && beyond !== undefined) {
            await outcome.journal.insert({ key: journalKey(beyond.seq), operation: beyond });
            expect(await checkJournal(outcome.journal, 'R1', 0, outcome.accepted)).toMatchObject({ faultAt: null, lastSeq: COUNT + 1 });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('[J7] gives back what it cannot keep, because the server has other operations in the same places', async () => {
    const twin = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    twin.operations.push(...journal.slice(0, COUNT - 1));
    const other = twin.sell([['B', 3]]);
    const entries = [...journal.slice(0, COUNT - 1), other].map((operation) => [operation.seq, operation] as const);
    const { operations, spare } = await mend({
      entries,
      mirror: textOf(journal.slice(0, COUNT - 1)),
      server: [...journal, beyond],
      doubt: true,
    });
    expect(operations.map((operation) => (operation as Operation).hash)).toEqual([...journal, beyond].map((operation) => operation?.hash));
    expect(spare).toEqual([other]);
    expect((await mend({ entries: entries.slice(0, -1), mirror: null, server: [...journal, beyond], doubt: true })).spare).toEqual([]);
  });
});
