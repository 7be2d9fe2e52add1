import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalBuilder, reseal, wholeOf } from '../../test/support/journal-builder.ts';
import { shiftReport, type SignedClosing, totalsOf } from '../reports/shift-report.ts';
import { saleCompleted } from '../sale/operations.ts';
import { shiftClosed, shiftOpened } from '../shift/operations.ts';
import type { ShiftTotals } from '../shift/shift.ts';
import type { Operation } from './operations.ts';
import { verifyJournal } from './verify-journal.ts';

const NOBODY = { departmentOf: () => null, hourOf: () => 0, pricesIncludeTax: false };

/** Shifts of so many sales each, the first of which comes back, closed with their totals. */
function journalOf(shifts: readonly number[], signed: (totals: ShiftTotals) => ShiftTotals = (totals) => totals): JournalBuilder {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  let before: SignedClosing | null = null;
  for (const sales of shifts) {
    journal.shiftId = null;
    journal.openShift();
    const [first] = Array.from({ length: sales }, (_, index) => journal.sell([['A', index + 1]]));
    if (first !== undefined) journal.takeBack(first, 1);
    const report = shiftReport(wholeOf(journal.operations), journal.shiftId ?? '', NOBODY);
    const due = totalsOf(report, before);
    const totals = signed(due);
    const { hash } = journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
    before = { totals: due, hash };
  }
  return journal;
}

const faultsOf = (lines: readonly unknown[]) => verifyJournal(lines).findings.map(({ fault, place }) => `${place} ${fault}`);
const changed = (operations: readonly Operation[], at: number, change: (one: Operation) => Operation) =>
  operations.map((one, index) => (index === at ? change(one) : one));

