import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../domain/registry/operations.ts';
import { JournalBuilder, seal } from '../journal-builder.ts';
import { type AfterKill, compareAfterKill, toldOf } from './compare-after-kill.ts';

const SALES = 5;

/** A register that dies while its sixth sale is being recorded, and how its store treats what it is given. */
function killed(store: {
  readonly reportsFirst: boolean;
  readonly diesAfter: 'nothing' | 'the first step' | 'the second step';
}): AfterKill {
  const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  builder.openShift();
  for (let sale = 0; sale < SALES; sale += 1) builder.sell([['A', 1]]);
  const journal = [...builder.operations];
  const told = journal.map(toldOf);
  const last = builder.sell([['B', 2]]);
  const write = () => void journal.push(last);
  const report = () => void told.push(toldOf(last));
  const steps = store.reportsFirst ? [report, write] : [write, report];
  steps.slice(0, ['nothing', 'the first step', 'the second step'].indexOf(store.diesAfter)).forEach((step) => step());
  return { prefix: 'A1', told, journal, mirror: journal };
}

const whole = () => killed({ reportsFirst: false, diesAfter: 'the second step' });

/** The sixth sale, which is place 7, as another one in the same place. */
function otherSale(after: readonly Operation[], change: object): Operation {
  const { hash: _, ...content } = after.at(-1) as Operation;
  return seal({ ...content, ...change });
}

describe('what is found after a kill', () => {
  it.each([
    ['nothing', 0],
    ['the first step', 1],
    ['the second step', 0],
  ] as const)('[J1] a store that writes first is found honest when it dies after %s', (diesAfter, untold) => {
    const compared = compareAfterKill(killed({ reportsFirst: false, diesAfter }));
    expect(compared).toMatchObject({ lost: 0, wrong: [] });
    expect(compared.untold).toHaveLength(untold);
  });

  it('[J1] a store that tells before it writes is found out', () => {
    const compared = compareAfterKill(killed({ reportsFirst: true, diesAfter: 'the first step' }));
    expect(compared).toEqual({ lost: 1, untold: [], wrong: ['J1: 7 was told and is not there'] });
  });

  it('[J1] whichever operations are gone, each of them counts as lost', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          whole().journal.map(({ seq }) => seq),
          { minLength: 1 },
        ),
        (gone) => {
          const { journal, ...known } = whole();
          const left = journal.filter(({ seq }) => !gone.includes(seq));
          expect(compareAfterKill({ ...known, journal: left, mirror: left }).lost).toBe(gone.length);
        },
      ),
    );
  });

  it.each<[string, (found: AfterKill) => Partial<AfterKill>, string]>([
    [
      '[J1] another operation in the place of one that was told',
      ({ journal }) => ({ journal: [...journal.slice(0, -1), otherSale(journal, { clockOffsetMs: 1 })] }),
      'J1: 7 was told and is another one',
    ],
    [
      '[J1] more than one that nobody was told of',
      ({ told }) => ({ told: told.slice(0, -2) }),
      'J1: 6, 7 are there, and nobody was told: one at most can be',
    ],
    [
      '[J2] an altered operation',
      ({ journal }) => ({ journal: journal.map((one) => (one.seq === 3 ? { ...one, at: '2026-03-02T11:00:00.000Z' } : one)) }),
      'J2: 3 has another hash than its content',
    ],
    ['[J2] a gap', ({ journal }) => ({ journal: journal.filter(({ seq }) => seq !== 4) }), 'J2: 5 comes after 3'],
    [
      '[J2] an operation that names another before it',
      ({ journal }) => ({ journal: [...journal.slice(0, -1), otherSale(journal, { prevHash: '0'.repeat(64) })] }),
      'J2: 7 does not chain on',
    ],
    [
      '[J7] a receipt that is not counted',
      ({ journal }) => ({ journal: [...journal.slice(0, -1), otherSale(journal, { receiptCount: 5 })] }),
      'J7: 7 counts 5 receipts, not 6',
    ],
    [
      '[J7] a receipt number that was given to a customer before',
      ({ journal }) => {
        const { payload } = journal.at(-1) as Extract<Operation, { type: 'sale_completed' }>;
        return { journal: [...journal.slice(0, -1), otherSale(journal, { payload: { ...payload, receiptNumber: 'A1-000002' } })] };
      },
      'J7: 7 has a receipt number that was given to another',
    ],
    ['[R5] a mirror that lacks one', ({ mirror }) => ({ mirror: mirror.slice(0, -1) }), 'R5: 7 is not in the mirror'],
    [
      '[R5] a mirror with an altered one',
      ({ mirror }) => ({ mirror: mirror.map((one) => (one.seq === 3 ? { ...one, storeId: 'S2' } : one)) }),
      'R5: 3 is not in the mirror',
    ],
    [
      '[R5] a mirror that is ahead',
      ({ journal, told }) => ({ journal: journal.slice(0, -1), told: told.slice(0, -1) }),
      'R5: the mirror has 7 as the journal has not',
    ],
  ])('%s is found', (_, change, finding) => {
    const found = whole();
    expect(compareAfterKill({ ...found, ...change(found) }).wrong).toContain(finding);
  });
});
