import { sql } from 'kysely';
import type { CustomerPurchases } from '../../domain/customers/customer-protocol.ts';
import { joinPurchases, purchaseOfReturn, purchaseOfSale } from '../../domain/customers/purchase.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { GoodsReturned } from '../../domain/returns/return.ts';
import type { Db } from '../db/database.ts';

/** How many of each are read. */
const MOST = 50;

interface Row<B> {
  readonly body: B;
  readonly storeName: string;
}

/** A return as it was written, with its defaults. */
function wholeReturn(payload: unknown): GoodsReturned {
  const whole = goodsReturned.completed({ type: goodsReturned.type, payload }) as { readonly payload: GoodsReturned };
  return whole.payload;
}

/** What a customer bought and brought back, in all stores, the newest first; the last fifty of each. */
export async function readPurchases(db: Db, customerId: string): Promise<CustomerPurchases> {
  const { rows: sales } = await sql<Row<Sale>>`
    select s.body, l.name as "storeName" from sales s join locations l on l.id = s.store_id
    where s.body ->> 'customerId' = ${customerId} order by s.body ->> 'at' desc limit ${MOST}`.execute(db);
  const { rows: returns } = await sql<Row<unknown> & { at: string }>`
    select r.body, o.body ->> 'at' as at, l.name as "storeName" from returns r
      join operations o on o.id = r.operation_id::uuid join locations l on l.id = r.store_id
    where r.body ->> 'customerId' = ${customerId} order by o.body ->> 'at' desc limit ${MOST}`.execute(db);
  const sold = sales.map(({ body, storeName }) => {
    const sale = saleDocument.completed(body);
    return purchaseOfSale(sale, { storeName, at: sale.at });
  });
  return {
    items: joinPurchases(
      sold,
      returns.map(({ body, storeName, at }) => purchaseOfReturn(wholeReturn(body), { storeName, at })),
    ),
  };
}
