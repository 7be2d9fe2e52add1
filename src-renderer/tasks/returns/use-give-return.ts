import { useEffect, useRef, useState } from 'react';
import { doubtRefund } from '../../../domain/doubts/doubts.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { returnedCash, voidedCash } from '../../../domain/returns/void-cash.ts';
import { cashRounding } from '../../../domain/payments/settings.ts';
import { goodsReturned, type ReturnRecorded } from '../../../domain/returns/operations.ts';
import { expectedCash } from '../../../domain/shift/close-shift.ts';
import { accountOfflineCap, storedValueOfflineCap } from '../../../domain/stored-value/settings.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useReader, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import type { Steps } from '../picking/use-steps.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import { decideReturn, whyNoReturn } from './decide-return.ts';
import { whyLoadsStay } from './loads-back.ts';
import type { Stays } from './line-terms.ts';
import type { Choices, ReturnSource } from './return-form.ts';
import type { Voiding } from './return-draft.ts';
import type { Refund } from './use-refund.ts';

export interface GiveReturnOptions {
  readonly found: Returnable;
  readonly source: ReturnSource;
  readonly choices: Choices;
  readonly refund: Refund;
  readonly steps: Steps;
  /** Of a sale that is voided as a whole; null for a return. */
  readonly voiding: Voiding | null;
  readonly stays: Stays;
  readonly onRecorded: (operation: ReturnRecorded, creditNumber: string | null) => void;
}

/** Pays the refund out and records the return: what goes back to cards first, because only a terminal can say that it did. */
export function useGiveReturn({ found, source, choices, refund, steps, voiding, stays, onRecorded }: GiveReturnOptions) {
  const register = useRegister();
  const cardMinor = useSetting(storedValueOfflineCap);
  const accountMinor = useSetting(accountOfflineCap);
  const openShift = useView((view) => view.openShift);
  const rounding = useSetting(cashRounding);
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  const [busy, setBusy] = useState(false);
  const wantedCash = refund.parts.reduce((sum, one) => sum + (one.kind === 'cash' ? one.amountMinor : 0), 0);
  const hasCash = refund.parts.some(({ kind }) => kind === 'cash');
  const isAsPaid = voiding !== null && found.kind === 'sale' && hasCash;
  const cash = isAsPaid ? voidedCash(found.sale, wantedCash, rounding) : returnedCash(wantedCash, rounding);
  const reader = useReader();
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => void (isShown.current = false);
  }, []);

  async function give(): Promise<void> {
    setDoubted(null);
    if (busy) return;
    setBusy(true);
    try {
      const refusal = refund.isFixed ? null : await whyLoadsStay(register, source, choices, { cardMinor, accountMinor });
      if (refusal !== null) return steps.say('bad', refusalSentence(refusal));
      if (!isShown.current) return;
      const given = await refund.giveBack({
        isVoid: voiding !== null,
        whyNot: (givenBack) =>
          whyNoReturn({ found, choices, to: refund.to, givenBack, voiding, stays }, { reader, openShift }, refund.givenBack.length > 0),
        isShown: () => isShown.current,
      });
      if ('stopped' in given) {
        const { stopped } = given;
        if (stopped === 'left') return;
        return steps.say('bad', stopped === 'card_refused' ? words('returns.cardRefused') : refusalSentence(stopped));
      }
      const [recorded] = await steps.take([decideReturn(found, choices, { to: refund.to, givenBack: given.givenBack, voiding, stays })]);
      if (!goodsReturned.is(recorded)) return;
      for (const { refundId } of given.givenBack) register.cards.forgetRefund(refundId);
      onRecorded(recorded, refund.choice === 'store_credit' ? refund.creditNumber : null);
    } finally {
      setBusy(false);
    }
  }

  function submit(): void {
    const doubt = cash.ownMinor > 0 && openShift !== null ? doubtRefund(cash.ownMinor, expectedCash(openShift)) : null;
    if (doubt === null) return void give();
    setDoubted(doubtQuestion(doubt, formatMoney(cash.ownMinor, source.currency)));
  }

  return {
    busy,
    doubted,
    /** The cash that leaves the drawer. */
    cash,
    roundingMinor: cash.roundingMinor,
    submit,
    confirm: () => void give(),
    onCheck: () => setDoubted(null),
  };
}
