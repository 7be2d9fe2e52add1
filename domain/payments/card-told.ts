import { z } from 'zod';
import type { StoreReader } from '../base/define-document.ts';
import { entityId } from '../base/envelope.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';

/**
 * How long a terminal is asked about money that goes back before a person may say what became of it, in milliseconds. It gives money back
 * within seconds, or not at all.
 */
export const TELL_AFTER_MS = 30_000;

/** What stands in place of the terminal's code where a person has said what became of the money. */
export const TOLD = 'told';

/** A person has read on the terminal's slip what became of money that goes back, because the terminal does not answer. */
export const cardMoneyToldPayload = z.strictObject({
  /** For goods that came back, or of a payment whose sale was given up. */
  of: z.enum(['refund', 'reversal']),
  /** Of the refund, or of the payment. */
  id: entityId,
  wentBack: z.boolean(),
});

export type CardMoneyTold = z.infer<typeof cardMoneyToldPayload>;

/** Whether a person may still say what became of it: nobody may once the terminal has. */
export function decideCardTold(reader: StoreReader, told: CardMoneyTold): Result<CardMoneyTold, Refusal> {
  const isOpen =
    told.of === 'refund'
      ? reader.get(cardRefundDocument, told.id)?.status === 'started'
      : reader.get(cardPaymentDocument, told.id)?.status === 'reversing';
  return isOpen ? accept(told) : refuse('card_has_answered');
}