describe('a journal that an auditor has as a file', () => {
  it('[J2] [J7] [J9] is whole, with its closings and sums', () => {
    const { operations } = journalOf([2, 0, 1]);
    const { proofs, findings } = verifyJournal(operations);
    expect(findings).toEqual([]);
    expect(proofs).toMatchObject([
      { registerId: 'R1', operations: operations.length, receipts: 5, closings: 3, lastHash: operations.at(-1)?.hash },
    ]);
    expect(proofs[0]?.totals).toMatchObject({ zNumber: 3, grandSalesMinor: 1080 * 4, grandReturnsMinor: 1080 * 2 });
  });

  it('may begin anywhere', () => {
    const { operations } = journalOf([2, 1]);
    fc.assert(
      fc.property(fc.nat(operations.length - 1), (from) => {
        expect(faultsOf(operations.slice(from))).toEqual([]);
      }),
    );
  });

  it('[J2] tells each byte that was altered, each entry that was taken out, and each two that were exchanged', () => {
    const { operations } = journalOf([2, 1]);
    fc.assert(
      fc.property(fc.nat(operations.length - 2), fc.constantFrom('alter', 'drop', 'swap', 'forge'), (at, how) => {
        const altered = {
          alter: () => changed(operations, at, (one) => ({ ...one, businessDate: '2020-01-01' })),
          // Its hash is made anew: the next one still names the old.
          forge: () => changed(operations, at, (one) => reseal(one, { businessDate: '2020-01-01' })),
          drop: () => operations.toSpliced(at === 0 ? 1 : at, 1),
          swap: () => operations.toSpliced(at, 2, ...operations.slice(at, at + 2).reverse()),
        }[how]();
        expect(faultsOf(altered)).not.toEqual([]);
      }),
    );
  });

  it.each<[string, (totals: ShiftTotals) => ShiftTotals, string]>([
    ['other sales', (totals) => ({ ...totals, salesMinor: totals.salesMinor - 1 }), 'totals_differ'],
    ['a number too many', (totals) => ({ ...totals, zNumber: totals.zNumber * 2 }), 'closing_number'],
    ['another beginning', (totals) => ({ ...totals, firstSeq: totals.firstSeq + 1 }), 'totals_differ'],
    ['another closing before it', (totals) => ({ ...totals, previousHash: 'a'.repeat(64) }), 'closing_chain_broken'],
    ['a grand total that shrinks', (totals) => ({ ...totals, grandSalesMinor: 0 }), 'grand_total_differs'],
  ])('[J9] tells a closing that was signed with %s', (_name, signed, fault) => {
    expect(faultsOf(journalOf([1, 1], signed).operations).join()).toContain(fault);
  });

  it('[J9] tells a first closing that leaves numbers or sums out before it, where the file has the journal from its beginning', () => {
    const late = (totals: ShiftTotals) => ({ ...totals, zNumber: 5, grandSalesMinor: totals.grandSalesMinor + 100 });
    const { operations } = journalOf([1], late);
    expect(faultsOf(operations)).toEqual(['4 closing_number', '4 grand_total_differs']);
    expect(faultsOf(operations.slice(1))).toEqual([]);
  });

  it('[J9] reads closings of older apps, which name none before them, and the first that does', () => {
    let closing = 0;
    const named = (totals: ShiftTotals) => ({ ...totals, previousHash: (closing += 1) < 3 ? null : totals.previousHash });
    expect(faultsOf(journalOf([1, 1, 1, 1], named).operations)).toEqual([]);
    const forgetful = (totals: ShiftTotals) => ({ ...totals, previousHash: totals.zNumber === 3 ? null : totals.previousHash });
    expect(faultsOf(journalOf([0, 0, 0, 0], forgetful).operations)).toEqual(['6 closing_chain_broken']);
  });

  it('[J9] tells a closing that was altered and hashed anew, with all entries behind it', () => {
    const { operations } = journalOf([1, 1]);
    const first = operations.findIndex(({ type }) => type === shiftClosed.type);
    let prevHash = operations[first]?.prevHash ?? '';
    const forged = operations.map((one, index) => {
      if (index < first) return one;
      const { payload } = one as { payload: Record<string, unknown> };
      const again = reseal(one, { prevHash, ...(index === first && { payload: { ...payload, countedMinor: 1 } }) });
      prevHash = again.hash;
      return again;
    });
    // The chain of the journal is whole: the chain of its closings is not.
    expect(faultsOf(forged)).toEqual([`${operations.length} closing_chain_broken`]);
  });

  it('[J9] adds up the drawers of a register by themselves, whichever is closed first', () => {
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    const [front, back] = ['Front', 'Back'].map((drawerId) => {
      journal.shiftId = null;
      return journal.record({ type: shiftOpened.type, payload: { currency: 'USD', floatMinor: 0, drawerId } }).id;
    });
    for (const id of [front, back, front]) {
      journal.shiftId = id ?? null;
      journal.sell([['A', 1]]);
    }
    let before: SignedClosing | null = null;
    for (const id of [back, front]) {
      journal.shiftId = id ?? null;
      const totals = totalsOf(shiftReport(wholeOf(journal.operations), id ?? '', NOBODY), before);
      const { hash } = journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
      before = { totals, hash };
    }
    const { proofs, findings } = verifyJournal(journal.operations);
    expect(findings).toEqual([]);
    expect(proofs[0]?.totals).toMatchObject({ zNumber: 2, sales: 2, salesMinor: 2160, grandSalesMinor: 3240 });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a payload of another kind', { payload: 'none' }],
    ['no payload', { payload: null }],
    ['lines of another kind', { payload: { lines: 5, tenders: null } }],
    ['an older version that had no such fields', { version: 2, payload: { tenders: [] } }],
    ['no version of any app', { version: 0 }],
  ])('names the place of an entry with %s, and reads on', (_name, change) => {
    const { operations } = journalOf([1, 1]);
    const at = operations.findIndex(({ type }) => type === saleCompleted.type);
    const found = faultsOf(changed(operations, at, (one) => reseal(one, change)));
    expect(found).toContain(`${at + 1} not_an_operation`);
    expect(found).toContain(`${at + 2} chain_broken`);
  });

  it('names the place of an entry with a number that no JSON has', () => {
    const [first] = journalOf([0]).operations;
    expect(faultsOf([{ ...first, clockOffsetMs: Number.POSITIVE_INFINITY }])).toContain('1 hash_differs');
  });

  it('names the line of what is no operation', () => {
    const [first] = journalOf([0]).operations;
    expect(verifyJournal([first, null, { seq: 1 }, 'text']).findings).toEqual(
      [2, 3, 4].map((place) => ({ registerId: '', place, fault: 'not_an_operation' })),
    );
  });
});
