import { changeCustomer, type OfficeFields, type TillChange } from '../../domain/customers/change-customer.ts';
import type { CustomerChangesTaken } from '../../domain/customers/customer-protocol.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { instantAfter } from '../../domain/base/instant-of.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { noteOrders } from '../order-index/note-orders.ts';
import { fillRecipients, lockWaiting } from './fill-recipients.ts';
import { addUnnamed, changeOf, changesInStores, lockCustomers, noteServed, saveCustomers } from './write-customers.ts';

export type CustomerRefusal = 'unknown_customer' | 'customer_erased';

const isSaying = ({ fields }: TillChange): boolean => Object.keys(fields).length > 0;

async function headOf(tx: Tx, scope: string): Promise<number> {
  const head = await tx.selectFrom('scope_heads').select('seq').where('scope', '=', scope).executeTakeFirst();
  return head?.seq ?? 0;
}

async function takeInTransaction(tx: Tx, storeId: string, changes: readonly TillChange[]): Promise<CustomerChangesTaken> {
  const ids = [...new Set(changes.map(({ customerId }) => customerId))].sort();
  await lockWaiting(tx, ids);
  await addUnnamed(tx, [...new Set(changes.filter(isSaying).map(({ customerId }) => customerId))]);
  const locked = await lockCustomers(tx, ids);
  const erased = ids.filter((id) => locked.get(id)?.isErased === true);
  const after = new Map<string, Customer>();
  for (const { customerId, at, fields } of changes) {
    const before = after.get(customerId) ?? locked.get(customerId)?.customer;
    if (before !== undefined && !erased.includes(customerId)) after.set(customerId, changeCustomer(before, { at, fields }));
  }
  const changed = [...after.values()].filter((one) => one !== locked.get(one.id)?.customer);
  await saveCustomers(tx, changed);
  const readdressed = changed.filter(({ id, changedAt }) => changedAt.shipTo !== locked.get(id)?.customer.changedAt.shipTo);
  const served = await noteServed(
    tx,
    ids.map((customerId) => ({ customerId, storeId })),
  );
  const items = await changesInStores(
    tx,
    changed.map(({ id }) => id),
  );
  const { orders, changeItems } = await fillRecipients(tx, changed, new Set(readdressed.map(({ id }) => id)));
  await allocateChanges(tx, [...items, ...served.map((one) => changeOf(one)), ...changeItems]);
  await noteOrders(tx, { orders, renamed: orders });
  const scope = storeScope(storeId);
  return { reached: { [scope]: await headOf(tx, scope) }, erased };
}

/** Takes in what a till of a store has changed: field by field the newest word counts. The same again changes nothing. */
export function takeTillChanges(db: Db, storeId: string, changes: readonly TillChange[]): Promise<CustomerChangesTaken> {
  return transact(db, (tx) => takeInTransaction(tx, storeId, changes));
}

/** Changes a customer for the head office, or makes one. The log keeps which fields were changed, and not to what (rule A2). */
export function changeAtOffice(
  db: Db,
  id: string,
  fields: OfficeFields,
  by: Actor,
  at = new Date(),
): Promise<Result<Customer, CustomerRefusal>> {
  return transact(db, async (tx) => {
    await lockWaiting(tx, [id]);
    await addUnnamed(tx, [id]);
    const locked = (await lockCustomers(tx, [id])).get(id);
    if (locked === undefined) return refuse('unknown_customer');
    if (locked.isErased) return refuse('customer_erased');
    // What the office says now is newer than what a till whose clock is fast has said.
    const newest = instantAfter(at.getTime(), Object.values(locked.customer.changedAt));
    const after = changeCustomer(locked.customer, { at: newest, fields });
    if (after === locked.customer) return accept(after);
    await saveCustomers(tx, [after]);
    await logAction(tx, by, { code: 'customer.change', subject: id, after: { fields: Object.keys(fields) } });
    const { orders, changeItems } = await fillRecipients(tx, [after]);
    await allocateChanges(tx, [...(await changesInStores(tx, [id])), ...changeItems]);
    await noteOrders(tx, { orders, renamed: orders });
    return accept(after);
  });
}
