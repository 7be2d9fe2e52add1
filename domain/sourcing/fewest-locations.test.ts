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

/** The cheaper of two that are as good, then the one with the lower id. */
const dearer = (a: Giver, b: Giver) => a.cost > b.cost || (a.cost === b.cost && a.locationId > b.locationId);

/** What takes over where trying every choice would take for ever: whoever gives most of the rest, without the superfluous. */
function byGreed(givers: readonly Giver[], needs: readonly number[]): string[] {
  const left = [...needs];
  const units = (giver: Giver) => left.reduce((sum, need, index) => sum + Math.min(need, giver.gives[index] ?? 0), 0);
  const chosen: Giver[] = [];
  while (left.some((need) => need > 0)) {
    const [first, ...others] = givers.filter((giver) => !chosen.includes(giver));
    if (first === undefined) break;
    const best = others.reduce((a, b) => (units(b) > units(a) || (units(b) === units(a) && dearer(a, b)) ? b : a), first);
    chosen.push(best);
    needs.forEach((_, index) => (left[index] = Math.max(0, (left[index] ?? 0) - (best.gives[index] ?? 0))));
  }
  for (const giver of [...chosen].reverse()) {
    const others = chosen.filter((one) => one !== giver);
    if (covers(others, needs)) chosen.splice(chosen.indexOf(giver), 1);
  }
  return chosen.map((giver) => giver.locationId);
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
          cost: pseudo(giver) / 8,
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
        expect(chosen.map((giver) => giver.locationId)).toEqual(byGreed(givers, needs));
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

  it('takes two that give the same where those are the cheapest, not one of them and a dearer that gives more', () => {
    const givers: Giver[] = [
      { locationId: 'a', cost: 1, gives: [2] },
      { locationId: 'b', cost: 1, gives: [2] },
      { locationId: 'more', cost: 100, gives: [3] },
    ];
    expect(fewestLocations(givers, [4]).map((giver) => giver.locationId)).toEqual(['a', 'b']);
  });

  it('finds the two that are enough among a thousand that all give the same and lead astray', () => {
    const astray: Giver[] = Array.from({ length: 1_000 }, (_, n) => ({ locationId: `L${n}`, cost: 1, gives: [1, 1, 1, 0, 1, 1, 1, 0] }));
    const others: Giver[] = [
      { locationId: 'rest 1', cost: 2, gives: [0, 0, 0, 1, 0, 0, 0, 0] },
      { locationId: 'rest 2', cost: 2, gives: [0, 0, 0, 0, 0, 0, 0, 1] },
      { locationId: 'left', cost: 3, gives: [1, 1, 1, 1, 0, 0, 0, 0] },
      { locationId: 'right', cost: 3, gives: [0, 0, 0, 0, 1, 1, 1, 1] },
    ];
    const chosen = fewestLocations([...astray, ...others], [1, 1, 1, 1, 1, 1, 1, 1]);
    expect(chosen.map((giver) => giver.locationId)).toEqual(['left', 'right']);
  });

  it('drops whom the later ones made superfluous where an exact search would take for ever', () => {
    const few: Giver[] = Array.from({ length: 700 }, (_, n) => ({ locationId: `L${n}`, cost: 1, gives: [n + 1, 0, 0, 0, 0, 0, 0] }));
    const others: Giver[] = [
      { locationId: 'bulk', cost: 2, gives: [1_000, 0, 0, 0, 0, 0, 0] },
      { locationId: 'middle', cost: 2, gives: [0, 0, 1, 1, 1, 1, 0] },
      { locationId: 'left', cost: 3, gives: [0, 1, 1, 1, 0, 0, 0] },
      { locationId: 'right', cost: 3, gives: [0, 0, 0, 0, 1, 1, 1] },
    ];
    const chosen = fewestLocations([...few, ...others], [1_000, 1, 1, 1, 1, 1, 1]);
    expect(chosen.map((giver) => giver.locationId)).toEqual(['bulk', 'left', 'right']);
  });
});
