import { openShift } from '../../../domain/shift/open-shift.ts';
import { doubtFloat } from '../../../domain/doubts/doubts.ts';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useSetting, useView } from '../../kit/register-context.tsx';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { drawersSetting } from '../../../domain/shift/settings.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useOpenShifts } from './use-open-shifts.ts';
import { AmountForm } from './AmountForm.tsx';
import { CountPieces } from './CountPieces.tsx';
import { useFloatCount } from './use-count.ts';
import styles from './Shift.module.css';
import { words } from '../../../texts/words/words.ts';

/** Opens the shift in place, wherever it is missing. */
export function OpenShiftForm({ autoFocus = false, onOpened }: { readonly autoFocus?: boolean; readonly onOpened?: () => void }) {
  const currency = useView((view) => view.company?.currency ?? 'USD');
  const limits = useSetting(doubtLimits);
  const drawers = useSetting(drawersSetting);
  const open = useOpenShifts();
  const free = drawers.map(({ name }) => name).filter((name) => !open.some(({ drawerId }) => drawerId === name));
  const [wanted, setWanted] = useState<string | null>(null);
  const drawer = free.find((name) => name === wanted) ?? free[0] ?? null;
  const count = useFloatCount(currency);
  const denominations = count.sumMinor === null ? null : count.denominations;
  if (drawers.length > 0 && drawer === null) return <Notice tone="info">{words('shift.allInUse')}</Notice>;
  return (
    <section className={styles.open} aria-label={words('shift.open')}>
      <h2 className={styles.heading}>{words('shift.openToSell')}</h2>
      {drawer !== null && (
        <NativeSelect
          label={words('shift.drawer')}
          size="lg"
          data={free}
          value={drawer}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <AmountForm
        label={words('shift.floatInDrawer')}
        description={words('shift.countNow')}
        button={words('shift.openButton')}
        currency={currency}
        autoFocus={autoFocus}
        counted={count.sumMinor}
        doubt={(floatMinor) => {
          const doubt = doubtFloat(limits, floatMinor);
          return doubt && doubtQuestion(doubt, formatMoney(floatMinor, currency));
        }}
        decide={(context, floatMinor) => openShift(context.openShift, currency, floatMinor, drawer, open, denominations)}
        {...(onOpened === undefined ? {} : { onDone: onOpened })}
      >
        <details className={styles.parts}>
          <summary>{words('shift.countFloat')}</summary>
          <CountPieces count={count} currency={currency} />
        </details>
      </AmountForm>
    </section>
  );
}
