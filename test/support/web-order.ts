import type { OrderIntake } from '../../domain/orders/order-intake.ts';

/** An order as a web shop sends it: two units to be picked up. */
export const webOrder: OrderIntake = {
  number: '#1001',
  placedAt: '2026-11-25T15:00:00.000Z',
  currency: 'USD',
  customer: { name: 'Customer', email: null, phone: null },
  fulfillment: { kind: 'pickup', storeId: 'S1', pickupCode: '4711' },
  lines: [{ sku: 'A', quantity: 2, unitPrice: 1_250_000, totalMinor: 2500, taxMinor: 0 }],
};

/** The same with another price of a unit. */
export const withPrice = (unitPrice: unknown, currency = 'USD') => ({
  ...webOrder,
  currency,
  lines: [{ ...webOrder.lines[0], unitPrice }],
});
