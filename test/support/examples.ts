import { heldGoodsOf } from '../../domain/held-sales/held-sale.ts';
import type { CardApproval, CardPayment } from '../../domain/payments/card-payment.ts';
import type { CardRefund } from '../../domain/payments/card-refund.ts';
import { type Tender } from '../../domain/payments/tender.ts';
import { exchangedOf, pickupExchangedOf } from './exchange-example.ts';
import { FULFILLMENT_EXAMPLES } from './fulfillment-examples.ts';
import { complete, type LooseRequest } from './loose-request.ts';
import type { StoreReader } from '../../domain/base/define-document.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import type { OperationOf, OperationRequest, OperationType } from '../../domain/registry/operations.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import type { Sale, SaleCompleted } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { StoredValue } from '../../domain/stored-value/stored-value.ts';

/** The store of all examples. */
export const STORE = 'S1';
export const AT = '2026-03-02T10:00:00.000Z';
export const DATE = '2026-03-02';

/** A reader that knows nothing. */
export const nothingKnown: StoreReader = { get: () => undefined };

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

/** A gift card of the example store with so much on it. */
export function storedValueOf(balanceMinor: number, given: Partial<StoredValue> = {}): StoredValue {
  return {
    id: 'SV-1',
    kind: 'gift_card',
    storeId: STORE,
    currency: 'USD',
    balanceMinor,
    limitMinor: 0,
    isBlocked: false,
    issuedAt: AT,
    changedAt: AT,
    ...given,
  };
}

/** What a card terminal approved: 10.00, online, without a tip. */
export function approvalOf(given: Partial<CardApproval> = {}): CardApproval {
  return {
    authorizedMinor: 1000,
    tipMinor: 0,
    transactionId: 'POI-1',
    transactionAt: AT,
    scheme: 'visa',
    lastFour: '1111',
    approvalCode: null,
    isOnline: true,
    needsSignature: false,
    application: null,
    entry: null,
    verification: null,
    merchantId: null,
    ...given,
  };
}

/** A payment by card whose terminal has been asked. */
export function cardPaymentOf(given: Partial<CardPayment> = {}): CardPayment {
  return {
    id: 'P1',
    storeId: 'S1',
    registerId: 'R1',
    associateId: null,
    cartId: 'C1',
    terminalId: 'T1',
    serviceId: 'S1',
    currency: 'USD',
    amountMinor: 100,
    startedAt: AT,
    status: 'started',
    approval: null,
    condition: null,
    receiptNumber: null,
    refundedMinor: 0,
    leftOpen: null,
    endedAt: null,
    ...given,
  };
}

/** Half of a card payment that goes back to it. */
export function cardRefundOf(given: Partial<CardRefund> = {}): CardRefund {
  return {
    id: 'F1',
    paymentId: 'P1',
    returnId: 'B1',
    storeId: 'S1',
    registerId: 'R1',
    associateId: null,
    terminalId: 'T1',
    serviceId: '1',
    currency: 'USD',
    amountMinor: 50,
    startedAt: AT,
    status: 'started',
    condition: null,
    receiptNumber: null,
    endedAt: null,
    ...given,
  };
}

/** An article on the counter. */
export function cartLineOf(given: Partial<CartLine> = {}): CartLine {
  return { sku: 'A', gtin: null, name: 'Article A', quantity: 1, unitPrice: 100_000, taxClass: 'standard', ...given };
}

/** An operation as a register of the example store would have recorded it. Its hash is not its own: nothing here checks it. */
export function operationOf<T extends OperationType>(
  request: LooseRequest<T>,
  given: { readonly seq?: number; readonly storeId?: string; readonly shiftId?: string | null } = {},
): OperationOf<T> {
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
    approval: null,
    ...complete(request),
  };
  return made as unknown as OperationOf<T>;
}

