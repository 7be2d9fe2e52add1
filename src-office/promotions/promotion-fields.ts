import type { Promotion } from '../../domain/promotions/promotion.ts';
import { CUSTOMER_PERIODS, STACKING } from '../../domain/promotions/promotion.ts';

/** How the text of a field is read. */
export type Reading =
  | 'text'
  | 'date'
  | 'time'
  | 'yes'
  | 'list'
  | 'days'
  | 'number'
  | 'money'
  | 'unitPrice'
  | 'percent'
  | 'parts'
  | 'tiers'
  | 'choice';

interface Field {
  /** The path of its value in a promotion. */
  readonly path: string;
  readonly as: Reading;
  /** Of a choice. */
  readonly of?: readonly string[];
}

/** Every field of the form. */
export const FIELDS = {
  id: { path: 'id', as: 'text' },
  name: { path: 'name', as: 'text' },
  startsOn: { path: 'startsOn', as: 'date' },
  endsOn: { path: 'endsOn', as: 'date' },
  percent: { path: 'basisPoints', as: 'percent' },
  amount: { path: 'amountMinor', as: 'money' },
  price: { path: 'priceMinor', as: 'money' },
  buy: { path: 'buy', as: 'number' },
  pay: { path: 'pay', as: 'number' },
  get: { path: 'get', as: 'number' },
  getSkus: { path: 'gets.skus', as: 'list' },
  getCategories: { path: 'gets.categories', as: 'list' },
  getBrands: { path: 'gets.brands', as: 'list' },
  units: { path: 'units', as: 'number' },
  parts: { path: 'parts', as: 'parts' },
  tiers: { path: 'tiers', as: 'tiers' },
  pointValue: { path: 'pointValue', as: 'unitPrice' },
  spread: { path: 'spread', as: 'choice', of: ['group', 'cheaper_units'] },
  cheapestOf: { path: 'cheapestOf', as: 'choice', of: ['group', 'all'] },
  everything: { path: 'everything', as: 'yes' },
  skus: { path: 'skus', as: 'list' },
  categories: { path: 'categories', as: 'list' },
  brands: { path: 'brands', as: 'list' },
  excludedSkus: { path: 'excludedSkus', as: 'list' },
  excludedCategories: { path: 'excludedCategories', as: 'list' },
  weekdays: { path: 'weekdays', as: 'days' },
  fromTime: { path: 'fromTime', as: 'time' },
  untilTime: { path: 'untilTime', as: 'time' },
  storeIds: { path: 'storeIds', as: 'list' },
  customerGroups: { path: 'customerGroups', as: 'list' },
  codes: { path: 'codes', as: 'list' },
  usesPerCode: { path: 'usesPerCode', as: 'number' },
  minimum: { path: 'minimumMinor', as: 'money' },
  minimumUnits: { path: 'minimumUnits', as: 'number' },
  maxPerSale: { path: 'maxPerSale', as: 'number' },
  cap: { path: 'capMinor', as: 'money' },
  budget: { path: 'budgetMinor', as: 'money' },
  maxUses: { path: 'maxUses', as: 'number' },
  maxUsesPerCustomer: { path: 'maxUsesPerCustomer', as: 'number' },
  maxMinorPerCustomer: { path: 'maxMinorPerCustomer', as: 'money' },
  customerPeriod: { path: 'customerPeriod', as: 'choice', of: CUSTOMER_PERIODS },
  priority: { path: 'priority', as: 'number' },
  stacking: { path: 'stacking', as: 'choice', of: STACKING },
  bestOf: { path: 'bestOf', as: 'text' },
  option: { path: 'option', as: 'text' },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

type Kind = Promotion['kind'];

/** What each kind says of what it takes off. */
export const FIELDS_OF_KIND: Readonly<Record<Kind, readonly FieldName[]>> = {
  percent_off: ['percent'],
  amount_off: ['amount'],
  fixed_price: ['price'],
  multi_buy: ['buy', 'pay', 'percent', 'spread', 'cheapestOf'],
  buy_get_other: ['buy', 'get', 'getSkus', 'getCategories', 'getBrands', 'percent', 'spread'],
  mix_and_match: ['units', 'price'],
  bundle: ['parts', 'price'],
  cheapest_off: ['percent'],
  sale_percent: ['percent'],
  sale_amount: ['amount'],
  tiered: ['tiers'],
  points: ['pointValue'],
};

export const KINDS = Object.keys(FIELDS_OF_KIND) as Kind[];

/** The other fields of the form, in groups. A bundle names its goods by its parts. */
export const GROUPS = {
  goods: ['everything', 'skus', 'categories', 'brands', 'excludedSkus', 'excludedCategories'],
  when: ['weekdays', 'fromTime', 'untilTime', 'storeIds'],
  whom: ['customerGroups', 'codes', 'usesPerCode'],
  limits: [
    'minimum',
    'minimumUnits',
    'maxPerSale',
    'cap',
    'budget',
    'maxUses',
    'maxUsesPerCustomer',
    'maxMinorPerCustomer',
    'customerPeriod',
  ],
  beside: ['priority', 'stacking', 'bestOf', 'option'],
} as const satisfies Readonly<Record<string, readonly FieldName[]>>;

export const GROUP_NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

/** Every field that a promotion of a kind can have. */
export function fieldsOf(kind: Kind): FieldName[] {
  return ['id', 'name', 'startsOn', 'endsOn', ...FIELDS_OF_KIND[kind], ...GROUP_NAMES.flatMap((group) => GROUPS[group])];
}

/** The field in which a path of a promotion is written, `tiers.1.fromMinor` say. */
export function fieldAt(path: string): FieldName {
  const names = Object.keys(FIELDS) as FieldName[];
  const isAt = (name: FieldName) => path === FIELDS[name].path || path.startsWith(`${FIELDS[name].path}.`);
  return names.find(isAt) ?? names.find((name) => FIELDS[name].path.startsWith(`${path}.`)) ?? 'name';
}
