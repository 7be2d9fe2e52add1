import { sql } from 'kysely';
import { registerScope } from '../../domain/base/scope.ts';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { emptyPersonal, ERASED } from '../../domain/base/empty-personal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { lateResolutionsOf } from '../exceptions/late-resolutions.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { orderNoteDocument } from '../../domain/notes/order-note.ts';
import type { Erased, PersonQuery } from '../../domain/office/person-protocol.ts';
import { parcelLabelDocument } from '../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { returnLabelDocument } from '../../domain/return-labels/documents.ts';
import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { personErased } from '../../domain/orders/person-erased.ts';
import { quarantinedOperationDocument } from '../../domain/quarantine/documents.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { type Actor, logAction, nameInOperation } from '../access/actor.ts';
import { transact } from '../db/transact.ts';
import { eraseCustomers } from '../customers/erase-customers.ts';
import { lockCustomers } from '../customers/write-customers.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { eraseSignatures } from '../pickup/pickup-signatures.ts';
import { findPerson, type Person } from './find-person.ts';
import type { TypedRow } from './find-typed.ts';
import { patternOf, TYPED_TEXTS, withoutWords } from './words-of-person.ts';

export type EraseRefusal =
  | { readonly code: 'nobody_found' }
  /** Somebody still works on these orders. */
  | { readonly code: 'order_open'; readonly numbers: readonly string[] }
  /** They still work in a store. */
  | { readonly code: 'associate_not_removed' }
  /** The code is of something else than what is kept now. */
  | { readonly code: 'code_not_valid' };

type Definition = DocumentDefinition & { readonly kind: ChangeItem['kind'] };

/** Empties the orders and their fulfillment orders. */
async function emptyOrders(tx: Tx, { orders }: Person, changeItems: ChangeItem[]): Promise<void> {
  const emptied = orders.flatMap(({ fulfillmentOrders }) => fulfillmentOrders.map((one) => emptyPersonal(fulfillmentOrderDocument, one)));
  await sql`
    update fulfillment_orders f set body = new.body
    from jsonb_array_elements(${JSON.stringify(emptied.map((one) => fulfillmentOrderDocument.compact(one)))}::jsonb) as new(body)
    where f.id = new.body ->> 'id'`.execute(tx);
  for (const one of emptied) {
    changeItems.push({ scope: fulfillmentOrderDocument.scopeOf(one), kind: fulfillmentOrderDocument.kind, id: one.id });
  }
  const rows = orders.map(({ id, shipTo }) => ({
    id,
    customer: { name: ERASED, email: null, phone: null },
    shipTo: shipTo === null ? null : Object.fromEntries(Object.keys(shipTo).map((field) => [field, ''])),
  }));
  // What tells whether a request is a repetition is made of the person too. An import's key is its invoice's number, and has to be known
  // when the file is imported again.
  await sql`
    update orders o set customer = r.customer, ship_to = nullif(r."shipTo", 'null'), latitude = null, longitude = null,
      awaits_customer = false, gift_message = null, note = null, payments = null, fields = null,
      idempotency_key = case when idempotency_key = 'import:' || number then idempotency_key else 'erased:' || o.id end,
      content_hash = 'erased'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, customer jsonb, "shipTo" jsonb) where o.id = r.id`.execute(tx);
  const ids = orders.map(({ id }) => id);
  await sql`update order_lines set fields = null where order_id = any(${ids}::text[]) and fields is not null`.execute(tx);
  // Its distances to many stores tell where somebody lives.
  await sql`delete from sourcing_decisions where order_id = any(${ids}::text[])`.execute(tx);
}

