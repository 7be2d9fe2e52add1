import { type OrderListQuery, type OrderPage, orderPage } from '../../domain/orders/order-list-protocol.ts';
import { type OrderAnswer, orderAnswer } from '../../domain/orders/order-request.ts';
import { type OrderStory, orderStory } from '../../domain/orders/order-story.ts';
import type { Exchange } from './access-client.ts';

/** Which orders a list is about. */
export type OrderFilter = Partial<Omit<OrderListQuery, 'limit' | 'after' | 'sort'>>;

/** What the head office asks the server about orders. */
export interface OrderClient {
  /** The newest first. @param after `next` of the page before. */
  orders(filter: OrderFilter, after?: string): Promise<OrderPage>;
  /** The text of a CSV file of all that the filter means. */
  ordersFile(filter: OrderFilter): Promise<string>;
  order(number: string): Promise<OrderAnswer>;
  orderStory(number: string): Promise<OrderStory>;
  /** Cancels what has not left the stores. */
  cancelOrder(number: string): Promise<OrderAnswer>;
  /** Has a pickup fetched at another store. */
  movePickup(number: string, storeId: string): Promise<OrderAnswer>;
}

/** How many orders a page has. */
const PAGE = 100;

/** @param readText the text of an answer that is no JSON. */
export function orderClient(
  exchange: Exchange,
  readText: (path: string) => Promise<string>,
  queryText: (query: OrderFilter & { readonly limit?: number; readonly after?: string | undefined }) => string,
): OrderClient {
  const of = (number: string) => `/v1/orders/${encodeURIComponent(number)}`;
  return {
    orders: (filter, after) => exchange(orderPage, `/v1/orders${queryText({ ...filter, limit: PAGE, after })}`),
    ordersFile: (filter) => readText(`/v1/orders.csv${queryText(filter)}`),
    order: (number) => exchange(orderAnswer, of(number)),
    orderStory: (number) => exchange(orderStory, `${of(number)}/story`),
    cancelOrder: (number) => exchange(orderAnswer, `${of(number)}/cancel`, {}),
    movePickup: (number, storeId) => exchange(orderAnswer, `${of(number)}/store`, { storeId }),
  };
}
