import type { InstantOrNull, Json } from './columns.ts';

interface CustomersTable {
  id: string;
  body: Json<unknown>;
  /** When the person was erased: no change brings them back. */
  erased_at: InstantOrNull;
}

interface CustomerStoresTable {
  customer_id: string;
  /** A store that has served them: its registers hold them. */
  store_id: string;
}

interface CustomerKeysTable {
  /** See `customerKeys`. */
  key: string;
  customer_id: string;
}

/** The tables of customers. */
export interface CustomerTables {
  customers: CustomersTable;
  customer_stores: CustomerStoresTable;
  customer_keys: CustomerKeysTable;
}
