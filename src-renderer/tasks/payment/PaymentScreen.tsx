import { Button } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { foreignCurrencies, voucherKinds } from '../../../domain/payments/settings.ts';
import { mayHaveAccount } from '../../../domain/stored-value/on-account.ts';
import { accountId } from '../../../domain/stored-value/stored-value.ts';
import { loyaltyProgram } from '../../../domain/loyalty/settings.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { CashForm } from './CashForm.tsx';
import { Keypad } from './Keypad.tsx';
import { PaidGoods } from './PaidGoods.tsx';
import type { PaidSale } from './paid-sale.ts';
import styles from './Payment.module.css';
import { MOST_PLANNED, mayAddTender } from './payment-plan.ts';
import { PlanBar } from './PlanBar.tsx';
import type { TenderFormProps, TenderKind } from './tender-kind.ts';
import { TENDER_KINDS } from './tender-kinds.ts';
import { useKey } from './use-key.ts';
import { WaitingCreditNotice } from './WaitingCreditNotice.tsx';
import { useStoredValue } from './use-stored-value.ts';
import type { Payment } from './use-payment.ts';

export interface PaymentScreenProps {
  readonly payment: Payment;
  readonly priced: PaidSale;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What is to be done next, after the sale could not be completed yet. */
  readonly hint: string | null;
  /** Why no money may be taken yet; null when it may. */
  readonly blocked: string | null;
  /** Why something was not done. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** Goods that were scanned meanwhile, by name; they begin the next sale. */
  readonly next: readonly string[];
  /** Money may move from now on. */
  readonly onStart: () => void;
  /** The sale waits for an answer, and the next customer is served. */
  readonly onServeNext: () => void;
  readonly onComplete: () => void;
}

/** The plan of a payment: what is bought, how it is paid, and what the terminal is doing. */
export function PaymentScreen(props: PaymentScreenProps) {
  const { payment, priced, field, hint, blocked, problem, busy, next, onStart, onServeNext, onComplete } = props;
  const { plan, currency, cash, setCash } = payment;
  useEffect(() => field.current?.focus(), [field]);
  useKey('Escape', payment.holdsMoney ? null : payment.close);
  return (
    <div className={styles.layout}>
      <PaidGoods priced={priced} currency={currency} isFixed={payment.holdsMoney} onBack={payment.close} />
      <section className={styles.plan} aria-label={words('sale.payment')}>
        <PlanBar plan={plan} currency={currency} />
        {problem !== null && <Notice tone="bad">{problem}</Notice>}
        <Tenders payment={payment} />
        {plan.cash.roundingMinor !== 0 && (
          <p className={styles.rounding} data-testid="rounding">
            {words('payment.roundedCash', {
              due: formatMoney(plan.cash.exactMinor, currency),
              rounding: formatMoney(plan.cash.roundingMinor, currency),
            })}
          </p>
        )}
        <CashForm
          payment={payment}
          isEmpty={plan.cashDueMinor <= 0 && plan.takenMinor + plan.foreignMinor > 0}
          field={field}
          hint={hint}
          keypad={<Keypad text={cash} currency={currency} onText={setCash} />}
          onSubmit={onComplete}
        />
      </section>
      <div className={styles.side}>
        {TENDER_KINDS.map(
          ({ kinds, Panel }) => Panel && <Panel key={kinds[0]} payment={payment} onStart={onStart} onServeNext={onServeNext} />,
        )}
        <WaitingCreditNotice payment={payment} mayPay={blocked === null} onStart={onStart} />
        {blocked === null && <AddTender payment={payment} onStart={onStart} onServeNext={onServeNext} />}
        {next.length > 0 && <Notice tone="info">{words('payment.scannedMeanwhile', { items: next.join(', ') })}</Notice>}
        <div className={styles.end}>
          {blocked === null ? <WhyNot payment={payment} /> : <p className={styles.why}>{blocked}</p>}
          <Button
            size="xl"
            loading={busy}
            disabled={!plan.isComplete || blocked !== null}
            aria-keyshortcuts="F12 Control+Enter"
            onClick={onComplete}
          >
            {words('sale.completeSale')} <kbd className={styles.key}>F12</kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The tenders of the plan, each with what became of it. */
function Tenders({ payment }: { readonly payment: Payment }) {
  if (payment.tenders.length === 0) return null;
  return (
    <ul className={styles.rows} aria-label={words('payment.tenders')}>
      {payment.tenders.map(({ id, kind }) => {
        const Row = TENDER_KINDS.find(({ kinds }) => kinds.includes(kind))?.Row;
        return Row === undefined ? null : <Row key={id} payment={payment} tenderId={id} />;
      })}
    </ul>
  );
}

/** What else the rest can be paid with. */
function AddTender(props: TenderFormProps) {
  const { plan, tenders, customerId, pointsMostMinor } = props.payment;
  const terminal = useStore(useRegister().terminal);
  const vouchers = useSetting(voucherKinds);
  const foreign = useSetting(foreignCurrencies);
  const { worthMinor: pointWorthMinor } = useSetting(loyaltyProgram);
  const account = useStoredValue(customerId === null ? null : accountId(customerId));
  const points = { pointWorthMinor, pointsMostMinor };
  const here = { terminal, vouchers, foreign, customerId, ...points, mayHaveAccount: account !== null && mayHaveAccount(account) };
  const offered = TENDER_KINDS.filter((kind) => kind.isOffered(here));
  const [chosen, choose] = useState<TenderKind | null>(null);
  const shown = chosen !== null && offered.includes(chosen) ? chosen : offered[0];
  // While the answer to one is missing, nothing else is asked for (rule E2).
  if (plan.isWaiting) return null;
  if (plan.leftMinor <= 0) return <p className={styles.hint}>{words('payment.nothingLeft')}</p>;
  if (!mayAddTender(tenders)) return <p className={styles.hint}>{words('payment.tooManyTenders', { count: MOST_PLANNED })}</p>;
  return (
    <section className={styles.add} aria-label={words('payment.addTender')}>
      <div className={styles.kinds}>
        {offered.map((kind) => (
          <Button
            key={kind.kinds[0]}
            variant={kind === shown ? 'light' : 'default'}
            aria-pressed={kind === shown}
            leftSection={<kind.icon aria-hidden size={20} />}
            onClick={() => choose(kind)}
          >
            {kind.label()}
          </Button>
        ))}
      </div>
      {shown && <shown.Form {...props} />}
    </section>
  );
}

/** Why the sale cannot be completed yet. */
function WhyNot({ payment: { plan, currency } }: { readonly payment: Payment }) {
  const { isWaiting, pendingMinor, leftMinor } = plan;
  if (plan.isComplete) return null;
  if (plan.isOverpaid) return <p className={styles.why}>{words('refusal.tender_too_large')}</p>;
  const sentence = isWaiting
    ? pendingMinor > 0
      ? words('payment.waitsForCard', { amount: formatMoney(pendingMinor, currency) })
      : words('payment.waitsForReversal')
    : words('payment.stillLeft', { amount: formatMoney(leftMinor, currency) });
  return <p className={styles.why}>{sentence}</p>;
}
