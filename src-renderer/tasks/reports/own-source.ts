import { NOBODY, type TillReportQuery } from '../../../domain/reports/report-protocol.ts';
import { type SummarizedShift, summarizeShift } from '../../../domain/reports/shift-summary.ts';
import { addUpShifts } from '../../../domain/reports/till-report.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { reportCase } from '../../kit/reports/report-case.ts';
import type { ReportSource } from '../../kit/reports/report-source.ts';

/** Places of the journal that are read at once. */
const BATCH = 500;

type Register = Pick<RegisterServices, 'recordedBefore' | 'recorded' | 'sync' | 'catalog' | 'view' | 'shifts' | 'identity'>;

/** The journal from its end back to the opening of the earliest of these shifts, or to its beginning where that is not here. */
async function readBackTo(register: Register, shifts: readonly Shift[]): Promise<Operation[]> {
  const missing = new Set(shifts.map(({ id }) => id));
  const operations: Operation[] = [];
  for (let from = register.sync.getState().lastSeq + 1; from > 1 && missing.size > 0; from -= BATCH) {
    const read = await register.recordedBefore(from, BATCH);
    for (const { id } of read) missing.delete(id);
    operations.push(...read);
  }
  return operations.reverse();
}

async function summarize(register: Register, { from, to }: TillReportQuery): Promise<SummarizedShift[]> {
  const shifts = register.shifts().filter(({ businessDate }) => businessDate >= from && businessDate <= to);
  const operations = await readBackTo(register, shifts);
  return shifts.map((shift) => summarizeShift(operations, shift, reportCase(register)));
}

/** The reports of this register alone, out of its own journal: what is left while the server cannot be asked. */
export function ownSource(register: Register, people: () => Readonly<Record<string, string>>): ReportSource {
  const { registerId, prefix } = register.identity;
  return {
    async read(period) {
      const summaries = (await summarize(register, period)).map(({ summary }) => summary);
      return { reports: addUpShifts(summaries), people: people(), registers: { [registerId]: prefix } };
    },
    async watched({ kind, associate, ...period }) {
      const found = (await summarize(register, period)).flatMap(({ summary, watched }) => {
        const { shiftId, businessDate, currency } = summary;
        return watched.map((one) => ({ ...one, registerId, shiftId, businessDate, currency }));
      });
      const items = found
        .filter((one) => kind === undefined || one.kind === kind)
        .filter((one) => associate === undefined || (one.associateId ?? NOBODY) === associate)
        .sort((one, other) => other.seq - one.seq);
      return { items, next: null };
    },
    async entry(_registerId, seq) {
      const operation = await register.recorded(seq);
      if (operation === null) throw new Error('The journal has no such entry.');
      return operation;
    },
  };
}
