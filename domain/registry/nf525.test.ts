import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts.ts';
import { JournalBuilder, reseal, wholeOf } from '../../test/support/journal-builder.ts';
import { FIRST_PREV_HASH } from '../base/envelope.ts';
import { receiptCopied } from '../copies/operations.ts';
import { shiftReport, type SignedClosing, totalsOf } from '../reports/shift-report.ts';
import { saleCompleted } from '../sale/operations.ts';
import { drawerOpened, shiftClosed, trainingStarted } from '../shift/operations.ts';
import type { ShiftTotals } from '../shift/shift.ts';
import type { Operation } from './operations.ts';
import { verifyJournal } from './verify-journal.ts';

const CASE = { departmentOf: () => null, hourOf: () => 0, pricesIncludeTax: false };
const approval = { associateId: 'MANAGER', permission: 'drawer.open', method: 'pin' } as const;

/** Two shifts of a register, closed, with all that NF525 wants to see of a till. */
function journalOfTwoShifts(): readonly Operation[] {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  let before: SignedClosing | null = null;
  for (const quantity of [2, 1]) {
    journal.shiftId = null;
    journal.openShift();
    const sale = journal.sell([['A', quantity]]);
    journal.takeBack(sale, 1);
    journal.record({ type: receiptCopied.type, payload: { receipt: 'sale', receiptNumber: sale.payload.receiptNumber, copyNo: 1 } });
    journal.record({ type: drawerOpened.type, payload: { reason: 'check_drawer' } }, { approval });
    journal.record({ type: trainingStarted.type, payload: {} });
    const totals = totalsOf(shiftReport(wholeOf(journal.operations), journal.shiftId ?? '', CASE), before);
    const { hash } = journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0, totals } });
    before = { totals, hash };
  }
  return journal.operations;
}

const exported = journalOfTwoShifts();
const faultsOf = (lines: readonly Operation[]) => verifyJournal(lines).findings.map(({ fault }) => fault);
const placesOf = (type: string) => exported.flatMap((one, index) => (one.type === type ? [index] : []));
/** What a file says of which one entry was altered, and its hash made anew. */
const afterAltering = (at: number, change: Readonly<Record<string, unknown>>) =>
  faultsOf(exported.map((one, index) => (index === at ? reseal(one, change) : one)));
const closings = wholeOf(exported).flatMap((one) => (shiftClosed.is(one) && one.payload.totals !== null ? [one.payload.totals] : []));
const [firstZ, secondZ] = closings as [ShiftTotals, ShiftTotals];

/** What the journal has of each item of NF525; null for what a till does not do. */
const ITEMS: Readonly<Record<string, (() => void) | null>> = {
  'status 2026': null,
  fine: null,
  chain() {
    expect(faultsOf(exported)).toEqual([]);
    expect(exported.map(({ prevHash }) => prevHash)).toEqual([FIRST_PREV_HASH, ...exported.slice(0, -1).map(({ hash }) => hash)]);
    expect(FIRST_PREV_HASH).toBe('0'.repeat(64));
  },
  'ticket signature fields (one product)'() {
    const [at = -1] = placesOf(saleCompleted.type);
    const { payload } = wholeOf(exported)[at] as Operation & { payload: { lines: readonly { taxes: unknown }[] } };
    expect(payload).toMatchObject({ receiptNumber: 'A1-000001', totalMinor: 2_160, customerId: null });
    expect(payload.lines[0]?.taxes).toMatchObject([{ ratePpm: 80_000, baseMinor: 2_000, amountMinor: 160 }]);
    for (const change of [{ at: '2026-03-02T11:00:00.000Z' }, { payload: { ...payload, receiptNumber: 'A1-000009' } }])
      expect(afterAltering(at, change)).toContain('chain_broken');
  },
  // No private key signs an export: what was cut off at its end shows on the last Z, which names its own closing and the one before.
  'key (same product)'() {
    const cut = exported.slice(0, placesOf(shiftClosed.type)[0] ?? 0);
    expect(faultsOf(cut)).toEqual([]);
    expect(secondZ.previousHash).toBe(exported[placesOf(shiftClosed.type)[0] ?? -1]?.hash);
  },
  'grand totals'() {
    expect([firstZ.grandSalesMinor, firstZ.grandReturnsMinor]).toEqual([2_160, 1_080]);
    expect([secondZ.grandSalesMinor, secondZ.grandReturnsMinor]).toEqual([3_240, 2_160]);
  },
  closings() {
    expect(closings.map(({ zNumber }) => zNumber)).toEqual([1, 2]);
    const [at = -1] = placesOf(shiftClosed.type);
    expect(faultsOf(exported.toSpliced(at, 1))).toEqual(expect.arrayContaining(['place_missing', 'closing_number']));
  },
  duplicates: () => expect(placesOf(receiptCopied.type)).toHaveLength(2),
  'technical event journal'() {
    const opened = exported.filter((one) => drawerOpened.is(one));
    expect(opened.map((one) => one.approval?.associateId)).toEqual(['MANAGER', 'MANAGER']);
  },
  archives: () => expect(verifyJournal(exported).proofs).toMatchObject([{ operations: exported.length, lastHash: exported.at(-1)?.hash }]),
  'training mode'() {
    expect(placesOf(trainingStarted.type)).toHaveLength(2);
    expect(closings.map(({ sales }) => sales)).toEqual([1, 1]);
  },
  keep: () => expect(exported.every((one, index) => one.seq === index + 1)).toBe(true),
};

describe('what a journal has of NF525', () => {
  it.each(factsOf('fr-nf525').map(({ item }) => item))('%s', (item) => {
    expect(Object.keys(ITEMS)).toContain(item);
    ITEMS[item]?.();
  });

  it('is told in the documentation, item by item', () => {
    const page = readFileSync(new URL('../../docs/operate.md', import.meta.url), 'utf8');
    const [, section = ''] = /### What a French auditor finds[^\n]*\n([\s\S]*?)\n##/.exec(page) ?? [];
    const told = [...section.matchAll(/^\| (?!NF525)([^|-]+) \|/gm)].map(([, item]) => item);
    const ofTheTill = Object.keys(ITEMS).filter((item) => ITEMS[item] !== null);
    expect(told).toEqual(ofTheTill.map((item) => item.replace(/ \((one|same) product\)$/, '')));
  });
});
