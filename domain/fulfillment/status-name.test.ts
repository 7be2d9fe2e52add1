import { expect, it } from 'vitest';
import { fulfillmentState } from './fulfillment-order.ts';
import { statusName } from './status-name.ts';

it('names every status in words', () => {
  const names = fulfillmentState.options.map((option) => statusName(option.shape.status.value));
  for (const name of names) expect(name).toMatch(/^[a-z ]+$/);
  expect(statusName('handed_over')).toBe('handed over');
});
