import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import type { Became } from './mail-kind.ts';

/** Writes on a ready pickup what became of the mail that its store had sent again. @param time which of them it was. */
export async function noteMailAgain(tx: Tx, id: string, time: number, became: Became, changeItems: ChangeItem[]): Promise<void> {
  const { rows } = await sql<{ location_id: string }>`
    update fulfillment_orders
    set body = jsonb_set(body, '{mailAgain}', (body -> 'mailAgain') - 'reason' || ${JSON.stringify(became)}::jsonb)
    where id = ${id} and status = 'ready' and (body #>> '{mailAgain,times}')::int = ${time} returning location_id`.execute(tx);
  for (const { location_id: storeId } of rows) changeItems.push({ scope: storeScope(storeId), kind: fulfillmentOrderDocument.kind, id });
}
