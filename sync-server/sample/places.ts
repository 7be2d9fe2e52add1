type TaxClass = 'standard' | 'food' | 'clothing';

/** A location of the sample company. Coordinates in degrees, tax rates in parts per million. */
interface GivenPlace {
  readonly id: string;
  readonly kind: 'store' | 'warehouse';
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
  /** The taxes that each class of goods bears, by code. */
  readonly bears: Readonly<Record<TaxClass, Readonly<Record<string, number>>>>;
}

export interface SamplePlace extends GivenPlace {
  /** What each class pays altogether. */
  readonly taxRates: Readonly<Record<TaxClass, number>>;
}

const GIVEN: readonly GivenPlace[] = [
  {
    id: 'NYC1',
    kind: 'store',
    name: 'New York Broadway',
    address: '1200 Broadway',
    city: 'New York',
    region: 'NY',
    postalCode: '10001',
    latitude: 40.7465,
    longitude: -73.9885,
    timezone: 'America/New_York',
    bears: { standard: { 'NY-STATE': 40_000, NYC: 45_000, MCTD: 3750 }, food: {}, clothing: {} },
  },
  {
    id: 'CHI1',
    kind: 'store',
    name: 'Chicago Loop',
    address: '30 West Madison Street',
    city: 'Chicago',
    region: 'IL',
    postalCode: '60602',
    latitude: 41.8821,
    longitude: -87.6292,
    timezone: 'America/Chicago',
    bears: {
      standard: { ILLINOIS: 62_500, 'COOK-COUNTY': 17_500, CHICAGO: 12_500, RTA: 10_000 },
      food: { 'ILLINOIS-FOOD': 10_000, 'RTA-FOOD': 12_500 },
      clothing: { ILLINOIS: 62_500, 'COOK-COUNTY': 17_500, CHICAGO: 12_500, RTA: 10_000 },
    },
  },
  {
    id: 'AUS1',
    kind: 'store',
    name: 'Austin Congress',
    address: '600 Congress Avenue',
    city: 'Austin',
    region: 'TX',
    postalCode: '78701',
    latitude: 30.2682,
    longitude: -97.7429,
    timezone: 'America/Chicago',
    bears: {
      standard: { TEXAS: 62_500, AUSTIN: 10_000, CAPMETRO: 10_000 },
      food: {},
      clothing: { TEXAS: 62_500, AUSTIN: 10_000, CAPMETRO: 10_000 },
    },
  },
  {
    id: 'DEN1',
    kind: 'store',
    name: 'Denver Downtown',
    address: '1500 16th Street',
    city: 'Denver',
    region: 'CO',
    postalCode: '80202',
    latitude: 39.7491,
    longitude: -105.0,
    timezone: 'America/Denver',
    bears: {
      standard: { COLORADO: 29_000, DENVER: 48_100, RTD: 10_000, SCFD: 1000 },
      food: {},
      clothing: { COLORADO: 29_000, DENVER: 48_100, RTD: 10_000, SCFD: 1000 },
    },
  },
  {
    id: 'SEA1',
    kind: 'store',
    name: 'Seattle Pine Street',
    address: '400 Pine Street',
    city: 'Seattle',
    region: 'WA',
    postalCode: '98101',
    latitude: 47.6117,
    longitude: -122.3372,
    timezone: 'America/Los_Angeles',
    bears: { standard: { WASHINGTON: 65_000, SEATTLE: 38_500 }, food: {}, clothing: { WASHINGTON: 65_000, SEATTLE: 38_500 } },
  },
  {
    id: 'ATL1',
    kind: 'store',
    name: 'Atlanta Peachtree',
    address: '250 Peachtree Street',
    city: 'Atlanta',
    region: 'GA',
    postalCode: '30303',
    latitude: 33.7604,
    longitude: -84.3872,
    timezone: 'America/New_York',
    bears: {
      standard: { GEORGIA: 40_000, ATLANTA: 49_000 },
      food: { 'ATLANTA-FOOD': 30_000 },
      clothing: { GEORGIA: 40_000, ATLANTA: 49_000 },
    },
  },
  {
    id: 'WH1',
    kind: 'warehouse',
    name: 'Columbus Warehouse',
    address: '2300 Westbelt Drive',
    city: 'Columbus',
    region: 'OH',
    postalCode: '43228',
    latitude: 39.9967,
    longitude: -83.1107,
    timezone: 'America/New_York',
    bears: { standard: { OHIO: 57_500, FRANKLIN: 17_500 }, food: {}, clothing: { OHIO: 57_500, FRANKLIN: 17_500 } },
  },
];

function sumOf(taxes: Readonly<Record<string, number>>): number {
  return Object.values(taxes).reduce((sum, rate) => sum + rate, 0);
}

/** Six stores and a warehouse in real cities. */
export const SAMPLE_PLACES: readonly SamplePlace[] = GIVEN.map((place) => {
  const { standard, food, clothing } = place.bears;
  return { ...place, taxRates: { standard: sumOf(standard), food: sumOf(food), clothing: sumOf(clothing) } };
});
