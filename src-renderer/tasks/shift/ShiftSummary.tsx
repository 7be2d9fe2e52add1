import { expectedCash } from '../../../domain/shift/close-shift.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { shiftFigures } from './shift-figures.ts';
import { ShiftFigures } from './ShiftFigures.tsx';
import styles from './Shift.module.css';
import { words } from '../../../texts/words/words.ts';

/** A shift as it was before it was closed, and what was counted then, in minor units. */
export interface ClosedShift {
  readonly shift: Shift;
  readonly countedMinor: number;
}

/** What the count of a shift's drawer came to. */
export function ShiftSummary({ shift, countedMinor }: ClosedShift) {
  const { currency } = shift;
  const difference = countedMinor - expectedCash(shift);
  return (
    <section className={styles.card} aria-label={words('shift.closed')}>
      <Notice tone={difference === 0 ? 'good' : 'warn'}>
        {difference === 0 && words('shift.agrees')}
        {difference < 0 && words('shift.missing', { amount: formatMoney(-difference, currency) })}
        {difference > 0 && words('shift.tooMuch', { amount: formatMoney(difference, currency) })}
      </Notice>
      <ShiftFigures figures={shiftFigures(shift, { countedMinor, expectedMinor: expectedCash(shift) })} />
    </section>
  );
}
