import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { bundleAdjustments } from './bundle.ts';
import { openLines } from './open-line.ts';

const bundle = { key: '1', sku: 'SET', name: 'Set', unitPrice: 1_000_000, quantity: 1 };
const amounts = (lines: Parameters<typeof openLines>[0]) =>
  bundleAdjustments(openLines(lines)).map((one) => one.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
const part = (minor: number, quantity = 1) => cartLineOf({ sku: `P${minor}`, unitPrice: minor * 1_000, quantity, bundle });

describe('[M2] the price of a bundle', () => {
  it('is spread over its goods by what they cost alone', () => {
    // 10.00 for what costs 6.00, 2 × 3.00 and 3.00 alone, 15.00 in all: a third less of each.
    expect(amounts([part(600), part(300, 2), part(300)])).toEqual([-200, -200, -100]);
    // 10.00 for three that cost 5.00 each: 3.33, 3.33 and 3.34.
    expect(amounts([part(500), part(500), part(500)])).toEqual([-167, -167, -166]);
  });

  it('names the bundle, and leaves other goods alone', () => {
    const [first, other] = bundleAdjustments(openLines([part(1_500), cartLineOf()]));
    expect(first).toEqual([{ source: 'bundle', sourceId: 'SET', amountMinor: -500, reason: null, approvedBy: null }]);
    expect(other).toEqual([]);
  });

  it('may be above what they cost alone, and is shared alike where they cost nothing', () => {
    expect(amounts([part(600), part(200)])).toEqual([150, 50]);
    expect(amounts([part(0), part(0), part(0)])).toEqual([334, 333, 333]);
  });

  it('counts for each bundle apart, and for as many of it as were sold', () => {
    const second = { ...bundle, key: '2', quantity: 2 };
    expect(amounts([part(1_200), { ...part(1_500, 2), bundle: second }])).toEqual([-200, -1_000]);
  });

  it('is not taken off once more where a quote has said what the goods cost', () => {
    const quoted = { number: 'Q-1', validUntil: '2026-12-31', customerId: null, adjustments: [] };
    expect(amounts([{ ...part(1_500), quoted }])).toEqual([0]);
  });

  it('[M1] is the sum of its parts, none of which is below zero', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), fc.nat(20_000), (prices, total) => {
        const lines = openLines(
          prices.map((minor) => cartLineOf({ unitPrice: minor * 1_000, bundle: { ...bundle, unitPrice: total * 1_000 } })),
        );
        const parts = bundleAdjustments(lines).map(
          (one, index) => (lines[index]?.grossMinor ?? 0) + one.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        );
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(parts.every((one) => one >= 0)).toBe(true);
      }),
    );
  });
});
