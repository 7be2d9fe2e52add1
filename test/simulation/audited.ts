import type { Books } from './books.ts';
import type { Device } from './device.ts';
import type { Pool } from './pool.ts';
import type { SimCarrier } from './sim-carrier.ts';
import type { WebShop } from './web-shop.ts';

/** What an audit looks at: the books, and everything that they are compared with. */
export interface Audited {
  readonly books: Books;
  readonly devices: readonly Device[];
  readonly pool: Pool;
  readonly shop: WebShop;
  readonly carrier: SimCarrier;
}
