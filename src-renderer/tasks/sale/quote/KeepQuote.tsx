import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { daysAfter } from '../../../../domain/base/calendar-day.ts';
import type { Quote } from '../../../../domain/quotes/quote.ts';
import { quoteDays } from '../../../../domain/sale/settings.ts';
import { useRegister, useSetting } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { words } from '../../../../texts/words/words.ts';
import type { Cart } from '../cart-state.ts';
import type { CounterRules } from '../price-cart.ts';
import side from '../side/SidePanel.module.css';
import { SideProblem } from '../side/SideProblem.tsx';
import { keepQuote } from './keep-quote.ts';

export interface KeepQuoteProps {
  readonly cart: Cart;
  readonly counter: CounterRules;
  readonly hasCodes: boolean;
  readonly onKept: (quote: Quote) => void;
}

/** The furthest day that a quote may hold until, in days from today. */
const MOST_DAYS = 365;

/** Keeps the goods on the counter as a quote, until a day. */
export function KeepQuote({ cart, counter, hasCodes, onKept }: KeepQuoteProps) {
  const register = useRegister();
  const today = useStoreDate();
  const days = useSetting(quoteDays);
  const [until, setUntil] = useState(() => daysAfter(today, days));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isValid = /^\d{4}-\d{2}-\d{2}$/.test(until) && until >= today && until <= daysAfter(today, MOST_DAYS);
  async function keep(): Promise<void> {
    if (!isValid) return setProblem(words('quote.dayWrong'));
    setBusy(true);
    const result = await keepQuote(register, cart, counter, until);
    setBusy(false);
    if (result.ok) onKept(result.value);
    else setProblem(refusalSentence(result.refusal));
  }
  return (
    <form
      className={side.kept}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className={side.text}>{words('quote.text')}</p>
      <TextInput
        data-first
        type="date"
        label={words('quote.until')}
        min={today}
        max={daysAfter(today, MOST_DAYS)}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {hasCodes && <p className={side.text}>{words('quote.withoutCodes')}</p>}
      {problem !== null && <SideProblem>{problem}</SideProblem>}
      <Button type="submit" size="lg" loading={busy}>
        {words('quote.keep')}
      </Button>
    </form>
  );
}
