import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DrawerHandedOver, Shift } from '../../../domain/shift/shift.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { Notice } from '../../kit/Notice.tsx';
import { IconArrowLeft, IconReportMoney } from '../../kit/icons.ts';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { type Printout, usePrintout } from '../../kit/paper/use-printout.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
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
import { DrawersInUse } from './DrawersInUse.tsx';
import { handoverPaper } from './handover-paper.ts';
import { OldShiftNotice } from './OldShiftNotice.tsx';
import { OpenShiftForm } from './OpenShiftForm.tsx';
import { ClosedReport, OpenReport } from './ReadReports.tsx';
import { type ClosedShift, ShiftSummary } from './ShiftSummary.tsx';
import { useCount } from './use-count.ts';
import { useNameOf } from './use-name-of.ts';
import { useOpenShifts } from './use-open-shifts.ts';
import styles from './Shift.module.css';
import { words } from '../../../texts/words/words.ts';

/** The drawer: opened with a float, closed with a count, and what the shift came to. */
export function ShiftScreen() {
  const shift = useView((view) => view.openShift);
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  const [isReport, setIsReport] = useState(false);
  const [taking, setTaking] = useState<string | null>(null);
  const [handedTo, setHandedTo] = useState<string | null>(null);
  const open = useOpenShifts();
  const nameOf = useNameOf();
  const taken = shift === null ? open.find(({ id }) => id === taking) : undefined;
  const printing = usePrintout(null);
  const top = useSlipHead();
  function handedOver(handed: DrawerHandedOver): void {
    setTaking(null);
    setIsReport(false);
    setHandedTo(handed.toId);
    if (printing.hasPrinter) printing.print(() => handoverPaper(handed, top(new Date().toISOString()), nameOf));
  }
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
              leftSection={isReport ? <IconArrowLeft aria-hidden size={20} /> : <IconReportMoney aria-hidden size={20} />}
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
      {handedTo !== null && <HandedOver to={nameOf(handedTo)} said={printing.said} />}
      {taken !== undefined ? (
        <>
          <Notice tone="info">{words('shift.takeOverHint', { name: nameOf(holderOf(taken)) })}</Notice>
          <CountShift key={taken.id} shift={taken} isTaken onClosed={() => setTaking(null)} onHandedOver={handedOver} />
        </>
      ) : shift === null ? (
        <>
          <div className={styles.columns}>
            {closed !== null && <ShiftSummary {...closed} />}
            <OpenShiftForm autoFocus onOpened={() => (setClosed(null), setHandedTo(null))} />
            <DrawersInUse shifts={open} onTakeOver={({ id }) => (setHandedTo(null), setTaking(id))} />
          </div>
          {closed !== null && <ClosedReport shiftId={closed.shift.id} />}
        </>
      ) : isReport ? (
        <OpenReport shift={shift} />
      ) : (
        <CountShift
          key={`${shift.id} ${holderOf(shift) ?? ''}`}
          shift={shift}
          onClosed={(countedMinor) => (setIsReport(false), setHandedTo(null), setClosed({ shift, countedMinor }))}
          onHandedOver={handedOver}
        />
      )}
    </Screen>
  );
}

/** Who answers for the drawer now, and what became of the slip to sign. */
function HandedOver({ to, said }: { readonly to: string; readonly said: Printout | null }) {
  return (
    <>
      <Notice tone="good">{words('shift.handedOver', { name: to })}</Notice>
      <PrintoutNotice said={said} part={null} />
    </>
  );
}

interface CountShiftProps {
  readonly shift: Shift;
  readonly isTaken?: boolean;
  readonly onClosed: (countedMinor: number) => void;
  readonly onHandedOver: (handed: DrawerHandedOver) => void;
}

/** The count of a drawer, which is then closed, handed over or taken over. */
function CountShift({ shift, isTaken = false, onClosed, onHandedOver }: CountShiftProps) {
  const count = useCount(shift);
  const [isComparing, setIsComparing] = useState(false);
  return (
    <div className={styles.closing}>
      <div className={styles.main}>
        {isComparing ? (
          <CompareCount
            shift={shift}
            count={count}
            isTaken={isTaken}
            onBack={() => setIsComparing(false)}
            onClosed={() => onClosed(count.countedMinor)}
            onHandedOver={onHandedOver}
          />
        ) : (
          <CountDrawer shift={shift} count={count} onCompare={() => setIsComparing(true)} />
        )}
      </div>
      {!isTaken && (
        <div className={styles.side}>
          <OpenCardPayments atShiftEnd />
          <OpenCardRefunds />
          <BeforeClosing shiftId={shift.id} />
          <CashMoves shift={shift} />
        </div>
      )}
    </div>
  );
}
