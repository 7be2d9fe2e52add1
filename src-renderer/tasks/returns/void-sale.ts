import { v7 as uuidv7 } from 'uuid';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import type { Sale } from '../../../domain/sale/sale.ts';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { newCreditNumber } from './credit-number.ts';
import { readReturnDraft, RETURN_DRAFT, type Voiding, writeReturnDraft } from './return-draft.ts';
import { begunRefundOf } from './return-id.ts';

/** Why a sale that was paid is taken back as a whole: codes that the journal keeps. */
export const POST_VOID_REASONS = ['wrong_payment', 'changed_mind', 'wrong_goods', 'other'] as const;

export type PostVoidReason = (typeof POST_VOID_REASONS)[number];

/** Whether nothing of a sale has come back. */
export function isWhole({ returned }: Pick<Sale, 'returned'>): boolean {
  return Object.values(returned).every((units) => units === 0);
}

/**
 * Begins to take back a whole sale: the screen of returns finds it, and a person confirms it there.
 * @param shiftId of the sale.
 * @returns false where a return has been begun, or a card is given back by one, which comes first.
 */
export async function beginVoid(
  { loadDraft, saveDraft, cards, sync }: Pick<RegisterServices, 'loadDraft' | 'saveDraft' | 'cards' | 'sync'>,
  sale: Sale,
  reason: PostVoidReason,
  shiftId: string,
): Promise<boolean> {
  const { receiptNumber: number } = sale;
  const begun = readReturnDraft(await loadDraft(RETURN_DRAFT));
  if ((begun !== null && begun.number !== number) || begunRefundOf({ kind: 'sale', sale }, cards) !== undefined) return false;
  saveDraft(
    RETURN_DRAFT,
    writeReturnDraft({ number, returnId: uuidv7(), ...newCreditNumber({ sync }), choices: new Map(), voiding: { reason, shiftId } }),
  );
  return true;
}

/**
 * Whether a void that was begun goes on: its drawer is still open and nothing came back meanwhile, or a card has got its money back
 * already. Otherwise what was found is taken back as a return.
 * @param openShiftId of now. @param begunRefund of a card of the sale.
 */
export function canStillVoid(
  found: Returnable,
  voiding: Voiding | null,
  openShiftId: string | undefined,
  begunRefund: OpenCardPayment | undefined,
): boolean {
  if (voiding === null || found.kind !== 'sale') return false;
  return begunRefund !== undefined || (openShiftId === voiding.shiftId && isWhole(found.sale));
}
