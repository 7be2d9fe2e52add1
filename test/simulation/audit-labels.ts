import { sql } from 'kysely';
import { parcelLabelDocument } from '../../domain/labels/documents.ts';
import { labelWantedOperation, parcelsHandedOver } from '../../domain/labels/operations.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { referenceOf } from '../../sync-server/labels/reference-of.ts';
import type { Audited } from './audited.ts';

/** No label is bought twice, whatever answers are lost, and each that was wanted is had or asked for (rule E2). */
export async function compareLabels({ books, carrier, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ body: ParcelLabel }>`select body from documents where kind = 'parcel_label' order by id`.execute(db);
  const labels = new Map(rows.map(({ body }) => [body.parcelId, parcelLabelDocument.completed(body)]));
  const applied = new Set((await db.selectFrom('operations').select('id').where('outcome', '=', 'applied').execute()).map(({ id }) => id));
  const { labels: made } = carrier.desk;
  const times = new Map<string, number>();
  for (const { reference } of made) times.set(reference, (times.get(reference) ?? 0) + 1);
  const known = new Set((await db.selectFrom('fulfillment_orders').select('id').execute()).map(({ id }) => id));
  const wanted = [...books.entries.values()].flatMap(({ operation }) => {
    if (!labelWantedOperation.is(operation) || !applied.has(operation.id)) return [];
    const { parcelId, fulfillmentOrderId } = operation.payload;
    return labels.has(parcelId) || !known.has(fulfillmentOrderId) ? [] : [`E2: ${parcelId} wants a label, and nobody knows of it`];
  });
  const manifests = new Set(
    (await sql<{ id: string }>`select id from documents where kind = 'carrier_handover'`.execute(db)).rows.map(({ id }) => id),
  );
  const handedOver = [...books.entries.values()].flatMap(({ operation }) => {
    if (!parcelsHandedOver.is(operation) || !applied.has(operation.id)) return [];
    const { handoverId, parcelIds } = operation.payload;
    const inStore = parcelIds.filter((id) => labels.get(id)?.storeId === operation.storeId && labels.get(id)?.handoverId === undefined);
    return [
      ...(manifests.has(handoverId) ? [] : [`J5: a driver took ${parcelIds.join()}, and no manifest says so`]),
      ...inStore.map((id) => `J5: a driver took ${id}, and the store still has it`),
    ];
  });
  return [
    ...wanted,
    ...handedOver,
    ...[...times].flatMap(([reference, count]) => (count === 1 ? [] : [`E2: the label of ${reference} was bought ${count} times`])),
    ...[...labels.values()].flatMap(({ parcelId, state, trackingNumber }) => {
      if (state !== 'have' && state !== 'void_wanted' && state !== 'void') return [];
      const own = made.find((label) => label.trackingNumber === trackingNumber);
      if (own?.reference !== referenceOf(parcelId)) return [`E2: ${parcelId} has the label ${trackingNumber}, which was made for another`];
      const agrees = own.isVoid === (state === 'void') || state === 'void_wanted';
      return agrees ? [] : [`E2: the label of ${parcelId} is ${state}, and the carrier says otherwise`];
    }),
  ];
}
