import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addNotes, worthOf } from '../../../domain/payments/foreign-cash.ts';
import { MOST_BELIEVED_MINOR } from '../../../domain/base/limits.ts';
import { foreignCurrencies } from '../../../domain/payments/settings.ts';
import { formatMoney, parseAmount } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderFormProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** Notes of another currency at the store's rate. What they are worth, and the change, are said before they are taken. */
export function ForeignCashForm({ payment: { cartId, currency, plan }, onStart }: TenderFormProps) {
  const { enter } = paymentEntriesOf(useRegister());
  const { foreignNotes } = useHandedOver(cartId);
  const taken = useSetting(foreignCurrencies).filter((one) => one.currency !== currency);
  const [chosenCode, choose] = useState<string | null>(null);
  const [text, setText] = useState('');
  const chosen = taken.find((one) => one.currency === chosenCode) ?? taken[0];
  if (chosen === undefined) return null;
  const givenMinor = parseAmount(text, chosen.currency);
  const before = foreignNotes.find((one) => one.currency === chosen.currency);
  const rate = before?.rate ?? chosen.rate;
  const after = givenMinor === null || givenMinor <= 0 ? null : addNotes(foreignNotes, { currency: chosen.currency, rate, givenMinor });
  const all = after?.find((one) => one.currency === chosen.currency);
  const allMinor = all === undefined ? null : worthOf(all, currency);
  const worthMinor = allMinor === null ? null : allMinor - (before === undefined ? 0 : (worthOf(before, currency) ?? 0));
  const isReady = allMinor !== null && allMinor <= MOST_BELIEVED_MINOR && worthMinor !== null && worthMinor > 0;
  const change = isReady ? worthMinor - plan.leftMinor : 0;
  return (
    <form
      className={styles.form}
      aria-label={words('payment.foreignCash')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || after === null) return;
        enter(cartId, { foreignNotes: after });
        setText('');
        onStart();
      }}
    >
      <div className={styles.kinds} role="group" aria-label={words('payment.foreignCurrency')}>
        {taken.map((one) => (
          <Button
            key={one.currency}
            variant={one === chosen ? 'light' : 'default'}
            aria-pressed={one === chosen}
            onClick={() => (choose(one.currency), setText(''))}
          >
            {one.currency}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{words('payment.rateIs', { currency: chosen.currency, rate, own: currency })}</p>
      <TextInput
        label={words('payment.foreignGiven', { currency: chosen.currency })}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={text.trim() !== '' && !isReady ? words('sale.amountNotValid') : undefined}
      />
      {change > 0 && <Notice tone="info">{words('payment.changeInOwn', { amount: formatMoney(change, currency) })}</Notice>}
      <Button type="submit" size="lg" disabled={!isReady}>
        {words('payment.takeForeign', { amount: formatMoney(worthMinor ?? 0, currency) })}
      </Button>
    </form>
  );
}
