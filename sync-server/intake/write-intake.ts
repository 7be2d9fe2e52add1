import { registerScope, storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { quarantinedOperationDocument } from '../../domain/quarantine/documents.ts';
import type { Reason } from '../../domain/quarantine/reason.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { Tx } from '../db/database.ts';
import type { AllocatedRanges, ChangeItem } from '../changes/allocate-changes.ts';
import type { Judged } from './apply-intake.ts';
import type { RegisterState } from './judge-operation.ts';
import type { ReadOperation } from './read-operation.ts';

/** Something that went to quarantine, with or without a place in the sequence (rule J6). */
export interface QuarantineRow {
  readonly registerId: string;
  readonly operationId: string | null;
  readonly seq: number | null;
  readonly code: string;
  readonly facts: Reason['facts'];
  readonly body: unknown;
  readonly contentHash: string;
}

/** Files returns by what the goods were bought on. */
export async function writeReturns(tx: Tx, operations: readonly Operation[]): Promise<void> {
  const returns = operations.flatMap(inParts).filter((one) => goodsReturned.is(one));
  if (returns.length === 0) return;
  await sql`
    insert into returns (receipt_number, operation_id, store_id, register_id, origin, refund_minor, business_date, body)
    select body -> 'payload' ->> 'receiptNumber', body ->> 'id', body ->> 'storeId', body ->> 'registerId',
      body -> 'payload' -> 'origin', (body -> 'payload' -> 'refundMinor')::bigint, body ->> 'businessDate', body -> 'payload'
    from jsonb_array_elements(${JSON.stringify(returns)}::jsonb) as body`.execute(tx);
}

/** Keeps what could not be applied. The same thing sent again is kept once. */
export async function writeQuarantine(tx: Tx, rows: readonly QuarantineRow[], changeItems: ChangeItem[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: kept } = await sql<{ id: string; register_id: string }>`
    insert into quarantine (register_id, operation_id, seq, code, facts, body, content_hash)
    select "registerId", "operationId", seq, code, facts, coalesce(body, 'null'), "contentHash"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("registerId" text, "operationId" text, seq bigint, code text, facts jsonb, body jsonb, "contentHash" text)
    on conflict (register_id, code, content_hash) do nothing returning id::text, register_id`.execute(tx);
  for (const row of kept) changeItems.push({ scope: registerScope(row.register_id), kind: quarantinedOperationDocument.kind, id: row.id });
}

/** Keeps operations that came before their predecessors, and lets go of those whose turn has come (rule J4). */
export async function writeParked(tx: Tx, parked: readonly ReadOperation[], takenIds: readonly string[]): Promise<void> {
  if (takenIds.length > 0) {
    await tx.deleteFrom('parked_operations').where(sql<boolean>`id = any(${takenIds}::uuid[])`).execute();
  }
  if (parked.length === 0) return;
  const rows = parked.map(({ registerId, seq, id, contentHash, body }) => ({ registerId, seq, id, contentHash, body }));
  await sql`
    insert into parked_operations (register_id, seq, id, hash, body)
    select "registerId", seq, id, "contentHash", body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("registerId" text, seq bigint, id uuid, "contentHash" text, body jsonb)`.execute(tx);
}

/** Moves everything that registers have parked to quarantine: its turn will not come. */
export async function quarantineParked(
  tx: Tx,
  registerIds: readonly string[],
  { code, facts }: Reason,
  changeItems: ChangeItem[],
): Promise<void> {
  if (registerIds.length === 0) return;
  const { rows } = await sql<{ id: string; register_id: string }>`
    with moved as (delete from parked_operations where register_id = any(${registerIds}::text[]) returning register_id, seq, id, hash, body)
    insert into quarantine (register_id, operation_id, seq, code, facts, body, content_hash)
    select register_id, id::text, seq, ${code}::text, ${JSON.stringify(facts)}::jsonb, body, hash from moved order by register_id, seq
    on conflict (register_id, code, content_hash) do nothing returning id::text, register_id`.execute(tx);
  for (const row of rows) changeItems.push({ scope: registerScope(row.register_id), kind: quarantinedOperationDocument.kind, id: row.id });
}

/** Writes how far registers have come. */
export async function writeRegisters(tx: Tx, registers: readonly (RegisterState & { readonly cloned: boolean })[]): Promise<void> {
  await sql`
    update registers r set applied_seq = n."appliedSeq", last_hash = n."lastHash", receipt_count = n."receiptCount",
      receipt_slack = n."receiptSlack", status = case when n.cloned then 'cloned' else r.status end, last_seen_at = now()
    from jsonb_to_recordset(${JSON.stringify(registers)}::jsonb)
      as n(id text, "appliedSeq" bigint, "lastHash" text, "receiptCount" bigint, "receiptSlack" int, cloned boolean)
    where r.id = n.id`.execute(tx);
}

const TYPE = /^[a-z_]{1,40}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

/**
 * Writes operations into their places, with the change sequence of their store at which their effects stand (rule R3).
 * @returns that sequence by store.
 */
export async function writeOperations(tx: Tx, judged: readonly Judged[], ranges: AllocatedRanges): Promise<Map<string, number>> {
  const stores = [...new Set(judged.map((one) => one.register.storeId))];
  const reached = new Map(stores.map((storeId) => [storeId, ranges.get(storeScope(storeId))?.to]));
  const still = stores.filter((storeId) => reached.get(storeId) === undefined);
  if (still.length > 0) {
    const heads = await tx
      .selectFrom('scope_heads')
      .select(['scope', 'seq'])
      .where(sql<boolean>`scope = any(${still.map(storeScope)}::text[])`)
      .execute();
    for (const storeId of still) reached.set(storeId, heads.find((head) => head.scope === storeScope(storeId))?.seq ?? 0);
  }
  const at = new Map(stores.map((storeId) => [storeId, reached.get(storeId) ?? 0]));
  const rows = judged.map(({ read, register, verdict }) => ({
    id: read.id,
    registerId: register.id,
    seq: read.seq,
    storeId: register.storeId,
    type: matching(read.raw['type'], TYPE) ?? 'unknown',
    hash: read.contentHash,
    businessDate: matching(read.raw['businessDate'], DATE),
    outcome: verdict.ok ? 'applied' : 'quarantined',
    code: verdict.ok ? null : verdict.code,
    facts: verdict.ok ? null : verdict.facts,
    at: at.get(register.storeId) ?? 0,
  }));
  // Each body on a line of its own, as it is: the database reads the largest part of a row once, and nobody writes it out again.
  const bodies = judged.map(({ read }) => read.bodyJson).join('\n');
  await sql`
    insert into operations (id, register_id, seq, store_id, type, hash, business_date, body, outcome, code, facts, changes,
      store_change_seq)
    select id, register_id, seq, store_id, type, hash, business_date, body::jsonb, outcome, code, facts,
      jsonb_build_object('store:' || store_id, at), at
    from rows from (
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, "registerId" text, seq bigint, "storeId" text, type text,
        hash text, "businessDate" text, outcome text, code text, facts jsonb, at bigint),
      unnest(string_to_array(${bodies}, E'\n'))
    ) as r(id, register_id, seq, store_id, type, hash, business_date, outcome, code, facts, at, body)`.execute(tx);
  return at;
}
