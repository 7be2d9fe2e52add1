import { describe, expect, it } from 'vitest';
import { ageCheck, ageToCheck, hasAge } from './check-age.ts';

/** Worked examples: the birth date, the day, the age, and whether it is reached. */
const CASES = [
  ['2008-11-25', '2026-11-25', 18, true],
  ['2008-11-26', '2026-11-25', 18, false],
  ['2005-11-25', '2026-11-25', 21, true],
  ['2005-11-26', '2026-11-25', 21, false],
  ['2008-02-29', '2026-02-28', 18, false],
  ['2008-02-29', '2026-03-01', 18, true],
  ['2010-11-25', '2026-11-25', 16, true],
  ['2006-11-25', '2026-11-25', 20, true],
  ['1900-01-01', '2026-11-25', 18, true],
  ['2027-01-01', '2026-11-25', 18, false],
] as const;

describe('an age', () => {
  it.each(CASES)('of somebody born on %s, on %s, is at least %d: %s', (birthDate, date, years, isReached) => {
    expect(hasAge(birthDate, date, years)).toBe(isReached);
  });

  it.each([
    [[{}, { minimumAge: null }], null, null],
    [[{ minimumAge: 16 }, { minimumAge: 18 }], null, 18],
    [[{ minimumAge: 16 }], { minimumAge: 18 }, null],
    [[{ minimumAge: 18 }], { minimumAge: 18 }, null],
    [[{ minimumAge: 21 }], { minimumAge: 18 }, 21],
  ])('is asked for once a sale, for the highest: %j after %j', (lines, done, asked) => {
    expect(ageToCheck(lines, done)).toBe(asked);
  });

  it('[A2] leaves no birth date in the sale', () => {
    const check = { minimumAge: 18, method: 'birth_date', associateId: 'ANA' };
    expect(ageCheck.safeParse(check).success).toBe(true);
    expect(ageCheck.safeParse({ ...check, birthDate: '2008-11-25' }).success).toBe(false);
  });
});
