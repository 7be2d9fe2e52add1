import type { DeclinedCard } from '../../../domain/payments/card-payment.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { cardDetails } from '../../../texts/paper/tender-parts.ts';
import { cardName } from '../../../texts/say/card-name.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';

/** A card payment that was declined, as far as anybody knows of it. */
export interface Decline {
  readonly terminalId: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Why, in a sentence. */
  readonly why: string;
  /** Undefined where the terminal read none, or the register was started again since. */
  readonly card: DeclinedCard | undefined;
}

/**
 * The slip of a declined card payment, which acquirers want for cards with a chip: with the lines of the chip (EMV), and never with more of
 * the card's number than its last four digits.
 * @param top what stands above it. @param whose which copy it is.
 */
export function declinedPaper(
  { terminalId, amountMinor, currency, why, card }: Decline,
  top: readonly PaperPart[],
  whose: 'customer' | 'shop',
): Paper {
  const title = words('payment.declinedSlip');
  const told =
    card === undefined ? [words('receipt.terminal', { id: terminalId })] : cardDetails({ ...card, approvalCode: null }, terminalId);
  return {
    title,
    parts: [
      ...top,
      head(title, 'large'),
      head(words(`payment.copyFor.${whose}`)),
      RULE,
      {
        kind: 'figure',
        name: cardName(card ?? { scheme: null, lastFour: null }),
        details: told,
        amount: formatMoney(amountMinor, currency),
        tone: 'plain',
      },
      note(why),
      figure(words('payment.charged'), formatMoney(0, currency), 'strong'),
    ],
  };
}
