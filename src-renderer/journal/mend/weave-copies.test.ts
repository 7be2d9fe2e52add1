import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import { type Copy, readCopy } from '../../base/journal-copy.ts';
import { weaveCopies } from './weave-copies.ts';

const REGISTER = 'R1';

function journalOf(count: number): Copy[] {
  const builder = new JournalBuilder({ registerId: REGISTER, storeId: 'S1', prefix: 'A1' });
  builder.openShift();
  while (builder.operations.length < count) builder.sell([['A', 1]]);
  return builder.operations.map((operation) => copyOf(operation));
}

function copyOf(raw: unknown): Copy {
  const copy = readCopy(raw, REGISTER);
  if (copy === null) throw new Error('This is no operation.');
  return copy;
}

const LONGEST = 12;
const journal = journalOf(LONGEST);
const alter = (copy: Copy): Copy => copyOf({ ...copy.body, at: '2026-03-02T23:59:59.000Z' });
const hashes = (copies: readonly (Copy | null)[]) => copies.map((copy) => copy?.hash ?? null);

/** Another life of the register from a place on: a profile that was copied, or a journal that went on without its tail. */
function branchFrom(seq: number, count: number): Copy[] {
  const builder = new JournalBuilder({ registerId: REGISTER, storeId: 'S1', prefix: 'A1' });
  builder.operations.push(...journal.slice(0, seq - 1).map((copy) => copy.body as never));
  for (let made = 0; made < count; made += 1) builder.pack({ id: `F${made}` } as never);
  return builder.operations.slice(seq - 1).map((operation) => copyOf(operation));
}

type State = 'there' | 'gone' | 'altered';
const state = fc.constantFrom<State>('there', 'there', 'gone', 'altered');
const inState = (states: readonly State[]) =>
  journal.flatMap((copy, index) => (states[index] === 'there' ? [copy] : states[index] === 'altered' ? [alter(copy)] : []));
const states = fc.array(state, { minLength: LONGEST, maxLength: LONGEST });

describe('weaving a journal from its copies', () => {
  it('[J2] [R5] keeps every operation of which any place has an intact copy, and invents none', () => {
    fc.assert(
      fc.property(states, states, fc.integer({ min: 0, max: LONGEST }), (kept, mirrored, sent) => {
        const server = journal.slice(0, sent);
        const { chain, holes, altered, spare } = weaveCopies(server, [inState(kept), inState(mirrored)]);
        const intact = journal.map((_, index) => index < sent || kept[index] === 'there' || mirrored[index] === 'there');
        const any = journal.map((_, index) => intact[index] || kept[index] === 'altered' || mirrored[index] === 'altered');
        const last = any.lastIndexOf(true) + 1;
        expect(chain).toHaveLength(last);
        expect(holes).toEqual(journal.slice(0, last).flatMap((copy, index) => (any[index] ? [] : [copy.seq])));
        expect(altered).toEqual(journal.slice(0, last).flatMap((copy, index) => (any[index] && !intact[index] ? [copy.seq] : [])));
        chain.forEach((copy, index) => expect(copy?.hash ?? null).toBe(any[index] ? journal[index]?.hash : null));
        expect(chain.filter((copy) => copy?.intact)).toHaveLength(intact.filter(Boolean).length);
        expect(spare).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('takes over what only the mirror has and what only the server has, when it chains on', () => {
    expect(hashes(weaveCopies(journal.slice(0, 9), [journal.slice(0, 6), journal.slice(8)]).chain)).toEqual(hashes(journal));
  });

  it('[J7] believes the server where two branches took the same places, and sets the other apart', () => {
    const other = branchFrom(8, 3);
    const { chain, spare } = weaveCopies(journal.slice(0, 8), [[...journal.slice(0, 7), ...other], journal]);
    expect(hashes(chain)).toEqual(hashes(journal));
    expect(hashes(spare)).toEqual(hashes(other));
  });

  it('[J7] without a word from the server, goes on with the longer branch and says that there is another', () => {
    const other = branchFrom(8, 2);
    const { chain, spare } = weaveCopies([], [[...journal.slice(0, 7), ...other], journal]);
    expect(hashes(chain)).toEqual(hashes(journal));
    expect(hashes(spare)).toEqual(hashes(other));
  });

  it('does not take the copy of another chain for a missing operation', () => {
    const [forged] = branchFrom(5, 1);
    const { chain, holes } = weaveCopies([], [journal.filter((copy) => copy.seq !== 5), forged === undefined ? [] : [forged]]);
    expect(holes).toEqual([5]);
    expect(chain).toHaveLength(LONGEST);
  });

  it('is nothing when there is nothing', () => {
    expect(weaveCopies([], [[], []])).toEqual({ chain: [], holes: [], altered: [], spare: [] });
  });
});

describe('reading a copy', () => {
  const [first] = journal;
  it.each([
    ['no object', 'text'],
    ['nothing', null],
    ['a list', []],
    ['an operation of another register', { ...first?.body, registerId: 'R2' }],
    ['an operation without a place', { ...first?.body, seq: 0 }],
    ['an operation with half a hash', { ...first?.body, hash: 'abc' }],
  ])('knows that %s is none', (_what, raw) => {
    expect(readCopy(raw, REGISTER)).toBeNull();
  });
});
