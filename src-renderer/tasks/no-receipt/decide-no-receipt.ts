import { accept, refuse } from '../../../domain/base/result.ts';
import type { StoreReader } from '../../../domain/base/define-document.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { feesByRules } from '../../../domain/returns/fee-by-rules.ts';
import { noReceiptUseDocument, noReceiptUseId } from '../../../domain/returns/no-receipt-use.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { type BroughtGoods, returnWithoutReceipt } from '../../../domain/returns/return-without-receipt.ts';
import { noReceiptPolicy, returnRules } from '../../../domain/returns/settings.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { Decide } from '../../kit/register-services.ts';
import { NO_CHOICE } from '../returns/return-form.ts';
import type { NoReceiptDraft } from './brought-goods.ts';

/** What a customer brought back without a receipt before, as far as this device knows. */
export function usedBefore(reader: StoreReader, customerId: string | null) {
  return customerId === null ? undefined : reader.get(noReceiptUseDocument, noReceiptUseId(customerId));
}

/** What is brought, with what was said of it. */
export function goodsOf({ brought }: Pick<NoReceiptDraft, 'brought'>, lines: readonly SaleLine[]): BroughtGoods[] {
  return lines.map((line) => {
    const { disposition, reason = null, condition = null } = brought.get(line.sku) ?? NO_CHOICE;
    return { line, disposition, reason, condition };
  });
}

export interface PricedDraft {
  readonly draft: NoReceiptDraft;
  /** What is brought, at what it cost at least lately. */
  readonly lines: readonly SaleLine[];
  readonly storeId: string;
  readonly currency: string;
}

/** Decides a return without a receipt on what is known when it is recorded. @param now epoch milliseconds. */
export function decideNoReceipt({ draft, lines, storeId, currency }: PricedDraft, now = Date.now()): Decide {
  const { document, customerId, creditNumber } = draft;
  return ({ reader, nextReceiptNumber }) => {
    const goods = goodsOf(draft, lines);
    if (settingOf(reader, returnRules, {}).needsReason && goods.some(({ reason }) => reason === null))
      return refuse('return_reason_missing');
    const decided = returnWithoutReceipt({
      receiptNumber: nextReceiptNumber,
      currency,
      goods,
      document,
      customerId,
      storeCredit: storedValueId(creditNumber),
      policy: settingOf(reader, noReceiptPolicy, { storeId }),
      use: usedBefore(reader, customerId),
      feeFor: feesByRules(reader),
      at: new Date(now).toISOString(),
    });
    return decided.ok ? accept(goodsReturned.request(decided.value)) : decided;
  };
}
