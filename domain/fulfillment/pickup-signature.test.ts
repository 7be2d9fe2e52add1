import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned, pathOf, SIGNATURE_HEIGHT, SIGNATURE_WIDTH, strokes, type Strokes } from './pickup-signature.ts';

describe('a signature', () => {
  it.each<[string, Strokes, boolean]>([
    ['a dot', [[[500, 200]]], false],
    ['two dots far apart', [[[0, 0]], [[1_000, 400]]], false],
    [
      'a touch',
      [
        [
          [500, 200],
          [540, 230],
        ],
      ],
      false,
    ],
    [
      'a line',
      [
        [
          [100, 200],
          [200, 200],
        ],
      ],
      true,
    ],
    [
      'short lines',
      [
        [
          [0, 0],
          [60, 0],
        ],
        [
          [0, 50],
          [60, 50],
        ],
      ],
      true,
    ],
  ])('%s', (_what, drawn, signed) => {
    expect(isSigned(drawn)).toBe(signed);
  });

  it('is drawn as it was written, a dot too', () => {
    expect(
      pathOf([
        [
          [1, 2],
          [30, 40],
        ],
        [[5, 6]],
      ]),
    ).toBe('M1 2L30 40M5 6L5 6');
  });

  it('holds nothing but numbers inside of its field: its path can be no other markup', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: SIGNATURE_WIDTH }), fc.integer({ min: 0, max: SIGNATURE_HEIGHT }));
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 9 }), (drawn) => {
        expect(pathOf(strokes.parse(drawn))).toMatch(/^(?:[ML]\d{1,4} \d{1,3})+$/);
      }),
    );
    for (const bad of [[], [[]], [[[1_001, 0]]], [[[0, 401]]], [[[0.5, 0]]], [[['"', 0]]]])
      expect(strokes.safeParse(bad).success).toBe(false);
  });
});
