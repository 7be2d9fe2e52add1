import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { formatAmount, formatMoney, parseAmount } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';
import type { TenderFormProps } from './tender-kind.ts';
import { useTakeCard } from './use-take-card.ts';

/** An amount by card: what is left, unless another is typed. */
export function CardForm({ payment, onStart }: TenderFormProps) {
  const { plan, currency } = payment;
  const { problem, take } = useTakeCard(payment, onStart);
  const [typed, setTyped] = useState<{ readonly left: number; readonly text: string } | null>(null);
  const text = typed?.left === plan.leftMinor ? typed.text : formatAmount(plan.leftMinor, currency);
  const amountMinor = parseAmount(text, currency);
  const isTooMuch = amountMinor !== null && amountMinor > plan.leftMinor;
  const isReady = amountMinor !== null && amountMinor > 0 && !isTooMuch;
  // The key takes all that is left.
  const isRest = amountMinor === plan.leftMinor;
  const error = amountMinor === null ? words('sale.amountNotValid') : undefined;
  return (
    <form
      className={styles.form}
      aria-label={words('payment.card')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) take(amountMinor);
      }}
    >
      <TextInput
        label={words('payment.cardAmount')}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setTyped({ left: plan.leftMinor, text: event.currentTarget.value })}
        onFocus={(event) => event.currentTarget.select()}
        error={isTooMuch ? words('payment.moreThanLeft', { amount: formatMoney(plan.leftMinor, currency) }) : error}
      />
      <TerminalNotice />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" size="lg" disabled={!isReady} {...(isRest && { 'aria-keyshortcuts': 'F11' })}>
        {words('payment.askTerminal', { amount: formatMoney(amountMinor ?? 0, currency) })}{' '}
        {isRest && <kbd className={styles.key}>F11</kbd>}
      </Button>
    </form>
  );
}

/** Why the terminal cannot be asked now. It may be tried all the same: nothing is sent to a terminal that is away. */
function TerminalNotice() {
  const terminal = useStore(useRegister().terminal);
  if (terminal.status !== 'unreachable') return null;
  const { why } = terminal;
  if (why === 'not_paired') return <Notice tone="warn">{words('payment.terminalNotPaired')}</Notice>;
  return <Notice tone="warn">{words(why === 'no_host' ? 'payment.terminalNoHost' : 'payment.terminalAway')}</Notice>;
}
