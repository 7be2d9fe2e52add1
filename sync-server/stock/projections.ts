import { sql } from 'kysely';
import { stockPageDocument } from '../../domain/stock/documents.ts';

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const STOCK_PROJECTIONS = [
  [
    stockPageDocument.kind,
    sql`(select json_build_object('page', t.id::int, 'levels', json_agg(json_build_object('sku', sku, 'onHand', on_hand,
      'reserved', reserved, 'safetyStock', safety_stock, 'stalenessBuffer', staleness_buffer, 'bin', bin) order by sku))
      from stock_levels where location_id = substr(t.scope, 7) and page = t.id::int having count(*) > 0)`,
  ],
] as const;
