import { useEffect, useState } from 'react';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { readClosedShift } from './read-shift.ts';
import { ShiftReportView } from './ShiftReportView.tsx';
import { type Shown, shownBy, useShiftReport } from './use-shift-report.ts';

/** A report, or why there is none to show. */
function ReadReportView({ shown, blind = false }: { readonly shown: Shown<ShiftReport>; readonly blind?: boolean }) {
  if (shown === null) return <Empty title={words('shift.reading')} />;
  if (shown === 'failed') return <Empty title={words('shift.notRead')} />;
  return shown === 'missing' ? <Empty title={words('shift.noReport')} /> : <ShiftReportView report={shown} blind={blind} />;
}

/** The X report. It is blind: the drawer is still to be counted. */
export function OpenReport({ shift }: { readonly shift: Shift }) {
  const shown = useShiftReport(shift.id);
  return <ReadReportView shown={shown === null || typeof shown === 'string' ? shown : shown.report} blind />;
}

/** The Z report of a shift of this register that was closed. */
export function ClosedReport({ shiftId }: { readonly shiftId: string }) {
  const register = useRegister();
  const [shown, setShown] = useState<Shown<ShiftReport>>(null);
  useEffect(() => {
    let wanted = true;
    const shift = register.shifts().find(({ id }) => id === shiftId);
    const reading = shift === undefined ? Promise.resolve(null) : readClosedShift(register, shift);
    void shownBy(reading).then((next) => wanted && setShown(next));
    return () => {
      wanted = false;
    };
  }, [register, shiftId]);
  return <ReadReportView shown={shown} />;
}
