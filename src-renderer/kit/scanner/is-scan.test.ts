import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit } from '../../../domain/barcodes/check-digits.ts';
import { type Burst, FAST_MS, isScan, type KeyPlace, SLOW_MS } from './is-scan.ts';

const PLACES: readonly KeyPlace[] = ['none', 'search', 'number', 'pin', 'text'];
const SHORTEST = 6;

const place = fc.constantFrom(...PLACES);
const ended = fc.boolean();
/** The beat of a scanner, which the machine between it and the page makes a little uneven. */
const beat = fc.tuple(fc.integer({ min: 5, max: 100 }), fc.array(fc.integer({ min: -4, max: 8 }), { minLength: 60, maxLength: 60 }));
const gtin = fc.tuple(fc.constantFrom(7, 11, 12, 13), fc.stringMatching(/^\d{13}$/)).map(([length, digits]) => {
  const body = digits.slice(0, length);
  return `${body}${gtinCheckDigit(body)}`;
});

const gapsOf = ([gap, uneven]: readonly [number, readonly number[]], text: string, end: boolean) =>
  Array.from({ length: text.length - (end ? 0 : 1) }, (_, index) => gap + (uneven[index] ?? 0));

function burst(text: string, gap: number, more: Partial<Burst> = {}): Burst {
  const end = more.ended ?? true;
  return { text, gaps: Array.from({ length: text.length - (end ? 0 : 1) }, () => gap), ended: end, place: 'search', ...more };
}

describe('a scanner', () => {
  it('is told from a person at every speed, in every place, with a suffix and without', () => {
    fc.assert(
      fc.property(
        gtin.filter((text) => text.length > 8),
        beat,
        place,
        ended,
        (text, at, where, end) => {
          expect(isScan({ text, gaps: gapsOf(at, text, end), ended: end, place: where }, SHORTEST)).toBe(true);
        },
      ),
    );
  });

  it('is told by its beat where the codes are short', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{4,7}$/),
        beat,
        place.filter((one) => one !== 'pin'),
        ended,
        (text, at, where, end) => {
          const told = isScan({ text, gaps: gapsOf(at, text, end), ended: end, place: where }, 4);
          // Without Enter, what comes quickly into a text field is text.
          if (end || where !== 'text') expect(told).toBe(true);
        },
      ),
    );
  });

  it('is told although one key is late', () => {
    const late = burst('4012345678901', 10);
    expect(isScan({ ...late, gaps: late.gaps.map((gap, index) => (index === 3 ? 180 : gap)) }, SHORTEST)).toBe(true);
  });

  it.each([
    ['A1-000042', 'search', 12, true],
    ['1Z999AA10123456784', 'text', 95, true],
    ['SKU 12 X', 'number', 20, true],
    ['36000291452', 'number', 100, false],
    ['100010', 'search', 30, false],
    ['100010', 'number', 100, true],
    ['4011', 'none', 100, true],
    ['4011', 'none', 200, true],
    ['36000291452', 'number', 200, true],
    ['96385074', 'number', 110, true],
    ['96385074', 'pin', 20, true],
  ] as const)('types %s into a field for %s', (text, where, gap, end) => {
    expect(isScan(burst(text, gap, { place: where, ended: end }), SHORTEST)).toBe(true);
  });
});

describe('a person', () => {
  const gap = fc.integer({ min: SLOW_MS + 1, max: 220 });
  it('who types at a human speed is no scanner, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), gap, place, ended, (text, pause, where, end) => {
        fc.pre(!(where === 'none' && end) && !(where === 'number' && /^\d{10,}$/.test(text)));
        expect(isScan(burst(text, pause, { place: where, ended: end }), SHORTEST)).toBe(false);
      }),
    );
  });

  it('who types quickly and unevenly is none in a field', () => {
    const uneven = [60, 130, 70, 140, 80, 120, 65, 150];
    for (const [text, where] of [
      ['green tea', 'search'],
      ['125000', 'number'],
      ['123456', 'pin'],
      ['left at 7', 'text'],
    ] as const) {
      for (const end of [true, false]) {
        expect(
          isScan({ text, gaps: uneven.slice(0, text.length - (end ? 0 : 1)), ended: end, place: where }, SHORTEST),
          `${text} ${String(end)}`,
        ).toBe(false);
      }
    }
  });

  it.each([
    ['an amount with a point', '1500.00', 'number', 2],
    ['an amount with a comma', '36000291452,5', 'number', 2],
    ['a few digits', '150', 'number', 2],
    ['a PIN', '123456', 'pin', 2],
    ['a long PIN', '1234567890', 'pin', 100],
    ['two letters on a button', 'ab', 'none', 30],
    ['a key that a program types', 'key_9f8a7b6c5d4e3f2a', 'secret', 2],
    ['a word that is read by type-ahead', 'coffee', 'search', FAST_MS],
  ] as const)('may type %s as quickly as they like', (_name, text, where, pause) => {
    expect(isScan(burst(text, pause, { place: where, ended: where !== 'search' }), SHORTEST)).toBe(false);
  });
});
