import { describe, expect, it } from 'vitest';
import { formatWhen, statusWords, unitWords } from './order-words.ts';

describe('order words', () => {
  it('names where an order stands without jargon', () => {
    const at = '2026-03-02T19:05:00.000Z';
    expect(statusWords({ status: 'acknowledged' })).toBe(statusWords({ status: 'open' }));
    expect(statusWords({ status: 'ready', stagingLocation: 'Shelf 3', at })).toBe('Ready at Shelf 3');
  });

  it('counts units', () => {
    expect([0, 1, 2].map(unitWords)).toEqual(['0 units', '1 unit', '2 units']);
  });

  it('tells the time of the store, not of the device', () => {
    expect(formatWhen('2026-03-02T19:05:00.000Z', 'America/New_York').replace(/\s/gu, ' ')).toBe('Mar 2, 2:05 PM');
    expect(formatWhen('2026-03-02T19:05:00.000Z', 'UTC').replace(/\s/gu, ' ')).toBe('Mar 2, 7:05 PM');
  });
});
