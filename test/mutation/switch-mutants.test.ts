import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findMutants } from './find-mutants.ts';
import { switchMutants } from './switch-mutants.ts';

const CODE = `
export function price(units: number, each: number, member: boolean): number {
  let total = 0;
  for (let n = 0; n < units; n += 1) {
    total = total + each;
  }
  if (member && units > 2) return total - 1;
  return total;
}
`;
const mutants = findMutants('domain/price.ts', CODE);

/** Runs the function with one mutant active. @param active 0 for none. */
function run(active: number): { price: (units: number, each: number, member: boolean) => unknown; turns: () => number } {
  const text = switchMutants('domain/price.ts', CODE, mutants, './runtime.ts').replace(/^import [^;]*; /, '');
  const script = ts.transpile(text.replace('export ', ''), { target: ts.ScriptTarget.ES2022 });
  let turns = 0;
  const looped = (): void => {
    turns += 1;
    if (turns > 1_000) throw new Error('It never ends.');
  };
  const mutated = (id: number): boolean => id === active;
  const price = new Function('__mutated', '__looped', `${script}; return price;`)(mutated, looped) as never;
  return { price, turns: () => turns };
}

const idOf = (change: string): number => mutants.find((one) => one.change === change)?.id ?? Number.NaN;

describe('a file with all its mutants', () => {
  it('does what it did while none is active, and counts the turns of its loops', () => {
    const { price, turns } = run(0);
    expect([price(3, 5, true), price(3, 5, false), price(2, 5, true)]).toEqual([14, 15, 10]);
    expect(turns()).toBe(8);
  });

  it.each<[change: string, result: unknown]>([
    ['n < units → n <= units', 19],
    ['total + each → total - each', -16],
    ['member && units > 2 → true', 14],
    ['member && units > 2 → false', 15],
    ['member && units > 2 → member || units > 2', 14],
    ['units > 2 → units >= 2', 14],
    ['2 → 2 + 1', 15],
    ['total - 1 → undefined', undefined],
    ['total - 1 → total + 1', 16],
    ['n < units → false', -1],
  ])('with %s', (change, result) => {
    expect(run(idOf(change)).price(3, 5, true)).toBe(result);
  });

  it('keeps the lines of the file as they are numbered', () => {
    const lines = switchMutants('domain/price.ts', CODE, mutants, './runtime.ts').split('\n');
    expect(lines).toHaveLength(CODE.split('\n').length);
    expect(lines[7]).toMatch(/^ {2}return .*total/);
  });

  it('differs by each of its mutants in some case', () => {
    const cases: [number, number, boolean][] = [
      [0, 5, false],
      [2, 5, true],
      [3, 5, true],
      [3, 5, false],
    ];
    const all = (active: number): string => JSON.stringify(cases.map((one) => run(active).price(...one) ?? null));
    expect(mutants.filter(({ id }) => all(id) === all(0)).map(({ change }) => change)).toEqual([]);
  });
});
