import { DocumentMap } from '../../domain/base/document-map.ts';
import { sql } from 'kysely';
import type { StoreReader } from '../../domain/base/define-document.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { unknownId } from '../../domain/exceptions/raise.ts';
import type { Reason } from '../../domain/quarantine/reason.ts';
import { readsNextOf, readsOf } from '../../domain/registry/apply-operation.ts';
import { aboutPrice } from '../../domain/returns/no-receipt-facts.ts';
import { definitionOf, type Operation } from '../../domain/registry/operations.ts';
import type { Unknowns } from '../../domain/registry/unknown-facts.ts';
import { badgeFactIds } from '../../domain/registry/badge-approvals.ts';
import { notAllowedIds } from '../../domain/registry/permitted.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { Tx } from '../db/database.ts';
import { loadDocuments } from '../documents/load-documents.ts';
import type { RegisterState } from './judge-operation.ts';
import { readAuthority } from './read-authority.ts';
import { readBadgeUses } from './read-badge-uses.ts';
import { readEmptiesDue } from './read-empties-due.ts';
import { readNoReceiptDue } from './read-no-receipt-due.ts';
import type { KnownOperation } from './place-operations.ts';

export interface LockedRegister extends RegisterState {
  readonly cloned: boolean;
}

/** What the database knows of an operation that has its place. */
export interface SettledOperation extends KnownOperation {
  readonly outcome: 'applied' | 'quarantined';
  readonly code: string | null;
  readonly facts: Reason['facts'] | null;
  readonly changes: Record<string, number>;
}

export interface ParkedOperation extends KnownOperation {
  readonly id: string;
}

/** Locks the registers' rows (FOR NO KEY UPDATE), so that a register's operations come one after another. */
export async function lockRegisters(tx: Tx, registerIds: readonly string[]): Promise<Map<string, LockedRegister>> {
  const rows = await tx
    .selectFrom('registers')
    .select(['id', 'store_id', 'prefix', 'applied_seq', 'last_hash', 'receipt_count', 'receipt_slack', 'status'])
    .select((of) =>
      of
        .exists(of.selectFrom('office_registers').select('store_id').whereRef('office_registers.register_id', '=', 'registers.id'))
        .as('is_office'),
    )
    .where(sql<boolean>`id = any(${registerIds}::text[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        storeId: row.store_id,
        prefix: row.prefix,
        isOffice: row.is_office === true,
        appliedSeq: row.applied_seq,
        lastHash: row.last_hash,
        receiptCount: row.receipt_count,
        receiptSlack: row.receipt_slack,
        cloned: row.status === 'cloned',
      },
    ]),
  );
}

/** Finds which of these ids (in lower case) have their place already. */
export async function loadSettled(tx: Tx, ids: readonly string[]): Promise<Map<string, SettledOperation>> {
  const rows = await tx
    .selectFrom('operations')
    .select(['id', 'register_id as registerId', 'seq', 'hash as contentHash', 'outcome', 'code', 'facts', 'changes'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Finds what these registers have parked, and what others have parked under one of these ids. */
export function loadParked(tx: Tx, registerIds: readonly string[], ids: readonly string[]): Promise<ParkedOperation[]> {
  return tx
    .selectFrom('parked_operations')
    .select(['register_id as registerId', 'seq', 'id', 'hash as contentHash'])
    .where(sql<boolean>`(register_id = any(${registerIds}::text[]) or id = any(${ids}::uuid[]))`)
    .execute();
}

export async function loadParkedBodies(tx: Tx, ids: readonly string[]): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('parked_operations').select(['id', 'body']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.id, row.body]));
}

/**
 * Loads and locks, in key order, everything that the rules will look at to apply these operations.
 * @param unknowns whom and what they name that nobody knows: there may be exceptions about them already.
 */
export async function loadStoreState(tx: Tx, operations: readonly Operation[], unknowns: Unknowns): Promise<StoreReader> {
  const state = new DocumentMap();
  const about = operations.flatMap(({ storeId }) => [
    ...[...unknowns.skus].map((sku) => exceptionDocument.key(unknownId('unknown_sku', storeId, sku))),
    ...[...unknowns.associates].map((id) => exceptionDocument.key(unknownId('unknown_associate', storeId, id))),
  ]);
  if (unknowns.authority !== undefined)
    about.push(...operations.flatMap((one) => notAllowedIds(one).map((id) => exceptionDocument.key(id))));
  if (unknowns.badgeUses !== undefined)
    about.push(...operations.flatMap((one) => badgeFactIds(one).map((id) => exceptionDocument.key(id))));
  for (const id of unknowns.emptiesDue?.keys() ?? []) about.push(exceptionDocument.key(`empties_off_catalog:${id}`));
  for (const id of unknowns.noReceiptDue?.keys() ?? []) about.push(exceptionDocument.key(`no_receipt_off_policy:${aboutPrice(id)}`));
  // Few types ask for more, and they are asked before each kind of document.
  const asking = operations.filter((one) => definitionOf(one).hasNext);
  await loadDocuments(tx, state, [...operations.flatMap(readsOf), ...about], (known) => asking.flatMap((one) => readsNextOf(known, one)));
  return state;
}

/** Which of these SKUs the catalog does not have. */
async function unknownSkus(tx: Tx, wanted: ReadonlySet<string>): Promise<Set<string>> {
  if (wanted.size === 0) return new Set();
  const { rows } = await sql<{ sku: string }>`
    select sku from unnest(${[...wanted]}::text[]) as wanted(sku) where not exists (select 1 from products
      where products.sku = wanted.sku)`.execute(tx);
  return new Set(rows.map((row) => row.sku));
}

/** Finds what these operations name and the pool does not know. */
export async function findUnknowns(tx: Tx, operations: readonly Operation[]): Promise<Unknowns> {
  const sold = operations.flatMap((one) =>
    definitionOf(one)
      .goodsOf(one.payload)
      .map((line) => line.sku),
  );
  const named = operations
    .flatMap((one) => [
      one.associateId,
      one.approval?.associateId ?? null,
      ...definitionOf(one).alsoPermissions.flatMap((permission) =>
        definitionOf(one)
          .also(one.payload, permission)
          .flatMap(({ approvers }) => approvers),
      ),
    ])
    .filter((id) => id !== null);
  const skus = await unknownSkus(tx, new Set(sold));
  const { known, authority } = await readAuthority(tx, operations, named);
  const badgeUses = await readBadgeUses(tx, operations);
  const emptiesDue = await readEmptiesDue(tx, operations);
  const noReceiptDue = await readNoReceiptDue(tx, operations);
  const associates = new Set(operations.flatMap(({ associateId: id }) => (id === null || known.has(id) ? [] : [id])));
  // Two registers may be the first to name the same unknown at once: the second waits here, and adds to what the first has told.
  const stores = [...new Set(operations.map((one) => one.storeId))];
  const ids = stores.flatMap((storeId) => [
    ...[...skus].map((sku) => unknownId('unknown_sku', storeId, sku)),
    ...[...associates].map((id) => unknownId('unknown_associate', storeId, id)),
  ]);
  if (ids.length > 0)
    await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select unnest(${ids}::text[]) as id
      order by 1) named`.execute(tx);
  return {
    skus,
    associates,
    ...(authority !== null && { authority }),
    ...(badgeUses !== null && { badgeUses }),
    ...(emptiesDue !== null && { emptiesDue }),
    ...(noReceiptDue !== null && { noReceiptDue }),
    today: dateInZone(new Date(), 'UTC'),
  };
}
