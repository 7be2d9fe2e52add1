import { Button } from '@mantine/core';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { words } from '../../../texts/words/words.ts';
import { type CardFace, cardFace, mayRetry } from './card-face.ts';
import { faceText, faceTitle, faceTone } from './card-words.ts';
import { DeclinedSlips } from './DeclinedSlips.tsx';
import { LeaveOpenButton } from './LeaveOpenButton.tsx';
import styles from './Payment.module.css';
import type { TenderFormProps } from './tender-kind.ts';
import { useCardPayments } from './use-card-tenders.ts';
import { useKey } from './use-key.ts';
import { useTakeCard } from './use-take-card.ts';

/** What the terminal is doing: the fact, what it means for the money, and what may be done. */
export function CardPanel(props: TenderFormProps) {
  const { payment } = props;
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
      <Ways {...props} face={face} card={latest} />
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
}

function Ways({ face, card, payment, onStart, onServeNext }: WaysProps) {
  const { cards } = useRegister();
  const { problem, take } = useTakeCard(payment, onStart);
  const { plan, currency } = payment;
  const isMissing = face === 'no_answer' || face === 'unknown';
  useKey('F5', isMissing ? onServeNext : null);
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
      {face === 'declined' && <DeclinedSlips card={card} />}
      {isMissing && (
        <Button variant="default" aria-keyshortcuts="F5" onClick={onServeNext}>
          {words('payment.serveNext')} <kbd className={styles.key}>F5</kbd>
        </Button>
      )}
      {face === 'unknown' && (
        <LeaveOpenButton paymentId={card.id} amountMinor={card.attempt.amountMinor} currency={currency} reason="other_tender" />
      )}
    </>
  );
}
