import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { storedValueOfflineCap } from '../../../domain/stored-value/settings.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import { takeStoredValue } from './take-stored-value.ts';
import { useHandedOver } from './use-handed-tenders.ts';
import type { Payment } from './use-payment.ts';
import { waitingCreditsOf } from './waiting-credit.ts';

interface WaitingCreditNoticeProps {
  readonly payment: Pick<Payment, 'cartId' | 'currency' | 'plan' | 'open'>;
  /** Whether money may be taken now. */
  readonly mayPay: boolean;
  readonly onStart: () => void;
}

/** Store credit of empties or of a return, which pays in this sale at the press of a button. Its number stays until the customer has it. */
export function WaitingCreditNotice({ payment, mayPay, onStart }: WaitingCreditNoticeProps) {
  const { cartId, currency, plan, open } = payment;
  const register = useRegister();
  const { state, told } = waitingCreditsOf(register);
  const credit = useStore(state);
  const offlineCapMinor = useSetting(storedValueOfflineCap);
  const { storedValues: entered } = useHandedOver(cartId);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (credit === null) return null;
  const { number, leftMinor } = credit;
  const isUsed = entered.some(({ tender }) => tender.reference === storedValueId(number));

  async function use(): Promise<void> {
    setBusy(true);
    const taken = await takeStoredValue(register, { number, currency, wantedMinor: plan.leftMinor, offlineCapMinor, entered });
    setBusy(false);
    setProblem(taken.ok ? null : refusalSentence(taken.refusal));
    if (!taken.ok) return;
    paymentEntriesOf(register).enter(cartId, { storedValues: [...entered, taken.value] });
    onStart();
    open();
  }

  return (
    <section className={styles.credit} aria-label={words('payment.kind.store_credit')}>
      <p role="status">
        {words(isUsed ? 'credit.pays' : 'credit.waits', {
          amount: formatMoney(leftMinor, credit.currency),
          number: number.replace(/(\d{4})(?=\d)/g, '$1\u00a0'),
        })}
      </p>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <div className={styles.creditButtons}>
        {!isUsed && (
          <Button variant="default" loading={busy} disabled={!mayPay || plan.leftMinor <= 0} onClick={() => void use()}>
            {words('credit.use')}
          </Button>
        )}
        <Button variant="default" onClick={told}>
          {words('credit.told')}
        </Button>
      </div>
    </section>
  );
}
