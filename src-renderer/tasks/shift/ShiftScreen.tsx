import { useState } from 'react';
import { refuse } from '../../../domain/base/result.ts';
import { closeShift, expectedCash } from '../../../domain/shift/close-shift.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { formatMoney, parseAmount } from '../../kit/format-money.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { OpenCardPayments } from '../payment/OpenCardPayments.tsx';
import { OpenCardRefunds } from '../payment/OpenCardRefunds.tsx';
import { useUnbookedPayments } from '../payment/use-unbooked-payments.ts';
import { AmountForm } from './AmountForm.tsx';
import { OldShiftNotice } from './OldShiftNotice.tsx';
import { OpenShiftForm } from './OpenShiftForm.tsx';
import { ShiftFigures } from './ShiftFigures.tsx';
import { type ClosedShift, ShiftSummary } from './ShiftSummary.tsx';
import styles from './Shift.module.css';
import { words } from '../../words/words.ts';

/** The drawer: opened with a float, closed with a count. */
export function ShiftScreen() {
  const shift = useView((view) => view.openShift);
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  useScanner((code) => words('shift.nothingScanned', { code }));
  return (
    <Screen title={words('task.shift')}>
      <OldShiftNotice />
      {shift === null ? (
        <div className={styles.columns}>
          {closed !== null && <ShiftSummary {...closed} />}
          <OpenShiftForm autoFocus onOpened={() => setClosed(null)} />
        </div>
      ) : (
        <CloseShift shift={shift} onClosed={(countedMinor) => setClosed({ shift, countedMinor })} />
      )}
    </Screen>
  );
}

function CloseShift({ shift, onClosed }: { readonly shift: Shift; readonly onClosed: (countedMinor: number) => void }) {
  const [text, setText] = useState('');
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { currency } = shift;
  const counted = parseAmount(text, currency);
  const isUnanswered = useUnbookedPayments().some(({ status, leftOpen }) => status === 'started' && leftOpen === null);
  return (
    <div className={styles.columns}>
      <OpenCardPayments atShiftEnd />
      <OpenCardRefunds />
      <section className={styles.card} aria-label={words('shift.openShift')}>
        <h2 className={styles.heading}>{words('shift.openSince', { moment: formatMoment(shift.openedAt, timezone) })}</h2>
        {/* What is expected is not shown before the count: whoever knows it counts towards it. */}
        <ShiftFigures figures={[[words('shift.float'), formatMoney(shift.floatMinor, currency)]]} />
        <p className={styles.hint}>{words('shift.countFirst')}</p>
      </section>
      <section className={styles.open} aria-label={words('shift.close')}>
        <h2 className={styles.heading}>{words('shift.close')}</h2>
        <AmountForm
          label={words('shift.cashCounted')}
          description={words('shift.countAll')}
          button={words('shift.closeButton')}
          currency={currency}
          autoFocus
          onText={setText}
          doubt={(countedMinor) => doubtOf(countedMinor, expectedCash(shift), currency)}
          decide={(context, countedMinor) => (isUnanswered ? refuse('card_payment_open') : closeShift(context.openShift, countedMinor))}
          onDone={() => onClosed(counted ?? 0)}
        />
      </section>
    </div>
  );
}

/** What there is to confirm about a count in minor units: nothing when it agrees, or when nothing was counted. */
function doubtOf(countedMinor: number, expectedMinor: number, currency: string): DoubtQuestion | null {
  const difference = countedMinor - expectedMinor;
  if (difference === 0 || Number.isNaN(difference)) return null;
  return {
    title: words(difference < 0 ? 'shift.short' : 'shift.over', { amount: formatMoney(Math.abs(difference), currency) }),
    text: words('shift.differs', { expected: formatMoney(expectedMinor, currency), counted: formatMoney(countedMinor, currency) }),
    confirm: words('shift.closeAnyway'),
    back: words('shift.countAgain'),
  };
}
