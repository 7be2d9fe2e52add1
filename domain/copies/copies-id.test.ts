import { expect, it } from 'vitest';
import { copiesId } from './copies-id.ts';

it.each([
  ['sale', 'sale:A1-000012'],
  ['return', 'return:A1-000012'],
] as const)('the copies of a %s are %s: a sale and a return may have one number', (receipt, id) => {
  expect(copiesId({ receipt, receiptNumber: 'A1-000012' })).toBe(id);
});
