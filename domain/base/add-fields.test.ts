import { expect, it } from 'vitest';
import { addFields } from './add-fields.ts';

it.each([
  [{ a: 1 }, { a: 1, b: null, c: [] }],
  [{ a: 1, b: 2 }, undefined],
  [null, undefined],
  [[1], undefined],
  ['a', undefined],
])('%j becomes %j', (payload, expected) => {
  expect(addFields({ b: null, c: [] })(payload)).toEqual(expected);
});
