import { expect, it } from 'vitest';
import { fault, codeText } from './fault.ts';
import { LONGEST_FACT } from './facts.ts';

it('a fault is its code and exactly what it tells', () => {
  expect(fault('line_gross', { line: 1, is: 5, due: 6 })).toEqual({ code: 'line_gross', facts: { line: 1, is: 5, due: 6 } });
  expect(fault('not_an_object')).toEqual({ code: 'not_an_object', facts: {} });
  // @ts-expect-error a fact that it does not tell
  fault('line_gross', { line: 1, is: 5, due: 6, most: 7 });
  // @ts-expect-error a fact too few
  fault('line_gross', { line: 1, is: 5 });
});

it('is written for programs and logs as its code and what it tells', () => {
  expect(codeText(fault('line_gross', { line: 1, is: 5, due: 6 }))).toBe('line_gross (due: 6, is: 5, line: 1)');
  expect(codeText(fault('not_an_object'))).toBe('not_an_object');
});

it('tells nothing that is too long to be stored', () => {
  expect(fault('field_not_valid', { path: 'x'.repeat(LONGEST_FACT + 1), issue: 'custom' }).facts).toEqual({
    path: 'x'.repeat(LONGEST_FACT),
    issue: 'custom',
  });
});
