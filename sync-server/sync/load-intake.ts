import { sql } from 'kysely';
import type { StoreReader } from '../../domain/apply/effect.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Tx } from '../db/database.ts';
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
    .where(sql<boolean>`id = any(${registerIds}::text[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id, storeId: row.store_id, prefix: row.prefix, appliedSeq: row.applied_seq, lastHash: row.last_hash,
        receiptCount: row.receipt_count, receiptSlack: row.receipt_slack, cloned: row.status === 'cloned',
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
        wanted.exceptions.add(one.payload.exceptionId);
        break;
      default:
        wanted.orders.add(one.payload.fulfillmentOrderId);
    }
  }
  return wanted;
}

/** Loads and locks, in key order, everything that the rules will look at to apply these operations. */
export async function loadStoreState(tx: Tx, operations: readonly Operation[]): Promise<StoreReader> {
  const wanted = wantedBy(operations);
  const orders = new Map<string, FulfillmentOrder>();
  const sales = new Map<string, Sale>();
  const shifts = new Map<string, Shift>();
  const exceptions = new Map<string, Exception>();
  if (wanted.orders.size > 0) {
    const rows = await tx.selectFrom('fulfillment_orders').select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.orders]}::text[])`).orderBy('id').forNoKeyUpdate().execute();
    for (const row of rows) orders.set(row.id, row.body);
  }
  if (wanted.sales.size > 0) {
    const rows = await tx.selectFrom('sales').select(['receipt_number', 'body'])
      .where(sql<boolean>`receipt_number = any(${[...wanted.sales]}::text[])`).orderBy('receipt_number').forNoKeyUpdate().execute();
    for (const row of rows) sales.set(row.receipt_number, row.body);
  }
  if (wanted.shifts.size > 0) {
    const rows = await tx.selectFrom('shifts').select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.shifts]}::text[])`).orderBy('id').forNoKeyUpdate().execute();
    for (const row of rows) shifts.set(row.id, row.body);
  }
  if (wanted.exceptions.size > 0) {
    const rows = await tx.selectFrom('exceptions').select(['id', 'body'])
      .where(sql<boolean>`id = any(${[...wanted.exceptions]}::text[])`).orderBy('id').forNoKeyUpdate().execute();
    for (const row of rows) exceptions.set(row.id, row.body);
  }
  return {
    fulfillmentOrder: (id) => orders.get(id),
    sale: (receiptNumber) => sales.get(receiptNumber),
    shift: (id) => shifts.get(id),
    exception: (id) => exceptions.get(id),
  };
}

/** Which of these SKUs the catalog has never heard of. */
export async function findUnknownSkus(tx: Tx, skus: readonly string[]): Promise<Set<string>> {
  if (skus.length === 0) return new Set();
  const rows = await tx.selectFrom('products').select('sku').where(sql<boolean>`sku = any(${skus}::text[])`).execute();
  const known = new Set(rows.map((row) => row.sku));
  return new Set(skus.filter((sku) => !known.has(sku)));
}
