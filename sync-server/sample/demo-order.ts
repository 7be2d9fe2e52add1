import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Availability } from '../stock/read-availability.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { SAMPLE_PRODUCTS, SAMPLE_SEED } from './fill-sample-company.ts';
import { makeOrder } from './make-orders.ts';
import { makeProducts, type SampleProduct } from './make-products.ts';
import { SAMPLE_PLACES } from './places.ts';

/** The web shop's own catalog: it knows the sample company's products as the seed makes them. */
export function demoCatalog(): SampleProduct[] {
  return makeProducts(SAMPLE_PRODUCTS, chanceFrom(SAMPLE_SEED));
}

/** A shopper's choice before it is known what there is: a store close by, and the goods looked at. */
export interface Browsing {
  readonly place: (typeof SAMPLE_PLACES)[number];
  readonly looked: readonly SampleProduct[];
}

export function browse(catalog: readonly SampleProduct[], chance: Chance): Browsing {
  return { place: chance.pick(SAMPLE_PLACES.filter((place) => place.kind === 'store')), looked: chance.some(catalog, 24) };
}

/**
 * An order as a shopper would place it: a pickup of what the store close by has, or a parcel of what anybody has, one
 * to four goods, mostly one of each. Null when nothing that was looked at is to be had.
 * @param items what the server says of the goods that were looked at.
 */
export function makeDemoOrder(
  number: string,
  { place, looked }: Browsing,
  items: readonly Availability[],
  chance: Chance,
  now: Date,
): OrderIntake | null {
  const kind = chance.fraction() < 0.4 ? 'pickup' : 'ship';
  const there = new Set(
    items.filter((item) => item.available > 0 && (kind === 'ship' || item.locationId === place.id)).map((item) => item.sku),
  );
  const chosen = looked.filter((product) => there.has(product.sku)).slice(0, chance.whole(1, 4));
  if (chosen.length === 0) return null;
  const wanted = chosen.map((product) => ({
    level: { locationId: place.id, product, onHand: 0, safetyStock: 0, bin: '' },
    quantity: chance.whole(1, 10) > 8 ? 2 : 1,
  }));
  return makeOrder({ number, place, kind, placedAt: now, wanted, pickupCode: String(chance.whole(1000, 9999)) }, chance);
}
