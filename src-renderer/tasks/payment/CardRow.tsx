import { IconCreditCard } from '../../kit/icons.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { cardFace, mayGiveBack } from './card-face.ts';
import { cardName } from '../../../texts/say/card-name.ts';
import { faceTone } from './card-words.ts';
import { GiveBackButton } from './GiveBackButton.tsx';
import styles from './Payment.module.css';
import type { TenderRowProps } from './tender-kind.ts';
import { useCardPayments } from './use-card-tenders.ts';

/** A card payment as one line of the plan: the card, what became of it, the amount, and the way back where there is one. */
export function CardRow({ payment, tenderId }: TenderRowProps) {
  const card = useCardPayments(payment.cartId).find((one) => one.id === tenderId);
  if (card === undefined) return null;
  const { approval, amountMinor } = card.attempt;
  const face = cardFace(card);
  const isLeftOpen = payment.tenders.some(({ id, state }) => id === tenderId && state === 'left_open');
  const paidMinor = approval?.authorizedMinor ?? amountMinor;
  return (
    <li className={styles.row} data-tone={faceTone(face)}>
      <IconCreditCard aria-hidden size={24} />
      <div className={styles.rowText}>
        <strong>{cardName(approval ?? { scheme: null, lastFour: null })}</strong>
        <span>{words(`payment.row.${isLeftOpen ? 'left_open' : face}`)}</span>
        {approval !== null && approval.tipMinor > 0 && (
          <span>{words('payment.tip', { amount: formatMoney(approval.tipMinor, payment.currency) })}</span>
        )}
      </div>
      <span className={styles.amount}>{formatMoney(paidMinor, payment.currency)}</span>
      {mayGiveBack(face) && <GiveBackButton paymentId={card.id} amountMinor={paidMinor} currency={payment.currency} />}
    </li>
  );
}
