import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PricedSale } from '../../domain/sale/price-sale.ts';
import { parseAmount } from '../app/format-money.ts';
import { useRegister, useView } from '../app/register-context.tsx';
import { refusalSentence } from '../app/sentences.ts';
import type { Cart } from './cart.ts';
import type { CounterRules } from './price-cart.ts';
import { type CompletedSale, recordSale } from './record-sale.ts';

export interface CompleteSaleOptions {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly counter: CounterRules | null;
  /** Whether F12 and Ctrl+Enter complete the sale now. */
  readonly active: boolean;
  readonly onProblem: (sentence: string | null) => void;
  readonly onDone: (sale: CompletedSale) => void;
}

/** The cash field and the completion of the sale, by the button or by its keys. */
export function useCompleteSale({ cart, priced, counter, active, onProblem, onDone }: CompleteSaleOptions) {
  const register = useRegister();
  const shiftIsOpen = useView((view) => view.openShift !== null);
  const field = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState('');
  const [busy, setBusy] = useState(false);

  async function complete(): Promise<void> {
    if (busy || counter === null) return;
    if (!shiftIsOpen) return onProblem(refusalSentence('no_open_shift'));
    if (given.trim() === '' && priced.lines.length > 0) {
      field.current?.focus();
      return onProblem('Enter the cash that the customer gave, or choose one of the amounts.');
    }
    setBusy(true);
    const result = await recordSale(register, cart, priced, counter, parseAmount(given, counter.currency) ?? Number.NaN);
    setBusy(false);
    if (!result.ok) return onProblem(refusalSentence(result.refusal));
    onProblem(null);
    setGiven('');
    onDone(result.value);
  }

  function onGiven(text: string): void {
    setGiven(text);
    onProblem(null);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F12' && !(event.key === 'Enter' && event.ctrlKey)) return;
    event.preventDefault();
    if (active && !event.repeat) void complete();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return { field, given, busy, onGiven, onComplete: () => void complete() };
}
