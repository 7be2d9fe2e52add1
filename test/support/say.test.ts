import { describe, expect, it } from 'vitest';
import { say, saying } from './say.ts';

describe('a message as a pattern', () => {
  it.each([
    [say('sale.receiptNumber', { number: 'A1-000001' }), saying('sale.receiptNumber'), true],
    [say('sale.receiptNumber', { number: 'A1-000001' }), saying('sale.receiptNumber', { number: 'A1-000001' }), true],
    [say('sale.receiptNumber', { number: 'A1-000002' }), saying('sale.receiptNumber', { number: 'A1-000001' }), false],
    [say('sale.receiptNumber', { number: 'A1-000002' }), saying('sale.receiptNumber', { number: /A\d-000002/ }), true],
    [say('sale.receiptNumber', { number: 'B1-000002' }), saying('sale.receiptNumber', { number: /A\d-000002/ }), false],
    [say('doubt.largeFloat', { what: '$9.00' }), saying('doubt.largeFloat', { what: '$9.00' }), true],
    [say('doubt.largeFloat', { what: '$9x00' }), saying('doubt.largeFloat', { what: '$9.00' }), false],
    [say('returns.submit', { count: 1 }), saying('returns.submit'), true],
    [say('returns.submit', { count: 12 }), saying('returns.submit'), true],
    [say('returns.submit', { count: 12 }), saying('returns.submit', { count: 12 }), true],
    [say('returns.submit', { count: 12 }), saying('returns.submit', { count: 2 }), false],
    [say('returns.return', { number: 'x' }), saying('returns.submit'), false],
  ])('of %j: %s is %s', (text, pattern, fits) => {
    expect(new RegExp(`^${pattern.source}$`).test(text)).toBe(fits);
  });
});
