import type { Returnable } from '../../domain/orders/order-intake.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { parseReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Db } from '../db/database.ts';
import { withoutCustomer } from '../../domain/returns/without-customer.ts';

/**
 * Finds what goods may come back on: a sale by its receipt number, or an online order by its number. Nothing of the customer, who may
 * be one of any store.
 */
export async function readReturnable(db: Db, number: string): Promise<Returnable | null> {
  if (parseReceiptNumber(number) !== null) {
    const sale = await db.selectFrom('sales').select('body').where('receipt_number', '=', number.trim().toUpperCase()).executeTakeFirst();
    if (sale !== undefined) return { kind: 'sale', sale: saleDocument.completed(sale.body) };
  }
  const order = await db.selectFrom('orders').select(['id', 'number']).where('number', '=', number.trim()).executeTakeFirst();
  if (order === undefined) return null;
  const rows = await db.selectFrom('fulfillment_orders').select('body').where('order_id', '=', order.id).orderBy('id').execute();
  return { kind: 'order', orderNumber: order.number, fulfillmentOrders: rows.map((row) => withoutCustomer(row.body)) };
}
