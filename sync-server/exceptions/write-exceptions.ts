import { exceptionDocument, lateResolutionDocument, type Resolution } from '../../domain/exceptions/documents.ts';
import { registerScope, storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { lateResolutionsOf } from './late-resolutions.ts';

interface Written {
  readonly id: string;
  readonly store_id: string;
  readonly open: boolean;
}

async function insert(tx: Tx, exceptions: readonly Exception[]): Promise<Written[]> {
  if (exceptions.length === 0) return [];
  const { rows } = await sql<Written>`
    insert into exceptions as e (id, store_id, kind, body, opened_at, resolved_at)
    select body ->> 'id', body ->> 'storeId', body ->> 'kind', body, (body ->> 'openedAt')::timestamptz,
      (body -> 'resolved' ->> 'at')::timestamptz
    from jsonb_array_elements(${JSON.stringify(exceptions)}::jsonb) as body order by 1
    on conflict (id) do update set kind = excluded.kind, body = excluded.body, opened_at = excluded.opened_at,
      resolved_at = excluded.resolved_at
      where e.resolved_at is not null or excluded.resolved_at is not null
    returning id, store_id, resolved_at is null as open`.execute(tx);
  return rows;
}

async function update(tx: Tx, exceptions: readonly Exception[]): Promise<Written[]> {
  if (exceptions.length === 0) return [];
  const { rows } = await sql<Written>`
    update exceptions e set kind = body.value ->> 'kind', body = body.value, opened_at = (body.value ->> 'openedAt')::timestamptz,
      resolved_at = (body.value -> 'resolved' ->> 'at')::timestamptz
    from jsonb_array_elements(${JSON.stringify(exceptions)}::jsonb) as body where e.id = body.value ->> 'id'
    returning e.id, e.store_id, e.resolved_at is null as open`.execute(tx);
  return rows;
}

/**
 * Writes the exceptions of an overlay as they stand now. One that the overlay knew carries on from there; one that it did
 * not know and that is open all the same stays as it was first told. Open ones are in the feed of their store; on
 * resolving they leave it, and the history stays.
 */
export async function writeExceptions(tx: Tx, overlay: StoreOverlay, changeItems: ChangeItem[]): Promise<void> {
  const all = [...overlay.changedOf(exceptionDocument).values()];
  const known = (exception: Exception): boolean => overlay.before(exceptionDocument, exception.id) !== undefined;
  const rows = [
    ...(await insert(
      tx,
      all.filter((one) => !known(one)),
    )),
    ...(await update(tx, all.filter(known))),
  ];
  for (const row of rows)
    changeItems.push({ scope: storeScope(row.store_id), kind: exceptionDocument.kind, id: row.id, deleted: !row.open });
  const ids = rows.map(({ id }) => id);
  changeItems.push(...(await lateResolutionsOf(tx, ids)));
}

/** Keeps every resolution that ever came, those too that came too late to count, and tells the registers of those (rule J5). */
export async function writeResolutions(tx: Tx, resolutions: readonly Resolution[], changeItems: ChangeItem[]): Promise<void> {
  if (resolutions.length === 0) return;
  const rows = resolutions.map(({ outcome, operation }) => ({ outcome, operation }));
  await sql`
    insert into exception_resolutions (operation_id, exception_id, store_id, outcome, choice, associate_id, at, body)
    select operation ->> 'id', operation -> 'payload' ->> 'exceptionId', operation ->> 'storeId', outcome,
      operation -> 'payload' ->> 'choice',
      operation ->> 'associateId', (operation ->> 'at')::timestamptz, operation -> 'payload'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(outcome text, operation jsonb)`.execute(tx);
  for (const { outcome, operation } of resolutions) {
    if (outcome !== 'counted')
      changeItems.push({ scope: registerScope(operation.registerId), kind: lateResolutionDocument.kind, id: operation.id });
  }
}
