import { useState } from 'react';
import { closeShift, expectedCash } from '../../../domain/shift/close-shift.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { formatMoney, parseAmount } from '../../kit/format-money.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { AmountForm } from './AmountForm.tsx';
import { OldShiftNotice } from './OldShiftNotice.tsx';
import { OpenShiftForm } from './OpenShiftForm.tsx';
import { ShiftFigures } from './ShiftFigures.tsx';
import { type ClosedShift, ShiftSummary } from './ShiftSummary.tsx';
import styles from './Shift.module.css';

/** The drawer: opened with a float, closed with a count. */
export function ShiftScreen() {
  const shift = useView((view) => view.openShift);
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  useScanner((code) => `${code} was scanned, but nothing is scanned here. Count the drawer and type the amount.`);
  return (
    <Screen title="Shift">
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
  return (
    <div className={styles.columns}>
      <section className={styles.card} aria-label="Open shift">
        <h2 className={styles.heading}>Open since {formatMoment(shift.openedAt, timezone)}</h2>
        {/* What is expected is not shown before the count: whoever knows it counts towards it. */}
        <ShiftFigures figures={[['Float', formatMoney(shift.floatMinor, currency)]]} />
        <p className={styles.hint}>Count the drawer first. Then you see what is expected, and the difference.</p>
      </section>
      <section className={styles.open} aria-label="Close the shift">
        <h2 className={styles.heading}>Close the shift</h2>
        <AmountForm
          label="Cash counted"
          description="Count everything in the drawer, the float too."
          button="Close shift"
          currency={currency}
          autoFocus
          onText={setText}
          doubt={(countedMinor) => doubtOf(countedMinor, expectedCash(shift), currency)}
          decide={(context, countedMinor) => closeShift(context.openShift, countedMinor)}
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
    title: `The drawer is ${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? 'short' : 'over'}. Close anyway?`,
    text:
      `Expected in the drawer: ${formatMoney(expectedMinor, currency)}. Counted: ${formatMoney(countedMinor, currency)}. Count ` +
      'it again. If it stays like this, close the shift: the difference is recorded with it.',
    confirm: 'Close anyway',
    back: 'Count again',
  };
}
