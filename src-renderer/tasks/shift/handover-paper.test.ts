import { expect, it } from 'vitest';
import { textOf } from '../../../test/support/receipts.ts';
import { handoverPaper } from './handover-paper.ts';

const NAMES: Readonly<Record<string, string>> = { ANN: 'Ann Lee', BEN: 'Ben Cole' };
const nameOf = (id: string | null) => NAMES[id ?? ''] ?? '–';
const handed = {
  fromId: 'ANN',
  toId: 'BEN',
  currency: 'USD',
  countedMinor: 12_400,
  expectedMinor: 12_500,
  denominations: [
    { valueMinor: 10_000, count: 1 },
    { valueMinor: 100, count: 24 },
  ],
  reason: 'wrong_change',
  isAbsent: false,
};

it('says who handed a drawer over to whom, what was counted and what is missing, for both to sign', () => {
  expect(
    textOf(handoverPaper(handed, [], nameOf))
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Handover of the drawer',
    'Handed over by | Ann Lee',
    'Taken over by | Ben Cole',
    '1 × $100.00 | $100.00',
    '24 × $1.00 | $24.00',
    'Counted | $124.00',
    'Expected in the drawer | $125.00',
    'Difference | -$1.00',
    'Wrong change',
    'Signature: Ann Lee',
    'Signature: Ben Cole',
  ]);
});

it('has no line to sign for somebody who was not there', () => {
  const text = textOf(handoverPaper({ ...handed, isAbsent: true, denominations: null, reason: null }, [], nameOf));
  expect(text).toContain('Ann Lee was not there.');
  expect(text).not.toContain('Signature: Ann Lee');
});
