import { describe, expect, it } from 'vitest';
import { formatWhen, rejectWords, statusWords, unitWords, whatHappensTo } from './order-words.ts';

describe('order words', () => {
  it('names where an order stands without jargon', () => {
    const at = '2026-03-02T19:05:00.000Z';
    expect(statusWords({ status: 'acknowledged' })).toBe(statusWords({ status: 'open' }));
    expect(statusWords({ status: 'ready', stagingLocation: 'Shelf 3', at })).toBe('Ready at Shelf 3');
  });

  it('counts units', () => {
    expect([0, 1, 2].map(unitWords)).toEqual(['0 units', '1 unit', '2 units']);
  });

  it.each([
    ['ship', 2, '2 units will come from another location, or wait for stock.'],
    ['pickup', 1, '1 unit waits until this store has it again. The customer can choose another store or have it shipped.'],
    ['pickup', 2, '2 units wait until this store has them again. The customer can choose another store or have them shipped.'],
  ] as const)('says what really happens to units of a %s order: %d', (kind, count, words) => {
    expect(whatHappensTo(kind, count)).toBe(words);
  });

  it('promises a pickup no other store', () => {
    expect(rejectWords('ship')).toContain('Another location is asked');
    expect(rejectWords('pickup')).not.toContain('Another location is asked');
  });

  it('tells the time of the store, not of the device', () => {
    expect(formatWhen('2026-03-02T19:05:00.000Z', 'America/New_York').replace(/\s/gu, ' ')).toBe('Mar 2, 2:05 PM');
    expect(formatWhen('2026-03-02T19:05:00.000Z', 'UTC').replace(/\s/gu, ' ')).toBe('Mar 2, 7:05 PM');
  });
});
