import { sql } from 'kysely';
import type { Effect } from '../../domain/base/effect.ts';
import { amountText } from '../../domain/base/decimal-text.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import type { OrderTrouble } from '../../domain/exceptions/facts.ts';
import { addGoods, raiseException } from '../../domain/exceptions/raise.ts';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { type SaleRecorded, saleCompleted } from '../../domain/sale/operations.ts';
import { saleOrderNumber } from '../../domain/sale/order-number.ts';
import { type SaleOrder, salePickupCode } from '../../domain/sale-orders/sale-order.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { addUnnamed, lockCustomers } from '../customers/write-customers.ts';
import type { Tx } from '../db/database.ts';
import { addBackordered } from '../sourcing/add-backordered.ts';
import { sourceLines } from '../sourcing/source-lines.ts';
import { insertOrders, type NewOrder } from './insert-orders.ts';
import { recipientOf } from '../customers/recipient.ts';
import { jobOf } from './take-order.ts';

/** An order that a sale names, with the sale. */
interface Wanted {
  readonly operation: SaleRecorded;
  readonly order: SaleOrder;
  readonly position: number;
  readonly customerId: string;
}

/** What the pool knows of all that the orders name. */
interface Known {
  readonly skus: ReadonlySet<string>;
  readonly stores: ReadonlySet<string>;
  /** Ids and numbers of orders that there are. */
  readonly ids: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly customers: ReadonlyMap<string, { readonly customer: Customer; readonly isErased: boolean }>;
}

const linesOf = ({ operation, order }: Wanted) => operation.payload.lines.filter(({ orderId }) => orderId === order.id);

function wantedBy(operations: readonly Operation[]): Wanted[] {
  return operations.flatMap(inParts).flatMap((operation) => {
    if (!saleCompleted.is(operation)) return [];
    const { orders, customerId } = operation.payload;
    return customerId === null ? [] : orders.map((order, position) => ({ operation, order, position, customerId }));
  });
}

async function readKnown(tx: Tx, wanted: readonly Wanted[]): Promise<Known> {
  const texts = async (query: ReturnType<typeof sql<{ value: string }>>) =>
    new Set((await query.execute(tx)).rows.map(({ value }) => value));
  const skus = [...new Set(wanted.flatMap((one) => linesOf(one).map(({ sku }) => sku)))];
  const ids = wanted.map(({ order }) => order.id);
  const numbers = wanted.map(({ operation, position }) => saleOrderNumber(operation.payload.receiptNumber, position));
  const customers = [...new Set(wanted.map(({ customerId }) => customerId))];
  await addUnnamed(tx, customers);
  return {
    skus: await texts(sql`select sku as value from products where sku = any(${skus}::text[])`),
    stores: await texts(sql`select id as value from locations where kind = 'store' and active`),
    ids: await texts(sql`select id as value from orders where id = any(${ids}::text[])`),
    numbers: await texts(sql`select number as value from orders where number = any(${numbers}::text[])`),
    // A change of them that comes at this moment waits, and then finds the orders.
    customers: await lockCustomers(tx, customers),
  };
}

/** Why the pool cannot take an order; null where it can. */
function whyNot(one: Wanted, known: Known): OrderTrouble | null {
  const { order, customerId } = one;
  if (known.ids.has(order.id)) return 'order_taken';
  if (order.fulfillment.kind === 'pickup' && !known.stores.has(order.fulfillment.storeId)) return 'unknown_store';
  if (known.customers.get(customerId)?.isErased === true) return 'customer_erased';
  return linesOf(one).every(({ sku }) => known.skus.has(sku)) ? null : 'unknown_sku';
}

/** When it was placed: as the till says, unless its clock cannot be right. The oldest order is served first. */
function placedAt(at: string, now: Date): string {
  const told = Date.parse(at);
  const isBelieved = told <= now.getTime() && told > now.getTime() - 365 * 86_400_000;
  return (isBelieved ? new Date(told) : now).toISOString();
}

