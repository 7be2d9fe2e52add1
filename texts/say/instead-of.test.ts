import { expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { insteadOf } from './instead-of.ts';

it('names what a substitute replaces, and nothing where a line is what was ordered', () => {
  const ordered = fulfillmentLineOf({ name: 'Green tea' });
  const other = fulfillmentLineOf({ lineNo: 10_001, sku: 'B', insteadOf: { lineNo: 1, totalMinor: 0, taxMinor: 0, writtenOff: 0 } });
  const order = fulfillmentOrderOf({ lines: [ordered, other] });
  expect(order.lines.map((line) => insteadOf(order, line))).toEqual([null, expect.stringContaining('Green tea')]);
});
