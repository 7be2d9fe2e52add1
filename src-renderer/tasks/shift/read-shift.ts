import type { ShiftReport } from '../../../domain/reports/report.ts';
import { shiftReport, type SignedClosing } from '../../../domain/reports/shift-report.ts';
import { shiftClosed } from '../../../domain/shift/operations.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { reportCase } from '../../kit/reports/report-case.ts';

/** Places of the journal that are read at once. */
const BATCH = 500;

type Journal = Pick<RegisterServices, 'recordedBefore' | 'sync' | 'catalog' | 'view' | 'shifts'>;

/** A report, and what the journal says around it. */
export interface ReadReport {
  readonly report: ShiftReport;
  /** The newest place of the journal that the report knows. */
  readonly upTo: number;
  /**
   * The register's last closing that was signed, of whichever drawer; null where this is the first. The journal has it, also while the
   * replica is pulled anew.
   */
  readonly before: SignedClosing | null;
}

/** What a closing signed; null where it is none, and where an app signed nothing. */
function signedBy(operation: Operation): SignedClosing | null {
  if (!shiftClosed.is(operation) || operation.payload.totals === null) return null;
  return { totals: operation.payload.totals, hash: operation.hash };
}

/** Whether the journal may have a signed closing: one that earlier apps wrote is not read to its beginning each time. */
function mayBeSigned({ shifts, view }: Journal): boolean {
  return !view.getState().complete || shifts().some(({ closed }) => (closed?.totals ?? null) !== null);
}

/** Reads an open shift out of this register's journal, from its end to the last signed closing before it; null where it is not here. */
export async function readOpenShift(journal: Journal, shiftId: string): Promise<ReadReport | null> {
  const upTo = journal.sync.getState().lastSeq;
  const operations: Operation[] = [];
  let opening = -1;
  for (let from = upTo + 1; from > 1; from -= BATCH) {
    operations.push(...(await journal.recordedBefore(from, BATCH)));
    if (opening < 0) opening = operations.findIndex(({ id }) => id === shiftId);
    const isFound = opening >= 0 && operations.some((operation) => signedBy(operation) !== null);
    if (isFound || (opening >= 0 && !mayBeSigned(journal))) break;
  }
  if (opening < 0) return null;
  const before = operations.reduce<SignedClosing | null>((found, operation) => found ?? signedBy(operation), null);
  const report = shiftReport(operations.slice(0, opening + 1).reverse(), shiftId, reportCase(journal));
  return { report, upTo, before };
}

/** Reads a closed shift, from its opening on to its closing; null where the device does not have it. */
export async function readClosedShift(journal: Journal, shift: Shift): Promise<ShiftReport | null> {
  const firstSeq = shift.closed?.totals?.firstSeq ?? null;
  if (firstSeq === null) return (await readOpenShift(journal, shift.id))?.report ?? null;
  const operations: Operation[] = [];
  const { lastSeq } = journal.sync.getState();
  for (let from = firstSeq; from <= lastSeq; from += BATCH) {
    operations.push(...(await journal.recordedBefore(from + BATCH, BATCH)).reverse());
    if (!operations.some((operation) => shiftClosed.is(operation) && operation.shiftId === shift.id)) continue;
    const report = shiftReport(operations, shift.id, reportCase(journal));
    return report.openedAt === null ? null : report;
  }
  return null;
}
