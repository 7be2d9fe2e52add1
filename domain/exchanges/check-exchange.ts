import type { StoreReader } from '../base/define-document.ts';
import { type Fault, fault } from '../base/fault.ts';
import type { RefundTender, Tender } from '../payments/tender.ts';
import { refundFault } from '../returns/check-return.ts';
import { STAYS } from '../returns/plan-refund.ts';
import { saleFault } from '../sale/check-sale.ts';
import type { GoodsExchanged } from './exchange.ts';
import { backOf, soldOf } from './parts-of.ts';

/** The tenders by which the goods that came back pay for the others, comparable. */
function carriedIn(tenders: readonly (Tender | RefundTender)[]): string[] {
  return tenders.flatMap((one) => {
    if (one.kind !== 'exchange') return [];
    return [JSON.stringify([one.currency, one.amountMinor, one.reference, one.carries ?? null, one.tipMinor ?? 0])];
  });
}

const sumOf = (tenders: readonly { readonly kind: string; readonly amountMinor: number }[]) =>
  tenders.reduce((sum, one) => sum + (one.kind === 'exchange' ? one.amountMinor : 0), 0);

/** Whether money goes both ways: it is paid for the goods, and given back for the others, which one plan never does. */
function isBothWays({ back, sold }: GoodsExchanged): boolean {
  // What was bought on account or with points goes back there, whatever is paid.
  const out = back.tenders.reduce((sum, { kind, amountMinor }) => sum + (kind === 'exchange' || STAYS.has(kind) ? 0 : amountMinor), 0);
  return out > 0 && sumOf(sold.tenders) < sold.totalMinor;
}

/**
 * What is wrong with an exchange: its return or its sale is off, or what the one gives is not what the other takes (rule M1). Null where
 * all is well.
 */
export function exchangeFault(reader: StoreReader, exchange: GoodsExchanged): Fault | null {
  const { back, sold, receiptNumber } = exchange;
  if (back.isVoid || back.origin.kind === 'empties' || back.origin.kind === 'no_receipt' || back.exchangeReceiptNumber !== receiptNumber)
    return fault('exchange_return');
  const [given, taken] = [carriedIn(back.tenders), carriedIn(sold.tenders)];
  const isOff = given.length !== taken.length || given.some((one, index) => one !== taken[index]) || isBothWays(exchange);
  if (isOff) return fault('exchange_value', { is: sumOf(sold.tenders), due: sumOf(back.tenders) });
  return saleFault(soldOf(exchange)) ?? refundFault(reader, backOf(exchange));
}
