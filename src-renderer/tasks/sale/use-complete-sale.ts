import { useRef, useState } from 'react';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import { mostByPoints } from '../../../domain/loyalty/points.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { formatAmount } from '../../../texts/say/format-money.ts';
import { useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import type { Refusal } from '../../../domain/base/refusal.ts';
import type { GivenBack } from '../../../domain/returns/return-goods.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { paymentEntriesOf } from '../payment/payment-entry.ts';
import { takenTenders } from '../payment/payment-plan.ts';
import { useHandedOver } from '../payment/use-handed-tenders.ts';
import { useTakeCard, useTakesCards } from '../payment/use-take-card.ts';
import { type Payment, usePayment } from '../payment/use-payment.ts';
import { waitingCreditsOf } from '../payment/waiting-credit.ts';
import type { Cart, CartState } from './cart-state.ts';
import { recordExchange } from './exchange/record-exchange.ts';
import type { Exchanging } from './exchange/use-exchange.ts';
import { useSettle } from './exchange/use-settle.ts';
import { cashHanded, doubtOfSale } from './doubt-of-sale.ts';
import type { CounterRules, PricedCart } from './price-cart.ts';
import { type BeyondTenders, type CompletedSale, recordSale } from './record-sale.ts';
import { useHeldGoods } from './use-held-goods.ts';
import { usePayKeys } from './use-pay-keys.ts';
import { words } from '../../../texts/words/words.ts';

export interface CompleteSaleOptions {
  readonly cart: Cart;
  readonly state: CartState;
  readonly priced: PricedCart;
  readonly counter: CounterRules | null;
  /** What comes back for it. */
  readonly exchanging: Exchanging;
  /** Whether the keys of paying work now. */
  readonly active: boolean;
  /** Why no money may be taken yet; null when it may. */
  readonly blocked: string | null;
  readonly onProblem: (sentence: string | null) => void;
  readonly onDone: (sale: CompletedSale) => void;
}

/** What a person wants to do: complete the sale, or take the rest by card. */
type Step = 'complete' | 'card';

const NO_COUNTER = { currency: 'USD', cashRounding: NOT_ROUNDED };

/** What is to be done next to pay a sale, said beside its cash field. What was said of another sale is gone. */
function useHint(cartId: string) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly cartId: string; readonly hint: string | null }>({ cartId, hint: null });
  return {
    field,
    hint: said.cartId === cartId ? said.hint : null,
    say(hint: string | null) {
      setSaid({ cartId, hint });
      if (hint !== null) field.current?.focus();
    },
  };
}

/** Records the sale as it is planned. */
function useRecord(options: CompleteSaleOptions, { plan, tenders, foreignNotes }: Payment) {
  const { cart, state, priced, exchanging, onProblem, onDone } = options;
  const { inHand } = exchanging;
  const register = useRegister();
  const { storedValues } = useHandedOver(state.id);
  const [busy, setBusy] = useState(false);
  return {
    busy,
    /** @param givenBack what a terminal has given back for what comes back. @returns why it was not recorded; null where it was. */
    async record(rules: CounterRules, givenBack: readonly GivenBack[] = []): Promise<Refusal | null> {
      setBusy(true);
      const onAccount = storedValues.find((one) => one.onAccount !== undefined)?.onAccount ?? null;
      const others = takenTenders(tenders);
      const usedPoints = storedValues.find(({ points }) => points !== undefined)?.points ?? 0;
      const recordWith = (beyond: Pick<BeyondTenders, 'askBack' | 'handover'>) =>
        recordSale(register, cart, priced, rules, plan.givenMinor ?? 0, others, foreignNotes, { onAccount, usedPoints, ...beyond });
      const recording = inHand === null ? recordWith({}) : recordExchange(register.signatures, inHand, givenBack, recordWith);
      const result = await recording.finally(() => setBusy(false));
      if (!result.ok) return result.refusal;
      register.cards.forget(state.id);
      for (const { refundId } of givenBack) register.cards.forgetRefund(refundId);
      paymentEntriesOf(register).forget(state.id);
      waitingCreditsOf(register).paid(result.value.payload.tenders);
      onProblem(null);
      onDone(result.value);
      return null;
    },
  };
}

