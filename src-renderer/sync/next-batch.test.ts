import { describe, expect, it } from 'vitest';
import { JournalBuilder, reseal } from '../../test/support/journal-builder.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { Journal } from '../journal/journal.ts';
import { nextBatch } from './next-batch.ts';
import { createSigner } from './sign-batch.ts';

const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
for (let count = 0; count < 6; count += 1) builder.sell([['A', 1]]);

function journalOf(operations: readonly WrittenOperation[]): Journal {
  return {
    tail: () => Promise.reject(new Error('Nobody asks for the tail.')),
    append: () => Promise.reject(new Error('Nobody appends.')),
    after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + limit)),
  };
}

/** Signs, and notes every text that it is given. */
function noting() {
  const signed: string[] = [];
  const sign = createSigner('R1', (text) => Promise.resolve(`signed ${signed.push(text)}`));
  return { signed, sign };
}

describe('[A4] the next batch of a journal', () => {
  const journal = journalOf(builder.operations);

  it('is signed for its newest operation', async () => {
    const { signed, sign } = noting();
    const batch = await nextBatch(journal, 2, 3, sign);
    const newest = builder.operations[4];
    expect(batch).toEqual({ operations: builder.operations.slice(2, 5), signature: { seq: 5, hash: newest?.hash, value: 'signed 1' } });
    expect(signed).toEqual([`["outpost operations 1","R1",5,"${newest?.hash}"]`]);
  });

  it('is signed once, however often it is sent, and again when it has grown', async () => {
    const { signed, sign } = noting();
    for (let tries = 0; tries < 3; tries += 1) await nextBatch(journal, 0, 4, sign);
    expect(signed).toHaveLength(1);
    await nextBatch(journal, 0, 5, sign);
    expect(signed).toHaveLength(2);
  });

  it('is not signed by a register without a key, and nothing when nothing is left', async () => {
    expect(await nextBatch(journal, 0, 2, undefined)).toEqual({ operations: builder.operations.slice(0, 2) });
    expect(await nextBatch(journal, 6, 2, noting().sign)).toBeNull();
  });

  it('[J6] ends where a damaged journal does not go on, and the batch after it begins there', async () => {
    const damaged = builder.operations.map((one) => (one.seq === 3 ? reseal(one, { prevHash: 'f'.repeat(64) }) : one));
    const { sign } = noting();
    const places: number[][] = [];
    for (let after = 0; after < 6; ) {
      const batch = await nextBatch(journalOf(damaged), after, 500, sign);
      if (batch === null) throw new Error('The batches end too early.');
      places.push(batch.operations.map(({ seq }) => seq));
      expect(batch.signature?.seq).toBe(batch.operations.at(-1)?.seq);
      after += batch.operations.length;
    }
    expect(places).toEqual([[1, 2], [3], [4, 5, 6]]);
  });
});
