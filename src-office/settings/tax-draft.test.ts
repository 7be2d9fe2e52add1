import { describe, expect, it } from 'vitest';
import { taxTable } from '../../domain/tax/tax-table.ts';
import { codesOf, draftOf, PLAIN_TAX, type TaxDraft, tableOf } from './tax-draft.ts';

const table = taxTable.parse({
  taxes: {
    STATE: {
      rates: [
        { from: '0001-01-01', ratePpm: 40_000 },
        { from: '2026-04-01', ratePpm: 62_500 },
      ],
    },
    CITY: { rates: [{ from: '2026-01-01', ratePpm: 10_000 }], toMinor: 500_000 },
  },
  classes: { standard: [{ tax: 'STATE' }, { tax: 'CITY' }], clothing: [{ tax: 'STATE', freeBelowMinor: 11_000 }], food: [] },
  holidays: [{ name: 'School', from: '2026-08-07', to: '2026-08-09', taxes: ['STATE'], classes: ['clothing'] }],
});
const draft = draftOf(table);
const row = (given: Partial<TaxDraft['taxes'][number]>) => ({
  id: 9,
  code: 'NEW',
  rates: [{ from: '', percent: '1' }],
  rest: PLAIN_TAX,
  ...given,
});

describe('the form of the taxes', () => {
  it('[S1] shows a table, and gives it back with what it does not show', () => {
    expect(draft.taxes[0]?.rates).toEqual([
      { from: '', percent: '4' },
      { from: '2026-04-01', percent: '6.25' },
    ]);
    expect(draft.classes.map(({ name, taxes }) => `${name}: ${taxes}`)).toEqual(['standard: STATE, CITY', 'clothing: STATE', 'food: ']);
    expect(tableOf(draft, table)).toEqual(table);
  });

  it.each<[string, TaxDraft]>([
    ['a tax without a code', { ...draft, taxes: [...draft.taxes, row({ code: ' ' })] }],
    ['a code twice', { ...draft, taxes: [...draft.taxes, row({ code: 'CITY' })] }],
    ['a percentage that is none', { ...draft, taxes: [...draft.taxes, row({ rates: [{ from: '', percent: 'ten' }] })] }],
    ['a date that is none', { ...draft, taxes: [...draft.taxes, row({ rates: [{ from: '2026-02-30', percent: '1' }] })] }],
    ['a class without a name', { ...draft, classes: [...draft.classes, { id: 9, name: '', taxes: '' }] }],
    ['a tax that there is not', { ...draft, classes: [{ id: 9, name: 'books', taxes: 'MARS' }] }],
  ])('[S1] is not sent with %s', (_what, given) => {
    expect(tableOf(given, table)).toBeNull();
  });

  it('reads the taxes of a class between commas', () => {
    expect(codesOf({ id: 1, name: 'a', taxes: ' STATE ,CITY,, ' })).toEqual(['STATE', 'CITY']);
  });
});
