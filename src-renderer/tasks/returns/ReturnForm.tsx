import { goodsReturned } from '../../../domain/returns/operations.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { doubtRefund } from '../../../domain/base/limits.ts';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { expectedCash } from '../../../domain/shift/close-shift.ts';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { DoubtDialog, type DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { decideReturn } from './decide-return.ts';
import { findOnReceipt } from './find-on-receipt.ts';
import { LeaveReturnDialog } from './LeaveReturnDialog.tsx';
import { chooseAll, type Choices, type LineChoice, lineKey, NO_CHOICE, refundSoFar, sourceOf, unitsChosen } from './return-form.ts';
import { ReturnLineRow } from './ReturnLineRow.tsx';
import styles from './Returns.module.css';

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
  const register = useRegister();
  const openShift = useView((view) => view.openShift);
  const source = useMemo(() => sourceOf(found), [found]);
  /** What to go on with once this return is given up; null asks for a number. */
  const [leaving, setLeaving] = useState<{ readonly to: Returnable | null } | null>(null);
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  const steps = useSteps();
  const refund = refundSoFar(source, choices);
  const units = unitsChosen(choices);
  const cash = source.origin.kind === 'sale';
  const first = source.lines.find((line) => unitsReturnable(line) > 0);
  const left = first !== undefined;

  const choose = (line: ReturnableLine, choice: LineChoice) => onChoices(new Map(choices).set(lineKey(line), choice));
  const leave = (to: Returnable | null) => (units === 0 ? onOther(to) : setLeaving({ to }));

  useScanner(async (code) => {
    const item = findOnReceipt(found, choices, register.catalog, code);
    if (item.kind === 'refused') return item.sentence;
    if (item.kind === 'line') {
      const before = choices.get(lineKey(item.line)) ?? NO_CHOICE;
      choose(item.line, { ...before, quantity: before.quantity + 1 });
      steps.say('good', `${item.line.name}: one more comes back.`);
      return null;
    }
    const other = await register.findReturnable(code).catch(() => 'not_here' as const);
    if (typeof other !== 'string') return leave(other), null;
    return other === 'not_found'
      ? `${code} is no article, no receipt and no online order.`
      : `${code} is no article, and no receipt or order that is kept here. The server cannot be asked while you are offline.`;
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
        <h2 className={styles.number}>
          {cash ? 'Receipt' : 'Online order'} {source.number}
        </h2>
        <Button variant="default" onClick={() => leave(null)}>
          Another number
        </Button>
        {left && (
          <Button variant="default" onClick={() => onChoices(chooseAll(source, choices))}>
            Return everything
          </Button>
        )}
      </div>
      <Saying steps={steps} />
      {source.lines.length === 0 && (
        <Empty title="Nothing of this order has left a store yet">What has not been handed over or shipped cannot come back.</Empty>
      )}
      {source.lines.length > 0 && !left && <Notice tone="info">Everything on it has come back already.</Notice>}
      <ul className={styles.lines} aria-label="Items bought">
        {source.lines.map((line) => (
          <ReturnLineRow
            key={lineKey(line)}
            line={line}
            choice={choices.get(lineKey(line)) ?? NO_CHOICE}
            currency={source.currency}
            first={line === first}
            onChange={(choice) => choose(line, choice)}
          />
        ))}
      </ul>
      {left && (
        <footer className={styles.foot}>
          {cash && openShift === null && (
            <Notice
              tone="warn"
              action={
                <Button component={Link} href="/shift" variant="default">
                  Open the shift
                </Button>
              }
            >
              Cash can be refunded only from the drawer of an open shift.
            </Notice>
          )}
          <div className={styles.refund}>
            <span aria-live="polite">
              Refund <strong className={styles.amount}>{formatMoney(refund, source.currency)}</strong>{' '}
              {cash ? 'in cash' : 'to the original payment'}
            </span>
            <Button size="lg" disabled={units === 0 || (cash && openShift === null)} loading={steps.busy} onClick={submit}>
              Return {unitWords(units)}
            </Button>
          </div>
        </footer>
      )}
      <DoubtDialog question={doubted} onConfirm={() => void confirm()} onBack={() => setDoubted(null)} />
      <LeaveReturnDialog
        question={leaving && `${unitWords(units)} of ${source.number} are chosen and not returned yet.`}
        onStay={() => setLeaving(null)}
        onLeave={() => leaving !== null && onOther(leaving.to)}
      />
    </div>
  );
}
