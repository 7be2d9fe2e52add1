import type { Generated } from 'kysely';
import type { Strokes } from '../../domain/fulfillment/pickup-signature.ts';
import type { Instant, InstantNow, InstantOrNull, Json } from './columns.ts';

/** Keys that sign pickup codes. Their public halves are documents of the registers. */
interface PickupKeysTable {
  id: string;
  /** 32 bytes in base32. */
  public_key: string;
  /** The seed of RFC 8032, 32 bytes in base64url. */
  private_key: string;
  made_at: Instant;
  withdrawn_at: InstantOrNull;
}

/** Pickups that wait for their customers, by the server's clock. */
interface PickupWaitsTable {
  fulfillment_order_id: string;
  location_id: string;
  since: InstantNow;
  reminders: Generated<number>;
}

/** What customers signed when they fetched their orders. */
interface PickupSignaturesTable {
  proof_id: string;
  fulfillment_order_id: string;
  strokes: Json<Strokes>;
  at: InstantNow;
}

/** The tables of pickups beside their orders. */
export interface PickupTables {
  pickup_keys: PickupKeysTable;
  pickup_waits: PickupWaitsTable;
  pickup_signatures: PickupSignaturesTable;
}
