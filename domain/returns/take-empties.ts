import { refundTenderOf, type RefundTender } from '../payments/tender.ts';
import { type CashRoundingRule, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { GoodsReturned, ReturnLine } from './return.ts';
import { cashTendersBack, returnedCash } from './void-cash.ts';

export interface EmptiesRequest {
  readonly receiptNumber: string;
  readonly currency: string;
  /** The deposits, priced as a sale of them would be today. */
  readonly deposits: readonly SaleLine[];
  /** How cash that is paid out is rounded; none where it is left out. */
  readonly cashRounding?: CashRoundingRule;
  /** Cash unless told; else the id of the store credit that is issued for them. */
  readonly to?: 'cash' | { readonly storeCredit: string };
}

function returnedLine({ lineNo, sku, name, quantity, totalMinor, taxMinor, taxes }: SaleLine): ReturnLine {
  return {
    lineNo,
    fulfillmentOrderId: null,
    orderId: null,
    sku,
    name,
    quantity,
    disposition: 'restock',
    refundMinor: totalMinor,
    refundTaxMinor: taxMinor,
    kind: 'deposit',
    unit: 'piece',
    quantityDecimals: 0,
    reference: null,
    serialNumbers: [],
    taxes,
    reason: null,
  };
}

/** How the deposit is paid out. */
function paidOut(
  refundMinor: number,
  { currency, cashRounding = NOT_ROUNDED, to = 'cash' }: EmptiesRequest,
): { readonly tenders: RefundTender[]; readonly roundingMinor: number } {
  if (to !== 'cash') {
    const credit = { ...refundTenderOf('store_credit', currency, refundMinor), reference: to.storeCredit };
    return { tenders: [credit], roundingMinor: 0 };
  }
  const cash = returnedCash(refundMinor, cashRounding);
  return { tenders: cashTendersBack(cash, currency), roundingMinor: cash.roundingMinor };
}

/**
 * Takes empties back and pays their deposit out, in cash or as store credit. No receipt is asked for: a deposit belongs to whoever brings
 * the bottle. Refuses none at all, and what is no deposit.
 */
export function takeEmpties(request: EmptiesRequest): Result<GoodsReturned, Refusal> {
  const { receiptNumber, currency, deposits } = request;
  if (deposits.length === 0) return refuse('nothing_to_return');
  if (deposits.some(({ kind }) => kind !== 'deposit')) return refuse('wrong_item');
  const lines = deposits.map(returnedLine);
  const refundMinor = lines.reduce((sum, line) => sum + line.refundMinor, 0);
  return accept({
    receiptNumber,
    origin: { kind: 'empties' },
    currency,
    lines,
    refundMinor,
    customerId: null,
    ...paidOut(refundMinor, request),
    points: null,
    isVoid: false,
    exchangeReceiptNumber: null,
    soldAt: null,
  });
}
