import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('[J2] does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const reversed = Object.fromEntries(Object.entries(content).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(content));
      }),
    );
  });

  it('[J2] is the same where the keys are in order already, at every depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        const written = canonicalJson(content);
        expect(canonicalJson(JSON.parse(written))).toBe(written);
      }),
    );
  });

  it.each([
    ['code units, not letters', { B: 1, a: 2 }, '{"B":1,"a":2}'],
    ['digits as text', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    ['nested', { a: [{ d: 1, c: 2 }] }, '{"a":[{"c":2,"d":1}]}'],
    ['surrogates by their units', { '\uff00': 1, '\u{1f600}': 2 }, '{"\u{1f600}":2,"\uff00":1}'],
  ])('orders keys by %s', (_name, content, written) => {
    expect(canonicalJson(content)).toBe(written);
  });

  it('[J2] carries every JSON value unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
      }),
    );
  });

  it('leaves out absent members, and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
    for (const value of [Number.NaN, Infinity, [undefined], [Number.NaN], { a: [Infinity] }, 1n, () => 1]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
