import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { parseAmount } from '../../kit/format-money.ts';
import { useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Cart } from './cart.ts';
import { doubtOfSale } from './doubt-of-sale.ts';
import type { CounterRules } from './price-cart.ts';
import { type CompletedSale, recordSale } from './record-sale.ts';
import { words } from '../../words/words.ts';

export interface CompleteSaleOptions {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly counter: CounterRules | null;
  /** Whether F12 and Ctrl+Enter complete the sale now. */
  readonly active: boolean;
  /** Which sale it is; what was entered for another one is gone. */
  readonly turn: number;
  /** Whether there is something to ask before the sale is completed. */
  readonly isDoubtful: () => boolean;
  readonly onProblem: (sentence: string | null) => void;
  /** Asks; `complete` is the answer. */
  readonly onDoubt: () => void;
  readonly onDone: (sale: CompletedSale) => void;
}

/** The cash field and the completion of the sale, by the button or by its keys. */
export function useCompleteSale({ cart, priced, counter, active, turn, isDoubtful, onProblem, onDoubt, onDone }: CompleteSaleOptions) {
  const register = useRegister();
  const limits = useSetting(doubtLimits);
  const shiftIsOpen = useView((view) => view.openShift !== null);
  const field = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState<{ readonly turn: number; readonly text: string; readonly hint: string | null }>({
    turn,
    text: '',
    hint: null,
  });
  const { text: given, hint } = entered.turn === turn ? entered : { text: '', hint: null };
  const [busy, setBusy] = useState(false);
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);

  /** @param scans, amounts whether a person was asked about what was scanned, and about unusual amounts. */
  async function complete({ scans, amounts }: { readonly scans: boolean; readonly amounts: boolean }): Promise<void> {
    if (busy || counter === null) return;
    if (!shiftIsOpen) return onProblem(refusalSentence('no_open_shift'));
    if (priced.lines.length === 0) return setEntered({ turn, text: given, hint: refusalSentence('empty_sale') });
    if (given.trim() === '') {
      field.current?.focus();
      return setEntered({ turn, text: '', hint: words('sale.enterCash') });
    }
    if (!scans && isDoubtful()) return onDoubt();
    const doubt = amounts ? null : doubtOfSale(limits, priced, parseAmount(given, counter.currency) ?? Number.NaN, counter);
    setDoubted(doubt);
    if (doubt !== null) return;
    setBusy(true);
    const result = await recordSale(register, cart, priced, counter, parseAmount(given, counter.currency) ?? Number.NaN);
    setBusy(false);
    if (!result.ok) return onProblem(refusalSentence(result.refusal));
    onProblem(null);
    onDone(result.value);
  }

  function onGiven(text: string): void {
    setEntered({ turn, text, hint: null });
    onProblem(null);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F12' && !(event.key === 'Enter' && event.ctrlKey)) return;
    event.preventDefault();
    if (active && doubted === null && !event.repeat) void complete({ scans: false, amounts: false });
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return {
    field,
    given,
    hint,
    busy,
    doubted,
    onGiven,
    onComplete: () => void complete({ scans: false, amounts: false }),
    completeAnyway: () => void complete({ scans: true, amounts: false }),
    completeDoubted: () => void complete({ scans: true, amounts: true }),
    onCheck: () => setDoubted(null),
  };
}