/** The end of a shift whose drawer agreed with nothing in it. */
export function closingOf(given: Partial<NonNullable<Shift['closed']>> = {}): NonNullable<Shift['closed']> {
  return { at: AT, countedMinor: 0, expectedMinor: 0, reason: null, leftMinor: null, totals: null, ...given };
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

/** Cash in USD, as a tender. */
export function cashOf(givenMinor: number, changeMinor = 0): Tender {
  return { kind: 'cash', currency: 'USD', amountMinor: givenMinor - changeMinor, tipMinor: 0, givenMinor, changeMinor, rate: null };
}

/** A sale of these articles as the replica keeps it, without promotions, paid in exact cash. */
export function saleOf(cart: readonly CartLine[], given: Partial<Sale> = {}): Sale {
  const { lines, totalMinor, taxMinor } = priceSale(cart, {
    pricesIncludeTax: false,
    taxes: oneTaxPerClass({ standard: 88_750 }),
    promotions: [],
    date: DATE,
  });
  return {
    receiptNumber: 'A1-000001',
    currency: 'USD',
    pricesIncludeTax: false,
    begunAt: null,
    lines,
    totalMinor,
    taxMinor,
    customerId: null,
    ageCheck: null,
    taxExemptionId: null,
    coupons: [],
    orders: [],
    roundingMinor: 0,
    tenders: [cashOf(totalMinor)],
    onAccount: null,
    usedPoints: 0,
    saleId: 'SALE',
    storeId: STORE,
    registerId: 'R1',
    associateId: 'ASSOCIATE',
    businessDate: DATE,
    at: AT,
    returned: {},
    refundedMinor: null,
    refundedTo: null,
    isVoided: false,
    ...given,
  };
}

/** What a register records of the same sale. */
export function soldOf(cart: readonly CartLine[]): SaleCompleted {
  const {
    saleId: _1,
    storeId: _2,
    registerId: _3,
    associateId: _4,
    businessDate: _5,
    at: _6,
    returned: _7,
    refundedMinor: _8,
    refundedTo: _9,
    isVoided: _10,
    ...sold
  } = saleOf(cart);
  return sold;
}

/** An open exception of the example store: an order handed over twice, unless told otherwise. */
export function exceptionOf(given: Partial<Exception> = {}): Exception {
  return {
    id: 'E1',
    storeId: STORE,
    kind: 'handed_over_twice',
    operationId: null,
    subject: 'WEB-1',
    facts: { order: 'WEB-1' },
    explanation: '',
    openedAt: AT,
    goods: [{ sku: 'A', quantity: 1 }],
    resolved: null,
    ...given,
  };
}

const F1 = { fulfillmentOrderId: 'F1' };
const ON_COUNTER = { currency: 'USD', lines: [{ sku: 'A', quantity: 1, unitPrice: 100_000 }], grossMinor: 100 };
const SOLD = soldOf([cartLineOf()]);
const BACK = {
  receiptNumber: 'A1-000002',
  currency: 'USD',
  refundMinor: 100,
  lines: [
    {
      lineNo: 1,
      fulfillmentOrderId: null,
      sku: 'A',
      name: 'Article A',
      quantity: 1,
      disposition: 'restock' as const,
      refundMinor: 100,
      refundTaxMinor: 0,
    },
  ],
};

const BRAND = { scheme: 'visa', currency: 'USD', paid: { count: 2, minor: 3_050 }, refunded: { count: 1, minor: 1_000 } };
const HANDED = { currency: 'USD', countedMinor: 0, expectedMinor: 0, denominations: null, reason: null, isAbsent: false };

const LOOSE: readonly LooseRequest[] = [
  { type: 'shift_opened', payload: { currency: 'USD', floatMinor: 10_000 } },
  { type: 'shift_closed', payload: { countedMinor: 0, expectedMinor: 0 } },
  {
    type: 'shift_closed',
    payload: { countedMinor: 0, expectedMinor: 0, terminal: { result: 'told', terminalId: 'T1', isOfShift: true, brands: [BRAND] } },
  },
  { type: 'cash_moved', payload: { kind: 'pay_in', amountMinor: 2_000, currency: 'USD', reason: 'change_fund', bag: null } },
  { type: 'drawer_opened', payload: { reason: 'check_drawer' } },
  { type: 'drawer_handed_over', payload: { fromId: 'ASSOCIATE', toId: 'OTHER', ...HANDED } },
  { type: 'training_started', payload: {} },
  { type: 'sale_completed', payload: SOLD },
  { type: 'sale_cleared', payload: { ...ON_COUNTER, reason: 'other' } },
  { type: 'sale_brought_back', payload: ON_COUNTER },
  { type: 'sale_held', payload: { ...heldGoodsOf([cartLineOf()], null, 'USD'), customerId: null, heldSaleId: 'H1', prefix: 'A1' } },
  { type: 'quick_keys_laid_out', payload: { pages: [{ name: 'Counter', skus: ['A', null, 'B'] }] } },
  {
    type: 'quote_kept',
    payload: {
      ...heldGoodsOf([cartLineOf()], null, 'USD'),
      ...{ quoteId: 'Q1', number: 'Q-ABCDEF', validUntil: DATE, totalMinor: 109, taxMinor: 9, customerId: null },
    },
  },
  { type: 'held_sale_taken', payload: { heldSaleId: 'H1', prefix: 'A2' } },
  {
    type: 'sale_line_reduced',
    payload: { currency: 'USD', sku: 'A', unitPrice: 100_000, quantityBefore: 2, quantityAfter: 1, grossMinor: 100 },
  },
  { type: 'goods_returned', payload: { ...BACK, origin: { kind: 'sale', receiptNumber: SOLD.receiptNumber }, refundTender: 'cash' } },
  {
    type: 'goods_returned',
    payload: {
      ...BACK,
      lines: BACK.lines.map((line) => ({ ...line, ...F1 })),
      origin: { kind: 'order', orderNumber: 'WEB-1' },
      refundTender: 'original_payment',
    },
  },
  { type: 'goods_exchanged', payload: exchangedOf(SOLD, 'A1-000002', AT) },
  { type: 'pickup_exchanged', payload: pickupExchangedOf(SOLD, 'A1-000003') },
  ...FULFILLMENT_EXAMPLES,
  {
    type: 'exception_resolved',
    payload: { exceptionId: 'E1', choice: 'left_once', sku: null, quantity: null, note: '', office: null },
  },
  { type: 'associate_switched', payload: { from: 'ASSOCIATE', to: 'OTHER' } },
  {
    type: 'card_payment_started',
    payload: { paymentId: 'P1', cartId: 'C1', terminalId: 'T1', serviceId: '1', currency: 'USD', amountMinor: 1000 },
  },
  { type: 'card_payment_ended', payload: { outcome: 'approved', paymentId: 'P1', approval: approvalOf() } },
  { type: 'card_reversal_started', payload: { paymentId: 'P1', serviceId: '2' } },
  { type: 'card_reversal_ended', payload: { paymentId: 'P1', isReversed: true, condition: null } },
  { type: 'card_payment_left_open', payload: { paymentId: 'P1', reason: 'terminal_away' } },
  {
    type: 'stored_value_adjusted',
    payload: { storedValueId: 'SV-1', kind: 'gift_card', currency: 'USD', differenceMinor: 1000, reason: 'issued', note: '' },
  },
  { type: 'account_limit_set', payload: { accountId: 'AC-1', currency: 'USD', limitMinor: 100_000, note: '' } },
  { type: 'stored_value_blocked', payload: { storedValueId: 'SV-1', isBlocked: true, note: '' } },
  {
    type: 'card_refund_started',
    payload: {
      ...{ refundId: 'R1', paymentId: 'P1', returnId: 'B1', terminalId: 'T1', serviceId: '3', currency: 'USD' },
      ...{ amountMinor: 500, returnMinor: 700, isVoid: false },
    },
  },
  { type: 'card_money_told', payload: { of: 'refund', id: 'R1', wentBack: true } },
  { type: 'card_refund_ended', payload: { refundId: 'R1', isRefunded: true, condition: null } },
  {
    type: 'customer_consent_recorded',
    payload: { customerId: 'C1', purpose: 'marketing_email', given: true, wording: 1, language: 'en', replaces: null },
  },
  {
    type: 'receipt_mail_requested',
    payload: { mailId: 'M1', receipt: 'sale', receiptNumber: 'A1-000001', isCopy: false, language: 'en' },
  },
  { type: 'receipt_copied', payload: { receipt: 'sale', receiptNumber: 'A1-000001', copyNo: 1 } },
  { type: 'note_added', payload: { ...F1, text: 'Bag torn.' } },
];

/** At least one request of every type of operation, about the documents that the other examples give. */
export const EXAMPLE_REQUESTS: readonly OperationRequest[] = LOOSE.map(complete);
