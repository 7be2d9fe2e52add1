/** What an operation is sent and answers, for those who read the description of the API. */
interface ApiExample {
  readonly body?: unknown;
  /** By the status. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

const SHIP_TO = { line1: '11 Wall Street', city: 'New York', region: 'NY', postalCode: '10005', country: 'US' };
const ORDER = {
  number: 'W-1001',
  placedAt: '2026-03-02T09:30:00-05:00',
  currency: 'USD',
  customer: { name: 'Ada Kent', email: 'ada@example.com' },
  fulfillment: { kind: 'ship', shipTo: SHIP_TO },
  channel: 'web',
  note: 'Please ring twice.',
  language: 'en-US',
  shipping: { totalMinor: 499, taxMinor: 41 },
  payments: [{ reference: 'pi_3N', method: 'card', amountMinor: 5169, captured: true }],
  fields: { campaign: 'spring', newCustomer: true },
  lines: [{ sku: '100004', quantity: 1, unitPrice: '42.89', totalMinor: 4670, taxMinor: 381, fields: { engraving: 'A.K.' } }],
};

const NO_SKU = {
  code: 'unknown_sku',
  message: 'The catalog has no SKU or barcode NOPE.',
  field: 'lines.0.sku',
  fix: 'Add the product to the catalog first, or correct the SKU.',
};
const NO_CURRENCY = {
  code: 'currency_not_taken',
  message: 'The company has USD, and no rate for EUR.',
  field: 'currency',
  fix: 'Send the order in one of USD, or give EUR a rate in the setting cash.foreign.',
};
const KEY_REUSED = {
  code: 'idempotency_key_reused',
  message: 'This idempotency key was used for an order with other content.',
  field: 'Idempotency-Key',
  fix: 'Use a new key for each order; repeat a key only to send the very same order again.',
};

/** By `operationId`. A test reads each by the schema of its place. */
export const API_EXAMPLES: Readonly<Record<string, ApiExample>> = {
  placeOrder: {
    body: ORDER,
    answers: {
      409: { error: KEY_REUSED, errors: [KEY_REUSED] },
      422: { error: NO_CURRENCY, errors: [NO_CURRENCY, NO_SKU] },
    },
  },
  cancelOrder: { body: {} },
  changeFulfillment: { body: { fulfillment: { kind: 'ship', shipTo: SHIP_TO } } },
  movePickup: { body: { storeId: 'CHI1', promisedAt: '2026-03-03T18:00:00.000Z' } },
  renewPickupCode: { body: { pickupCode: '5309' } },
  tellArrival: { body: { bay: '3', car: 'A red van' } },
  quotePrices: {
    body: { lines: [{ sku: '100004', quantity: 2 }], fulfillment: { kind: 'pickup', storeId: 'NYC1' }, codes: ['SPRING'] },
  },
  readAvailability: {
    answers: { 200: { items: [{ sku: '100004', locationId: 'CHI1', onHand: 55, reserved: 0, available: 55 }] } },
  },
  makeKey: { body: { name: 'marketplace', scopes: ['orders', 'availability'], expiresAt: '2099-01-31T00:00:00.000Z' } },
  makeRegisterCode: { body: { storeId: 'SEA1' } },
};
