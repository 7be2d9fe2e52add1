import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CartLine } from '../../../../domain/pricing/cart-line.ts';
import { accountId, pointsId, type StoredValue } from '../../../../domain/stored-value/stored-value.ts';
import { loyaltyProgram } from '../../../../domain/loyalty/settings.ts';
import { useSetting } from '../../../kit/register-context.tsx';
import { accountFacts } from '../../../kit/account-words.ts';
import { formatAmount, parseAmount } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';
import { useStoredValue } from '../../payment/use-stored-value.ts';
import { accountPaymentLine } from '../account-payment-line.ts';
import side from '../side/SidePanel.module.css';
import { SideProblem } from '../side/SideProblem.tsx';
import styles from './Customer.module.css';

export interface CustomerAccountProps {
  readonly customerId: string;
  /** While a sale is being paid nothing is added to it. */
  readonly isPaying: boolean;
  readonly onPay: (line: CartLine) => void;
}

/** What a customer owes on their account, and the way to pay it; nothing where they have none that is known here. */
export function CustomerAccount({ customerId, isPaying, onPay }: CustomerAccountProps) {
  const value = useStoredValue(accountId(customerId))?.value ?? null;
  if (value === null || value.issuedAt === null) return null;
  return (
    <section className={styles.section} aria-label={words('account.title')}>
      <h3>{words('account.title')}</h3>
      <p className={side.text}>{accountFacts(value)}</p>
      {!isPaying && <TakePayment value={value} onTake={(minor) => onPay(accountPaymentLine(customerId, minor))} />}
    </section>
  );
}

/** Asks how much they pay: all that they owe, unless somebody types something else. */
function TakePayment({ value, onTake }: { readonly value: StoredValue; readonly onTake: (minor: number) => void }) {
  const { balanceMinor, currency } = value;
  const [amount, setAmount] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  if (amount === null)
    return (
      <Button variant="default" size="lg" onClick={() => setAmount(balanceMinor < 0 ? formatAmount(-balanceMinor, currency) : '')}>
        {words('account.takePayment')}
      </Button>
    );
  return (
    <form
      className={side.form}
      aria-label={words('account.takePayment')}
      onSubmit={(event) => {
        event.preventDefault();
        const minor = parseAmount(amount, currency);
        if (minor === null || minor <= 0) return setWrong(true);
        onTake(minor);
      }}
    >
      <TextInput
        label={words('account.amount')}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={amount}
        onChange={(event) => (setAmount(event.currentTarget.value), setWrong(false))}
      />
      {isWrong && <SideProblem>{words('sale.amountNotValid')}</SideProblem>}
      <Button type="submit" size="lg">
        {words('account.addPayment')}
      </Button>
    </form>
  );
}

/** How many points a customer has; nothing where that is not known here. */
export function CustomerPoints({ customerId }: { readonly customerId: string }) {
  const { points } = useSetting(loyaltyProgram);
  const value = useStoredValue(pointsId(customerId))?.value ?? null;
  if (points === 0 && value === null) return null;
  return <p className={side.text}>{words('loyalty.has', { count: value?.balanceMinor ?? 0 })}</p>;
}
