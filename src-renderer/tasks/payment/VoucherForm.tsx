import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { voucherKinds } from '../../../domain/payments/settings.ts';
import { payWithVoucher, type VoucherKind } from '../../../domain/payments/voucher.ts';
import { formatAmount, formatMoney, parseAmount } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderFormProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/**
 * A voucher: its kind, and what it is worth where it says so itself. What will be lost is said before it is taken. No kind is chosen
 * before a person chooses it, for each voucher anew: a second tap on the same place takes nothing.
 */
export function VoucherForm({ payment: { cartId, currency, plan }, onStart }: TenderFormProps) {
  const { enter } = paymentEntriesOf(useRegister());
  const { vouchers } = useHandedOver(cartId);
  const kinds = useSetting(voucherKinds);
  const [chosenId, choose] = useState<string | null>(null);
  const [text, setText] = useState('');
  const chosen: VoucherKind | undefined = kinds.find(({ id }) => id === chosenId);
  const worthMinor = chosen?.amountMinor ?? parseAmount(text, currency);
  const isReady = worthMinor !== null && worthMinor > 0;
  const paid = chosen !== undefined && isReady ? payWithVoucher(chosen, currency, worthMinor, plan.leftMinor) : null;
  return (
    <form
      className={styles.form}
      aria-label={words('payment.kind.voucher')}
      onKeyDown={(event) => {
        // A key that is held down is one decision.
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (paid === null) return;
        enter(cartId, { vouchers: [...vouchers, { id: crypto.randomUUID(), ...paid }] });
        choose(null);
        setText('');
        onStart();
      }}
    >
      <div className={styles.kinds} role="group" aria-label={words('payment.voucherKind')}>
        {kinds.map(({ id, name, amountMinor }) => (
          <Button
            key={id}
            variant={id === chosenId ? 'light' : 'default'}
            aria-pressed={id === chosenId}
            onClick={() => (choose(id), setText(''))}
          >
            {amountMinor === null ? name : `${name} ${formatMoney(amountMinor, currency)}`}
          </Button>
        ))}
      </div>
      {chosen?.amountMinor === null && (
        <TextInput
          label={words('payment.voucherWorth')}
          placeholder={formatAmount(plan.leftMinor, currency)}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={text.trim() !== '' && !isReady ? words('sale.amountNotValid') : undefined}
        />
      )}
      {paid !== null && paid.lostMinor > 0 && (
        <Notice tone="warn">{words('payment.voucherLoses', { amount: formatMoney(paid.lostMinor, currency) })}</Notice>
      )}
      {chosen !== undefined && (
        <Button type="submit" size="lg" disabled={paid === null}>
          {words('payment.takeVoucher', { amount: formatMoney(paid?.tender.amountMinor ?? 0, currency) })}
        </Button>
      )}
    </form>
  );
}
