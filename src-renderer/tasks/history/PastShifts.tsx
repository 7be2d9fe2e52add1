import { associateDocument } from '../../../domain/associates/documents.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { shiftFigures } from '../shift/shift-figures.ts';
import { ShiftFigures } from '../shift/ShiftFigures.tsx';
import styles from './History.module.css';

const PAGE = 50;

/** What a shift's drawer came to, in words. An open one tells nothing before it is counted. */
function outcome({ closed, currency }: Shift): string {
  if (closed === null) return 'Open';
  const difference = closed.countedMinor - closed.expectedMinor;
  if (difference === 0) return 'Agrees';
  return `${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? 'short' : 'over'}`;
}

/** The shifts of this register, the newest first, each with its figures once it was counted. */
export function PastShifts() {
  const register = useRegister();
  useView((view) => view.openShift);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const associates = useDocumentList(associateDocument);
  const [openId, setOpenId] = useState<string | null>(null);
  const [pages, setPages] = useState(1);
  useScanner((code) => `${code} was scanned, but nothing is scanned here. Receipts are found under Receipts.`);
  const shifts = register.shifts();
  const open = shifts.find((shift) => shift.id === openId);

  return (
    <ListAndDetail
      isOpen={open !== undefined}
      list={
        <>
          {shifts.length === 0 && <Empty title="No shift was opened here yet" />}
          <ul className={styles.rows} aria-label="Shifts">
            {shifts.slice(0, pages * PAGE).map((shift) => (
              <li key={shift.id}>
                <button type="button" className={styles.row} aria-current={shift.id === openId} onClick={() => setOpenId(shift.id)}>
                  <span className={styles.rowMain}>
                    <strong>{formatMoment(shift.openedAt, timezone)}</strong>
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
              Show earlier
            </Button>
          )}
        </>
      }
      detail={
        open === undefined ? (
          <Empty title="Choose a shift" />
        ) : (
          <article className={styles.sheet} aria-label="Shift">
            <Button
              className={styles.back ?? ''}
              variant="default"
              leftSection={<IconArrowLeft aria-hidden size={20} />}
              onClick={() => setOpenId(null)}
            >
              All shifts
            </Button>
            <h2 className={styles.heading}>
              {formatMoment(open.openedAt, timezone)}{' '}
              {open.closed === null ? 'until now' : `until ${formatMoment(open.closed.at, timezone)}`}
            </h2>
            {open.closed === null ? (
              <>
                <ShiftFigures figures={[['Float', formatMoney(open.floatMinor, open.currency)]]} />
                <p className={styles.hint}>The other figures show once the drawer was counted.</p>
              </>
            ) : (
              <ShiftFigures figures={shiftFigures(open, open.closed)} />
            )}
          </article>
        )
      }
    />
  );
}
