import { expect, it } from 'vitest';
import { returnRules, returnWindow } from './settings.ts';

it('takes each reason and each condition once, and at least one reason', () => {
  const { standard } = returnRules;
  expect(returnRules.read({ ...standard, reasons: [...standard.reasons, ...standard.reasons.slice(0, 1)] })).toBeUndefined();
  expect(returnRules.read({ ...standard, conditions: [...standard.conditions, ...standard.conditions.slice(0, 1)] })).toBeUndefined();
  expect(returnRules.read({ ...standard, reasons: [] })).toBeUndefined();
  expect(returnRules.read({ ...standard, needsReason: true })).toEqual({ ...standard, needsReason: true });
});

it('takes each category once', () => {
  const toys = { category: 'Toys', days: 30 };
  expect(returnWindow.read({ days: 14, categories: [toys], never: ['Food'] })).toEqual({ days: 14, categories: [toys], never: ['Food'] });
  expect(returnWindow.read({ days: 14, categories: [toys, toys], never: [] })).toBeUndefined();
  expect(returnWindow.read({ days: -1, categories: [], never: [] })).toBeUndefined();
});
