import { sql } from 'kysely';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { Tx } from '../db/database.ts';
import { recordMovements } from '../stock/post-movements.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Chance } from './chance.ts';
import type { SampleProduct } from './make-products.ts';

/** Rows one statement writes. */
const CHUNK = 5_000;

/** What a location has of one product at the start. */
export interface SampleLevel {
  readonly locationId: string;
  readonly product: SampleProduct;
  readonly onHand: number;
  readonly safetyStock: number;
  readonly bin: string;
}

/** Chooses `count` products for a location, each with units on its shelf and a bin: aisle, bay and shelf. */
export function chooseStock(locationId: string, products: readonly SampleProduct[], count: number, chance: Chance): SampleLevel[] {
  return chance.some(products, count).map((product) => ({
    locationId,
    product,
    onHand: chance.whole(4, 60),
    safetyStock: chance.whole(0, 1),
    bin: `${product.aisle}-${String(chance.whole(1, 12)).padStart(2, '0')}-${chance.whole(1, 5)}`,
  }));
}

/** Writes the stock that a location starts with, each level with the movement that explains it (rule P2). */
export async function fillStock(tx: Tx, levels: readonly SampleLevel[], changeItems: ChangeItem[]): Promise<void> {
  for (let start = 0; start < levels.length; start += CHUNK) {
    const chunk = levels.slice(start, start + CHUNK);
    const rows = chunk.map(({ locationId, product, onHand, safetyStock, bin }) => ({
      locationId,
      sku: product.sku,
      onHand,
      safetyStock,
      bin,
      page: stockPageOf(product.sku),
    }));
    await sql`
      insert into stock_levels (location_id, sku, on_hand, safety_stock, bin, page)
      select "locationId", sku, "onHand", "safetyStock", bin, page
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        "locationId" text, sku text, "onHand" bigint, "safetyStock" bigint, bin text, page int)`.execute(tx);
    await recordMovements(
      tx,
      chunk.map(({ locationId, product, onHand }) => ({
        locationId,
        sku: product.sku,
        onHand,
        reserved: 0,
        cause: 'opening_balance',
        causeId: 'sample',
      })),
      changeItems,
    );
  }
}
