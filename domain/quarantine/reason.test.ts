import { expect, it } from 'vitest';
import { LONGEST_FACT } from '../base/facts.ts';
import { fault } from '../base/fault.ts';
import { reasonFacts, reasonOf, reasonText } from './reason.ts';

it.each([
  [reasonOf('hash_mismatch'), { code: 'hash_mismatch', facts: {} }, 'hash_mismatch'],
  [
    reasonOf('wrong_store', fault('other_store', { store: 'S1' })),
    { code: 'wrong_store', facts: { fault: 'other_store', store: 'S1' } },
    'wrong_store: other_store (store: S1)',
  ],
  [
    reasonOf('totals_do_not_add_up', fault('sale_total', { is: 5, due: 6 })),
    { code: 'totals_do_not_add_up', facts: { fault: 'sale_total', is: 5, due: 6 } },
    'totals_do_not_add_up: sale_total (due: 6, is: 5)',
  ],
])('a reason is a code and what it tells by name: %j', (reason, expected, text) => {
  expect(reason).toEqual(expected);
  expect(reasonFacts.parse(reason.facts)).toEqual(reason.facts);
  expect(reasonText(reason)).toBe(text);
});

it('a sentence of the time before there were facts stays as it was', () => {
  const told = 'This register belongs to store S1.'.padEnd(LONGEST_FACT + 300, '.');
  expect(reasonFacts.parse({ told })).toEqual({ told });
  expect(reasonText({ code: 'wrong_store', facts: { told } })).toBe(told);
});

it('keeps of a fact no more than can be stored', () => {
  const { facts } = reasonOf('bad_schema', fault('field_not_valid', { path: 'x'.repeat(900), issue: 'too_big' }));
  expect(facts).toEqual({ fault: 'field_not_valid', path: 'x'.repeat(LONGEST_FACT), issue: 'too_big' });
});
