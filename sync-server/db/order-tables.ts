import type { Generated } from 'kysely';
import type { OrderStatus } from '../../domain/orders/order-intake.ts';
import type { Instant, InstantOrNull } from './columns.ts';

/** What the list says of an order. Only `noteOrders` writes it. */
interface OrderIndexTable {
  order_id: string;
  number: string;
  kind: 'pickup' | 'ship';
  status: OrderStatus;
  /** Where it is to be fetched, and the locations that have or had a part of it and did not reject it. */
  stores: string[];
  customer_id: string | null;
  placed_at: Instant;
  promised_at: InstantOrNull;
  channel: string | null;
  total_minor: number;
  currency: string;
  /** See `orderKeys`. */
  keys: string[];
  /** The number of the last event that names it; 0 where there is none. */
  event_seq: number;
}

/** The keys of orders, for finding them by their beginnings. */
interface OrderKeysTable {
  key: string;
  placed_at: Instant;
  order_id: string;
}

/** A location that rejected or short-picked a line is not asked for it again, until more of it arrives there. */
interface SourcingExclusionsTable {
  order_id: string;
  line_no: number;
  location_id: string;
  /** The newest stock movement at that time: what arrives later lifts the exclusion. */
  after_movement: Generated<number>;
  /** When it is asked again whatever has arrived; null when only goods lift the exclusion. */
  until: InstantOrNull;
}

/** The tables beside orders. */
export interface OrderTables {
  sourcing_exclusions: SourcingExclusionsTable;
  order_index: OrderIndexTable;
  order_keys: OrderKeysTable;
}
