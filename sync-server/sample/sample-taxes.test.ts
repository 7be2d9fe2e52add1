import { expect, it } from 'vitest';
import { taxRulesOn, taxesOfLine } from '../../domain/tax/tax-rules.ts';
import { SAMPLE_PLACES } from './places.ts';
import { SAMPLE_ROUNDING, taxesOf } from './sample-taxes.ts';

const CLASSES = ['standard', 'food', 'clothing'] as const;

it.each(SAMPLE_PLACES.map((place) => [place.id, place] as const))('the taxes of %s make up what each class pays', (_id, place) => {
  const rules = taxRulesOn(taxesOf(place), SAMPLE_ROUNDING, '2026-11-26');
  const sums = CLASSES.map((taxClass) => {
    const line = { taxClass, amountMinor: 100, quantity: 1, quantityDecimals: 0 };
    return taxesOfLine(rules, line).reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  });
  expect(sums).toEqual(CLASSES.map((taxClass) => place.taxRates[taxClass]));
});

it('a sale in New York bears the tax of the state, the city and the commuter district', () => {
  const [newYork] = SAMPLE_PLACES;
  expect(newYork?.taxRates).toEqual({ standard: 88_750, food: 0, clothing: 0 });
  expect(newYork && Object.keys(taxesOf(newYork).taxes)).toEqual(['NY-STATE', 'NYC', 'MCTD']);
});
