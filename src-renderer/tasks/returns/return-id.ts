import { v7 as uuidv7 } from 'uuid';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import type { CardPayments, OpenCardPayment } from '../../kit/card-services.ts';

/**
 * Names a return: as the one for which a terminal has given back a payment of this sale, or is about to, where no return has
 * booked that yet. Its draft may be lost; the money must not go back again. Otherwise a new name.
 */
export function returnIdOf(found: Returnable, cards: Pick<CardPayments, 'refunds'>): string {
  return begunRefundOf(found, cards)?.cartId ?? uuidv7();
}

/** A payment of this sale that a terminal has given back, or is about to, where no return has booked that yet. */
export function begunRefundOf(found: Returnable, { refunds }: Pick<CardPayments, 'refunds'>): OpenCardPayment | undefined {
  const paidBy = new Set(found.kind === 'sale' ? found.sale.tenders.flatMap((one) => ('reference' in one ? [one.reference] : [])) : []);
  return [...refunds.getState().payments.values()].find(
    ({ refundOf, attempt: { state } }) => refundOf !== null && paidBy.has(refundOf) && (state === 'reversing' || state === 'reversed'),
  );
}
