import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { openLines } from './open-line.ts';
import { isQuoted, quotedAdjustments, withoutLapsedQuotes, withoutQuote } from './quoted-lines.ts';

const off = { source: 'promotion' as const, sourceId: 'P1', amountMinor: -20, reason: null, approvedBy: null };
const quoted = { number: 'Q-ABCDEF', validUntil: '2026-03-31', adjustments: [off], customerId: null };

describe('the price that a quote promised', () => {
  it('is what came off the line then', () => {
    expect(quotedAdjustments(openLines([cartLineOf({ quoted }), cartLineOf()]))).toEqual([[off], []]);
  });

  it('holds until its last day, and no longer', () => {
    const lines = [cartLineOf({ quoted }), cartLineOf()];
    expect(withoutLapsedQuotes(lines, '2026-03-31', 'C1')).toBe(lines);
    expect(withoutLapsedQuotes(lines, '2026-04-01', null).map(isQuoted)).toEqual([false, false]);
  });

  it("[A1] that was given to a customer is nobody else's", () => {
    const lines = [cartLineOf({ quoted: { ...quoted, customerId: 'C1' } })];
    expect(withoutLapsedQuotes(lines, '2026-03-31', 'C1')).toBe(lines);
    for (const buyer of [null, 'C2']) expect(withoutLapsedQuotes(lines, '2026-03-31', buyer).map(isQuoted)).toEqual([false]);
  });

  it('is given up with a line as it is', () => {
    const plain = cartLineOf();
    expect(withoutQuote(plain)).toBe(plain);
    expect(withoutQuote(cartLineOf({ quoted }))).toEqual(plain);
  });
});
