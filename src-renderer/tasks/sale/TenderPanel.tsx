import { Button, TextInput } from '@mantine/core';
import { type RefObject, useMemo } from 'react';
import { quickAmounts } from '../../../domain/payments/quick-amounts.ts';
import { formatAmount, formatMoney, parseAmount } from '../../kit/format-money.ts';
import styles from './TenderPanel.module.css';
import { words } from '../../words/words.ts';

export interface TenderPanelProps {
  /** Whether there is nothing to pay for yet. */
  readonly empty: boolean;
  readonly totalMinor: number;
  readonly currency: string;
  /** What stands in the cash field. */
  readonly given: string;
  /** What is to be done next, after the sale could not be completed yet. */
  readonly hint: string | null;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly busy: boolean;
  readonly onGiven: (text: string) => void;
  readonly onComplete: () => void;
}

/** Cash: what the customer gives, what they get back, and the end of the sale. */
export function TenderPanel({ empty, totalMinor, currency, given, hint, field, busy, onGiven, onComplete }: TenderPanelProps) {
  const givenMinor = parseAmount(given, currency);
  const suggestions = useMemo(() => quickAmounts(totalMinor, currency), [totalMinor, currency]);
  const change = givenMinor === null ? null : givenMinor - totalMinor;
  return (
    <form
      className={styles.tender}
      aria-label={words('sale.cash')}
      onSubmit={(event) => {
        event.preventDefault();
        onComplete();
      }}
    >
      {!empty && (
        <div className={styles.notes} role="group" aria-label={words('sale.quickAmounts')}>
          {suggestions.map((amount, index) => (
            <button
              key={amount}
              type="button"
              className={styles.note}
              aria-pressed={givenMinor === amount}
              onClick={() => onGiven(formatAmount(amount, currency))}
            >
              {index === 0 && <span>{words('sale.exact')}</span>} {formatMoney(amount, currency)}
            </button>
          ))}
        </div>
      )}
      <TextInput
        ref={field}
        label={words('sale.cashGiven')}
        inputMode="decimal"
        autoComplete="off"
        size="lg"
        value={given}
        onChange={(event) => onGiven(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        error={given !== '' && givenMinor === null ? words('sale.amountNotValid') : undefined}
      />
      {hint !== null && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
      <div className={styles.change} data-short={change !== null && change < 0}>
        <span>{change !== null && change < 0 ? words('sale.stillToPay') : words('sale.change')}</span>
        <output aria-label={words('sale.change')}>{change === null ? '–' : formatMoney(Math.abs(change), currency)}</output>
      </div>
      <Button type="submit" size="xl" loading={busy} aria-keyshortcuts="F12 Control+Enter">
        {words('sale.completeSale')} <kbd className={styles.key}>F12</kbd>
      </Button>
    </form>
  );
}
