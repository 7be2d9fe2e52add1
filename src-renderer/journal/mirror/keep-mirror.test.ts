import { afterEach, describe, expect, it, vi } from 'vitest';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import { memoryDisk, type OpenDatabases } from '../../../test/support/memory-databases.ts';
import { memoryMirror } from '../../../test/support/memory-mirror.ts';
import { journalKey } from '../../storage/register-database.ts';
import { keepMirror, type MirrorKeeper } from './keep-mirror.ts';

const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
builder.openShift();
while (builder.operations.length < 450) builder.sell([['A', 1]]);
const textOf = (operations: readonly unknown[]) => operations.map((operation) => `${JSON.stringify(operation)}\n`).join('');

describe('[R5] keeping the mirror in step', () => {
  let databases: OpenDatabases;
  let keeper: MirrorKeeper;
  afterEach(async () => {
    keeper.stop();
    await databases.close();
  });

  async function fill(count: number) {
    databases = await memoryDisk().open('R1');
    await databases.journal.bulkInsert(
      builder.operations.slice(0, count).map((operation) => ({ key: journalKey(operation.seq), operation })),
    );
  }
  async function record(seq: number) {
    const operation = builder.operations[seq - 1];
    if (operation === undefined) throw new Error('There are not so many.');
    await databases.journal.insert({ key: journalKey(seq), operation });
    keeper.add(operation);
  }

  it('catches up what it lacks before it adds anything new, so that there is no gap in it', async () => {
    await fill(440);
    const mirror = memoryMirror(textOf(builder.operations.slice(0, 10)));
    keeper = keepMirror({ mirror, journal: databases.journal, mirroredSeq: 10, random: () => 0, onError: () => undefined });
    for (let seq = 441; seq <= 450; seq += 1) await record(seq);
    await vi.waitFor(() => expect(mirror.text.split('\n')).toHaveLength(451));
    expect(mirror.text).toBe(textOf(builder.operations));
  });

  it('falls behind while its disk is full, and catches up by itself when there is room again', async () => {
    await fill(3);
    const mirror = memoryMirror(textOf(builder.operations.slice(0, 3)));
    const errors: unknown[] = [];
    keeper = keepMirror({ mirror, journal: databases.journal, mirroredSeq: 3, random: () => 0, onError: (error) => errors.push(error) });
    mirror.failing = 'disk_full';
    await record(4);
    await record(5);
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    mirror.failing = null;
    await vi.waitFor(() => expect(mirror.text).toBe(textOf(builder.operations.slice(0, 5))), { timeout: 10_000 });
  });
});
