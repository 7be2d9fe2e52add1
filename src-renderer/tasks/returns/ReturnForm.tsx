import { cashRefund } from '../../../domain/payments/cash-rounding.ts';
import { cashRounding } from '../../../domain/payments/settings.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { doubtRefund } from '../../../domain/doubts/doubts.ts';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { expectedCash } from '../../../domain/shift/close-shift.ts';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { DoubtDialog, type DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { useReader, useSetting, useView } from '../../kit/register-context.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { decideReturn } from './decide-return.ts';
import { LeaveReturnDialog } from './LeaveReturnDialog.tsx';
import { chooseAll, type Choices, type LineChoice, lineKey, NO_CHOICE, refundSoFar, sourceOf, unitsChosen } from './return-form.ts';
import { RefundBar } from './RefundBar.tsx';
import { ReturnLines } from './ReturnLines.tsx';
import styles from './Returns.module.css';
import { useReturnScans } from './use-return-scans.ts';
import { words } from '../../words/words.ts';

export interface ReturnFormProps {
  readonly found: Returnable;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly onRecorded: (operation: ReturnRecorded) => void;
  /** Goes on with another receipt; null asks for its number. */
  readonly onOther: (other: Returnable | null) => void;
}

/** Lines, quantities and what becomes of the goods, with the refund as it grows. */
export function ReturnForm({ found, choices, onChoices, onRecorded, onOther }: ReturnFormProps) {
  const openShift = useView((view) => view.openShift);
  const reader = useReader();
  const source = useMemo(() => sourceOf(found, reader), [found, reader]);
  /** What to go on with once this return is given up; null asks for a number. */
  const [leaving, setLeaving] = useState<{ readonly to: Returnable | null } | null>(null);
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  const steps = useSteps();
  const rounding = useSetting(cashRounding);
  const chosenMinor = refundSoFar(source, choices);
  const units = unitsChosen(choices);
  const cash = source.origin.kind === 'sale';
  const refund = cash ? cashRefund(chosenMinor, rounding).roundedMinor : chosenMinor;
  const left = source.lines.some((line) => unitsReturnable(line) > 0);

  const choose = (line: ReturnableLine, choice: LineChoice) => onChoices(new Map(choices).set(lineKey(line), choice));
  const leave = (to: Returnable | null) => (units === 0 ? onOther(to) : setLeaving({ to }));

  useReturnScans({
    found,
    choices,
    onLine(line) {
      const before = choices.get(lineKey(line)) ?? NO_CHOICE;
      choose(line, { ...before, quantity: before.quantity + 1 });
      steps.say('good', words('returns.oneMoreBack', { name: line.name }));
    },
    onOther: leave,
  });

  function submit(): void {
    const doubt = cash && openShift !== null ? doubtRefund(refund, expectedCash(openShift)) : null;
    if (doubt === null) return void confirm();
    setDoubted(doubtQuestion(doubt, formatMoney(refund, source.currency)));
  }

  async function confirm(): Promise<void> {
    setDoubted(null);
    const [recorded] = await steps.take([decideReturn(found, choices)]);
    if (goodsReturned.is(recorded)) onRecorded(recorded);
  }

  return (
    <div className={styles.form}>
      <div className={styles.formHead}>
        <h2 className={styles.number}>{words(cash ? 'returns.receipt' : 'returns.onlineOrder', { number: source.number })}</h2>
        <Button variant="default" onClick={() => leave(null)}>
          {words('returns.another')}
        </Button>
        {left && (
          <Button variant="default" onClick={() => onChoices(chooseAll(source, choices))}>
            {words('returns.everything')}
          </Button>
        )}
      </div>
      <Saying steps={steps} />
      <ReturnLines source={source} choices={choices} onChoose={choose} />
      {left && <RefundBar cash={cash} refundMinor={refund} currency={source.currency} units={units} busy={steps.busy} onReturn={submit} />}
      <DoubtDialog question={doubted} onConfirm={() => void confirm()} onBack={() => setDoubted(null)} />
      <LeaveReturnDialog
        question={leaving && words('returns.chosen', { units: unitWords(units), number: source.number })}
        onStay={() => setLeaving(null)}
        onLeave={() => leaving !== null && onOther(leaving.to)}
      />
    </div>
  );
}
