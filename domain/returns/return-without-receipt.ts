import type { IdentityDocument } from '../fulfillment/identity.ts';
import { refundTenderOf } from '../payments/tender.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { Condition, Disposition } from './disposition.ts';
import type { FeeFor } from './fee-by-rules.ts';
import { againstPolicy, type NoReceiptTrouble } from './no-receipt-policy.ts';
import type { NoReceiptUse } from './no-receipt-use.ts';
import { feesOf } from './restocking-fee.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';
import type { NoReceiptPolicy } from './settings.ts';

/** Goods that somebody brings, at what they cost at least lately. */
export interface BroughtGoods {
  readonly line: SaleLine;
  readonly disposition: Disposition;
  /** Codes; null where nobody said. */
  readonly reason: string | null;
  readonly condition: Condition | null;
}

export interface NoReceiptRequest {
  readonly receiptNumber: string;
  readonly currency: string;
  readonly goods: readonly BroughtGoods[];
  /** Which kind of document was shown; null for none. */
  readonly document: IdentityDocument | null;
  readonly customerId: string | null;
  /** The id of the store credit that is given. */
  readonly storeCredit: string;
  readonly policy: NoReceiptPolicy;
  /** What the customer brought back so before. */
  readonly use: NoReceiptUse | undefined;
  /** What the store keeps of each line; nothing where it is left out. */
  readonly feeFor?: FeeFor;
  /** Now, an instant. */
  readonly at: string;
}

const REFUSED: Readonly<Record<NoReceiptTrouble, Refusal>> = {
  not_offered: 'no_receipt_not_offered',
  customer: 'no_receipt_customer',
  document: 'no_receipt_document',
  return_limit: 'no_receipt_limit',
  customer_returns: 'no_receipt_customer_limit',
  customer_limit: 'no_receipt_customer_limit',
};

/** A line of what comes back without a receipt: nothing says where it was bought. */
function lineOf({ line, disposition, reason, condition }: BroughtGoods, index: number): ReturnLine {
  const { sku, name, quantity, unit, quantityDecimals, totalMinor, taxMinor, taxes } = line;
  return {
    lineNo: index + 1,
    fulfillmentOrderId: null,
    orderId: null,
    sku,
    name,
    quantity,
    disposition,
    ...(condition !== null && { condition }),
    refundMinor: totalMinor,
    refundTaxMinor: taxMinor,
    kind: 'goods',
    unit,
    quantityDecimals,
    reference: null,
    serialNumbers: [],
    taxes,
    reason,
  };
}

/** The lines of goods that come back without a receipt, with what the store keeps of each. */
function linesOf({ goods, feeFor }: Pick<NoReceiptRequest, 'goods' | 'feeFor'>): ReturnLine[] {
  return goods.map(lineOf).map((line) => {
    const fee = feeFor?.(line) ?? null;
    return fee === null ? line : { ...line, fee };
  });
}

const sumOf = (lines: readonly ReturnLine[]): number => lines.reduce((sum, line) => sum + line.refundMinor, -feesOf(lines));

/** The store credit that goods give, less the fees, in minor units. */
export function creditFor(brought: Pick<NoReceiptRequest, 'goods' | 'feeFor'>): number {
  return sumOf(linesOf(brought));
}

/**
 * Takes goods back that nobody can show a receipt for, and gives store credit. Refuses none at all, what is no goods, and what the policy
 * of the company does not allow.
 */
export function returnWithoutReceipt(request: NoReceiptRequest): Result<GoodsReturned, Refusal> {
  const { receiptNumber, currency, goods, document, customerId, storeCredit, policy, use, at } = request;
  if (goods.length === 0) return refuse('nothing_to_return');
  if (goods.some(({ line }) => line.kind !== 'goods')) return refuse('wrong_item');
  const lines = linesOf(request);
  const refundMinor = sumOf(lines);
  const against = againstPolicy(policy, use, { document, customerId, refundMinor, at });
  if (against !== null) return refuse(REFUSED[against.trouble]);
  return accept({
    receiptNumber,
    origin: { kind: 'no_receipt', document },
    currency,
    lines,
    refundMinor,
    customerId,
    roundingMinor: 0,
    tenders: [{ ...refundTenderOf('store_credit', currency, refundMinor), reference: storeCredit }],
    points: null,
    isVoid: false,
    exchangeReceiptNumber: null,
    soldAt: null,
  });
}
