import type { AnyOperation } from '../base/envelope.ts';
import type { ShiftReport } from './report.ts';

/** Clocks are put right by seconds all the time; what is less than this (milliseconds) is no change that anybody reads. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;

/**
 * Notes in a report where the device's clock was changed. Put back: an operation has an earlier time than the one before it. Put ahead:
 * by the last known offset from the server alone, for time may have passed.
 * @returns a function that takes the operations of the shift in the order of the journal.
 */
export function watchClock({ clockChanges }: Pick<ShiftReport, 'clockChanges'>): (operation: AnyOperation) => void {
  let before: string | null = null;
  let offset: number | null = null;
  /** By how much the clock was put back since the server last said how it goes. */
  let backMs = 0;
  return ({ at, clockOffsetMs }) => {
    const byMs = before === null ? 0 : Date.parse(at) - Date.parse(before);
    if (before !== null && byMs < -CLOCK_TOLERANCE_MS) {
      clockChanges.push({ from: before, to: at, byMs });
      backMs -= byMs;
    }
    if (clockOffsetMs !== null && clockOffsetMs !== offset) {
      // The server is so much further away than what was put back explains.
      const unexplained = offset === null ? 0 : clockOffsetMs - offset - backMs;
      if (before !== null && Math.abs(unexplained) > CLOCK_TOLERANCE_MS) clockChanges.push({ from: before, to: at, byMs: -unexplained });
      offset = clockOffsetMs;
      backMs = 0;
    }
    before = at;
  };
}
