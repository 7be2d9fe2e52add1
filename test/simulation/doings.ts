import { bringBack, voidSale } from './giving-back.ts';
import { minTheDrawer, resolve, workOnOrder } from './people.ts';
import type { Person } from './person.ts';
import { sell } from './selling.ts';
import { serveCustomer } from './serving.ts';
import type { StepKind } from './steps.ts';
import type { WebShop } from './web-shop.ts';

/** What somebody does once in a step of this kind; null where it is no person's doing. */
export function doingOf(kind: StepKind, person: Person, shop: WebShop): (() => Promise<void>) | null {
  switch (kind) {
    case 'sell':
      return () => sell(person);
    case 'work':
      return () => workOnOrder(person);
    case 'give_back':
      return () => bringBack(person, shop.placed);
    case 'void':
      return () => voidSale(person);
    case 'customer':
      return () => serveCustomer(person);
    case 'shift':
      return () => minTheDrawer(person);
    case 'resolve':
      return () => resolve(person);
    case 'place_order':
      return () => shop.place(person.chance);
    default:
      return null;
  }
}
