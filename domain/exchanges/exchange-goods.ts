import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { CarriedTender } from '../payments/tender.ts';
import { returnGoods, type ReturnRequest } from '../returns/return-goods.ts';
import { completeSale, type CompleteSale } from '../sale/complete-sale.ts';
import type { GoodsExchanged } from './exchange.ts';
import { type Carried, planExchange, staysFirst } from './plan-exchange.ts';

export interface ExchangeRequest {
  readonly back: Omit<ReturnRequest, 'receiptNumber' | 'voidReason' | 'carried'>;
  /** What is taken home, and what the customer pays besides. */
  readonly sale: Omit<CompleteSale, 'receiptNumber'>;
  readonly receiptNumber: string;
}

/** What the goods that came back pay, as it stands in the sale and in the return. */
export function carriedTenders(carried: readonly Carried[], currency: string): CarriedTender[] {
  return carried.map(({ from, reference, amountMinor }) => {
    const tender = { kind: 'exchange', currency, amountMinor, tipMinor: 0, reference, state: 'accepted' } as const;
    return from === null ? tender : { ...tender, carries: from };
  });
}

/**
 * Decides an exchange: a return and a sale on one receipt. What comes back pays for what is taken home; the rest is paid, or goes back as
 * that of any return. Refuses what either would refuse alone, and goods of two currencies.
 */
export function exchangeGoods({ back, sale, receiptNumber }: ExchangeRequest): Result<GoodsExchanged, Refusal> {
  if (back.currency !== sale.currency) return refuse('exchange_other_currency');
  const { paid } = back;
  const whole = returnGoods({ ...back, receiptNumber, givenBack: [] });
  if (!whole.ok) return whole;
  const plan = planExchange(paid, whole.value.refundMinor, sale.priced.totalMinor);
  const carried = carriedTenders(plan.carried, sale.currency);
  const returned = returnGoods({ ...back, ...(paid !== undefined && { paid: staysFirst(paid) }), receiptNumber, carried });
  if (!returned.ok) return returned;
  const sold = completeSale({ ...sale, receiptNumber, otherTenders: [...carried, ...(sale.otherTenders ?? [])] });
  if (!sold.ok) return sold;
  const { receiptNumber: _, currency, ...taken } = sold.value;
  const { receiptNumber: _same, currency: _own, ...cameBack } = returned.value;
  return accept({ receiptNumber, currency, back: { ...cameBack, exchangeReceiptNumber: receiptNumber }, sold: taken });
}
