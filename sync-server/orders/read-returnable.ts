import { sql } from 'kysely';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { returnLabelDocument } from '../../domain/return-labels/documents.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { receiptOfOrderNumber } from '../../domain/sale/order-number.ts';
import { readSaleOrders } from './read-sale-orders.ts';
import { parseReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Db } from '../db/database.ts';
import { withoutCustomer } from '../../domain/returns/without-customer.ts';

async function ofSale(db: Db, sale: Sale): Promise<Returnable> {
  return { kind: 'sale', sale, ...(sale.orders.length > 0 && { orders: await readSaleOrders(db, sale.receiptNumber) }) };
}

/** The receipt or order of the goods in a parcel that comes back, by the number of its label; undefined for any other number. */
async function numberOfParcel(db: Db, typed: string): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select body -> 'origin' ->> 'number' as number from documents
    where kind = ${returnLabelDocument.kind} and body ->> 'trackingNumber' = ${typed.trim().toUpperCase()}`.execute(db);
  return rows[0]?.number;
}

/**
 * Finds what goods may come back on: a sale by its receipt number, an online order by its number, or either by the number of
 * a return label. Nothing of the customer, who may be one of any store.
 */
export async function readReturnable(db: Db, typed: string): Promise<Returnable | null> {
  // Goods that a sale ordered come back on its receipt, which was paid.
  const number = receiptOfOrderNumber(typed) ?? typed;
  if (parseReceiptNumber(number) !== null) {
    const sale = await db.selectFrom('sales').select('body').where('receipt_number', '=', number.trim().toUpperCase()).executeTakeFirst();
    if (sale !== undefined) return ofSale(db, saleDocument.completed(sale.body));
  }
  const order = await db.selectFrom('orders').select(['id', 'number']).where('number', '=', number.trim()).executeTakeFirst();
  if (order === undefined) {
    const bought = await numberOfParcel(db, typed);
    return bought === undefined ? null : readReturnable(db, bought);
  }
  const rows = await db.selectFrom('fulfillment_orders').select('body').where('order_id', '=', order.id).orderBy('id').execute();
  return { kind: 'order', orderNumber: order.number, fulfillmentOrders: rows.map((row) => withoutCustomer(row.body)) };
}
