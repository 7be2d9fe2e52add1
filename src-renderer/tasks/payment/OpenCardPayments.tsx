import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { CardPayment } from '../../../domain/payments/card-payment.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { GiveBackButton } from './GiveBackButton.tsx';
import { LeaveOpenButton } from './LeaveOpenButton.tsx';
import styles from './OpenCardPayments.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import { TellCardMoney } from './TellCardMoney.tsx';
import { useUnbookedPayments } from './use-unbooked-payments.ts';

export interface OpenCardPaymentsProps {
  /** Whether the shift is about to end: somebody may answer for what nobody can tell. */
  readonly atShiftEnd?: boolean;
}

/** Card payments for which money may have moved and that no sale has booked: until they are booked, or given back. */
export function OpenCardPayments({ atShiftEnd = false }: OpenCardPaymentsProps) {
  const payments = useUnbookedPayments();
  if (payments.length === 0) return null;
  return (
    <section className={styles.open} aria-label={words('payment.openTitle')}>
      <h2>{words('payment.openTitle')}</h2>
      <p>{words('payment.openText')}</p>
      <ul>
        {payments.map((payment) => (
          <OpenOne key={payment.id} payment={payment} atShiftEnd={atShiftEnd} />
        ))}
      </ul>
    </section>
  );
}

function sentenceOf({ status, leftOpen }: CardPayment): string {
  if (status === 'approved') return words('payment.openApproved');
  if (status === 'reversing') return words('payment.openReversing');
  return words(leftOpen === null ? 'payment.openStarted' : 'payment.openLeft');
}

function OpenOne({ payment, atShiftEnd }: { readonly payment: CardPayment; readonly atShiftEnd: boolean }) {
  const { id, cartId, currency, status, leftOpen, approval } = payment;
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const isOnCounter = useStore(paymentEntriesOf(useRegister()).state, (entry) => entry.cartId === cartId);
  const amountMinor = approval?.authorizedMinor ?? payment.amountMinor;
  const amount = formatMoney(amountMinor, currency);
  return (
    <li>
      <div>
        <strong>{words('payment.openAt', { amount, moment: formatMoment(payment.startedAt, timezone) })}</strong>
        <span>{sentenceOf(payment)}</span>
      </div>
      {isOnCounter && <Link href="/sale">{words('payment.finishSale')}</Link>}
      {status === 'approved' && <GiveBackButton paymentId={id} amountMinor={amountMinor} currency={currency} />}
      {status === 'reversing' && <TellCardMoney of="reversal" id={id} />}
      {atShiftEnd && status === 'started' && leftOpen === null && (
        <LeaveOpenButton paymentId={id} amountMinor={amountMinor} currency={currency} reason="shift_ends" />
      )}
    </li>
  );
}
