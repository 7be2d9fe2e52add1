import { openShift } from '../../../domain/shift/open-shift.ts';
import { doubtFloat } from '../../../domain/base/limits.ts';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { useView } from '../../kit/register-context.tsx';
import { AmountForm } from './AmountForm.tsx';
import styles from './Shift.module.css';

/** Opens the shift in place, wherever it is missing. */
export function OpenShiftForm({ autoFocus = false, onOpened }: { readonly autoFocus?: boolean; readonly onOpened?: () => void }) {
  const currency = useView((view) => view.company?.currency ?? 'USD');
  return (
    <section className={styles.open} aria-label="Open the shift">
      <h2 className={styles.heading}>Open the shift to sell</h2>
      <AmountForm
        label="Float in the drawer"
        description="Count the cash that is in the drawer now."
        button="Open shift"
        currency={currency}
        autoFocus={autoFocus}
        doubt={(floatMinor) => {
          const doubt = doubtFloat(floatMinor);
          return doubt && doubtQuestion(doubt, formatMoney(floatMinor, currency));
        }}
        decide={(context, floatMinor) => openShift(context.openShift, currency, floatMinor)}
        {...(onOpened === undefined ? {} : { onDone: onOpened })}
      />
    </section>
  );
}
