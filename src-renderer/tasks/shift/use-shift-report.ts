import { useEffect, useState } from 'react';
import { useRegister, useSync } from '../../kit/register-context.tsx';
import { type ReadReport, readOpenShift } from './read-shift.ts';

/**
 * What was read of a shift; `missing` where this device does not have its entries, `failed` where its disk could not be read: such a
 * shift is not closed without its sums. Null while it is being read.
 */
export type Shown<T> = T | 'missing' | 'failed' | null;

/** What became of reading. */
export function shownBy<T>(reading: Promise<T | null>): Promise<Shown<T>> {
  return reading.then(
    (read) => read ?? 'missing',
    () => 'failed',
  );
}

/** The report of the open shift, read again whenever something is recorded. */
export function useShiftReport(shiftId: string): Shown<ReadReport> {
  const register = useRegister();
  const lastSeq = useSync((sync) => sync.lastSeq);
  const [shown, setShown] = useState<Shown<ReadReport>>(null);
  useEffect(() => {
    let wanted = true;
    void shownBy(readOpenShift(register, shiftId)).then((next) => wanted && setShown(next));
    return () => {
      wanted = false;
    };
  }, [register, shiftId, lastSeq]);
  return shown;
}
