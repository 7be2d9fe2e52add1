import { faker } from '@faker-js/faker/locale/en';
import type { Associate } from '../../domain/associates/associate.ts';
import { hashPin } from '../associates/hash-pin.ts';
import type { Chance } from './chance.ts';

/** An associate of the sample company, with the PIN in the clear: it is there to be tried. */
export interface SampleAssociate extends Associate {
  readonly clearPin: string;
}

const ITERATIONS = 210_000;

/** Two associates for each store: a manager and a picker or an associate. PINs differ within a store. */
export function makeAssociates(storeIds: readonly string[], chance: Chance): SampleAssociate[] {
  faker.seed(chance.whole(1, 1_000_000));
  return storeIds.flatMap((storeId, index) => {
    const first = chance.whole(1000, 9999);
    const second = 1000 + ((first - 1000 + chance.whole(1, 8999)) % 9000);
    const other = index % 2 === 0 ? ('associate' as const) : ('picker' as const);
    return (
      [
        ['manager', first],
        [other, second],
      ] as const
    ).map(([role, pin]) => ({
      id: `${storeId}-${role}`,
      storeId,
      name: `${faker.person.firstName()} ${faker.person.lastName()}`,
      role,
      pin: hashPin(String(pin), chance.hex(16), ITERATIONS),
      badge: null,
      clearPin: String(pin),
    }));
  });
}
