import { refundTenderOf } from '../payments/tender.ts';

interface ReturnOf2 {
  readonly currency: string;
  readonly refundMinor: number;
  readonly refundTender: 'cash' | 'original_payment';
  readonly lines: readonly object[];
}

function isOf2(payload: unknown): payload is ReturnOf2 {
  if (typeof payload !== 'object' || payload === null || 'tenders' in payload) return false;
  const { refundTender, lines } = payload as Partial<ReturnOf2>;
  const isLine = (line: unknown): boolean => typeof line === 'object' && line !== null && !('kind' in line);
  return (refundTender === 'cash' || refundTender === 'original_payment') && Array.isArray(lines) && lines.every(isLine);
}

/** The payload of a return that versions 1 and 2 wrote, in the shape of version 3; undefined when they cannot have written it. */
export function upgradeReturn(payload: unknown): unknown {
  if (!isOf2(payload)) return undefined;
  const { refundTender, ...rest } = payload;
  return {
    ...rest,
    lines: payload.lines.map((line) => ({
      ...line,
      orderId: null,
      kind: 'goods',
      unit: 'piece',
      quantityDecimals: 0,
      reference: null,
      serialNumbers: [],
      taxes: [],
      reason: null,
    })),
    customerId: null,
    isVoid: false,
    points: null,
    roundingMinor: 0,
    tenders: [refundTenderOf(refundTender, payload.currency, payload.refundMinor)],
    exchangeReceiptNumber: null,
    soldAt: null,
  };
}
