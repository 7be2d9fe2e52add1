import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import { type Customer, unnamedCustomer } from '../../domain/customers/customer.ts';
import { customerKeys } from '../../domain/customers/customer-keys.ts';
import { customerDocument } from '../../domain/customers/documents.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';

/** A customer as the database has them, whose row stays locked until the transaction ends. */
export interface LockedCustomer {
  readonly customer: Customer;
  readonly isErased: boolean;
}

/** Makes rows for customers that nobody has named yet. */
export async function addUnnamed(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => ({ id, body: customerDocument.compact(unnamedCustomer(id)) }));
  await sql`
    insert into customers (id, body) select id, body from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, body jsonb)
    order by id on conflict (id) do nothing`.execute(tx);
}

/** Locks customers, in the order of their ids. */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LockedCustomer>> {
  const { rows } = await sql<{ id: string; body: Customer; erased: boolean }>`
    select id, body, erased_at is not null as erased from customers where id = any(${ids}::text[]) order by id for update`.execute(tx);
  return new Map(rows.map(({ id, body, erased }) => [id, { customer: customerDocument.completed(body), isErased: erased }]));
}

/** Writes locked customers as they are now, with the keys by which they are found. */
export async function saveCustomers(tx: Tx, customers: readonly Customer[]): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map((one) => ({ id: one.id, body: customerDocument.compact({ ...one, consents: {} }) }));
  await sql`
    update customers c set body = r.body from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, body jsonb)
    where c.id = r.id`.execute(tx);
  const ids = customers.map(({ id }) => id);
  await sql`delete from customer_keys where customer_id = any(${ids}::text[])`.execute(tx);
  const keys = customers.flatMap((one) => customerKeys(one).map((key) => ({ key, id: one.id })));
  await sql`
    insert into customer_keys (key, customer_id)
    select key, id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(key text, id text)`.execute(tx);
}

/** A customer, and a store that serves them. */
export interface Served {
  readonly customerId: string;
  readonly storeId: string;
}

/** Notes which stores serve whom; erased customers are served nowhere. @returns what is new. */
export async function noteServed(tx: Tx, served: readonly Served[]): Promise<readonly Served[]> {
  if (served.length === 0) return [];
  const { rows } = await sql<Served>`
    insert into customer_stores (customer_id, store_id)
    select distinct r."customerId", r."storeId" from jsonb_to_recordset(${JSON.stringify(served)}::jsonb)
      as r("customerId" text, "storeId" text)
    where not exists (select from customers c where c.id = r."customerId" and c.erased_at is not null)
    order by 1, 2 on conflict do nothing
    returning customer_id as "customerId", store_id as "storeId"`.execute(tx);
  return rows;
}

/** How many of these are known and not erased, and were not served in the store so far: its registers will read them. */
export async function countNewToStore(db: Db, storeId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customers c where c.id = any(${ids}::text[]) and c.erased_at is null
      and not exists (select from customer_stores s where s.customer_id = c.id and s.store_id = ${storeId})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Tells the registers of a store of a customer, or that they are gone. */
export function changeOf({ customerId, storeId }: Served, deleted = false): ChangeItem {
  return { scope: storeScope(storeId), kind: customerDocument.kind, id: customerId, deleted };
}

/** The changes by which all stores that serve these customers hear of them. */
export async function changesInStores(tx: Tx, ids: readonly string[], deleted = false): Promise<ChangeItem[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Served>`
    select customer_id as "customerId", store_id as "storeId" from customer_stores where customer_id = any(${ids}::text[])
    order by 1, 2`.execute(tx);
  return rows.map((one) => changeOf(one, deleted));
}
