import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { isMailAddress } from '../mail/mail-address.ts';
import { fulfillmentOrderDocument, pickupMailWanted } from './documents.ts';
import { type FulfillmentOrder, hasEnded } from './fulfillment-order.ts';
import { onOrder } from './on-order.ts';
import type { PickupMailRequested } from './payloads.ts';

/** For so long nobody asks for another mail of one pickup: the one before may still be on its way. Milliseconds. */
export const MAIL_AGAIN_AFTER_MS = 10 * 60_000;

/** So often the mail of one pickup is sent again by hand. */
export const MOST_MAILS_AGAIN = 5;

/** Whether a mail was asked for a moment ago. A clock that is far off holds nobody up. */
function isJustAsked({ mailAgain }: FulfillmentOrder, now: number): boolean {
  return mailAgain !== undefined && mailAgain.state !== 'failed' && Math.abs(now - Date.parse(mailAgain.at)) < MAIL_AGAIN_AFTER_MS;
}

/** Why the mail of a pickup is not sent again; null where it is. @param now epoch milliseconds. */
function whyNotAgain(order: FulfillmentOrder, now: number): Refusal | null {
  if (hasEnded(order)) return 'order_has_ended';
  if (order.kind !== 'pickup' || order.state.status !== 'ready') return 'not_ready';
  if (!isMailAddress(order.customer.email?.trim() ?? '')) return 'mail_address_missing';
  if ((order.mailAgain?.times ?? 0) >= MOST_MAILS_AGAIN) return 'mailed_too_often';
  return isJustAsked(order, now) ? 'mailed_just_now' : null;
}

/** Has the customer of a ready pickup told once more by mail. @param now epoch milliseconds. */
export function askMailAgain(order: FulfillmentOrder, now: number): Result<RequestFor<PickupMailRequested>, Refusal> {
  const refusal = whyNotAgain(order, now);
  return refusal === null ? accept({ type: 'pickup_mail_requested', payload: { fulfillmentOrderId: order.id } }) : refuse(refusal);
}

/** The mail is on its way. Two registers that asked while they did not see each other have it sent once. */
export function applyPickupMailRequested(reader: StoreReader, operation: PickupMailRequested): Effect[] {
  const { at, associateId: by, payload } = operation;
  return onOrder(reader, operation, payload.fulfillmentOrderId, (order) => {
    if (whyNotAgain(order, Date.parse(at)) !== null) return [];
    const times = (order.mailAgain?.times ?? 0) + 1;
    const told: FulfillmentOrder = { ...order, mailAgain: { at, by, times, state: 'waiting' } };
    return [fulfillmentOrderDocument.put(told), pickupMailWanted.effect(told)];
  });
}
