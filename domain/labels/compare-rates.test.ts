import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from './compare-rates.ts';
import { type RateTable, shippingRates } from './settings.ts';

const bands = (...pairs: [number, number][]) => pairs.map(([mostGrams, minor]) => ({ mostGrams, minor }));
const row = (service: string, more: Partial<RateTable['rows'][number]> = {}): RateTable['rows'][number] => ({
  service,
  name: `Service ${service}`,
  days: null,
  to: [{ country: 'US', postal: [] }],
  bands: bands([1_000, 900], [5_000, 1_500]),
  ...more,
});
const AUSTIN = { country: 'US', postalCode: '78701' };

describe('rates side by side', () => {
  it('adds up the parcels, each by its own band, the cheapest first, of two at one price the faster one', () => {
    const rows = [row('03', { days: 4 }), row('01', { days: 1, bands: bands([5_000, 2_500]) }), row('02', { days: 2 })];
    expect(compareRates({ rows }, AUSTIN, [1_000, 1_001])).toEqual({
      rates: [
        { service: '02', name: 'Service 02', days: 2, minor: 2_400 },
        { service: '03', name: 'Service 03', days: 4, minor: 2_400 },
        { service: '01', name: 'Service 01', days: 1, minor: 5_000 },
      ],
      none: [],
    });
  });

  it('says which service does not go there, and for which a parcel is too heavy', () => {
    const rows = [row('03', { to: [{ country: 'CA', postal: [] }] }), row('02')];
    expect(compareRates({ rows }, AUSTIN, [5_001])).toEqual({
      rates: [],
      none: [
        { name: 'Service 03', why: 'not_there' },
        { name: 'Service 02', why: 'too_heavy' },
      ],
    });
  });

  it.each([
    ['78701', 100],
    ['787-01', 100],
    ['78100', 200],
    ['10001', 300],
  ])('takes the row that names the postal code %s most closely', (postalCode, minor) => {
    const zone = (postal: string[], price: number) => row('03', { to: [{ country: 'US', postal }], bands: bands([5_000, price]) });
    const rows = [zone([], 300), zone(['787', '786'], 100), zone(['78'], 200)];
    expect(compareRates({ rows }, { country: 'US', postalCode }, [1]).rates.map((rate) => rate.minor)).toEqual([minor]);
  });

  it('compares no letters in another case, nor the space in a British code', () => {
    const rows = [row('03', { to: [{ country: 'GB', postal: ['sw1a'] }] })];
    expect(compareRates({ rows }, { country: 'GB', postalCode: 'SW1 A1AA' }, [1]).rates).toHaveLength(1);
  });

  it('never makes a heavier parcel cheaper, where no band does, and counts two parcels as the sum of each', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 8 });
    const rising = steps.map((all) => {
      let [grams, minor] = [0, 0];
      return all.map(([more, dearer]) => ({ mostGrams: (grams += more), minor: (minor += dearer) }));
    });
    fc.assert(
      fc.property(rising, fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 4_000 }), (own, one, other) => {
        const cost = (...weights: number[]) => compareRates({ rows: [row('03', { bands: own })] }, AUSTIN, weights).rates[0]?.minor ?? null;
        const [light, heavy] = [cost(Math.min(one, other)), cost(Math.max(one, other))];
        expect(cost(one, other)).toBe(light === null || heavy === null ? null : light + heavy);
        if (heavy !== null) expect(heavy).toBeGreaterThanOrEqual(light ?? Infinity);
      }),
    );
  });
});

it.each([
  ['bands in another order', { bands: bands([5_000, 1], [1_000, 2]) }, 'The lightest comes first.'],
  ['a country of three letters', { to: [{ country: 'USA', postal: [] }] }, 'Invalid string'],
  ['a price below nothing', { bands: bands([1, -1]) }, 'Too small'],
])('a table with %s is refused', (_what, wrong, message) => {
  const read = shippingRates.schema.safeParse({ since: '2026-01-01', currency: 'USD', rows: [{ ...row('03'), ...wrong }] });
  expect(read.error?.issues[0]?.message).toContain(message);
});
