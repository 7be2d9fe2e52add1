import { TextInput } from '@mantine/core';
import { type ReactNode, type RefObject, useMemo } from 'react';
import { quickAmounts } from '../../../domain/payments/quick-amounts.ts';
import { formatAmount, formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './CashForm.module.css';
import type { Payment } from './use-payment.ts';

export interface CashFormProps {
  readonly payment: Payment;
  /** Whether there is nothing to pay for yet. */
  readonly isEmpty: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** What is to be done next, after the sale could not be completed yet. */
  readonly hint: string | null;
  /** Beside the cash field. */
  readonly keypad?: ReactNode;
  /** The buttons that end it. */
  readonly children?: ReactNode;
  readonly onSubmit: () => void;
}

/** How many sums are offered with one touch. */
const QUICK = 6;

/** Cash: what the customer gives, in one touch or typed, and what goes back. */
export function CashForm({ payment, isEmpty, field, hint, keypad, children, onSubmit }: CashFormProps) {
  const { plan, currency, cash, isCashWrong, setCash } = payment;
  const { cashDueMinor } = plan;
  const suggestions = useMemo(() => quickAmounts(cashDueMinor, currency, QUICK), [cashDueMinor, currency]);
  const isShort = plan.givenMinor !== null && plan.givenMinor < cashDueMinor;
  const isChangeKnown = plan.givenMinor !== null || plan.changeMinor > 0;
  return (
    <form
      className={styles.cash}
      aria-label={words('sale.cash')}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {!isEmpty && (
        <div className={styles.notes} role="group" aria-label={words('sale.quickAmounts')}>
          {suggestions.map((amount, index) => (
            <button
              key={amount}
              type="button"
              className={styles.note}
              aria-pressed={plan.givenMinor === amount}
              {...(index === 0 && { 'aria-keyshortcuts': 'F10' })}
              onClick={() => setCash(formatAmount(amount, currency))}
            >
              {index === 0 && <span className={styles.exact}>{words('sale.exact')}</span>} {formatMoney(amount, currency)}
              {index === 0 && <kbd className={styles.corner}>F10</kbd>}
            </button>
          ))}
        </div>
      )}
      {keypad}
      <div className={styles.given}>
        <TextInput
          ref={field}
          label={words('sale.cashGiven')}
          inputMode="decimal"
          autoComplete="off"
          size="lg"
          value={cash}
          onChange={(event) => setCash(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          error={isCashWrong ? words('sale.amountNotValid') : undefined}
        />
        <div className={styles.change} data-short={isShort} data-some={plan.changeMinor > 0}>
          <span>{isShort ? words('sale.stillToPay') : words('sale.change')}</span>
          <output aria-label={words('sale.change')}>
            {isChangeKnown ? formatMoney(isShort ? cashDueMinor - (plan.givenMinor ?? 0) : plan.changeMinor, currency) : '–'}
          </output>
        </div>
      </div>
      {hint !== null && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
      {children}
    </form>
  );
}