function newOrderOf(one: Wanted, known: Known, now: Date): NewOrder {
  const { operation, order, position, customerId } = one;
  const { receiptNumber, currency } = operation.payload;
  const plain = saleOrderNumber(receiptNumber, position);
  // A web shop may have used the number for one of its own.
  const number = known.numbers.has(plain) ? `${plain}-${order.id.slice(-6)}` : plain;
  const { fulfillment } = order;
  const recipient = recipientOf(known.customers.get(customerId)?.customer, fulfillment.kind, receiptNumber);
  return {
    orderId: order.id,
    idempotencyKey: `sale:${order.id}`,
    contentHash: operation.hash,
    order: {
      number,
      placedAt: placedAt(operation.at, now),
      currency,
      customer: recipient.customer,
      fulfillment:
        fulfillment.kind === 'pickup'
          ? { kind: 'pickup', storeId: fulfillment.storeId }
          : { kind: 'ship', shipTo: recipient.shipTo, position: null },
    },
    lines: linesOf(one).map(({ lineNo, sku, gtin, name, quantity, unitPrice, totalMinor, taxMinor }) => ({
      ...{ lineNo, sku, gtin, name, quantity, unitPrice, totalMinor, taxMinor },
    })),
    pickupCodeHash: fulfillment.kind === 'pickup' ? hashPickupCode(number, salePickupCode(order.id)) : null,
    ofSale: { receiptNumber, customerId, awaitsCustomer: recipient.isIncomplete },
  };
}

/** What a person is told of an order: its receipt, and what its goods were paid with. */
function toldOf(one: Wanted, number: string) {
  const { receiptNumber: receipt, currency } = one.operation.payload;
  const paid = linesOf(one).reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  return { order: number, receipt, amount: amountText(paid, currency) };
}

function notPlaced(overlay: StoreOverlay, one: Wanted, trouble: OrderTrouble): Effect {
  const { operation, order, position } = one;
  const { receiptNumber } = operation.payload;
  const goods = addGoods(linesOf(one).map(({ sku, quantity }) => ({ sku, quantity })));
  const facts = { ...toldOf(one, saleOrderNumber(receiptNumber, position)), trouble };
  // Another sale may have taken the id: each has an exception of its own.
  return raiseException(overlay, operation, {
    ...{ kind: 'order_not_placed', about: `${operation.id}:${order.id}`.slice(0, 150), subject: receiptNumber, goods, facts },
  });
}

/**
 * Takes the orders of sales into the pool, each once with its sale: they are written, sourced and reserved. What nobody has waits as a
 * backorder; what cannot be ordered at all is told with the money to give back. Both open an exception at the store that sold it.
 * @returns the ids of the orders that are new.
 */
export async function takeSaleOrders(
  tx: Tx,
  operations: readonly Operation[],
  overlay: StoreOverlay,
  changeItems: ChangeItem[],
): Promise<string[]> {
  const wanted = wantedBy(operations);
  if (wanted.length === 0) return [];
  const known = await readKnown(tx, wanted);
  const now = new Date();
  const taken = new Set<string>();
  const placed: { readonly one: Wanted; readonly made: NewOrder }[] = [];
  for (const one of wanted) {
    const trouble = taken.has(one.order.id) ? 'order_taken' : whyNot(one, known);
    taken.add(one.order.id);
    if (trouble === null) placed.push({ one, made: newOrderOf(one, known, now) });
    else overlay.fold([notPlaced(overlay, one, trouble)]);
  }
  await insertOrders(
    tx,
    placed.map(({ made }) => made),
    changeItems,
  );
  const left = await sourceLines(
    tx,
    placed.map(({ made }) => jobOf(made)),
    'placed',
    changeItems,
  );
  await addBackordered(tx, left);
  for (const { one, made } of placed) {
    const waiting = left.filter(({ orderId, quantity }) => orderId === made.orderId && quantity > 0);
    if (waiting.length === 0) continue;
    const skuOf = new Map(made.lines.map(({ lineNo, sku }) => [lineNo, sku]));
    const goods = addGoods(waiting.map(({ lineNo, quantity }) => ({ sku: skuOf.get(lineNo) ?? '', quantity })));
    const { receiptNumber } = one.operation.payload;
    const facts = toldOf(one, made.order.number);
    overlay.fold([
      raiseException(overlay, one.operation, { kind: 'order_waits', about: made.orderId, subject: receiptNumber, goods, facts }),
    ]);
  }
  return placed.map(({ made }) => made.orderId);
}
