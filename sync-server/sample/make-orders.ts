import { faker } from '@faker-js/faker/locale/en';
import { lineTotal, multiplyDivideRound } from '../../domain/base/money.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Chance } from './chance.ts';
import type { SampleLevel } from './fill-stock.ts';
import type { SamplePlace } from './places.ts';

export interface OrderWish {
  readonly number: string;
  readonly place: SamplePlace;
  readonly kind: 'pickup' | 'ship';
  readonly placedAt: Date;
  readonly wanted: readonly { readonly level: SampleLevel; readonly quantity: number }[];
  readonly pickupCode: string;
}

/** One to four different goods of a location, one or two of each, of which it has plenty. */
export function wantSome(levels: readonly SampleLevel[], chance: Chance): OrderWish['wanted'] {
  const plenty = chance.some(levels, 12).filter((level) => level.onHand >= 12);
  const chosen = plenty.slice(0, chance.whole(1, 4));
  return (chosen.length > 0 ? chosen : levels.slice(0, 1)).map((level) => ({ level, quantity: chance.whole(1, 10) > 8 ? 2 : 1 }));
}

/** An order of a customer who lives close to a location, with its taxes. @returns what the web shop would send. */
export function makeOrder(wish: OrderWish, chance: Chance): OrderIntake {
  const { place, kind } = wish;
  const name = `${faker.person.firstName()} ${faker.person.lastName()}`;
  const phone = `555-01${String(chance.whole(0, 99)).padStart(2, '0')}`;
  return {
    number: wish.number,
    placedAt: wish.placedAt.toISOString(),
    currency: 'USD',
    customer: { name, email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`, phone },
    fulfillment:
      kind === 'pickup'
        ? { kind, storeId: place.id, pickupCode: wish.pickupCode }
        : {
            kind,
            shipTo: {
              line1: faker.location.streetAddress(),
              city: place.city,
              region: place.region,
              postalCode: place.postalCode,
              country: 'US',
            },
            position: {
              latitude: place.latitude + (chance.fraction() - 0.5) * 0.4,
              longitude: place.longitude + (chance.fraction() - 0.5) * 0.4,
            },
          },
    lines: wish.wanted.map(({ level: { product }, quantity }) => {
      const net = lineTotal(product.unitPrice, quantity);
      const rate = place.taxRates[product.taxClass as keyof SamplePlace['taxRates']];
      const taxMinor = multiplyDivideRound(net, rate, 1_000_000);
      return { sku: product.sku, quantity, unitPrice: product.unitPrice, totalMinor: net + taxMinor, taxMinor };
    }),
  };
}
