import { useMemo } from 'react';
import { Link } from 'wouter';
import { cardPaymentDocument, cardRefundDocument } from '../../../domain/payments/documents.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { useCurrent, useDocuments, useRegister, useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { TellCardMoney } from './TellCardMoney.tsx';
import styles from './OpenCardPayments.module.css';

/** Card refunds of this register that no return has recorded: the money went back, or may have, and the goods are not in the books. */
export function OpenCardRefunds() {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const payments = useDocuments(cardPaymentDocument);
  const current = useCurrent(cardRefundDocument);
  const refunds = useMemo(
    () => [...current.values()].filter((one) => one.registerId === identity.registerId),
    [current, identity.registerId],
  );
  if (refunds.length === 0) return null;
  return (
    <section className={styles.open} aria-label={words('payment.openRefundsTitle')}>
      <h2>{words('payment.openRefundsTitle')}</h2>
      <p>{words('payment.openRefundsText')}</p>
      <ul>
        {refunds.map(({ id, paymentId, amountMinor, currency, startedAt, status }) => (
          <li key={id}>
            <div>
              <strong>
                {words('payment.openRefundAt', {
                  receipt: payments.get(paymentId)?.receiptNumber ?? '',
                  amount: formatMoney(amountMinor, currency),
                  moment: formatMoment(startedAt, timezone),
                })}
              </strong>
              {status === 'started' && <span>{words('payment.openRefundStarted')}</span>}
            </div>
            <Link href="/returns">{words('payment.finishReturn')}</Link>
            {status === 'started' && <TellCardMoney of="refund" id={id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
