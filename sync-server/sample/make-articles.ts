import type { Product } from '../../domain/catalog/product.ts';
import type { QuickKeyPage } from '../../domain/sale/settings.ts';
import { sampleGtin } from './make-products.ts';

/** The first number of their barcodes: far behind those of all other goods. */
const FIRST_GTIN = 900_000_001;

const BOTTLE = 'DEPOSIT-BOTTLE';
const COLA = 'COLA-GLASS';

/** Units of them that each place has at the start. The others are in no stock. */
export const ARTICLE_STOCK: ReadonlyMap<string, number> = new Map([
  [COLA, 24],
  ['STUDIO-SPEAKER', 6],
]);

const plain = { gtin: null, brand: '', size: '', minimumAge: null, soldBy: 'piece', tareGrams: 0 } as const;

/**
 * An article of each kind that is no plain goods: a service, a fee, a bottle with its deposit, a price that the till asks for, a serial
 * number that it asks for, and a bundle.
 * @param goods what lies in the bundle beside two bottles: the first of them.
 */
export function makeArticles([snack]: readonly Pick<Product, 'sku'>[]): Product[] {
  const food = { ...plain, category: 'Drinks', taxClass: 'food' };
  const others = { ...plain, category: 'Services', taxClass: 'standard' };
  const articles: Product[] = [
    { ...food, sku: COLA, name: 'Craft Cola, Glass Bottle', unitPrice: 249_000, terms: { deposits: [{ sku: BOTTLE, quantity: 1 }] } },
    {
      ...others,
      sku: 'STUDIO-SPEAKER',
      name: 'Studio Speaker',
      category: 'Electronics',
      unitPrice: 19_900_000,
      terms: { asksSerial: true },
    },
    { ...others, sku: 'GIFT-WRAP', name: 'Gift Wrapping', unitPrice: 350_000, terms: { kind: 'service' } },
    { ...others, sku: 'REPAIR', name: 'Repair', unitPrice: 0, terms: { kind: 'service', openPrice: true } },
    { ...others, sku: 'BAG-FEE', name: 'Carrier Bag Fee', unitPrice: 10_000, terms: { kind: 'fee' } },
    { ...food, sku: BOTTLE, name: 'Bottle Deposit', unitPrice: 10_000, terms: { kind: 'deposit', taxOfGoods: true } },
  ];
  const parts = [...(snack === undefined ? [] : [{ sku: snack.sku, quantity: 1 }]), { sku: COLA, quantity: 2 }];
  const box: Product = { ...food, sku: 'SNACK-BOX', name: 'Snack Box', unitPrice: 599_000, terms: { components: parts } };
  return [...articles, box].map((article, index) => ({ ...article, gtin: `${sampleGtin(FIRST_GTIN + index)}` }));
}

/** The page of quick keys on which they are; a deposit comes with its goods. */
export function articleKeys(articles: readonly Pick<Product, 'sku' | 'terms'>[]): QuickKeyPage {
  return { name: 'Specials', skus: articles.filter(({ terms }) => terms?.kind !== 'deposit').map(({ sku }) => sku) };
}
