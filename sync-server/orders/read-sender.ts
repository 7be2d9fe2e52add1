import { sql } from 'kysely';
import type { Customer } from '../../domain/customers/customer.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db, Tx } from '../db/database.ts';

/** Who sends goods back, as far as it is known. */
export interface SenderOfReturn {
  readonly name: string;
  readonly email: string | null;
  /** Null where nobody gave one, or it was erased. */
  readonly address: NonNullable<FulfillmentOrder['shipTo']> | null;
}

type AddressOrNull = SenderOfReturn['address'];

const unlessErased = (address: AddressOrNull): AddressOrNull => (address === null || address.line1 === '' ? null : address);

function ofCustomer({ name, emails, shipTo }: Customer): SenderOfReturn {
  return { name, email: emails[0] ?? null, address: unlessErased(shipTo) };
}

/**
 * Who sends back what was bought: whoever ordered it, or the customer of the sale. Where goods of a sale were sent to somebody, the parcel
 * comes from there. Null where nobody is known.
 */
export async function readSender(db: Db | Tx, { kind, number }: ReturnLabel['origin']): Promise<SenderOfReturn | null> {
  const { rows } = await sql<{ customer: FulfillmentOrder['customer']; address: AddressOrNull }>`
    select customer, ship_to as address from orders
    where ${kind === 'order' ? sql`number` : sql`receipt_number`} = ${number}
    order by ship_to is null, number limit 1`.execute(db);
  const [order] = rows;
  const ordered = order && { name: order.customer.name, email: order.customer.email, address: unlessErased(order.address) };
  if (kind === 'order' || ordered?.address != null) return ordered ?? null;
  const sale = await db.selectFrom('sales').select('body').where('receipt_number', '=', number).executeTakeFirst();
  const customer = sale?.body.customerId == null ? undefined : await readCustomer(db, sale.body.customerId);
  return customer === undefined ? (ordered ?? null) : ofCustomer(customer);
}
