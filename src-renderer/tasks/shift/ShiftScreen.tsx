import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Shift } from '../../../domain/shift/shift.ts';
import { IconReportMoney } from '../../kit/icons.ts';
import { useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { OpenCardPayments } from '../payment/OpenCardPayments.tsx';
import { OpenCardRefunds } from '../payment/OpenCardRefunds.tsx';
import { ReportsLink } from '../reports/ReportsLink.tsx';
import { BeforeClosing } from './BeforeClosing.tsx';
import { CashMoves } from './CashMoves.tsx';
import { CompareCount } from './CompareCount.tsx';
import { CountDrawer } from './CountDrawer.tsx';
import { OldShiftNotice } from './OldShiftNotice.tsx';
import { OpenShiftForm } from './OpenShiftForm.tsx';
import { ClosedReport, OpenReport } from './ReadReports.tsx';
import { type ClosedShift, ShiftSummary } from './ShiftSummary.tsx';
import { useCount } from './use-count.ts';
import styles from './Shift.module.css';
import { words } from '../../../texts/words/words.ts';

/** The drawer: opened with a float, closed with a count, and what the shift came to. */
export function ShiftScreen() {
  const shift = useView((view) => view.openShift);
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  const [isReport, setIsReport] = useState(false);
  useScanner((code) => words('shift.nothingScanned', { code }));
  return (
    <Screen
      title={words('task.shift')}
      actions={
        <>
          <ReportsLink />
          {shift !== null && (
            <Button
              variant="default"
              leftSection={<IconReportMoney aria-hidden size={20} />}
              aria-pressed={isReport}
              onClick={() => setIsReport(!isReport)}
            >
              {words(isReport ? 'report.back' : 'shift.xNow')}
            </Button>
          )}
        </>
      }
    >
      <OldShiftNotice />
      {shift === null ? (
        <>
          <div className={styles.columns}>
            {closed !== null && <ShiftSummary {...closed} />}
            <OpenShiftForm autoFocus onOpened={() => setClosed(null)} />
          </div>
          {closed !== null && <ClosedReport shiftId={closed.shift.id} />}
        </>
      ) : isReport ? (
        <OpenReport shift={shift} />
      ) : (
        <CloseShift key={shift.id} shift={shift} onClosed={(countedMinor) => (setIsReport(false), setClosed({ shift, countedMinor }))} />
      )}
    </Screen>
  );
}

function CloseShift({ shift, onClosed }: { readonly shift: Shift; readonly onClosed: (countedMinor: number) => void }) {
  const count = useCount(shift);
  const [isComparing, setIsComparing] = useState(false);
  return (
    <div className={styles.closing}>
      <div className={styles.main}>
        {isComparing ? (
          <CompareCount shift={shift} count={count} onBack={() => setIsComparing(false)} onClosed={() => onClosed(count.countedMinor)} />
        ) : (
          <CountDrawer shift={shift} count={count} onCompare={() => setIsComparing(true)} />
        )}
      </div>
      <div className={styles.side}>
        <OpenCardPayments atShiftEnd />
        <OpenCardRefunds />
        <BeforeClosing />
        <CashMoves shift={shift} />
      </div>
    </div>
  );
}
