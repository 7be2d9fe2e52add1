import { expect, it } from 'vitest';
import { taxTable } from './tax-table.ts';

const rates = [{ from: '2026-01-01', ratePpm: 1 }];

it.each([
  ['no rate', { taxes: { A: { rates: [] } }, classes: {} }, 'taxes.A.rates'],
  ['two rates of one day', { taxes: { A: { rates: [...rates, ...rates] } }, classes: {} }, 'taxes.A.rates'],
  ['a date that is none', { taxes: { A: { rates: [{ from: '2026-02-30', ratePpm: 1 }] } }, classes: {} }, 'taxes.A.rates.0.from'],
  ['more than all', { taxes: { A: { rates: [{ from: '2026-01-01', ratePpm: 1_000_001 }] } }, classes: {} }, 'taxes.A.rates.0.ratePpm'],
  ['a tax that is not there', { taxes: { A: { rates } }, classes: { food: [{ tax: 'B' }] } }, 'classes.food.0.tax'],
  ['a tax that every object has', { taxes: { A: { rates } }, classes: { food: [{ tax: 'constructor' }] } }, 'classes.food.0.tax'],
  ['a tax twice', { taxes: { A: { rates } }, classes: { food: [{ tax: 'A' }, { tax: 'A' }] } }, 'classes.food'],
])('[S1] a table of taxes is refused with its field: %s', (_what, given, path) => {
  expect(taxTable.safeParse(given).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});
