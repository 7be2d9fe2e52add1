import { describe, expect, it } from 'vitest';
import { MOST_SENDS, outcomeOfSend, readRetryAfter } from './next-attempt.ts';

const NOW = Date.UTC(2026, 10, 28, 12);

describe('what an answer means for a message', () => {
  it.each([
    [200, 1, null, { kind: 'delivered' }],
    [299, 10, null, { kind: 'delivered' }],
    [410, 1, null, { kind: 'gone' }],
    [301, 1, null, { kind: 'again', inSeconds: 5 }],
    [null, 1, null, { kind: 'again', inSeconds: 5 }],
    [500, 2, null, { kind: 'again', inSeconds: 300 }],
    [404, 9, null, { kind: 'again', inSeconds: 86_400 }],
    [500, 10, null, { kind: 'given_up' }],
    [429, 1, 120, { kind: 'again', inSeconds: 120 }],
    [429, 2, 120, { kind: 'again', inSeconds: 300 }],
    [503, 1, 9_999_999, { kind: 'again', inSeconds: 86_400 }],
  ])('%s at attempt %s, put off by %s', (status, attempts, retryAfter, outcome) => {
    expect(outcomeOfSend(status, attempts, retryAfter, 0)).toEqual(outcome);
  });

  it('spreads what failed together over a fifth of the delay', () => {
    expect(outcomeOfSend(500, 2, null, 1)).toEqual({ kind: 'again', inSeconds: 360 });
  });

  it('sends for three days', () => {
    const delays = Array.from({ length: MOST_SENDS - 1 }, (_, index) => outcomeOfSend(500, index + 1, null, 0));
    expect(delays.reduce((sum, one) => sum + (one.kind === 'again' ? one.inSeconds : Number.NaN), 0)).toBe(272_105);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Sat, 28 Nov 2026 12:01:30 GMT', 90],
    ['Sat, 28 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%s', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds);
  });
});
