import { describe, expect, it } from 'vitest';
import { allocateUnits, type Giving, type GivingPackage, mostWorth } from './allocate-units.ts';

const giving = (given: Partial<Giving> = {}): Giving => ({
  lines: [
    { sku: 0, quantity: 2, unitMinor: 4_000, together: false },
    { sku: 0, quantity: 2, unitMinor: 4_000, together: false },
  ],
  ...{ unitWorth: 10, sellOffWorth: 0, leastParcelMinor: 0 },
  ...given,
});
const pack = (has: number, sellsOff = false): GivingPackage => ({ has: [has], sellsOff: [sellsOff] });
const allocated = (packages: readonly GivingPackage[], given: Partial<Giving> = {}, left = 10_000) =>
  allocateUnits(packages, giving(given), { left });

describe('allocateUnits', () => {
  it('has two lines of one SKU draw on one stock, the first packages with few units of the first lines', () => {
    expect(allocated([pack(3), pack(1)])).toEqual({
      worth: 40,
      quantities: [
        [1, 2],
        [1, 0],
      ],
    });
  });

  it('keeps a line in one package, and gives what that one has', () => {
    const lines = [{ sku: 0, quantity: 3, unitMinor: 4_000, together: true }];
    expect(allocated([pack(2)], { lines })).toEqual({ worth: 20, quantities: [[2]] });
    expect(allocated([pack(2), pack(1)], { lines })).toBeNull();
  });

  it.each([
    [
      4_000,
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [12_001, null],
  ])('leaves no parcel worth less than %i where there are several', (leastParcelMinor, quantities) => {
    expect(allocated([pack(2), pack(2)], { leastParcelMinor })?.quantities ?? null).toEqual(quantities);
  });

  it('sells off first', () => {
    expect(allocated([pack(4), pack(3, true)], { sellOffWorth: 5 })).toMatchObject({ worth: 55 });
  });

  it('gives nothing that saves nothing', () => {
    expect(allocated([pack(4)], { unitWorth: 0 })).toBeNull();
  });

  it('ends when its effort is spent', () => {
    expect(allocated([pack(4)], {}, 1)).toBeNull();
  });
});

describe('mostWorth', () => {
  it('counts of a package that was asked only the lines behind', () => {
    const packages = [pack(9), pack(1)];
    const left = packages.map(({ has }) => has);
    expect(mostWorth(giving(), [2, 2], packages, left, { package: 0, line: 0 })).toBe(40);
    expect(mostWorth(giving(), [2, 2], packages, left, { package: 0, line: 1 })).toBe(30);
    expect(mostWorth(giving(), [2, 2], packages, left, { package: 1, line: 0 })).toBe(10);
  });
});
