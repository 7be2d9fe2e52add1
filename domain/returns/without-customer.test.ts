import { expect, it } from 'vitest';
import { fulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { withoutCustomer } from './without-customer.ts';

it('leaves nothing of the customer in a delivery, and everything of the goods', () => {
  const order = fulfillmentOrder.parse({
    id: 'F1',
    orderId: 'O1',
    orderNumber: 'W-1',
    locationId: 'S1',
    kind: 'ship',
    customer: { name: 'Secret Name', email: 'secret@example.org', phone: '555 secret' },
    shipTo: { line1: 'Secret street', city: 'Secret', region: 'Secret', postalCode: 'Secret', country: 'Secret' },
    pickupCodeHash: 'secret',
    placedAt: '2026-03-01T10:00:00.000Z',
    currency: 'USD',
    state: { status: 'shipped', trackingNumber: 'secret', at: '2026-03-01T10:00:00.000Z' },
    lines: [
      {
        lineNo: 1,
        sku: 'A',
        gtin: null,
        name: 'A',
        quantity: 1,
        unitPrice: 1,
        totalMinor: 1,
        taxMinor: 0,
        picked: 1,
        short: 0,
        returned: 0,
      },
    ],
  });
  const told = withoutCustomer(order);
  expect(JSON.stringify(told).toLowerCase()).not.toContain('secret');
  expect(fulfillmentOrder.parse(told)).toMatchObject({ id: 'F1', orderNumber: 'W-1', lines: order.lines, state: { status: 'shipped' } });
});
