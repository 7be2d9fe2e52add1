import { Button } from '@mantine/core';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { words } from '../../words/words.ts';
import { type CardFace, cardFace, mayRetry } from './card-face.ts';
import { faceText, faceTitle, faceTone } from './card-words.ts';
import { LeaveOpenButton } from './LeaveOpenButton.tsx';
import styles from './Payment.module.css';
import type { TenderFormProps } from './tender-kind.ts';
import { useCardPayments } from './use-card-tenders.ts';
import type { Payment } from './use-payment.ts';
import { useTakeCard } from './use-take-card.ts';

/** What the terminal is doing: the fact, what it means for the money, and what may be done. */
export function CardPanel({ payment, onStart }: TenderFormProps) {
  const latest = useCardPayments(payment.cartId).at(-1);
  const isLeftOpen = payment.tenders.some(({ id, state }) => id === latest?.id && state === 'left_open');
  if (latest === undefined || isLeftOpen) return null;
  const face = cardFace(latest);
  return (
    <section className={styles.panel} data-tone={faceTone(face)} aria-label={words('payment.terminal')}>
      <div aria-live="polite">
        {face === 'no_answer' ? <SecondsTitle card={latest} /> : <h2>{faceTitle(face, latest, 0)}</h2>}
        <p>{faceText(face, latest)}</p>
      </div>
      {latest.isUnsaved && <p role="alert">{words('payment.journalBehind')}</p>}
      <Ways face={face} card={latest} payment={payment} onStart={onStart} />
    </section>
  );
}

/** Seconds count, and are not read aloud. */
function SecondsTitle({ card }: { readonly card: OpenCardPayment }) {
  const now = useNow(1000);
  return <h2 aria-live="off">{faceTitle('no_answer', card, now)}</h2>;
}

interface WaysProps extends TenderFormProps {
  readonly face: CardFace;
  readonly card: OpenCardPayment;
  readonly payment: Payment;
}

function Ways({ face, card, payment, onStart }: WaysProps) {
  const { cards } = useRegister();
  const { problem, take } = useTakeCard(payment, onStart);
  const { plan, currency } = payment;
  const againMinor = Math.min(card.attempt.amountMinor, plan.leftMinor);
  return (
    <>
      {problem !== null && <p role="alert">{problem}</p>}
      {face === 'waiting' && (
        <Button variant="default" onClick={() => cards.cancel(card.id)}>
          {words('payment.cancelAtTerminal')}
        </Button>
      )}
      {mayRetry(face) && againMinor > 0 && (
        <Button variant="default" onClick={() => take(againMinor)}>
          {words('payment.tryAgain')} <span className={styles.again}>{formatMoney(againMinor, currency)}</span>
        </Button>
      )}
      {face === 'unknown' && (
        <LeaveOpenButton paymentId={card.id} amountMinor={card.attempt.amountMinor} currency={currency} reason="other_tender" />
      )}
    </>
  );
}
