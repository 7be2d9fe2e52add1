import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { roles } from '../../../domain/permissions/roles.ts';
import { type AccountRoom, roomOnAccount } from '../../../domain/stored-value/on-account.ts';
import { accountOfflineCap } from '../../../domain/stored-value/settings.ts';
import { accountId } from '../../../domain/stored-value/stored-value.ts';
import { accountFacts } from '../../kit/account-words.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting, useSignIn } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import { chargeOnAccount } from './charge-on-account.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderFormProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';
import { useStoredValue } from './use-stored-value.ts';

/** The account of the customer: what they owe, and what can still be bought on it. */
export function AccountForm(props: TenderFormProps) {
  const { customerId } = props.payment;
  return customerId === null ? null : <Account {...props} customerId={customerId} />;
}

function Account({ payment, onStart, customerId }: TenderFormProps & { readonly customerId: string }) {
  const known = useStoredValue(accountId(customerId));
  const offlineCapMinor = useSetting(accountOfflineCap);
  const { storedValues } = useHandedOver(payment.cartId);
  if (known === null) return <p className={styles.hint}>{words('account.asking')}</p>;
  const room = roomOnAccount(known, payment.currency, offlineCapMinor);
  if (!room.ok) return <Notice tone="warn">{refusalSentence(room.refusal)}</Notice>;
  // What is in the plan already has taken what there was.
  if (storedValues.some(({ tender }) => tender.kind === 'account'))
    return <p className={styles.hint}>{refusalSentence('account_limit_reached')}</p>;
  return <Charge payment={payment} customerId={customerId} room={room.value} onStart={onStart} />;
}

interface ChargeProps extends Pick<TenderFormProps, 'payment' | 'onStart'> {
  readonly customerId: string;
  readonly room: AccountRoom;
}

function Charge({ payment: { cartId, plan, currency }, customerId, room, onStart }: ChargeProps) {
  const register = useRegister();
  const table = useSetting(roles);
  const role = useSignIn(({ associate }) => associate?.role ?? 'associate');
  const { storedValues } = useHandedOver(cartId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);
  const { offlineMinor, leftMinor } = room;
  const mostMinor = Math.min(leftMinor, offlineMinor ?? leftMinor);
  const partMinor = Math.min(plan.leftMinor, mostMinor);
  const overMinor = plan.leftMinor - leftMinor;
  const mayGoOver = overMinor > 0 && (offlineMinor === null || plan.leftMinor <= offlineMinor);

  async function charge(wantedMinor: number, goOver: boolean): Promise<void> {
    setBusy(true);
    const result = await chargeOnAccount(register, { id: accountId(customerId), room, wantedMinor, goOver, table, role });
    // The sale may be paid, or another one on the counter.
    if (!isShown.current) return;
    setBusy(false);
    setProblem(result.ok ? null : refusalSentence(result.refusal));
    if (!result.ok) return;
    paymentEntriesOf(register).enter(cartId, { storedValues: [...storedValues, result.value] });
    onStart();
  }

  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <form
      className={styles.form}
      aria-label={words('payment.kind.account')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && partMinor > 0) void charge(partMinor, false);
      }}
    >
      <p className={styles.hint}>{accountFacts(room)}</p>
      {offlineMinor !== null && <Notice tone="warn">{words('account.offline', { amount: money(offlineMinor) })}</Notice>}
      {overMinor > 0 && problem === null && <Notice tone="warn">{refusalSentence('account_limit_reached')}</Notice>}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {partMinor > 0 && (
        <Button type="submit" size="lg" loading={busy}>
          {words('account.charge', { amount: money(partMinor) })}
        </Button>
      )}
      {mayGoOver && (
        <Button variant="default" size="lg" disabled={busy} onClick={() => void charge(plan.leftMinor, true)}>
          {words('account.goOver', { amount: money(overMinor) })}
        </Button>
      )}
    </form>
  );
}
