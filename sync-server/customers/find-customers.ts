import { sql } from 'kysely';
import type { Customer } from '../../domain/customers/customer.ts';
import { customerSearch, sharedKeys } from '../../domain/customers/customer-keys.ts';
import { MOST_FOUND, type CustomerDetail, type CustomerPage, type CustomerQuery } from '../../domain/customers/customer-protocol.ts';
import { customerDocument } from '../../domain/customers/documents.ts';
import type { Db, Tx } from '../db/database.ts';
import { CUSTOMER_BODY } from './projections.ts';

interface Row {
  readonly body: Customer;
}

const customersOf = (rows: readonly Row[]): Customer[] => rows.map(({ body }) => customerDocument.completed(body));

/** Rows of `customers` (as `c`) that have a key with each of the beginnings of one list. */
function isMeant(typed: string) {
  const lists = customerSearch(typed);
  const startsWith = (beginning: string) => `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
  const all = lists.map((beginnings) =>
    sql.join(
      beginnings.map((one) => sql`c.id in (select customer_id from customer_keys where key like ${startsWith(one)})`),
      sql` and `,
    ),
  );
  return all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`;
}

const BY_NAME = sql`lower(coalesce(c.body ->> 'name', '')), c.id`;

/** Finds customers for a till, the first few by name. */
export async function lookUpCustomers(db: Db, typed: string): Promise<Customer[]> {
  const { rows } = await sql<Row>`
    select ${CUSTOMER_BODY} as body from customers c where c.erased_at is null and ${isMeant(typed)}
    order by ${BY_NAME} limit ${MOST_FOUND}`.execute(db);
  return customersOf(rows);
}

/** Finds customers for the head office, a page at a time. */
export async function listCustomers(db: Db, { text, after, limit }: CustomerQuery): Promise<CustomerPage> {
  const [name = '', id = ''] = (after ?? '').split('\n');
  const past = after === undefined ? sql<boolean>`true` : sql<boolean>`(lower(coalesce(c.body ->> 'name', '')), c.id) > (${name}, ${id})`;
  const meant = text === '' ? sql<boolean>`true` : isMeant(text);
  const { rows } = await sql<Row & { place: string }>`
    select ${CUSTOMER_BODY} as body, lower(coalesce(c.body ->> 'name', '')) || E'\n' || c.id as place from customers c
    where c.erased_at is null and ${meant} and ${past} order by ${BY_NAME} limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return { items: customersOf(shown), next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
}

/** A customer who is not erased. */
export async function readCustomer(db: Db | Tx, id: string): Promise<Customer | undefined> {
  const { rows } = await sql<Row>`select ${CUSTOMER_BODY} as body from customers c where c.id = ${id} and c.erased_at is null`.execute(db);
  return customersOf(rows)[0];
}

/** A customer with the stores that serve them, and others who may be the same person. A person decides whether they are. */
export async function readCustomerDetail(db: Db, id: string): Promise<CustomerDetail | null> {
  const customer = await readCustomer(db, id);
  if (customer === undefined) return null;
  const { rows: stores } = await sql<CustomerDetail['stores'][number]>`
    select l.id, l.name from customer_stores s join locations l on l.id = s.store_id where s.customer_id = ${id} order by l.name`.execute(
    db,
  );
  const { rows: alike } = await sql<Row>`
    select ${CUSTOMER_BODY} as body from customers c where c.erased_at is null and c.id <> ${id}
      and c.id in (select customer_id from customer_keys where key = any(${sharedKeys(customer)}::text[]))
    order by ${BY_NAME} limit ${MOST_FOUND}`.execute(db);
  return { customer, stores, alike: customersOf(alike) };
}
