import { sql } from 'kysely';
import { hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { waveDocument } from '../../domain/fulfillment/documents.ts';
import { linePicked, lineSubstituted, pickingStarted, waveReleased, waveTaken } from '../../domain/fulfillment/operations.ts';
import type { Wave } from '../../domain/fulfillment/wave.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';

/** A wave with which one register alone worked is with whoever said so last; with nobody, where they let go of it. */
function wrongHolders(operations: readonly Operation[], waves: ReadonlyMap<string, Wave>): string[] {
  const told = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (!pickingStarted.is(operation) && !waveTaken.is(operation) && !waveReleased.is(operation)) continue;
    const { waveId } = operation.payload;
    told.set(waveId, [...(told.get(waveId) ?? []), operation]);
  }
  return [...told].flatMap(([waveId, own]) => {
    const last = own.toSorted((a, b) => a.seq - b.seq).at(-1);
    const wave = waves.get(waveId);
    if (last === undefined || wave === undefined || new Set(own.map((one) => one.registerId)).size > 1) return [];
    const holder = waveReleased.is(last) ? null : last.associateId;
    return wave.pickerId === holder ? [] : [`J5: wave ${waveId} is with ${wave.pickerId ?? 'nobody'}, and ${holder ?? 'nobody'} has it`];
  });
}

/**
 * Two pickers never work on one unit unknowingly (rule J5): a wave says of each order that it wanted whether it has it or lost it, and
 * whoever picked for an order that was lost is asked about those goods.
 */
export async function compareWaves({ books, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ body: Wave }>`select body from documents where kind = 'wave' order by id`.execute(db);
  const waves = new Map(rows.map(({ body }) => waveDocument.completed(body)).map((wave) => [wave.id, wave]));
  const applied = new Set((await db.selectFrom('operations').select('id').where('outcome', '=', 'applied').execute()).map(({ id }) => id));
  const orders = (await db.selectFrom('fulfillment_orders').select('body').execute()).map((row) => row.body);
  const ended = new Set(orders.filter(hasEnded).map((order) => order.id));
  const asked = new Set((await db.selectFrom('exceptions').select('id').execute()).map(({ id }) => id));
  const operations = [...books.entries.values()].map(({ operation }) => operation).filter(({ id }) => applied.has(id));
  const silent = operations.flatMap((operation) => {
    if (pickingStarted.is(operation)) {
      const { waveId, fulfillmentOrderIds } = operation.payload;
      const wave = waves.get(waveId);
      const told = new Set([...(wave?.orderIds ?? []), ...(wave?.lost ?? []).map((order) => order.fulfillmentOrderId)]);
      const silent = fulfillmentOrderIds.filter((id) => !told.has(id) && !ended.has(id));
      return silent.map((id) => `J5: wave ${waveId} wanted ${id}, and does not say who has it`);
    }
    if ((!linePicked.is(operation) && !lineSubstituted.is(operation)) || operation.payload.waveId === null) return [];
    const { waveId, fulfillmentOrderId } = operation.payload;
    const isLost = waves.get(waveId)?.lost.some((order) => order.fulfillmentOrderId === fulfillmentOrderId) === true;
    return isLost && !ended.has(fulfillmentOrderId) && !asked.has(`picked_by_two:${fulfillmentOrderId}:${waveId}`)
      ? [`J5: ${operation.id} picked for ${fulfillmentOrderId}, which another wave has, and nobody is asked`]
      : [];
  });
  return [...silent, ...wrongHolders(operations, waves)];
}
