import { expect, it } from 'vitest';
import type { Condition, Disposition, ReturnReason } from './disposition.ts';
import { proposeDisposition } from './propose-disposition.ts';
import { returnRules } from './settings.ts';

it.each<[ReturnReason | null, Condition | null, Disposition]>([
  [null, null, 'restock'],
  ['changed_mind', null, 'restock'],
  ['defective', null, 'vendor'],
  ['defective', 'as_new', 'vendor'],
  ['changed_mind', 'damaged', 'damaged'],
  ['defective', 'incomplete', 'quarantine'],
  [null, 'worn', 'refurbish'],
  ['recalled', 'opened', 'quarantine'],
])('proposes for %s, %s: %s', (reason, condition, disposition) => {
  expect(proposeDisposition(returnRules.standard, { reason, condition })).toBe(disposition);
});

it('follows the rules of the company, and restocks what they do not name', () => {
  const rules = { needsReason: false, reasons: [{ reason: 'wrong_size', disposition: 'other_location' } as const], conditions: [] };
  expect(proposeDisposition(rules, { reason: 'wrong_size', condition: 'damaged' })).toBe('other_location');
  expect(proposeDisposition(rules, { reason: 'defective', condition: null })).toBe('restock');
});
