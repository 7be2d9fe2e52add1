import { documentsOf } from '../kit/register-services.ts';
import type { DocumentKey } from '../../domain/base/define-document.ts';
import { cardPaymentIds } from '../../domain/payments/apply-card.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { returnLabelDocument } from '../../domain/return-labels/documents.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { receiptOfOrderNumber } from '../../domain/sale/order-number.ts';
import { parseReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { LiveView } from './live-view.ts';
import type { Replica } from '../replica/replica.ts';
import type { ServerClient } from '../sync/server-client.ts';

export interface ReturnableSources {
  readonly replica: Replica;
  readonly view: LiveView;
  readonly client: ServerClient;
}

function ordersByNumber(view: LiveView, number: string): FulfillmentOrder[] {
  const wanted = number.toUpperCase();
  return [...documentsOf(view.store.getState(), fulfillmentOrderDocument).values()].filter(
    (order) => order.orderNumber.toUpperCase() === wanted,
  );
}

/** The store's own version of what the server answered: it has the pending operations on top. */
function withPending(view: LiveView, found: Returnable): Returnable {
  if (found.kind === 'sale') return { ...found, sale: view.reader.get(saleDocument, found.sale.receiptNumber) ?? found.sale };
  return {
    ...found,
    fulfillmentOrders: found.fulfillmentOrders.map((order) => view.reader.get(fulfillmentOrderDocument, order.id) ?? order),
  };
}

/** A sale of this store with what the server says of its orders: they are worked on anywhere. Without its word nobody can tell. */
async function withOrders(sale: Sale, client: ServerClient): Promise<Returnable> {
  const found = await client.findReturnable(sale.receiptNumber).catch(() => null);
  return { kind: 'sale', sale, ...(found?.kind === 'sale' && found.orders !== undefined && { orders: found.orders }) };
}

/** The documents that the server told. */
function keysOf(found: Returnable): readonly { readonly kind: string; readonly id: string }[] {
  if (found.kind === 'sale') return [saleDocument.key(found.sale.receiptNumber)];
  return found.fulfillmentOrders.map(({ id }) => fulfillmentOrderDocument.key(id));
}

/** Holds the card payments of a sale: their cards get their money back, long after they have left the memory. */
async function holdPayments(replica: Replica, { tenders }: Sale): Promise<DocumentKey[]> {
  const ids = cardPaymentIds(tenders);
  for (const id of ids) await replica.hold(cardPaymentDocument, id);
  return ids.map((id) => cardPaymentDocument.key(id));
}

/** See `RegisterServices.recallOrders`. */
export async function recallOrders({ replica, view }: Pick<ReturnableSources, 'replica' | 'view'>, number: string): Promise<boolean> {
  const recalled = await replica.recall(fulfillmentOrderDocument, number);
  if (recalled.length > 0) view.update(replica.completeAt !== null, recalled);
  return recalled.length > 0;
}

/** What somebody looks for: a number, or that of the goods in a parcel, by what stands on its return label. */
function numberMeant(view: LiveView, typed: string): string {
  const written = typed.trim().toUpperCase();
  const labels = documentsOf(view.store.getState(), returnLabelDocument).values();
  return [...labels].find(({ trackingNumber }) => trackingNumber === written)?.origin.number ?? typed;
}

/** See `RegisterServices.findReturnable`. */
export async function findReturnable(
  { replica, view, client }: ReturnableSources,
  given: string,
): Promise<Returnable | 'not_found' | 'not_here'> {
  const typed = numberMeant(view, given);
  const number = receiptOfOrderNumber(typed) ?? typed.trim().toUpperCase();
  if (number === '') return 'not_found';
  if (parseReceiptNumber(number) !== null) {
    const held = await replica.hold(saleDocument, number);
    if (held !== undefined) view.update(replica.completeAt !== null, [saleDocument.key(number), ...(await holdPayments(replica, held))]);
    const sale = view.reader.get(saleDocument, number);
    const isHere = sale !== undefined && (held !== undefined || !replica.base.isRemote(saleDocument, number));
    if (isHere) return sale.orders.length === 0 ? { kind: 'sale', sale } : withOrders(sale, client);
  }
  await recallOrders({ replica, view }, number);
  const here = ordersByNumber(view, number);
  try {
    const found = await client.findReturnable(receiptOfOrderNumber(typed) ?? typed.trim());
    if (found !== null) {
      replica.base.cacheRemote(found);
      view.update(replica.completeAt !== null, keysOf(found));
      return withPending(view, found);
    }
    if (here.length === 0) return 'not_found';
  } catch {
    const remote = view.reader.get(saleDocument, number);
    if (remote !== undefined) return { kind: 'sale', sale: remote };
    if (here.length === 0) return 'not_here';
  }
  return { kind: 'order', orderNumber: here[0]?.orderNumber ?? number, fulfillmentOrders: here };
}
