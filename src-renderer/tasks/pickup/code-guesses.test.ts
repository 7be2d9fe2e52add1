import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addGuess, type CodeGuesses, FREE_GUESSES, waitLeft, waitSentence } from './code-guesses.ts';

/** So many wrong codes at one moment. */
function wrong(count: number, at = 0): CodeGuesses | undefined {
  let guesses: CodeGuesses | undefined;
  for (let guess = 0; guess < count; guess += 1) guesses = addGuess(guesses, at);
  return guesses;
}

describe('guessing a pickup code', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 10],
    [6, 20],
    [7, 40],
    [10, 320],
    [11, 600],
    [40, 600],
  ])('after %i wrong codes, none is looked at for %i seconds', (count, seconds) => {
    expect(waitLeft(wrong(count), 0)).toBe(seconds * 1000);
  });

  it('counts down, ends, and is forgotten after an hour', () => {
    expect([0, 4_000, 10_000, 99_000].map((now) => waitLeft(wrong(5), now))).toEqual([10_000, 6_000, 0, 0]);
    expect(addGuess(wrong(9), 60 * 60_000)).toEqual({ wrong: 1, at: 60 * 60_000 });
  });

  it('lets nobody try 10,000 codes within a month, however patient', () => {
    let now = 0;
    let guesses: CodeGuesses | undefined;
    for (let tried = 0; tried < 10_000; tried += 1) {
      now += waitLeft(guesses, now);
      guesses = addGuess(guesses, now);
    }
    expect(now).toBeGreaterThan(30 * 24 * 3_600_000);
  });

  it('never waits longer because a clock was set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer(), (count, now) => {
        const left = waitLeft(wrong(count), now);
        return left >= 0 && left <= 10 * 60_000 && (count >= FREE_GUESSES || left === 0);
      }),
    );
  });

  it('says how long', () => {
    expect(waitSentence(999)).toContain('in 1 second,');
    expect(waitSentence(12_001)).toContain('in 13 seconds,');
  });
});
