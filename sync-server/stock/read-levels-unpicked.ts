import { sql } from 'kysely';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { lineUnpicked } from '../../domain/fulfillment/operations.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Tx } from '../db/database.ts';
import type { LevelAfter } from './post-movements.ts';

/**
 * Reads and locks, in key order, the levels of goods that were unpicked: they are promised again and no movement tells of them, but the
 * shelf may be sold out by now (rule P4).
 */
export async function readLevelsUnpicked(tx: Tx, operations: readonly Operation[], overlay: StoreOverlay): Promise<LevelAfter[]> {
  const goods = operations.flatMap((operation) => {
    if (!lineUnpicked.is(operation)) return [];
    const order = overlay.changedOf(fulfillmentOrderDocument).get(operation.payload.fulfillmentOrderId);
    const line = order?.lines.find(({ lineNo }) => lineNo === operation.payload.lineNo);
    return order === undefined || line === undefined ? [] : [{ locationId: order.locationId, sku: line.sku }];
  });
  if (goods.length === 0) return [];
  const { rows } = await sql<LevelAfter>`
    select s.location_id as "locationId", s.sku, s.on_hand as "onHand", s.reserved from stock_levels s
    where (s.location_id, s.sku) in (select r."locationId", r.sku
      from jsonb_to_recordset(${JSON.stringify(goods)}::jsonb) as r("locationId" text, sku text))
    order by s.location_id, s.sku for update of s`.execute(tx);
  return rows;
}
