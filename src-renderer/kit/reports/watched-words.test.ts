import { describe, expect, it } from 'vitest';
import type { WatchedItem } from '../../../domain/reports/report-protocol.ts';
import { entryDetails, entryName, namesIn, rateWords, watchedReason } from './watched-words.ts';

const names = namesIn({ people: { ANN: 'Ann Lee', MAX: 'Max Roy' }, registers: { R1: 'A8' } });

const item = (given: Partial<WatchedItem>): WatchedItem => ({
  kind: 'void',
  at: '2026-03-02T15:04:00.000Z',
  seq: 17,
  associateId: 'ANN',
  approvedBy: null,
  receiptNumber: 'A8-000012',
  origin: null,
  reason: null,
  amountMinor: 1080,
  registerId: 'R1',
  shiftId: 'X',
  businessDate: '2026-03-02',
  currency: 'USD',
  ...given,
});

describe('what a manager looks at, in words', () => {
  it('names people and registers, and by their id where nobody knows them', () => {
    expect(['ANN', 'GONE', null, '', 'nobody'].map((id) => names.person(id))).toEqual([
      'Ann Lee',
      'GONE',
      ...Array.from({ length: 3 }, () => 'Nobody signed in'),
    ]);
    expect([names.register('R1'), names.register('R2')]).toEqual(['A8', 'R2']);
  });

  it.each([
    [null, null],
    ['check_drawer', 'Check the drawer'],
    ['wrong_price', 'Wrong price on the shelf'],
    ['wrong_payment', 'Paid the wrong way'],
    ['wrong_size', 'Wrong size or color'],
    ['of_another_app', 'of another app'],
  ])('the reason %j is %j', (reason, said) => expect(watchedReason(reason)).toBe(said));

  it.each([
    [3, 0, null],
    [3, 200, '1.5 in 100 sales'],
    [1, 3, '33.3 in 100 sales'],
  ])('%d in %d sales: %j', (count, sales, said) => expect(rateWords(count, sales)).toBe(said));

  it('an entry is called by its receipt, and by its place where it has none', () => {
    expect(entryName(item({}), names)).toBe('A8-000012');
    expect(entryName(item({ receiptNumber: null }), names).replaceAll(/[\u2068\u2069]/g, '')).toBe('Entry 17 of register A8');
  });

  it('tells when, where, by whom, why, and who allowed it', () => {
    const said = entryDetails(item({ reason: 'wrong_payment', approvedBy: 'MAX', origin: 'A8-000011' }), names, 'America/New_York');
    expect(said.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u202f', ' ')).toBe(
      'Mar 2, 2026, 10:04 AM · Register A8 · Ann Lee · Paid the wrong way · allowed by Max Roy · of A8-000011',
    );
  });
});
