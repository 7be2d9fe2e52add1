import { sql } from 'kysely';
import type { CustomerPurchases } from '../../domain/customers/customer-protocol.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { GoodsReturned } from '../../domain/returns/return.ts';
import type { Db } from '../db/database.ts';

type Purchase = CustomerPurchases['items'][number];

const MOST = 50;

interface Row<B> {
  readonly body: B;
  readonly storeName: string;
}

const lineOf = ({ name, quantity, quantityDecimals }: Purchase['lines'][number]) => ({ name, quantity, quantityDecimals });

function ofSale({ body, storeName }: Row<Sale>): Purchase {
  const { receiptNumber, at, currency, totalMinor, lines } = saleDocument.completed(body);
  return { kind: 'sale', receiptNumber, storeName, at, currency, totalMinor, lines: lines.map(lineOf) };
}

function ofReturn({ body, storeName, at }: Row<unknown> & { readonly at: string }): Purchase {
  const { receiptNumber, currency, refundMinor: totalMinor, lines } = body as GoodsReturned;
  return { kind: 'return', receiptNumber, storeName, at, currency, totalMinor, lines: lines.map(lineOf) };
}

/** What a customer bought and brought back, in all stores, the newest first; the last fifty of each. */
export async function readPurchases(db: Db, customerId: string): Promise<CustomerPurchases> {
  const { rows: sales } = await sql<Row<Sale>>`
    select s.body, l.name as "storeName" from sales s join locations l on l.id = s.store_id
    where s.body ->> 'customerId' = ${customerId} order by s.body ->> 'at' desc limit ${MOST}`.execute(db);
  const { rows: returns } = await sql<Row<unknown> & { at: string }>`
    select o.body -> 'payload' as body, o.body ->> 'at' as at, l.name as "storeName" from returns r
      join operations o on o.id = r.operation_id::uuid join locations l on l.id = r.store_id
    where r.body ->> 'customerId' = ${customerId} order by o.body ->> 'at' desc limit ${MOST}`.execute(db);
  const items = [...sales.map(ofSale), ...returns.map((row) => ofReturn({ ...row, body: wholeReturn(row.body) }))];
  return { items: items.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)) };
}

/** A return as it was written, with its defaults. */
function wholeReturn(payload: unknown): unknown {
  const whole = goodsReturned.completed({ type: goodsReturned.type, payload }) as { readonly payload: unknown };
  return whole.payload;
}
