import { goodsExchanged, type ExchangeRecorded, pickupExchanged } from '../../../domain/exchanges/operations.ts';
import type { PickupExchangeOperation } from '../../../domain/exchanges/pickup-exchange.ts';
import { goodsReturned, type ReturnRecorded } from '../../../domain/returns/operations.ts';
import { saleCompleted, type SaleRecorded } from '../../../domain/sale/operations.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { parseReceiptNumber } from '../../../domain/sale/receipt-number.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { parseAmount } from '../../../texts/say/format-money.ts';

/** What was done here and has a receipt. */
export type Receipt = SaleRecorded | ReturnRecorded | Exchanged;

/** What was exchanged on one receipt, at the return desk or at pickup. */
export type Exchanged = ExchangeRecorded | PickupExchangeOperation;

export function isExchanged(operation: Operation): operation is Exchanged {
  return goodsExchanged.is(operation) || pickupExchanged.is(operation);
}

/** Receipts out of the journal, the newest first. */
export interface HistoryPage {
  readonly receipts: readonly Receipt[];
  /** The place before which the next page goes on; null when there is nothing before. */
  readonly before: number | null;
}

/** Places of the journal that are read at once. */
const BATCH = 200;

/** Places that are looked through for one page of a search; the next page goes on from there. */
const LOOKED_THROUGH = 5_000;

type Journal = Pick<RegisterServices, 'recordedBefore'>;

function isReceipt(operation: Operation): operation is Receipt {
  return saleCompleted.is(operation) || goodsReturned.is(operation) || isExchanged(operation);
}

/** What a customer paid or got back, in minor units: of an exchange the difference. */
export function amountOf(receipt: Receipt): number {
  if (isExchanged(receipt)) return receipt.payload.sold.totalMinor - (receipt.payload.back?.refundMinor ?? 0);
  return saleCompleted.is(receipt) ? receipt.payload.totalMinor : -receipt.payload.refundMinor;
}

/** Reads one page of the receipts before a place in the journal. @param wanted which of them; all unless told. */
export async function readReceipts(
  journal: Journal,
  before: number,
  limit: number,
  wanted: (receipt: Receipt) => boolean = () => true,
): Promise<HistoryPage> {
  const receipts: Receipt[] = [];
  let from = before;
  while (from > 1 && before - from < LOOKED_THROUGH) {
    for (const operation of await journal.recordedBefore(from, BATCH)) {
      if (!isReceipt(operation) || !wanted(operation)) continue;
      if (receipts.length === limit) return { receipts, before: receipts.at(-1)?.seq ?? from };
      receipts.push(operation);
    }
    from = Math.max(1, from - BATCH);
  }
  return { receipts, before: from > 1 ? from : null };
}

/** The place of the first operation by which so many receipts were numbered: each carries the count, so halving finds it. */
async function placeOfReceipt(journal: Journal, count: number, lastSeq: number): Promise<number> {
  let [low, high] = [1, lastSeq];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [operation] = await journal.recordedBefore(middle + 1, 1);
    // A place without an operation that is understood tells nothing; what is before it does.
    if ((operation?.receiptCount ?? 0) >= count) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a search in the history asks for. */
export type HistorySearch =
  | { readonly kind: 'all' }
  | { readonly kind: 'receipt'; readonly count: number }
  | { readonly kind: 'amount'; readonly minor: number }
  /** It is neither a receipt number of this register nor an amount. */
  | { readonly kind: 'none' };

/** Reads what was typed: a receipt number, whole or its digits alone, or an amount with a decimal point. */
export function readHistorySearch(text: string, prefix: string, currency: string): HistorySearch {
  const typed = text.trim();
  if (typed === '') return { kind: 'all' };
  const number = parseReceiptNumber(typed);
  if (number !== null) return number.prefix === prefix && number.count > 0 ? { kind: 'receipt', count: number.count } : { kind: 'none' };
  if (/^\d{1,12}$/.test(typed) && Number(typed) > 0) return { kind: 'receipt', count: Number(typed) };
  const minor = parseAmount(typed, currency);
  return minor === null ? { kind: 'none' } : { kind: 'amount', minor };
}

/** Receipts that a search asks for, before a place in the journal. @param lastSeq the newest place. */
export async function searchReceipts(
  journal: Journal,
  search: HistorySearch,
  before: number,
  lastSeq: number,
  limit: number,
): Promise<HistoryPage> {
  switch (search.kind) {
    case 'all':
      return readReceipts(journal, before, limit);
    case 'amount':
      return readReceipts(journal, before, limit, (receipt) => Math.abs(amountOf(receipt)) === search.minor);
    case 'receipt': {
      const place = await placeOfReceipt(journal, search.count, lastSeq);
      const [operation] = await journal.recordedBefore(place + 1, 1);
      const found = operation !== undefined && isReceipt(operation) && operation.receiptCount === search.count ? [operation] : [];
      return { receipts: found, before: null };
    }
    case 'none':
      return { receipts: [], before: null };
  }
}
