import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CardMoneyTold } from '../../../domain/payments/card-told.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';

/** Somebody says what the terminal's slip says of money that goes back, because the terminal does not answer. In two deliberate steps. */
export function TellCardMoney({ of, id }: Omit<CardMoneyTold, 'wentBack'>) {
  const { cards } = useRegister();
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function tell(wentBack: boolean): Promise<void> {
    setBusy(true);
    const told = await cards.tell({ of, id, wentBack }).catch(() => ({ ok: false, refusal: 'storage_failed' }) as const);
    setBusy(false);
    setAsking(false);
    setProblem(told.ok ? null : refusalSentence(told.refusal));
  }

  return (
    <div className={styles.steps}>
      {problem !== null && <p role="alert">{problem}</p>}
      {isAsking ? (
        <>
          <p>{words('payment.slipText')}</p>
          <div className={styles.buttons}>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              {words('payment.slipLater')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void tell(true)}>
              {words('payment.slipWentBack')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void tell(false)}>
              {words('payment.slipStayed')}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {words('payment.slipAsk')}
        </Button>
      )}
    </div>
  );
}
