import type { Customer } from '../../../../domain/customers/customer.ts';
import { refusalSentence } from '../../../kit/sentences.ts';
import { words } from '../../../../texts/words/words.ts';
import type { CartLines } from '../cart-lines.ts';
import { ordersOf } from './order-line.ts';

/** Whether somebody can be told that their goods are there. */
export function canBeReached(customer: Customer | undefined): customer is Customer {
  return customer !== undefined && customer.name !== '' && customer.phones.length + customer.emails.length > 0;
}

/**
 * What has to be known of whoever gets ordered goods before they pay; null where nothing is ordered, or nothing is missing.
 * @param customer who buys, as far as this device knows them.
 */
export function whoIsMissing(lines: CartLines, customerId: string | null, customer: Customer | undefined): string | null {
  const orders = ordersOf(lines);
  if (orders.length === 0) return null;
  if (customerId === null) return refusalSentence('order_without_customer');
  if (!canBeReached(customer)) return words('saleOrder.reachMissing');
  const isShipped = orders.some(({ fulfillment }) => fulfillment.kind === 'ship');
  return isShipped && customer.shipTo === null ? words('saleOrder.noAddress') : null;
}
