import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { storedValueOfflineCap } from '../../../domain/stored-value/settings.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import { takeStoredValue } from './take-stored-value.ts';
import type { TenderFormProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** A gift card or store credit by its number: it pays what is left, or what it has. */
export function StoredValueForm({ payment, onStart }: TenderFormProps) {
  const { cartId, currency, plan } = payment;
  const register = useRegister();
  const offlineCapMinor = useSetting(storedValueOfflineCap);
  const { storedValues: entered } = useHandedOver(cartId);
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    field.current?.focus();
    return () => void (isShown.current = false);
  }, []);

  // While the form is open, what is scanned is a card.
  useScanner(async (code) => ((await take(code)) ? null : words('payment.noGiftCard', { code })), { layer: 'detail' });

  async function take(typed: string): Promise<boolean> {
    setBusy(true);
    const result = await takeStoredValue(register, { number: typed, currency, wantedMinor: plan.leftMinor, offlineCapMinor, entered });
    // The sale may be paid, or another one on the counter.
    if (!isShown.current) return true;
    setBusy(false);
    setProblem(result.ok ? null : refusalSentence(result.refusal));
    if (!result.ok) return false;
    setNumber('');
    paymentEntriesOf(register).enter(cartId, { storedValues: [...entered, result.value] });
    onStart();
    return true;
  }

  return (
    <form
      className={styles.form}
      aria-label={words('payment.kind.gift_card')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void take(number);
      }}
    >
      <TextInput
        ref={field}
        label={words('payment.giftCardNumber')}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        onChange={(event) => (setNumber(event.currentTarget.value), setProblem(null))}
      />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" size="lg" loading={busy} disabled={number.trim() === ''}>
        {words('payment.useGiftCard')}
      </Button>
    </form>
  );
}
