import { describe, expect, it } from 'vitest';
import { APPLICATION_IDENTIFIERS, identifierAt, isIdentifierLike } from './application-identifiers.ts';

describe('the table of application identifiers', () => {
  it('has each with its own number of digits', () => {
    for (const ai of APPLICATION_IDENTIFIERS.keys()) expect(identifierAt(`${ai}12345678`)).toBe(ai);
    expect(APPLICATION_IDENTIFIERS.size).toBeGreaterThan(500);
  });

  it('names no identifier among needs and exclusions that it does not have', () => {
    const known = [...APPLICATION_IDENTIFIERS.keys()];
    const named = [...APPLICATION_IDENTIFIERS.values()].flatMap(({ needs, excludes }) => [...needs.flat(), ...excludes]);
    expect(named.filter((pattern) => !known.some((ai) => isIdentifierLike(ai, pattern)))).toEqual([]);
  });

  it.each([
    ['01', 14, 14, true],
    ['10', 1, 20, false],
    ['17', 6, 6, true],
    ['253', 13, 30, false],
    ['3103', 6, 6, true],
    ['3932', 4, 18, false],
    ['8006', 18, 18, false],
    ['8008', 8, 12, false],
    ['95', 1, 90, false],
  ])('%s has %i to %i characters', (ai, min, max, predefined) => {
    expect(APPLICATION_IDENTIFIERS.get(ai)).toMatchObject({ min, max, predefined });
  });

  it('gives a fixed length to whatever needs no separator', () => {
    for (const { min, max, predefined } of APPLICATION_IDENTIFIERS.values()) if (predefined) expect(min).toBe(max);
  });
});
