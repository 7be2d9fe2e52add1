import { expect, it } from 'vitest';
import { AT, cartLineOf } from '../../test/support/examples.ts';
import { receiptFactsOf, soldWithTax, textOf } from '../../test/support/receipts.ts';
import { paperIn } from './paper-in.ts';
import { receiptPaper } from './receipt-paper.ts';

const payload = soldWithTax([cartLineOf({ name: 'Lamp', unitPrice: 1_190_000 })]);
const make = () =>
  receiptPaper({ at: AT, registerId: 'R1', associateId: null, payload }, receiptFactsOf(), undefined, { isCopy: true, giftLines: null });

it('a receipt is in the language of the customer, and its name on the screen in that of who sells', () => {
  const paper = paperIn(['de'], make);
  expect([paper.language, paper.title]).toEqual(['de', 'Receipt A1-000001']);
  expect(textOf(paper)).toMatch(/Kopie\nZeit \| 02\.03\.2026, 11:00\nKasse \| A1/);
  expect(textOf(paper)).toContain('Summe | 11,90 $');
  expect(textOf(paperIn([], make))).toContain('Total | $11.90');
});

it('a second language stands below each head and each name, and amounts and goods once', () => {
  const text = textOf(paperIn(['en', 'ar'], make));
  expect(text).toContain('Copy\nنسخة\n');
  expect(text).toContain('Total | الإجمالي | $11.90');
  // Arabic puts marks of direction around the rate; it reads the same.
  expect(text.match(/standard/g)).toHaveLength(1);
  expect(text.match(/Lamp/g)).toHaveLength(1);
  expect(text.match(/Mar 2, 2026/g)).toHaveLength(1);
  expect(text.match(/A1-000001$/gm)).toHaveLength(2);
});