/** Empties the pictures of labels: the address stands on them. */
async function emptyLabels(tx: Tx, { orders, customers }: Person, changeItems: ChangeItem[]): Promise<void> {
  const ids = orders.map(({ id }) => id);
  const { rows } = await sql<{ body: ParcelLabel }>`
    update documents set body = body - 'picture'
    where kind = ${parcelLabelDocument.kind} and body -> 'picture' is not null
      and body ->> 'fulfillmentOrderId' in (select id from fulfillment_orders where order_id = any(${ids}::text[]))
    returning body`.execute(tx);
  for (const { body } of rows) {
    changeItems.push({ scope: parcelLabelDocument.scopeOf(body), kind: parcelLabelDocument.kind, id: body.parcelId });
  }
  const people = customers.map(({ id }) => id);
  const { rows: back } = await sql<{ body: ReturnLabel }>`
    update documents set body = body - 'picture'
    where kind = ${returnLabelDocument.kind} and body -> 'picture' is not null and body -> 'origin' ->> 'number' in (
      select number from orders where id = any(${ids}::text[])
      union select receipt_number from orders where id = any(${ids}::text[])
      union select receipt_number from sales where body ->> 'customerId' = any(${people}::text[]))
    returning body`.execute(tx);
  for (const { body } of back) {
    changeItems.push({ scope: returnLabelDocument.scopeOf(body), kind: returnLabelDocument.kind, id: body.parcelId });
  }
}

/** Deletes what was noted on the orders. */
async function deleteNotes(tx: Tx, { notes }: Person, changeItems: ChangeItem[]): Promise<void> {
  const ids = notes.map(({ id }) => id);
  await sql`delete from documents where kind = ${orderNoteDocument.kind} and id = any(${ids}::text[])`.execute(tx);
  for (const { id, body } of notes) {
    changeItems.push({ scope: `store:${body.storeId}`, kind: orderNoteDocument.kind, id, deleted: true });
  }
}

/** The change of a document that was written anew, if the table is one of documents. */
function changesOf({ table, key }: TypedRow, body: unknown): ChangeItem[] {
  return (DOCUMENTS as readonly Definition[])
    .filter(({ stored, kind }) => (stored.in === 'table' && stored.table === table) || (stored.in === 'documents' && key['kind'] === kind))
    .map((definition) => {
      const whole = definition.completed(body);
      const { kind } = definition;
      return { scope: definition.scopeOf(whole), kind, id: definition.idOf(whole), deleted: !definition.inFeed(whole) };
    });
}

/** Takes the person's words out of texts that were typed or sent. */
async function eraseWords(tx: Tx, { typed, words }: Person, changeItems: ChangeItem[]): Promise<void> {
  if (typed.length === 0) return;
  const pattern = patternOf(words);
  for (const row of typed) {
    const { table, key, columns } = row;
    const where = sql.join(
      Object.entries(key).map(([name, value]) => sql`${sql.ref(name)}::text = ${value}`),
      sql` and `,
    );
    // Altered, its turn would be refused. Its register sends it again, from where the server stands (rule J4).
    if (table === 'parked_operations') {
      await sql`delete from parked_operations where ${where}`.execute(tx);
      continue;
    }
    const described = TYPED_TEXTS.find((one) => one.table === table);
    const set = Object.entries(columns).map(([name, value]) => {
      const text = withoutWords(value, pattern);
      const isJson = described?.columns.some((column) => column.name === name && column.json) === true;
      return isJson ? sql`${sql.ref(name)} = ${JSON.stringify(text)}::jsonb` : sql`${sql.ref(name)} = ${text}`;
    });
    if (table === 'operations') set.push(sql`erased_at = now()`);
    await sql`update ${sql.table(table)} set ${sql.join(set)} where ${where}`.execute(tx);
    changeItems.push(...changesOf(row, withoutWords(columns['body'], pattern)));
  }
  await renumberProjections(tx, typed, changeItems);
}

