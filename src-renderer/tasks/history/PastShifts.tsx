import { associateDocument } from '../../../domain/associates/documents.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { shiftFigures } from '../shift/shift-figures.ts';
import { ClosedReport } from '../shift/ReadReports.tsx';
import { ShiftFigures } from '../shift/ShiftFigures.tsx';
import styles from './History.module.css';
import { words } from '../../../texts/words/words.ts';

const PAGE = 50;

/** What a shift's drawer came to, in words. An open one tells nothing before it is counted. */
function outcome({ closed, currency }: Shift): string {
  if (closed === null) return words('history.open');
  const difference = closed.countedMinor - closed.expectedMinor;
  if (difference === 0) return words('history.agrees');
  return words(difference < 0 ? 'history.short' : 'history.over', { amount: formatMoney(Math.abs(difference), currency) });
}

/** From when to when a shift was open. */
function period({ openedAt, closed }: Shift, timezone: string): string {
  const from = formatExactMoment(openedAt, timezone);
  return closed === null
    ? words('history.untilNow', { from })
    : words('history.until', { from, to: formatExactMoment(closed.at, timezone) });
}

/** The shifts of this register, the newest first, each with its figures once it was counted. */
export function PastShifts() {
  const register = useRegister();
  useView((view) => view.openShift);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const associates = useDocumentList(associateDocument);
  const [openId, setOpenId] = useState<string | null>(null);
  const [pages, setPages] = useState(1);
  useScanner((code) => words('history.nothingScanned', { code }));
  const shifts = register.shifts();
  const open = shifts.find((shift) => shift.id === openId);

  return (
    <ListAndDetail
      isOpen={open !== undefined}
      list={
        <>
          {shifts.length === 0 && <Empty title={words('history.noShift')} />}
          <ul className={styles.rows} aria-label={words('history.shifts')}>
            {shifts.slice(0, pages * PAGE).map((shift) => (
              <li key={shift.id}>
                <button type="button" className={styles.row} aria-current={shift.id === openId} onClick={() => setOpenId(shift.id)}>
                  <span className={styles.rowMain}>
                    <strong>{formatExactMoment(shift.openedAt, timezone)}</strong>
                    <span>{associates.find((one) => one.id === shift.associateId)?.name ?? ''}</span>
                  </span>
                  <span className={styles.rowSide}>
                    <strong>{outcome(shift)}</strong>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {shifts.length > pages * PAGE && (
            <Button variant="default" onClick={() => setPages(pages + 1)}>
              {words('history.earlier')}
            </Button>
          )}
        </>
      }
      detail={
        open === undefined ? (
          <Empty title={words('history.chooseShift')} />
        ) : (
          <article className={styles.sheet} aria-label={words('task.shift')}>
            <Button
              className={styles.back ?? ''}
              variant="default"
              leftSection={<IconArrowLeft aria-hidden size={20} />}
              onClick={() => setOpenId(null)}
            >
              {words('history.allShifts')}
            </Button>
            <h2 className={styles.heading}>{period(open, timezone)}</h2>
            {open.closed === null ? (
              <>
                <ShiftFigures figures={[[words('shift.float'), formatMoney(open.floatMinor, open.currency)]]} />
                <p className={styles.hint}>{words('history.figuresLater')}</p>
              </>
            ) : (
              <>
                <ShiftFigures figures={shiftFigures(open, open.closed)} />
                <ClosedReport key={open.id} shiftId={open.id} />
              </>
            )}
          </article>
        )
      }
    />
  );
}
