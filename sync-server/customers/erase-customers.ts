import { sql } from 'kysely';
import { emptyPersonal } from '../../domain/base/empty-personal.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { customerKeys } from '../../domain/customers/customer-keys.ts';
import { customerDocument } from '../../domain/customers/documents.ts';
import type { PersonQuery } from '../../domain/office/person-protocol.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { CUSTOMER_BODY } from './projections.ts';
import { changesInStores, saveCustomers } from './write-customers.ts';

function matches({ email, phone, name, customer }: PersonQuery) {
  if (customer !== undefined) return sql<boolean>`c.id = ${customer}`;
  if (name !== undefined) return sql<boolean>`lower(c.body ->> 'name') = lower(${name.trim()})`;
  const nobody = { name: '', phones: [], emails: [], cardNumber: null };
  const has = ([key]: readonly string[]) => sql<boolean>`c.id in (select customer_id from customer_keys where key = ${key ?? ''})`;
  if (email !== undefined) return has(customerKeys({ ...nobody, emails: [email] }));
  // The key of a whole number is the end of a longer one, too.
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^0+/, '');
  return sql<boolean>`${digits} <> '' and ${has(customerKeys({ ...nobody, phones: [digits] }))}
    and exists (select from jsonb_array_elements_text(c.body -> 'phones') as p(number)
      where ltrim(regexp_replace(p.number, '\\D', '', 'g'), '0') = ${digits})`;
}

/** Finds the records of a person among the customers of the tills. */
export async function findCustomersOf(db: Db, query: PersonQuery): Promise<readonly Customer[]> {
  if (query.order !== undefined || query.associate !== undefined) return [];
  const { rows } = await sql<{ body: Customer }>`
    select ${CUSTOMER_BODY} as body from customers c where c.erased_at is null and ${matches(query)} order by c.id`.execute(db);
  return rows.map(({ body }) => customerDocument.completed(body));
}

/** Empties locked customers for good, and takes them from all registers (rule A2). Their ids stay in what they bought. */
export async function eraseCustomers(tx: Tx, customers: readonly Customer[], changeItems: ChangeItem[]): Promise<void> {
  const ids = customers.map(({ id }) => id);
  await saveCustomers(
    tx,
    customers.map((one) => ({ ...emptyPersonal(customerDocument, one), groups: [], changedAt: {} })),
  );
  await sql`update customers set erased_at = now() where id = any(${ids}::text[])`.execute(tx);
  changeItems.push(...(await changesInStores(tx, ids, true)));
}
