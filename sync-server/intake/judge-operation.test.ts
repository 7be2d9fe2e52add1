import { describe, expect, it } from 'vitest';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { FIRST_PREV_HASH, OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { MOST_BELIEVED_MINOR } from '../../domain/base/limits.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { advanceRegister, judgeOperation, QUARANTINE_CODES, type RegisterState, TRUSTED_CODES } from './judge-operation.ts';
import { type ReadOperation, readOperation } from './read-operation.ts';

const newRegister = (given: Partial<RegisterState> = {}): RegisterState => ({
  id: 'R1',
  storeId: 'S1',
  prefix: 'A1',
  isOffice: false,
  appliedSeq: 0,
  lastHash: FIRST_PREV_HASH,
  receiptCount: 0,
  receiptSlack: 0,
  ...given,
});
const newJournal = (storeId = 'S1') => new JournalBuilder({ registerId: 'R1', storeId, prefix: 'A1' });
const nothing = () => new DocumentMap();

function read(raw: unknown): ReadOperation {
  const reading = readOperation(raw);
  if (!reading.ok) throw new Error(reading.fault.code);
  return reading.value;
}
const judge = (raw: unknown, register = newRegister()) => judgeOperation(read(raw), register, nothing());

const resolved = { exceptionId: 'E1', choice: 'left_once', sku: null, quantity: null, note: '', office: 'Head office' } as const;
const byOffice = () => newJournal().record({ type: 'exception_resolved', payload: resolved });
const opening = newJournal().openShift();
const sale = newJournal().sell([['A', 1]]);

describe('what the next operation of a register is found to be', () => {
  it('[J2] is applied when it follows the one before, and is moved past', () => {
    const journal = newJournal();
    const register = newRegister();
    for (const raw of [journal.openShift(), journal.sell([['A', 1]]), journal.sell([['B', 2]])]) {
      const verdict = judge(raw, register);
      expect(verdict).toMatchObject({ ok: true, operation: { id: raw.id } });
      advanceRegister(register, read(raw), verdict);
      expect(register).toMatchObject({ appliedSeq: raw.seq, lastHash: raw.hash, receiptCount: raw.receiptCount, receiptSlack: 0 });
    }
  });

  it.each<[what: string, raw: () => unknown, code: string, told: Record<string, unknown>]>([
    [
      'it is of a version to come',
      () => ({ ...opening, version: 99 }),
      'unsupported_version',
      { fault: 'version_not_readable', version: 99, newest: OPERATION_VERSION },
    ],
    [
      'it has a field too many',
      () => ({ ...opening, more: 1 }),
      'bad_schema',
      { fault: 'field_not_valid', path: 'more', issue: 'unrecognized_keys' },
    ],
    ['it was recorded in another store', () => newJournal('S2').openShift(), 'wrong_store', { fault: 'other_store', store: 'S1' }],
    ['its hash was forged', () => ({ ...opening, hash: 'f'.repeat(64) }), 'hash_mismatch', {}],
    [
      'it follows another',
      () => newJournal().record({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 0 } }, { prevHash: 'e'.repeat(64) }),
      'chain_broken',
      { fault: 'other_predecessor', seq: 0 },
    ],
    [
      '[J7] it leaves a receipt out',
      () => newJournal().record({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 0 } }, { receiptCount: 1 }),
      'receipt_gap',
      { fault: 'receipts_counted', is: 1, due: 0 },
    ],
    ['[A3] it speaks for the head office', byOffice, 'not_its_own', {}],
    [
      'nobody can have so much in a drawer',
      () => newJournal().record({ type: 'shift_closed', payload: { countedMinor: MOST_BELIEVED_MINOR + 1, expectedMinor: 0 } }),
      'not_believable',
      { fault: 'amount_not_believable', field: 'countedMinor', is: MOST_BELIEVED_MINOR + 1, most: MOST_BELIEVED_MINOR },
    ],
    [
      '[M1] its totals are off',
      () => newJournal().record({ type: 'sale_completed', payload: { ...sale.payload, totalMinor: sale.payload.totalMinor + 1 } }),
      'totals_do_not_add_up',
      { fault: 'sale_total', is: sale.payload.totalMinor + 1, due: sale.payload.totalMinor },
    ],
  ])('[J6] is quarantined because %s', (_why, raw, code, facts) => {
    expect(judge(raw())).toEqual({ ok: false, code, facts });
  });

  it("[A3] lets the head office's own register decide in its name", () => {
    expect(judge(byOffice(), newRegister({ isOffice: true }))).toMatchObject({ ok: true });
  });

  it.each(QUARANTINE_CODES)('[J6] never blocks what follows: %s', (code) => {
    const trusted = TRUSTED_CODES.includes(code);
    expect(trusted).toBe(QUARANTINE_CODES.indexOf(code) >= QUARANTINE_CODES.indexOf('receipt_gap'));
    const register = newRegister({ receiptSlack: 2 });
    advanceRegister(register, read(sale), { ok: false, code, facts: {} });
    expect(register).toMatchObject({ appliedSeq: sale.seq, lastHash: sale.hash });
    expect(register).toMatchObject(trusted ? { receiptCount: 1, receiptSlack: 0 } : { receiptCount: 0, receiptSlack: 3 });
  });

  it('[J7] never counts receipts back', () => {
    const register = newRegister({ receiptCount: 5 });
    advanceRegister(register, read(sale), { ok: false, code: 'receipt_gap', facts: {} });
    expect(register.receiptCount).toBe(5);
  });
});
