import { expect, it } from 'vitest';
import type { OfficeSetting } from '../../domain/office/office-protocol.ts';
import { countsIn } from './counts-in.ts';

const setting = (...said: OfficeSetting['said']): OfficeSetting => ({
  key: 'sale.quote_days',
  levels: ['company', 'store'],
  schema: {},
  standard: 14,
  said,
});
const company = { level: 'company', id: 'company', value: 7 } as const;
const store = { level: 'store', id: 'S1', value: 3 } as const;

it.each([
  ['what is standard', setting(), { level: 'store', id: 'S1' }, 14, 'Standard'],
  ['the word of the company', setting(company), { level: 'store', id: 'S1' }, 7, 'as the company has it'],
  ['its own word', setting(company, store), { level: 'store', id: 'S1' }, 3, 'set for this store'],
  ['the word of its store', setting(company, store), { level: 'register', id: 'R1', storeId: 'S1' }, 3, 'As the store has it'],
  ['no word of another store', setting(store), { level: 'store', id: 'S2' }, 14, 'Standard'],
] as const)('in a place counts %s', (_what, said, place, value, by) => {
  const counted = countsIn(said, place);
  expect([counted.value, counted.by.toLowerCase()]).toEqual([value, by.toLowerCase()]);
});
