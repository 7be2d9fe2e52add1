import type { SaleCompleted } from '../../domain/sale/sale.ts';

const CARRIED = { kind: 'exchange' as const, currency: 'USD', amountMinor: 100, reference: null, state: 'accepted' as const };

const LINE_BACK = {
  lineNo: 1,
  fulfillmentOrderId: null,
  orderId: null,
  sku: 'A',
  name: 'Article A',
  quantity: 1,
  disposition: 'restock' as const,
  refundMinor: 100,
  refundTaxMinor: 0,
  kind: 'goods' as const,
  unit: 'piece' as const,
  quantityDecimals: 0,
  reference: null,
  serialNumbers: [],
  taxes: [],
  reason: null,
};

/** A piece of a sale comes back for 1.00, and the same goods are taken home again: the rest is paid in cash. */
export function exchangedOf({ receiptNumber, currency, ...sold }: SaleCompleted, number: string, soldAt: string) {
  const dueMinor = sold.totalMinor - CARRIED.amountMinor;
  const cash = { kind: 'cash' as const, currency, tipMinor: 0, changeMinor: 0, rate: null };
  return {
    receiptNumber: number,
    currency,
    back: {
      refundMinor: CARRIED.amountMinor,
      origin: { kind: 'sale' as const, receiptNumber },
      lines: [LINE_BACK],
      customerId: null,
      roundingMinor: 0,
      tenders: [CARRIED],
      points: null,
      isVoid: false,
      exchangeReceiptNumber: number,
      soldAt,
    },
    sold: {
      ...sold,
      tenders: [
        { ...CARRIED, tipMinor: 0 },
        { ...cash, amountMinor: dueMinor, givenMinor: dueMinor },
      ],
    },
  };
}

/** A piece of an order stays at pickup for 1.00, and the same goods are taken home: the rest is paid in cash. */
export function pickupExchangedOf(sale: SaleCompleted, number: string) {
  const { back, ...rest } = exchangedOf(sale, number, '');
  const stays = { lineNo: 1, sku: 'A', quantity: 1 };
  return {
    ...rest,
    handover: {
      fulfillmentOrderId: 'F1',
      verifiedBy: 'pickup_code' as const,
      lines: [stays],
      proofId: null,
      documentKind: null,
      codeId: null,
      notTaken: [{ ...stays, reason: 'refused' as const }],
    },
    back: {
      ...back,
      origin: { kind: 'order' as const, orderNumber: 'WEB-1' },
      lines: back.lines.map((line) => ({ ...line, fulfillmentOrderId: 'F1', orderId: 'O1' })),
      soldAt: null,
    },
  };
}
