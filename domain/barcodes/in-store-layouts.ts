import { z } from 'zod';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';

/**
 * How a code of a store's own scale is laid out: the first twelve digits of thirteen. `P` fixed, `I` the article, `V` the
 * value, `K` the check digit of the value.
 */
export const inStoreLayout = z.strictObject({
  /** What its codes begin with, as 13 digits: a UPC-A begins with 0. */
  prefixes: z
    .array(text.regex(/^(2\d?|02)$/))
    .min(1)
    .max(20),
  pattern: text.regex(/^P*I+(KV{4,5}|V{4,6})$/).length(12),
  measure: z.enum(['price', 'weight', 'count']),
  /** Digits of the value behind the point: of the currency, or of kilograms. */
  decimals: z.number().int().min(0).max(3),
});

export type InStoreLayout = z.infer<typeof inStoreLayout>;

type Row = readonly [prefixes: string, pattern: string, measure: InStoreLayout['measure'], decimals: number];

const WEIGHTS_OF_NORTH: readonly Row[] = [
  ['23', 'IIIIIIIIVVVV', 'weight', 3],
  ['24', 'IIIIIIIIVVVV', 'weight', 2],
  ['25', 'IIIIIIIIVVVV', 'weight', 1],
];

const NORDIC: readonly Row[] = [
  ['20', 'IIIIIIIIVVVV', 'price', 2],
  ['21', 'IIIIIIIIVVVV', 'price', 1],
  ['22', 'IIIIIIIIVVVV', 'price', 0],
  ...WEIGHTS_OF_NORTH,
];

const UPC: readonly Row[] = [['02', 'PPIIIIIKVVVV', 'price', 2]];

/** What the GS1 organizations of countries recommend. Norway follows Sweden by what its labels show; Italy differs by chain. */
const BY_COUNTRY = {
  CA: UPC,
  DE: [
    ['22 23', 'PPIIIIKVVVVV', 'price', 2],
    ['25 26', 'PPIIIIKVVVVV', 'count', 0],
    ['28 29', 'PPIIIIKVVVVV', 'weight', 3],
  ],
  DK: [
    ['21 22 23 24', 'PPIIIIVVVVVV', 'price', 2],
    ['26 28', 'PPIIIIVVVVVV', 'weight', 3],
    ['27', 'PPIIIIIVVVVV', 'weight', 3],
  ],
  EE: WEIGHTS_OF_NORTH,
  FI: WEIGHTS_OF_NORTH,
  GB: [['20 28', 'PPIIIIIKVVVV', 'price', 2]],
  IT: [['2', 'PIIIIIIVVVVV', 'price', 2]],
  LT: WEIGHTS_OF_NORTH,
  LV: WEIGHTS_OF_NORTH,
  NO: NORDIC,
  SE: NORDIC,
  US: UPC,
} as const satisfies Record<string, readonly Row[]>;

type InStoreCountry = keyof typeof BY_COUNTRY;

export const IN_STORE_COUNTRIES = Object.keys(BY_COUNTRY) as InStoreCountry[];

/** How the codes of a store's own scale are read: its own layouts first, then those of the country. */
const inStoreCodes = z.strictObject({
  country: z.enum(IN_STORE_COUNTRIES).nullable(),
  layouts: z.array(inStoreLayout).max(30),
});

export type InStoreCodes = z.infer<typeof inStoreCodes>;

/** What a code of the store's own scale holds is set by country or by hand; where it is not, the whole code is looked up. */
export const inStoreCodeLayouts = defineSetting({
  key: 'barcodes.in_store',
  levels: ['company', 'store'],
  schema: inStoreCodes,
  standard: { country: null, layouts: [] },
});

/** A layout and where it comes from: a country, or the setting. */
export interface FoundLayout {
  readonly region: InStoreCountry | 'configured';
  readonly layout: InStoreLayout;
}

/** The layout of a code of 13 digits; undefined where none is set for it. */
export function layoutOf(digits: string, { country, layouts }: InStoreCodes): FoundLayout | undefined {
  const isFor = ({ prefixes }: InStoreLayout) => prefixes.some((prefix) => digits.startsWith(prefix));
  const own = layouts.find(isFor);
  if (own !== undefined) return { region: 'configured', layout: own };
  if (country === null) return undefined;
  const rows: readonly Row[] = BY_COUNTRY[country];
  const layout = rows
    .map(([prefixes, pattern, measure, decimals]) => ({ prefixes: prefixes.split(' '), pattern, measure, decimals }))
    .find(isFor);
  return layout && { region: country, layout };
}
