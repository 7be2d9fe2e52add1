import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { addBundle, addProduct, type CartLines } from '../../src-renderer/tasks/sale/cart-lines.ts';
import { firstLack } from '../../src-renderer/tasks/sale/lacking.ts';
import type { ShelfChange, SoldLine } from './books.ts';
import type { Chance } from './chance.ts';
import { SAVE, type Seen } from './offers.ts';

/** What a customer can want beside goods off the shelf. */
const WANTS = ['service', 'fee', 'drink', 'piece', 'open', 'set'] as const;

/** The deposit of a drink. */
export const BOTTLE = 'X-BOTTLE';
/** Sold in sets alone, and not taxed: so their shares of a price that leaves fractions are what they cost. */
export const SAUCER = 'X-SAUCER';
const CUP = 'X-CUP';
const SKU_OF = { service: 'X-SERVICE', fee: 'X-FEE', drink: 'X-DRINK', piece: 'X-PIECE', open: 'X-OPEN', set: 'X-SET' } as const;

/**
 * The articles of each world that are no plain goods, with what a unit costs in minor units before 10 % tax: each so that its discount
 * and its tax are whole. The goods of a set cost 5.00 alone, and 3.99 in it.
 */
export const ARTICLES: readonly {
  readonly sku: string;
  readonly netMinor: number;
  readonly terms?: ArticleTerms;
  readonly isFree?: true;
}[] = [
  { sku: SKU_OF.service, netMinor: 500, terms: { kind: 'service' } },
  { sku: SKU_OF.fee, netMinor: 50, terms: { kind: 'fee' } },
  { sku: BOTTLE, netMinor: 20, terms: { kind: 'deposit', taxOfGoods: true } },
  { sku: SKU_OF.drink, netMinor: 150, terms: { deposits: [{ sku: BOTTLE, quantity: 1 }] } },
  { sku: SKU_OF.piece, netMinor: 1_200, terms: { asksSerial: true } },
  { sku: SKU_OF.open, netMinor: 0, terms: { openPrice: true } },
  { sku: SAUCER, netMinor: 100, isFree: true },
  { sku: CUP, netMinor: 200, isFree: true },
  {
    sku: SKU_OF.set,
    netMinor: 399,
    terms: {
      components: [
        { sku: SAUCER, quantity: 1 },
        { sku: CUP, quantity: 2 },
      ],
    },
  },
];

/** Those of them that lie on a shelf. */
export const SHELVED: readonly string[] = [SKU_OF.drink, SKU_OF.piece, SKU_OF.open, SAUCER, CUP];

/** What the two lines of so many sets cost, by hand: 3.99 and 7.98 shared as 1 to 4. */
const SETS: Readonly<Record<number, readonly [saucers: number, cups: number]>> = { 1: [80, 319], 2: [160, 638] };
const MOST_SETS = 2;

/** What an empty bottle gives, in minor units, tax included. */
export const EMPTY_MINOR = 22;

/** Units of one of these articles. */
export interface Extra {
  readonly what: (typeof WANTS)[number];
  readonly count: number;
  /** What the person asks for each, in minor units before tax, where the article has no price of its own. */
  readonly askedMinor: number;
}

/** What somebody wants besides: mostly nothing. */
export function extrasOf(chance: Chance): Extra[] {
  const wants = chance.percent(35) ? [...new Set([chance.pick(WANTS), chance.pick(WANTS)])] : [];
  return wants.map((what) => ({
    what,
    count: chance.int(1, what === 'set' || what === 'piece' || what === 'open' ? MOST_SETS : 6),
    askedMinor: chance.int(1, 20) * 100,
  }));
}

/**
 * Puts the articles on the counter behind other lines, and answers what the till asks.
 * @param takePiece gives the serial number of a piece. @returns null where the till does not know an article.
 */
export function putExtras(
  before: CartLines,
  extras: readonly Extra[],
  catalog: { product(sku: string): Product | undefined },
  takePiece: () => string,
): CartLines | null {
  const find = (sku: string) => catalog.product(sku);
  let lines = before;
  for (const { what, count } of extras) {
    const product = find(SKU_OF[what]);
    if (product === undefined) return null;
    const after = what === 'set' ? addBundle(lines, product, count, find) : addProduct(lines, product, count);
    if (after === lines) return null;
    lines = after;
  }
  for (let lack = firstLack(lines, catalog); lack !== null; lack = firstLack(lines, catalog)) {
    const { what, line } = lack;
    const { askedMinor = 0 } = extras.find((one) => SKU_OF[one.what] === line.sku) ?? {};
    const answered =
      what === 'serial'
        ? { ...line, serialNumbers: [takePiece()] }
        : { ...line, unitPrice: askedMinor * 1000, priceSource: 'entered' as const };
    lines = lines.map((one) => (one.id === line.id ? answered : one));
  }
  return lines;
}

/** What they come to, by hand, tax included, in minor units: fees, deposits and sets are in no offer. */
export function extrasMinor(extras: readonly Extra[], { takenOff }: Seen): number {
  const offered = (net: number) => ((net - (takenOff.has(SAVE.id) ? Math.round(net * SAVE.takesOff) : 0)) * 11) / 10;
  return extras.reduce((sum, { what, count, askedMinor }) => {
    switch (what) {
      case 'fee':
        return sum + 55 * count;
      case 'drink':
        return sum + offered(150 * count) + EMPTY_MINOR * count;
      case 'set':
        return sum + (SETS[count] ?? []).reduce((both, one) => both + one, 0);
      case 'service':
        return sum + offered(500 * count);
      case 'piece':
        return sum + offered(1_200 * count);
      case 'open':
        return sum + offered(askedMinor * count);
    }
  }, 0);
}

/** What leaves the shelf with them: no service, no fee and no deposit does. */
export function extrasShelf(extras: readonly Extra[]): ShelfChange[] {
  return extras.flatMap(({ what, count }): ShelfChange[] => {
    if (what === 'service' || what === 'fee') return [];
    if (what !== 'set') return [{ sku: SKU_OF[what], units: -count }];
    return [
      { sku: SAUCER, units: -count },
      { sku: CUP, units: -2 * count },
    ];
  });
}

/** A line as a screen shows it. */
type Shown = Pick<SoldLine, 'sku' | 'totalMinor'>;

/** What the lines of sets cost that a screen shows otherwise than a person reckons, as text; null where it is right (rule M1). */
export function wrongSets(extras: readonly Extra[], shown: readonly Shown[]): string | null {
  const sets = extras.find(({ what }) => what === 'set');
  const due = sets === undefined ? undefined : SETS[sets.count];
  const at = shown.findIndex(({ sku }) => sku === SAUCER);
  if (due === undefined) return at < 0 ? null : 'there is no set';
  const is = shown.slice(at, at + due.length).map(({ totalMinor }) => totalMinor);
  return is.join() === due.join() ? null : `${is.join(' and ')} in place of ${due.join(' and ')}`;
}
