import { describe, expect, it } from 'vitest';
import { dateInStore } from './business-date.ts';

describe('the day in a store', () => {
  it.each([
    ['America/New_York', '2026-03-02T03:00:00.000Z', '2026-03-01'],
    ['Europe/Berlin', '2026-03-01T23:30:00.000Z', '2026-03-02'],
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
  ])('in %s at %s is %s', (timezone, at, date) => {
    expect(dateInStore(Date.parse(at), timezone)).toBe(date);
  });
});
