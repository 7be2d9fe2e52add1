/** A location of the sample company. Coordinates in degrees, tax rates in parts per million by tax class. */
export interface SamplePlace {
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
  readonly taxRates: Readonly<Record<'standard' | 'food' | 'clothing', number>>;
}

/** Six stores and a warehouse in real cities. */
export const SAMPLE_PLACES: readonly SamplePlace[] = [
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
    taxRates: { standard: 88_750, food: 0, clothing: 0 },
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
    taxRates: { standard: 102_500, food: 22_500, clothing: 102_500 },
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
    taxRates: { standard: 82_500, food: 0, clothing: 82_500 },
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
    taxRates: { standard: 88_100, food: 0, clothing: 88_100 },
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
    taxRates: { standard: 103_500, food: 0, clothing: 103_500 },
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
    taxRates: { standard: 89_000, food: 30_000, clothing: 89_000 },
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
    taxRates: { standard: 75_000, food: 0, clothing: 75_000 },
  },
];