/** The plan of what is due: of an exchange, what is left once the goods that came back have paid. */
function usePaymentOf({ state, priced, counter, exchanging }: CompleteSaleOptions): Payment {
  const { currency, cashRounding } = counter ?? NO_COUNTER;
  const { id: cartId, customerId } = state;
  const totalMinor = exchanging.inHand?.plan.dueMinor ?? priced.totalMinor;
  // Points take something off or pay, never both.
  const pointsMostMinor = priced.usedPoints > 0 ? 0 : mostByPoints(priced.lines);
  return usePayment({ cartId, totalMinor, currency, cashRounding, pointsMostMinor, customerId });
}

/** Paying the sale on the counter: its plan, and its completion by the buttons or by their keys. */
export function useCompleteSale(options: CompleteSaleOptions) {
  const { cart, state, priced, counter, exchanging, active, blocked, onProblem } = options;
  const limits = useSetting(doubtLimits);
  const shiftIsOpen = useView((view) => view.openShift !== null);
  const takesCards = useTakesCards();
  const { id: cartId } = state;
  const { inHand } = exchanging;
  const payment = usePaymentOf(options);
  const { currency, plan } = payment;
  const { field, hint, say } = useHint(state.id);
  const [doubted, setDoubted] = useState<{ readonly step: Step; readonly question: DoubtQuestion } | null>(null);
  const onStart = () => cart.pay(priced, state.id);
  const card = useTakeCard(payment, onStart);
  const { busy, record } = useRecord(options, payment);

  useHeldGoods(cart, state, priced, payment.holdsMoney || exchanging.isGiving);
  const settle = useSettle({ cart, priced, cartId, inHand, record: (givenBack) => (counter === null ? null : record(counter, givenBack)) });

  /** Says or shows what is still missing. */
  function showPlan(): void {
    payment.open();
    if (plan.isWaiting) return;
    if (plan.isOverpaid) onProblem(refusalSentence('tender_too_large'));
    else if (plan.givenMinor !== null) onProblem(refusalSentence('tender_too_small'));
    else say(words('sale.enterCash'));
  }

  /** @param asked whether a person was asked about unusual amounts. */
  async function go(step: Step, asked: boolean): Promise<void> {
    if (busy || counter === null || blocked !== null) return;
    if (!shiftIsOpen) return onProblem(refusalSentence('no_open_shift'));
    if (payment.isCashWrong) return onProblem(refusalSentence('amount_not_valid'));
    if (priced.lines.length === 0) return say(refusalSentence('empty_sale'));
    if (step === 'complete' && !plan.isComplete) return showPlan();
    if (step === 'card' && (plan.leftMinor <= 0 || plan.isWaiting)) return payment.open();
    const question = asked ? null : doubtOfSale(limits, priced, cashHanded(currency, plan));
    setDoubted(question && { step, question });
    if (question !== null) return;
    if (step === 'complete') {
      const refusal = await record(counter);
      return refusal === null ? undefined : onProblem(refusalSentence(refusal));
    }
    payment.open();
    card.take(plan.leftMinor);
  }

  function setCash(text: string): void {
    payment.setCash(text);
    say(null);
    onProblem(null);
  }

  const onComplete = () => void go('complete', false);
  const onCard = () => void go('card', false);
  const onExact = () => setCash(formatAmount(plan.cashDueMinor, currency));
  usePayKeys(active && doubted === null && inHand?.settles !== true, {
    F12: onComplete,
    ...(takesCards && { F11: onCard }),
    ...(plan.cashDueMinor > 0 && { F10: onExact }),
  });

  return {
    payment: { ...payment, setCash },
    field,
    hint,
    blocked,
    busy,
    takesCards,
    cardProblem: card.problem,
    doubted: doubted?.question ?? null,
    onStart,
    onComplete,
    onCard,
    onSettle: settle,
    goOnDoubted: () => void go(doubted?.step ?? 'complete', true),
    onCheck: () => setDoubted(null),
  };
}
