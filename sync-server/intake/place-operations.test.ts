import { describe, expect, it } from 'vitest';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { placeOperations, type Placing } from './place-operations.ts';
import { readOperation } from './read-operation.ts';

const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const first = journal.openShift();
const second = journal.sell([['A', 1]]);
const other = { ...second, id: first.id.replace(/.$/, first.id.endsWith('0') ? '1' : '0') };

const nothing = (): Placing => ({ registerId: 'R1', appliedSeq: 0, known: new Map(), waiting: new Map(), cloned: false });
const placed = (placing: Placing, ...raw: unknown[]) => placeOperations(raw.map(readOperation), placing);

describe('the place of what a register sends', () => {
  it('[J4] waits for its turn, in whatever order it comes, and is known from then on', () => {
    const placing = nothing();
    expect(placed(placing, second, first)).toMatchObject([
      { kind: 'waits', operationId: second.id, read: { seq: 2 } },
      { kind: 'waits', operationId: first.id, read: { seq: 1 } },
    ]);
    expect([...placing.waiting].map(([seq, { id }]) => [seq, id])).toEqual([
      [2, second.id],
      [1, first.id],
    ]);
    expect([...placing.known.keys()]).toEqual([second.id, first.id]);
    expect(placing.cloned).toBe(false);
  });

  it('[J3] has its answer when it comes again, under the id as it was written', () => {
    const upper = { ...first, id: first.id.toUpperCase() };
    const placing = nothing();
    const [, again] = placed(placing, upper, upper);
    expect(again).toEqual({ kind: 'answered', id: first.id, seq: 1, operationId: upper.id });
    expect(placing.cloned).toBe(false);
  });

  it.each([
    [
      '[J6] what is no operation',
      nothing(),
      17,
      { id: null, seq: null, code: 'not_an_operation', body: 17, contentHash: null },
      { fault: 'not_an_object' },
      false,
    ],
    [
      '[A3] what another register recorded',
      { ...nothing(), registerId: 'R2' },
      first,
      { id: first.id, seq: 1, code: 'other_register', body: first, contentHash: first.hash },
      {},
      false,
    ],
    [
      '[J3] another content under a known id',
      { ...nothing(), known: new Map([[first.id, { registerId: 'R1', seq: 1, contentHash: 'x' }]]) },
      first,
      { id: first.id, seq: 1, code: 'id_reused' },
      {},
      false,
    ],
    [
      '[J3] the id and content that another register has sent',
      { ...nothing(), known: new Map([[first.id, { registerId: 'R2', seq: 1, contentHash: first.hash }]]) },
      first,
      { id: first.id, seq: 1, code: 'id_reused' },
      {},
      false,
    ],
    ['[J7] what comes after the register was stopped', { ...nothing(), cloned: true }, first, { code: 'register_cloned' }, {}, true],
    [
      '[J7] another operation in a place that was applied',
      { ...nothing(), appliedSeq: 2 },
      second,
      { code: 'seq_reused' },
      { fault: 'place_taken', seq: 2 },
      true,
    ],
    [
      '[J7] another operation in a place where one waits',
      { ...nothing(), waiting: new Map([[2, { id: second.id }]]) },
      other,
      { id: other.id, seq: 2, code: 'seq_reused' },
      { fault: 'place_taken', seq: 2 },
      true,
    ],
  ])('refuses %s', (_what, placing, raw, refused, facts, cloned) => {
    const places = placed(placing, raw);
    expect(places).toMatchObject([{ kind: 'refused', ...refused }]);
    expect(places.map((place) => place.kind === 'refused' && place.facts)).toEqual([facts]);
    expect(placing.cloned).toBe(cloned);
  });

  it('[J7] answers what was applied before the register was stopped', () => {
    const known = new Map([[first.id, { registerId: 'R1', seq: 1, contentHash: first.hash }]]);
    expect(placed({ ...nothing(), appliedSeq: 1, known, cloned: true }, first)).toMatchObject([{ kind: 'answered', id: first.id }]);
  });
});
