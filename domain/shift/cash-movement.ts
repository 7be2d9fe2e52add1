import { z } from 'zod';
import type { Requested } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { isTooLarge } from '../base/limits.ts';
import { currency, minorAmount } from '../base/money.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { text } from '../base/text.ts';
import type { Shift } from './shift.ts';

/** Cash that came into the drawer or left it without a sale: paid in, paid out, or taken to the safe. */
export const cashMovementKind = z.enum(['pay_in', 'pay_out', 'drop']);

export const cashMovedPayload = z.strictObject({
  kind: cashMovementKind,
  currency,
  amountMinor: minorAmount.min(1),
  /** A code of the list of reasons; null for a drop, which has one reason alone. */
  reason: entityId.nullable().default(null),
  /** What is written on the bag that went to the safe; null where there was none. */
  bag: text.max(40).nullable().default(null),
});

/** The drawer was opened and nothing was sold: to change a note, say. */
export const drawerOpenedPayload = z.strictObject({ reason: entityId });

export type CashMovementKind = z.infer<typeof cashMovementKind>;
export type CashMoved = z.infer<typeof cashMovedPayload>;
export type DrawerOpened = z.infer<typeof drawerOpenedPayload>;

/** Why cash is paid in, paid out, or the drawer opened without a sale. */
export const CASH_REASONS = {
  pay_in: ['change_fund', 'found', 'other'],
  pay_out: ['small_purchase', 'cleaning', 'delivery', 'tips', 'other'],
  no_sale: ['change_for_customer', 'check_drawer', 'forgot_something', 'other'],
} as const;

/** What a movement puts into the drawer, in minor units; negative takes out. */
export function movedIn({ kind, amountMinor }: Pick<CashMoved, 'kind' | 'amountMinor'>): number {
  return kind === 'pay_in' ? amountMinor : -amountMinor;
}

/** Moves cash into the open drawer or out of it. The amount in minor units of the drawer's currency. */
export function moveCash(
  openNow: Shift | null,
  { kind, amountMinor, reason, bag }: Omit<CashMoved, 'currency'>,
): Result<Requested<'cash_moved', CashMoved>, Refusal> {
  if (openNow === null) return refuse('no_open_shift');
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1) return refuse('amount_not_valid');
  if (isTooLarge(amountMinor)) return refuse('amount_too_large');
  return accept({ type: 'cash_moved', payload: { kind, currency: openNow.currency, amountMinor, reason, bag } });
}

/** Opens the drawer without a sale. It is counted at the end of the shift, with who did it and why. */
export function openWithoutSale(openNow: Shift | null, reason: string): Result<Requested<'drawer_opened', DrawerOpened>, Refusal> {
  if (openNow === null) return refuse('no_open_shift');
  return accept({ type: 'drawer_opened', payload: { reason } });
}
