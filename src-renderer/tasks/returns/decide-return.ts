import { accept, refuse } from '../../../domain/base/result.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { cashRounding } from '../../../domain/payments/settings.ts';
import type { RefundTo } from '../../../domain/returns/plan-refund.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { type GivenBack, returnGoods } from '../../../domain/returns/return-goods.ts';
import type { Decide } from '../../kit/register-services.ts';
import { type Choices, lineKey, NO_CHOICE, refreshed, sourceOf } from './return-form.ts';

/**
 * Decides a return on what is known at the moment it is recorded, not on what the form showed. Cash leaves only the
 * drawer of an open shift.
 * @param givenBack what a terminal has given back for it already.
 */
export function decideReturn(found: Returnable, choices: Choices, to: RefundTo = 'original', givenBack: readonly GivenBack[] = []): Decide {
  return ({ reader, nextReceiptNumber, openShift }) => {
    const now = refreshed(found, reader);
    const source = sourceOf(now, reader);
    const decision = returnGoods({
      receiptNumber: nextReceiptNumber,
      origin: source.origin,
      currency: source.currency,
      cashRounding: settingOf(reader, cashRounding, { storeId: openShift?.storeId }),
      ...(now.kind === 'sale' && { paid: now.sale }),
      to,
      givenBack,
      reprice: source.reprice,
      choices: source.lines.map((line) => ({ line, ...(choices.get(lineKey(line)) ?? NO_CHOICE) })),
    });
    if (!decision.ok) return decision;
    if (decision.value.tenders.some((one) => one.kind === 'cash') && openShift === null) return refuse('no_open_shift');
    return accept(goodsReturned.request(decision.value));
  };
}
