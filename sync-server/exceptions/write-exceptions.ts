import { sql } from 'kysely';
import type { Exception } from '../../domain/exception/exception.ts';
import { storeScope } from '../../domain/replica/documents.ts';
import type { Tx } from '../db/database.ts';
import type { ChangeItem } from '../sync/allocate-changes.ts';
import type { Resolution } from '../sync/apply-intake.ts';

/**
 * Writes exceptions as they stand now. One that is open stays as it was first told, and one that was resolved opens
 * again when it is seen anew. Open ones are in the feed of their store; on resolving they leave it, and the history stays.
 */
export async function writeExceptions(tx: Tx, exceptions: readonly Exception[], changeItems: ChangeItem[]): Promise<void> {
  if (exceptions.length === 0) return;
  const { rows } = await sql<{ id: string; store_id: string; open: boolean }>`
    insert into exceptions as e (id, store_id, kind, body, opened_at, resolved_at)
    select body ->> 'id', body ->> 'storeId', body ->> 'kind', body, (body ->> 'openedAt')::timestamptz, (body -> 'resolved' ->> 'at')::timestamptz
    from jsonb_array_elements(${JSON.stringify(exceptions)}::jsonb) as body order by 1
    on conflict (id) do update set body = excluded.body, opened_at = excluded.opened_at, resolved_at = excluded.resolved_at
      where e.resolved_at is not null or excluded.resolved_at is not null
    returning id, store_id, resolved_at is null as open`.execute(tx);
  for (const row of rows) changeItems.push({ scope: storeScope(row.store_id), kind: 'exception', id: row.id, deleted: !row.open });
}

/** Keeps every resolution that ever came, those too that came too late to count (rule J5). */
export async function writeResolutions(tx: Tx, resolutions: readonly Resolution[]): Promise<void> {
  if (resolutions.length === 0) return;
  const rows = resolutions.map(({ outcome, operation }) => ({ outcome, operation }));
  await sql`
    insert into exception_resolutions (operation_id, exception_id, store_id, outcome, choice, associate_id, at, body)
    select operation ->> 'id', operation -> 'payload' ->> 'exceptionId', operation ->> 'storeId', outcome, operation -> 'payload' ->> 'choice',
      operation ->> 'associateId', (operation ->> 'at')::timestamptz, operation -> 'payload'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(outcome text, operation jsonb)`.execute(tx);
}
