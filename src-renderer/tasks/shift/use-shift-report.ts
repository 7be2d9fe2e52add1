import { useEffect, useState } from 'react';
import { useRegister, useSync } from '../../kit/register-context.tsx';
import { type ReadReport, readOpenShift } from './read-shift.ts';

/** What a shift comes to; `missing` where this device does not have its entries. Null while it is being read. */
export type ShownReport = ReadReport | 'missing' | null;

/** The report of the open shift, read again whenever something is recorded. */
export function useShiftReport(shiftId: string): ShownReport {
  const register = useRegister();
  const lastSeq = useSync((sync) => sync.lastSeq);
  const [shown, setShown] = useState<ShownReport>(null);
  useEffect(() => {
    let wanted = true;
    readOpenShift(register, shiftId).then(
      (read) => wanted && setShown(read ?? 'missing'),
      () => wanted && setShown('missing'),
    );
    return () => {
      wanted = false;
    };
  }, [register, shiftId, lastSeq]);
  return shown;
}
