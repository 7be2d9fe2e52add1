import { sql } from 'kysely';
import type { StoreReader } from '../../domain/base/effect.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import { exceptionsRetoldBy, unknownId } from '../../domain/exceptions/retold-by.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Tx } from '../db/database.ts';
import type { Unknowns } from './apply-intake.ts';
import type { RegisterState } from './judge-operation.ts';
import type { KnownOperation } from './place-operations.ts';

export interface LockedRegister extends RegisterState {
  readonly cloned: boolean;
}

/** What the database knows of an operation that has its place. */
export interface SettledOperation extends KnownOperation {
  readonly outcome: 'applied' | 'quarantined';
  readonly code: string | null;
  readonly message: string | null;
  readonly changes: Record<string, number>;
}

export interface ParkedOperation extends KnownOperation {
  readonly id: string;
}

/** Reads registers and keeps every other transaction away from them, so that a register's operations come one after another. */
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
    .select(['id', 'register_id as registerId', 'seq', 'hash as contentHash', 'outcome', 'code', 'message', 'changes'])
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

interface Wanted {
  readonly orders: Set<string>;
  readonly sales: Set<string>;
  readonly shifts: Set<string>;
  readonly exceptions: Set<string>;
}

function wantedBy(operations: readonly Operation[]): Wanted {
  const wanted: Wanted = { orders: new Set(), sales: new Set(), shifts: new Set(), exceptions: new Set() };
  for (const one of operations) {
    if (one.shiftId !== null) wanted.shifts.add(one.shiftId);
    for (const id of exceptionsRetoldBy(one)) wanted.exceptions.add(id);
    switch (one.type) {
      case 'sale_completed':
      case 'shift_opened':
      case 'shift_closed':
        break;
      case 'goods_returned':
        if (one.payload.origin.kind === 'sale') wanted.sales.add(one.payload.origin.receiptNumber);
        for (const line of one.payload.lines) if (line.fulfillmentOrderId !== null) wanted.orders.add(line.fulfillmentOrderId);
        break;
      case 'picking_started':
        for (const id of one.payload.fulfillmentOrderIds) wanted.orders.add(id);
        break;
      case 'exception_resolved':
      case 'sale_cleared':
      case 'sale_brought_back':
      case 'sale_line_reduced':
      case 'associate_switched':
        break;
      default:
        wanted.orders.add(one.payload.fulfillmentOrderId);
    }
  }
  return wanted;
}

/**
 * Loads and locks, in key order, everything that the rules will look at to apply these operations.
 * @param unknowns whom and what they name that nobody knows: there may be exceptions about them already.
 */
export async function loadStoreState(tx: Tx, operations: readonly Operation[], unknowns: Unknowns): Promise<StoreReader> {
  const wanted = wantedBy(operations);
  for (const { storeId } of operations) {
    for (const sku of unknowns.skus) wanted.exceptions.add(unknownId('unknown_sku', storeId, sku));
    for (const id of unknowns.associates) wanted.exceptions.add(unknownId('unknown_associate', storeId, id));
  }
  const orders = new Map<string, FulfillmentOrder>();
  const sales = new Map<string, Sale>();
  const shifts = new Map<string, Shift>();
  const exceptions = new Map<string, Exception>();
  if (wanted.orders.size > 0) {
    const rows = await tx
      .selectFrom('fulfillment_orders')
      .select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.orders]}::text[])`)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    for (const row of rows) orders.set(row.id, row.body);
    for (const one of operations) {
      if (one.type !== 'order_rejected') continue;
      const rejected = orders.get(one.payload.fulfillmentOrderId);
      for (const line of rejected?.lines ?? []) wanted.exceptions.add(`count_wanted:${rejected?.locationId}:${line.sku}`);
    }
  }
  if (wanted.sales.size > 0) {
    const rows = await tx
      .selectFrom('sales')
      .select(['receipt_number', 'body'])
      .where(sql<boolean>`receipt_number = any(${[...wanted.sales]}::text[])`)
      .orderBy('receipt_number')
      .forNoKeyUpdate()
      .execute();
    for (const row of rows) sales.set(row.receipt_number, row.body);
  }
  if (wanted.shifts.size > 0) {
    const rows = await tx
      .selectFrom('shifts')
      .select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.shifts]}::text[])`)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    for (const row of rows) shifts.set(row.id, row.body);
  }
  if (wanted.exceptions.size > 0) {
    const rows = await tx
      .selectFrom('exceptions')
      .select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.exceptions]}::text[])`)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    for (const row of rows) exceptions.set(row.id, row.body);
  }
  return {
    fulfillmentOrder: (id) => orders.get(id),
    sale: (receiptNumber) => sales.get(receiptNumber),
    shift: (id) => shifts.get(id),
    exception: (id) => exceptions.get(id),
  };
}

async function without(tx: Tx, table: 'products' | 'associates', key: 'sku' | 'id', wanted: ReadonlySet<string>): Promise<Set<string>> {
  if (wanted.size === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...wanted]}::text[]) as wanted(id) where not exists (select 1 from ${sql.table(table)}
      where ${sql.ref(`${table}.${key}`)} = wanted.id)`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Finds what these operations name and the pool does not know. */
export async function findUnknowns(tx: Tx, operations: readonly Operation[]): Promise<Unknowns> {
  const sold = operations.flatMap((one) => (one.type === 'sale_completed' ? one.payload.lines.map((line) => line.sku) : []));
  const named = operations.flatMap((one) => one.associateId ?? []);
  const skus = await without(tx, 'products', 'sku', new Set(sold));
  const associates = await without(tx, 'associates', 'id', new Set(named));
  // Two registers may be the first to name the same unknown at once: the second waits here, and adds to what the first has told.
  const stores = [...new Set(operations.map((one) => one.storeId))];
  const ids = stores.flatMap((storeId) => [
    ...[...skus].map((sku) => unknownId('unknown_sku', storeId, sku)),
    ...[...associates].map((id) => unknownId('unknown_associate', storeId, id)),
  ]);
  if (ids.length > 0)
    await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select unnest(${ids.sort()}::text[]) as id
      order by 1) named`.execute(tx);
  return {
    skus,
    associates,
    today: new Date().toISOString().slice(0, 10),
  };
}
