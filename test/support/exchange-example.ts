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
