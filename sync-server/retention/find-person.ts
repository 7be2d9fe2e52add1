import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { ERASED } from '../../domain/base/empty-personal.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { endOfOrder, type FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderNoteDocument } from '../../domain/notes/order-note.ts';
import type { PersonQuery, PersonReport } from '../../domain/office/person-protocol.ts';
import type { Db } from '../db/database.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { findCustomersOf } from '../customers/erase-customers.ts';
import { countSignatures } from '../pickup/pickup-signatures.ts';
import { findTyped, type TypedRow } from './find-typed.ts';
import { wordsOf } from './words-of-person.ts';

type ReportedAssociate = PersonReport['associates'][number];
type ReportedOrder = PersonReport['orders'][number];

interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly customer: ReportedOrder['customer'];
  readonly shipTo: ReportedOrder['shipTo'];
  readonly said: ReportedOrder['said'];
  readonly waits: boolean;
  readonly fulfillmentOrders: readonly FulfillmentOrder[];
}

interface NoteRow {
  readonly id: string;
  readonly body: { readonly text: string; readonly at: string; readonly storeId: string };
}

/** A person, as far as the database knows them. */
export interface Person {
  readonly orders: readonly OrderRow[];
  readonly notes: readonly NoteRow[];
  readonly associates: readonly ReportedAssociate[];
  readonly customers: readonly Customer[];
  /** The words by which they are known, and where else these stand. */
  readonly words: readonly string[];
  readonly typed: readonly TypedRow[];
  readonly report: PersonReport;
}

function matches({ email, phone, name, order, customer, associate }: PersonQuery) {
  if (associate !== undefined) return sql<boolean>`false`;
  if (customer !== undefined) return sql<boolean>`o.customer_id = ${customer} and o.content_hash <> 'erased'`;
  if (order !== undefined) return sql<boolean>`o.number = ${order}`;
  if (email !== undefined) return sql<boolean>`lower(o.customer ->> 'email') = lower(${email.trim()})`;
  if (name !== undefined) return sql<boolean>`lower(o.customer ->> 'name') = lower(${name.trim()})`;
  const digits = (phone ?? '').replace(/\D/g, '');
  return sql<boolean>`${digits} <> '' and regexp_replace(o.customer ->> 'phone', '\\D', '', 'g') = ${digits}`;
}

async function findOrders(db: Db, query: PersonQuery): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select o.id, o.number, to_char(o.placed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "placedAt", o.customer,
      o.ship_to as "shipTo",
      json_build_object('giftMessage', o.gift_message, 'note', o.note, 'payments', coalesce(o.payments, '[]'),
        'fields', coalesce(o.fields, '{}'), 'lineFields', coalesce((select jsonb_agg(l.fields order by l.line_no) from order_lines l
          where l.order_id = o.id and l.fields is not null), '[]')) as said,
      exists (select from order_lines l where l.order_id = o.id and l.backordered > 0) as waits,
      coalesce((select json_agg(f.body order by f.id) from fulfillment_orders f where f.order_id = o.id), '[]') as "fulfillmentOrders"
    from orders o where ${matches(query)} order by o.number`.execute(db);
  return rows.map((row) => ({
    ...row,
    fulfillmentOrders: row.fulfillmentOrders.map((order) => fulfillmentOrderDocument.completed(order)),
  }));
}

async function findNotes(db: Db, orders: readonly OrderRow[]): Promise<readonly NoteRow[]> {
  const ids = orders.flatMap(({ fulfillmentOrders }) => fulfillmentOrders.map(({ id }) => id));
  const { rows } = await sql<NoteRow>`
    select id, body from documents where kind = ${orderNoteDocument.kind} and body ->> 'fulfillmentOrderId' = any(${ids}::text[])
    order by id`.execute(db);
  return rows;
}

/** Who has worked in a store, by their id: a customer may have the same name. Who was erased is nobody any more. */
async function findAssociates(db: Db, { associate }: PersonQuery): Promise<readonly ReportedAssociate[]> {
  if (associate === undefined) return [];
  const rows = await db
    .selectFrom('associates')
    .select(['id', 'name', 'store_id', 'removed_at'])
    .where('id', '=', associate)
    .where('name', '<>', ERASED)
    .execute();
  return rows.map(({ id, name, store_id, removed_at }) => ({ id, name, storeId: store_id, isOpen: removed_at === null }));
}

/** @param signatures how many there are of what the person signed. */
function mentionsOf(typed: readonly TypedRow[], signatures: number): PersonReport['mentions'] {
  const rows = new Map<string, number>(signatures === 0 ? [] : [['pickup_signatures', signatures]]);
  for (const { table } of typed) rows.set(table, (rows.get(table) ?? 0) + 1);
  return [...rows].map(([table, count]) => ({ table, rows: count }));
}

/** Finds what is kept about a person. Locks nothing. */
export async function findPerson(db: Db, query: PersonQuery): Promise<Person> {
  const orders = await findOrders(db, query);
  const notes = await findNotes(db, orders);
  const associates = await findAssociates(db, query);
  const customers = await findCustomersOf(db, query);
  const words = wordsOf([
    ...orders.flatMap(({ customer, shipTo }) => [customer.name, customer.email, customer.phone, shipTo?.line1]),
    ...associates.map(({ name }) => name),
    // Other lines of an address are those of many people, and the number of a card may be a SKU or a receipt's number.
    ...customers.flatMap(({ name, emails, phones, address }) => [name, ...emails, ...phones, address.split('\n')[0]]),
  ]);
  const noted = new Set(notes.map(({ id }) => id));
  const typed = (await findTyped(db, words)).filter(({ table, key }) => table !== 'documents' || !noted.has(key['id'] ?? ''));
  const shown = {
    orders: orders.map(({ number, placedAt, customer, shipTo, said, waits, fulfillmentOrders }) => ({
      number,
      placedAt,
      customer,
      shipTo,
      said,
      isOpen: waits || fulfillmentOrders.some((order) => endOfOrder(order) === null),
    })),
    notes: notes.map(({ id, body: { text, at } }) => ({ id, text, at })),
    associates: [...associates],
    customers: customers.map(({ changedAt: _changedAt, ...shownOf }) => shownOf),
    mentions: mentionsOf(
      typed,
      await countSignatures(
        db,
        orders.map(({ id }) => id),
      ),
    ),
  };
  const content = canonicalJson({ shown, typed: typed.map(({ table, key }) => ({ table, key })) });
  const code = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { orders, notes, associates, customers, words, typed, report: { ...shown, code } };
}
