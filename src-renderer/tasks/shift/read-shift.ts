import type { ReportCase, ShiftReport } from '../../../domain/reports/report.ts';
import { shiftReport } from '../../../domain/reports/shift-report.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Shift, ShiftTotals } from '../../../domain/shift/shift.ts';
import { timeInZone } from '../../../domain/base/zoned-date.ts';
import type { RegisterServices } from '../../kit/register-services.ts';

/** Places of the journal that are read at once. */
const BATCH = 500;

type Journal = Pick<RegisterServices, 'recordedBefore' | 'sync' | 'catalog' | 'view'>;

/** What the report asks about the store and its goods. */
function reportCase({ catalog, view }: Journal): ReportCase {
  const timezone = view.getState().store?.timezone ?? 'UTC';
  return {
    departmentOf: (sku) => catalog.product(sku)?.category ?? null,
    hourOf: (at) => Number(timeInZone(new Date(at), timezone).slice(0, 2)),
  };
}

/** A report, and the newest place of the journal that it knows. */
export interface ReadReport {
  readonly report: ShiftReport;
  readonly upTo: number;
}

/** Reads an open shift out of this register's journal, from its end back to the shift's opening; null where that is not here. */
export async function readOpenShift(journal: Journal, shiftId: string): Promise<ReadReport | null> {
  const upTo = journal.sync.getState().lastSeq;
  const operations: Operation[] = [];
  for (let from = upTo + 1; from > 1; from -= BATCH) {
    operations.push(...(await journal.recordedBefore(from, BATCH)));
    if (operations.some(({ id }) => id === shiftId))
      return { report: shiftReport(operations.reverse(), shiftId, reportCase(journal)), upTo };
  }
  return null;
}

/** Reads a closed shift, from its opening on to its closing; null where the device does not have it. */
export async function readClosedShift(journal: Journal, shift: Shift): Promise<ShiftReport | null> {
  const firstSeq = shift.closed?.totals?.firstSeq ?? null;
  if (firstSeq === null) return (await readOpenShift(journal, shift.id))?.report ?? null;
  const operations: Operation[] = [];
  const { lastSeq } = journal.sync.getState();
  for (let from = firstSeq; from <= lastSeq; from += BATCH) {
    operations.push(...(await journal.recordedBefore(from + BATCH, Math.min(BATCH, from + BATCH - 1))).reverse());
    const report = shiftReport(operations, shift.id, reportCase(journal));
    if (report.closed !== null) return report.openedAt === null ? null : report;
  }
  return null;
}

/** The totals of this register's last closed shift; null where none was signed yet. */
export function lastTotals(shifts: readonly Shift[]): ShiftTotals | null {
  const signed = shifts.flatMap(({ closed }) => closed?.totals ?? []);
  return signed.reduce<ShiftTotals | null>((last, one) => (last === null || one.zNumber > last.zNumber ? one : last), null);
}
