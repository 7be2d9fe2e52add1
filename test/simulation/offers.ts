import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import { CURRENCY, SKUS, unitPriceOf, WEIGHED } from './goods.ts';

/** The article whose price changes each midnight, and what it costs on odd days of the month. Thousandths of a minor unit. */
export const DAILY_SKU = 'SKU-09';
const ON_ODD_DAYS = 1_000_000;
/** What it costs on the other days, tax included, in minor units. */
export const LOWEST_DAILY_MINOR = 990;
/** The list that says so, and for how many days. */
export const DAILY_LIST = { id: 'DAILY', name: 'Daily', currency: CURRENCY } as const;
const DAYS = 120;
const FIRST_DAY = Date.parse('2026-01-01T00:00:00.000Z');
const DAY_MS = 86_400_000;

/** A day's number, from its date. */
const isOdd = (date: string): boolean => Number(date.slice(-2)) % 2 === 1;

/** The prices of the daily list, one for each day. */
export function dailyPrices(): { sku: string; unitPrice: number; startsOn: string; endsOn: null; breaks: never[] }[] {
  return Array.from({ length: DAYS }, (_, day) => {
    const startsOn = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
    return { sku: DAILY_SKU, unitPrice: priceOn(DAILY_SKU, startsOn), startsOn, endsOn: null, breaks: [] };
  });
}

/** What an article costs on a day, by hand. Thousandths of a minor unit, without tax. */
function priceOn(sku: string, date: string): number {
  return sku === DAILY_SKU && isOdd(date) ? ON_ODD_DAYS : unitPriceOf(sku);
}

const always = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

/** A tenth of the shops' goods each has an offer of its own; all others are cheaper with a coupon. */
export const SAVE = { id: 'SAVE', codes: ['SAVE-1', 'SAVE-2', 'SAVE-3', 'SAVE-4'], usesPerCode: 2, takesOff: 0.2 } as const;
export const WELCOME = { id: 'WELCOME', code: 'WELCOME', sku: 'SKU-08', takesOff: 0.3, maxUses: 1, maxMinor: 500 } as const;
export const BUDGET = { id: 'BUDGET', sku: 'SKU-10', takesOff: 0.5, budgetMinor: 6_000, maxUses: 10 } as const;

/** Points of a customer take 0.04 each off before tax. */
export const POINTS_OFF = { id: 'POINTS', worthMinor: 4 } as const;

const PERCENTAGES: readonly Promotion[] = [
  { id: SAVE.id, everything: true, excludedSkus: [WELCOME.sku, BUDGET.sku], codes: [...SAVE.codes], usesPerCode: SAVE.usesPerCode },
  {
    id: WELCOME.id,
    skus: [WELCOME.sku],
    codes: [WELCOME.code],
    maxUsesPerCustomer: WELCOME.maxUses,
    maxMinorPerCustomer: WELCOME.maxMinor,
  },
  { id: BUDGET.id, skus: [BUDGET.sku], budgetMinor: BUDGET.budgetMinor, maxUses: BUDGET.maxUses },
].map((one, index) =>
  promotion.parse({
    ...{
      ...always,
      kind: 'percent_off',
      name: one.id,
      basisPoints: [SAVE, WELCOME, BUDGET].map(({ takesOff }) => takesOff * 10_000)[index],
    },
    ...one,
  }),
);

/** What the head office offers in every world. */
export const OFFERS: readonly Promotion[] = [
  ...PERCENTAGES,
  promotion.parse({
    ...always,
    kind: 'points',
    id: POINTS_OFF.id,
    name: POINTS_OFF.id,
    everything: true,
    pointValue: POINTS_OFF.worthMinor * 1000,
  }),
];

/** What the person at the till sees of the offers: which of them the screen says apply. */
export interface Seen {
  readonly date: string;
  /** By the id of the promotion, what the screen says it takes off, in minor units. */
  readonly takenOff: ReadonlyMap<string, number>;
  readonly halved: ReadonlySet<string>;
}

/**
 * What units of an article come to, by hand, tax included, in minor units: its price of the day, less the offer that the screen shows, half
 * of that where it is damaged. What a budget had left is read off the screen, and never more than the offer says.
 * @param units of what is weighed: grams.
 */
export function handPrice(sku: string, units: number, { date, takenOff, halved }: Seen): number {
  if (sku === WEIGHED.sku) {
    const net = takenOff.has(SAVE.id) ? units - Math.round(units * SAVE.takesOff) : units;
    const left = halved.has(sku) ? net - Math.round(net / 2) : net;
    return left + Math.round(left / 10);
  }
  const net = (priceOn(sku, date) * units) / 1000;
  const offer = sku === WELCOME.sku ? WELCOME : sku === BUDGET.sku ? BUDGET : SAVE;
  const said = takenOff.get(offer.id);
  const full = Math.round(net * offer.takesOff);
  const off = said === undefined ? 0 : offer === SAVE ? full : Math.min(said, full);
  return ((net - off) * 11) / (halved.has(sku) ? 20 : 10);
}

/**
 * By how many minor units an amount by hand may differ: what a budget has left may be any, and what is taken off a whole basket is shared
 * out to the minor unit where a weight leaves fractions.
 */
export function leewayMinor({ takenOff }: Seen, hasWeighed: boolean, lines: number): number {
  const byLine = takenOff.has(POINTS_OFF.id) ? Math.ceil(lines / 2) : 0;
  const limited = [BUDGET.id, WELCOME.id].filter((id) => takenOff.has(id)).length;
  return limited + (hasWeighed && takenOff.size > 0 ? 1 : 0) + byLine;
}

/** The articles that are sold most, so that limits are reached. */
export const FAVOURITES: readonly string[] = [DAILY_SKU, WELCOME.sku, WELCOME.sku, BUDGET.sku, ...SKUS];

/** What points took off, by hand, tax included, in minor units; by line its tax may be rounded by half a minor unit. */
export function pointsOffMinor({ takenOff }: Seen): number {
  return ((takenOff.get(POINTS_OFF.id) ?? 0) * 11) / 10;
}
