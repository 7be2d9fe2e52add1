import { stockKey } from '../../domain/base/stock-key.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { sql } from 'kysely';
import type { Effect } from '../../domain/base/effect.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { raiseException } from '../../domain/exceptions/raise.ts';
import { type FulfillmentOrder, hasEnded, UNDER_WAY, unitsToPick } from '../../domain/fulfillment/fulfillment-order.ts';
import { giveUpUnits } from '../../domain/fulfillment/give-up-units.ts';
import type { Tx } from '../db/database.ts';
import type { LevelAfter } from './post-movements.ts';

/** More is promised at a location than its shelf holds. */
interface Shortage {
  readonly locationId: string;
  readonly sku: string;
  units: number;
}

function shortagesOf(levels: readonly LevelAfter[]): Shortage[] {
  return levels
    .map(({ locationId, sku, onHand, reserved }) => ({ locationId, sku, units: reserved - Math.max(onHand, 0) }))
    .filter((shortage) => shortage.units > 0);
}

/**
 * Orders that wait for these goods there, the newest first: who ordered first keeps the promise longest. Those that are picked or packed
 * may have been unpicked in what is being written.
 */
async function loadPromises(tx: Tx, shortages: readonly Shortage[]): Promise<FulfillmentOrder[]> {
  const { rows } = await sql<{ body: FulfillmentOrder }>`
    select f.body from fulfillment_orders f
    where f.status = any(${[...UNDER_WAY]}::text[]) and exists (
      select 1 from jsonb_array_elements(f.body -> 'lines') line
      join jsonb_to_recordset(${JSON.stringify(shortages)}::jsonb) as short("locationId" text, sku text)
        on short."locationId" = f.location_id and short.sku = line ->> 'sku')
      and f.location_id = any(${[...new Set(shortages.map((one) => one.locationId))]}::text[])
    order by f.placed_at desc, f.id for no key update of f`.execute(tx);
  return rows.map((row) => row.body);
}

/** Loads the exceptions of these promises that have moved before: what moves now is added to them. */
async function loadExceptions(tx: Tx, orders: readonly FulfillmentOrder[], overlay: StoreOverlay): Promise<void> {
  const ids = orders.flatMap((order) => order.lines.map((line) => `promise_moved:${order.id}:${line.lineNo}`));
  const rows = await tx
    .selectFrom('exceptions')
    .select('body')
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  overlay.learn(
    exceptionDocument,
    rows.map((row) => row.body),
  );
}

/** The exception by which the store hears that a promise has moved. */
function promiseMoved(overlay: StoreOverlay, order: FulfillmentOrder, lineNo: number, sku: string, units: number): Effect {
  return raiseException(
    overlay,
    { id: null, storeId: order.locationId, at: order.placedAt },
    {
      kind: 'promise_moved',
      about: `${order.id}:${lineNo}`,
      subject: order.orderNumber,
      goods: [{ sku, quantity: units }],
      facts: { order: order.orderNumber, method: order.kind },
    },
  );
}

/**
 * The shelf wins (rule P4): where facts have taken goods that were promised, the newest promises that nobody has
 * picked yet are given up, to be sourced elsewhere, and the store is told.
 * @param levels the levels that the facts touched, as they stand now.
 * @param overlay what the facts made of fulfillment orders that are not written yet.
 * @returns the effects, in order; only the exceptions are folded into the overlay.
 */
export async function movePromises(tx: Tx, levels: readonly LevelAfter[], overlay: StoreOverlay): Promise<Effect[]> {
  const shortages = shortagesOf(levels);
  if (shortages.length === 0) return [];
  const short = new Map(shortages.map((shortage) => [stockKey(shortage.locationId, shortage.sku), shortage]));
  const effects: Effect[] = [];
  const at = new Date().toISOString();
  const promises = await loadPromises(tx, shortages);
  await loadExceptions(tx, promises, overlay);
  for (const stored of promises) {
    let order = overlay.changedOf(fulfillmentOrderDocument).get(stored.id) ?? stored;
    for (const { lineNo, sku } of stored.lines) {
      const shortage = short.get(stockKey(stored.locationId, sku));
      const line = order.lines.find((one) => one.lineNo === lineNo);
      if (shortage === undefined || line === undefined || hasEnded(order)) continue;
      const units = Math.min(shortage.units, unitsToPick(line));
      if (units <= 0) continue;
      const givenUp = giveUpUnits(order, lineNo, units, 0, 'promise_moved', at);
      order = givenUp.order;
      shortage.units -= units;
      const exception = promiseMoved(overlay, order, lineNo, sku, units);
      overlay.fold([exception]);
      effects.push(...givenUp.effects, exception);
    }
  }
  return effects;
}
