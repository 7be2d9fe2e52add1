import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestLocations, type Giver } from './fewest-locations.ts';

const NEEDS = 3;

const world = fc
  .array(
    fc.record({
      cost: fc.integer({ min: 0, max: 50 }),
      gives: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: NEEDS, maxLength: NEEDS }),
    }),
    { maxLength: 8 },
  )
  .chain((drawn) => {
    const givers: Giver[] = drawn.map((giver, index) => ({ ...giver, locationId: `L${index}` }));
    const total = Array.from({ length: NEEDS }, (_, index) => givers.reduce((sum, giver) => sum + (giver.gives[index] ?? 0), 0));
    return fc.tuple(...total.map((units) => fc.integer({ min: 0, max: Math.min(units, 6) }))).map((needs) => ({ givers, needs }));
  });

const covers = (givers: readonly Giver[], needs: readonly number[]) =>
  needs.every((need, index) => givers.reduce((sum, giver) => sum + (giver.gives[index] ?? 0), 0) >= need);

/** The best choice by trying every one: the fewest, then the cheapest. */
function byBruteForce(givers: readonly Giver[], needs: readonly number[]): { size: number; cost: number } {
  let best = { size: Infinity, cost: Infinity };
  for (let mask = 0; mask < 2 ** givers.length; mask += 1) {
    const chosen = givers.filter((_, index) => (mask >> index) & 1);
    if (!covers(chosen, needs)) continue;
    const cost = chosen.reduce((sum, giver) => sum + giver.cost, 0);
    if (chosen.length < best.size || (chosen.length === best.size && cost < best.cost)) best = { size: chosen.length, cost };
  }
  return best;
}

describe('fewestLocations', () => {
  it('finds as few and as near locations as trying every choice does', () => {
    fc.assert(
      fc.property(world, ({ givers, needs }) => {
        const chosen = fewestLocations(givers, needs);
        expect(covers(chosen, needs)).toBe(true);
        expect({ size: chosen.length, cost: chosen.reduce((sum, giver) => sum + giver.cost, 0) }).toEqual(byBruteForce(givers, needs));
      }),
      { numRuns: 500 },
    );
  });

  it('breaks a tie in distance by id', () => {
    const twin = (locationId: string): Giver => ({ locationId, cost: 7, gives: [1] });
    expect(fewestLocations([twin('c'), twin('a'), twin('b')], [1]).map((giver) => giver.locationId)).toEqual(['a']);
  });

  it('covers everything without a superfluous location where an exact search would take for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const pseudo = (n: number) => Math.imul(n + seed, 0x9e3779b1) >>> 24;
        const givers: Giver[] = Array.from({ length: 300 }, (_, giver) => ({
          locationId: `L${giver}`,
          cost: pseudo(giver),
          gives: Array.from({ length: 60 }, (_unused, need) => (pseudo(giver * 61 + need) % 9 === 0 ? 2 : 0)),
        }));
        const needs = Array.from({ length: 60 }, (_, need) =>
          Math.min(
            3,
            givers.reduce((sum, giver) => sum + (giver.gives[need] ?? 0), 0),
          ),
        );
        const chosen = fewestLocations(givers, needs);
        expect(covers(chosen, needs)).toBe(true);
        for (const one of chosen)
          expect(
            covers(
              chosen.filter((giver) => giver !== one),
              needs,
            ),
          ).toBe(false);
      }),
      { numRuns: 5 },
    );
  });
});
