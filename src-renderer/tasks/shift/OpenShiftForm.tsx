import { openShift } from '../../../domain/shift/open-shift.ts';
import { doubtFloat } from '../../../domain/doubts/doubts.ts';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useSetting, useView } from '../../kit/register-context.tsx';
import { AmountForm } from './AmountForm.tsx';
import styles from './Shift.module.css';
import { words } from '../../../texts/words/words.ts';

/** Opens the shift in place, wherever it is missing. */
export function OpenShiftForm({ autoFocus = false, onOpened }: { readonly autoFocus?: boolean; readonly onOpened?: () => void }) {
  const currency = useView((view) => view.company?.currency ?? 'USD');
  const limits = useSetting(doubtLimits);
  return (
    <section className={styles.open} aria-label={words('shift.open')}>
      <h2 className={styles.heading}>{words('shift.openToSell')}</h2>
      <AmountForm
        label={words('shift.floatInDrawer')}
        description={words('shift.countNow')}
        button={words('shift.openButton')}
        currency={currency}
        autoFocus={autoFocus}
        doubt={(floatMinor) => {
          const doubt = doubtFloat(limits, floatMinor);
          return doubt && doubtQuestion(doubt, formatMoney(floatMinor, currency));
        }}
        decide={(context, floatMinor) => openShift(context.openShift, currency, floatMinor)}
        {...(onOpened === undefined ? {} : { onDone: onOpened })}
      />
    </section>
  );
}
