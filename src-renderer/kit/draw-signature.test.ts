import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strokes as valid, type Strokes } from '../../domain/fulfillment/pickup-signature.ts';
import { drawnOn, isFull } from './draw-signature.ts';

describe('drawing a signature', () => {
  it('begins lines and goes on with the last one', () => {
    const one = drawnOn(drawnOn([], { x: 0.1, y: 0.5 }, true), { x: 0.2, y: 0.5 }, false);
    const two = drawnOn(one, { x: 0.9, y: 1 }, true);
    expect(two).toEqual([
      [
        [100, 200],
        [200, 200],
      ],
      [[900, 400]],
    ]);
  });

  it('leaves out points that are nearly the same, and those of a line that never began', () => {
    const one = drawnOn([], { x: 0.1, y: 0.5 }, true);
    expect(drawnOn(one, { x: 0.102, y: 0.5 }, false)).toBe(one);
    expect(drawnOn([], { x: 0.5, y: 0.5 }, false)).toEqual([]);
  });

  it('is always one that is kept: however far beyond the edge, and for however long somebody scribbles', () => {
    const step = fc.record({
      x: fc.double({ min: -5, max: 5, noNaN: true }),
      y: fc.double({ min: -5, max: 5, noNaN: true }),
      begins: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3_000, size: 'max' }), (steps) => {
        const drawn = steps.reduce<Strokes>((before, { begins, ...at }) => drawnOn(before, at, begins || before.length === 0), []);
        expect(valid.safeParse(drawn).success).toBe(true);
        expect(drawn.flat().length).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 30 },
    );
  });

  it('takes no further line where it is full', () => {
    const full: Strokes = Array.from({ length: 100 }, (_, x) => [[x, 0]]);
    expect([isFull(full), isFull(full.slice(1)), drawnOn(full, { x: 0.5, y: 0.5 }, true)]).toEqual([true, false, full]);
  });
});
