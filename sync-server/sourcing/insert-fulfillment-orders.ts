import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { portionOf } from '../../domain/money/money.ts';
import { storeScope } from '../../domain/replica/documents.ts';
import type { SourcingPlan } from '../../domain/sourcing/source-order.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../sync/allocate-changes.ts';
import type { SourcingJob } from './sourcing-job.ts';

/** One part of a plan, on its way to become a fulfillment order. */
export interface SourcedPart {
  readonly id: string;
  readonly job: SourcingJob;
  readonly part: SourcingPlan['parts'][number];
  /** Units of each line that earlier parts of the same job have taken; this part adds its own. */
  readonly taken: Map<number, number>;
}

function fulfillmentOrderOf({ id, job, part, taken }: SourcedPart): FulfillmentOrder {
  const lines = part.lines.flatMap(({ lineNo, quantity }) => {
    const line = job.lines.find((one) => one.lineNo === lineNo);
    if (line === undefined) return [];
    const before = taken.get(lineNo) ?? 0;
    taken.set(lineNo, before + quantity);
    return [
      {
        ...line,
        quantity,
        totalMinor: portionOf(line.totalMinor, line.quantity, before, quantity),
        taxMinor: portionOf(line.taxMinor, line.quantity, before, quantity),
        picked: 0,
        short: 0,
        returned: 0,
      },
    ];
  });
  return { id, ...job.order, locationId: part.locationId, lines, state: { status: 'open' } };
}

/** Makes the fulfillment orders of sourced parts, each with its share of the money, and tells their stores. */
export async function insertFulfillmentOrders(tx: Tx, parts: readonly SourcedPart[], changeItems: ChangeItem[]): Promise<FulfillmentOrder[]> {
  const made = parts.map(fulfillmentOrderOf);
  if (made.length === 0) return [];
  await sql`
    insert into fulfillment_orders (id, order_id, location_id, kind, status, placed_at, body)
    select body->>'id', body->>'orderId', body->>'locationId', body->>'kind', 'open', (body->>'placedAt')::timestamptz, body
    from jsonb_array_elements(${JSON.stringify(made)}::jsonb) as body`.execute(tx);
  for (const order of made) changeItems.push({ scope: storeScope(order.locationId), kind: 'fulfillment_order', id: order.id });
  return made;
}
