import { expect, it } from 'vitest';
import { type Customer, unnamedCustomer } from '../../../../domain/customers/customer.ts';
import type { SaleOrderFulfillment } from '../../../../domain/sale-orders/sale-order.ts';
import { cartLineOf } from '../../../../test/support/examples.ts';
import { words } from '../../../../texts/words/words.ts';
import { withIds } from '../cart-lines.ts';
import { whoIsMissing } from './who-is-missing.ts';

const ADDRESS = { line1: '1 Sample Street', city: 'Sampletown', region: 'NY', postalCode: '10001', country: 'US' };
const SHIP: SaleOrderFulfillment = { kind: 'ship' };
const PICKUP: SaleOrderFulfillment = { kind: 'pickup', storeId: 'S2', storeName: 'Store S2' };
const named: Customer = { ...unnamedCustomer('C1'), name: 'Sample', phones: ['+1 (555) 010-0001'] };
const missing = (fulfillment: SaleOrderFulfillment | null, customerId: string | null, customer?: Customer) =>
  whoIsMissing(withIds([cartLineOf(fulfillment === null ? {} : { order: { id: 'O1', fulfillment } })]), customerId, customer);

it.each<
  [
    string,
    SaleOrderFulfillment,
    string | null,
    Customer | undefined,
    'refusal.order_without_customer' | 'saleOrder.reachMissing' | 'saleOrder.noAddress',
  ]
>([
  ['nobody', PICKUP, null, undefined, 'refusal.order_without_customer'],
  ['somebody whom this device does not know', PICKUP, 'C1', undefined, 'saleOrder.reachMissing'],
  ['somebody without a name', PICKUP, 'C1', { ...named, name: '' }, 'saleOrder.reachMissing'],
  ['somebody whom nobody can reach', SHIP, 'C1', { ...named, phones: [], shipTo: ADDRESS }, 'saleOrder.reachMissing'],
  ['a parcel for somebody without an address', SHIP, 'C1', named, 'saleOrder.noAddress'],
])('takes no money for goods that are ordered for %s', (_case, fulfillment, id, customer, key) => {
  expect(missing(fulfillment, id, customer)).toBe(words(key));
});

it('lets the others pay', () => {
  expect(missing(null, null)).toBeNull();
  expect(missing(PICKUP, 'C1', named)).toBeNull();
  expect(missing(SHIP, 'C1', { ...named, shipTo: ADDRESS })).toBeNull();
});
