import type { StoreReader } from '../../domain/base/effect.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import type { Operation, OperationRequest } from '../../domain/registry/operations.ts';
import { type CartLine, priceSale } from '../../domain/pricing/price-sale.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';

/** The store of all examples. */
export const STORE = 'S1';
export const AT = '2026-03-02T10:00:00.000Z';
export const DATE = '2026-03-02';

/** A reader that knows nothing. */
export const nothingKnown: StoreReader = {
  fulfillmentOrder: () => undefined,
  sale: () => undefined,
  shift: () => undefined,
  exception: () => undefined,
};

/** A line of a fulfillment order; nothing picked, short or returned unless told. */
export function fulfillmentLineOf(given: Partial<FulfillmentLine> = {}): FulfillmentLine {
  return {
    lineNo: 1,
    sku: 'A',
    gtin: null,
    name: 'Article A',
    quantity: 1,
    unitPrice: 100_000,
    totalMinor: 100,
    taxMinor: 0,
    picked: 0,
    short: 0,
    returned: 0,
    ...given,
  };
}

/** An open order to ship from the example store unless told otherwise. */
export function fulfillmentOrderOf(given: Partial<FulfillmentOrder> = {}): FulfillmentOrder {
  return {
    id: 'F1',
    orderId: 'O1',
    orderNumber: 'WEB-1',
    locationId: STORE,
    kind: 'ship',
    customer: { name: 'Customer', email: null, phone: null },
    shipTo: null,
    pickupCodeHash: null,
    placedAt: AT,
    currency: 'USD',
    lines: [fulfillmentLineOf()],
    state: { status: 'open' },
    ...given,
  };
}

/** An article on the counter. */
export function cartLineOf(given: Partial<CartLine> = {}): CartLine {
  return { sku: 'A', gtin: null, name: 'Article A', quantity: 1, unitPrice: 100_000, taxClass: 'standard', ...given };
}

/** An operation as a register of the example store would have recorded it. Its hash is not its own: nothing here checks it. */
export function operationOf<R extends OperationRequest>(
  request: R,
  given: { readonly seq?: number; readonly storeId?: string; readonly shiftId?: string | null } = {},
): Extract<Operation, { type: R['type'] }> {
  const seq = given.seq ?? 1;
  const made = {
    id: `0192f0c0-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    version: OPERATION_VERSION,
    registerId: 'R1',
    storeId: given.storeId ?? STORE,
    seq,
    prevHash: '0'.repeat(64),
    hash: '0'.repeat(64),
    receiptCount: 0,
    associateId: 'ASSOCIATE',
    shiftId: given.shiftId ?? null,
    businessDate: DATE,
    at: AT,
    clockOffsetMs: null,
    ...request,
  };
  return made as unknown as Extract<Operation, { type: R['type'] }>;
}

/** An open shift with 5.00 taken. */
export function shiftOf(given: Partial<Shift> = {}): Shift {
  return {
    id: 'SHIFT',
    storeId: STORE,
    registerId: 'R1',
    associateId: 'ASSOCIATE',
    businessDate: DATE,
    currency: 'USD',
    openedAt: AT,
    floatMinor: 10_000,
    cashMinor: 500,
    closed: null,
    ...given,
  };
}

/** A sale of these articles as the replica keeps it, without promotions, paid in exact cash. */
export function saleOf(cart: readonly CartLine[], given: Partial<Sale> = {}): Sale {
  const { lines, totalMinor, taxMinor } = priceSale(cart, {
    pricesIncludeTax: false,
    taxRates: new Map([['standard', 88_750]]),
    promotions: [],
    date: DATE,
  });
  return {
    receiptNumber: 'A1-000001',
    currency: 'USD',
    pricesIncludeTax: false,
    lines,
    totalMinor,
    taxMinor,
    tenders: [{ kind: 'cash', givenMinor: totalMinor, changeMinor: 0 }],
    saleId: 'SALE',
    storeId: STORE,
    registerId: 'R1',
    associateId: 'ASSOCIATE',
    businessDate: DATE,
    at: AT,
    returned: {},
    ...given,
  };
}

/** An open exception of the example store: an order handed over twice, unless told otherwise. */
export function exceptionOf(given: Partial<Exception> = {}): Exception {
  return {
    id: 'E1',
    storeId: STORE,
    kind: 'handed_over_twice',
    operationId: null,
    subject: 'WEB-1',
    explanation: 'Order WEB-1 was handed over, but its goods had left the store before.',
    openedAt: AT,
    goods: [{ sku: 'A', quantity: 1 }],
    resolved: null,
    ...given,
  };
}