/** Registers are told again what is made of the rows when it is pulled. */
async function renumberProjections(tx: Tx, typed: readonly TypedRow[], changeItems: ChangeItem[]): Promise<void> {
  const keysIn = (table: string, name: string) => typed.filter((row) => row.table === table).map(({ key }) => key[name] ?? '');
  const { rows: put } = await sql<{ id: string; register: string }>`
    select q.id::text as id, q.register_id as register from quarantine q join changes c on c.scope = 'register:' || q.register_id
      and c.kind = ${quarantinedOperationDocument.kind} and c.id = q.id::text and not c.deleted
    where q.id = any(${keysIn('quarantine', 'id')}::bigint[])`.execute(tx);
  for (const { id, register } of put) changeItems.push({ scope: registerScope(register), kind: quarantinedOperationDocument.kind, id });
  changeItems.push(...(await lateResolutionsOf(tx, keysIn('exceptions', 'id'))));
}

async function eraseInTransaction(tx: Tx, query: PersonQuery, code: string, by: Actor): Promise<Result<Erased, EraseRefusal>> {
  await lockPerson(tx, await findPerson(tx, query));
  // Read again once it is locked, because it may have changed before.
  const person = await findPerson(tx, query);
  const { orders, notes, associates, customers, typed, report } = person;
  if (orders.length + associates.length + customers.length === 0) return refuse({ code: 'nobody_found' });
  if (report.code !== code) return refuse({ code: 'code_not_valid' });
  const open = report.orders.filter(({ isOpen }) => isOpen).map(({ number }) => number);
  if (open.length > 0) return refuse({ code: 'order_open', numbers: open });
  if (associates.some(({ isOpen }) => isOpen)) return refuse({ code: 'associate_not_removed' });
  const changeItems: ChangeItem[] = [];
  await emptyOrders(tx, person, changeItems);
  await emptyLabels(tx, person, changeItems);
  await deleteNotes(tx, person, changeItems);
  const signatures = await eraseSignatures(
    tx,
    orders.map(({ id }) => id),
  );
  await eraseWords(tx, person, changeItems);
  await eraseAssociates(tx, person);
  await eraseCustomers(tx, customers, changeItems);
  await allocateChanges(tx, changeItems);
  const ids = orders.map(({ id }) => id);
  await noteOrders(
    tx,
    { orders: ids, renamed: ids },
    orders.map(({ id }) => personErased.effect({ orderId: id, by: nameInOperation(by) })),
  );
  const done = {
    orders: orders.length,
    notes: notes.length,
    associates: associates.length,
    customers: customers.length,
    mentions: typed.length + signatures,
  };
  await logAction(tx, by, { code: 'person.erase', subject: code, after: done });
  return accept(done);
}

/** Empties the names of people who have left their stores, and so the registers: nobody has to be told. */
async function eraseAssociates(tx: Tx, { associates }: Person): Promise<void> {
  const ids = associates.map(({ id }) => id);
  await sql`update associates set name = ${ERASED} where id = any(${ids}::text[])`.execute(tx);
}

/** Locks the rows in the order in which everybody does: associates, fulfillment orders, orders, then customers. */
async function lockPerson(tx: Tx, { orders, associates, customers }: Person): Promise<void> {
  const people = associates.map(({ id }) => id);
  await sql`select from associates where id = any(${people}::text[]) order by id for update`.execute(tx);
  const ids = orders.map(({ id }) => id);
  await sql`select from fulfillment_orders where order_id = any(${ids}::text[]) order by id for update`.execute(tx);
  await sql`select from orders where id = any(${ids}::text[]) order by id for update`.execute(tx);
  await lockCustomers(
    tx,
    customers.map(({ id }) => id),
  );
}

/**
 * Erases a person who was found before (rule A2): their name, mail, phone and address, wherever they stand. What was
 * bought, and what was done in a store, stays.
 * @param code of the report that was looked at. @param by who asked for it.
 */
export function erasePerson(db: Db, query: PersonQuery, code: string, by: Actor): Promise<Result<Erased, EraseRefusal>> {
  return transact(db, (tx) => eraseInTransaction(tx, query, code, by));
}
