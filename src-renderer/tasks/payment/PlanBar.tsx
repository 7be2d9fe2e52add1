import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import type { PaymentPlan } from './payment-plan.ts';
import styles from './PlanBar.module.css';

/** What is to pay, and which part of it is paid, waits, is promised in cash or is left: as sums, and as a bar. */
export function PlanBar({ plan, currency }: { readonly plan: PaymentPlan; readonly currency: string }) {
  const cashMinor = Math.max(0, plan.cash.exactMinor - plan.leftMinor);
  const parts = [
    ['paid', words('payment.paid'), plan.takenMinor],
    ['waits', words('payment.waits'), plan.pendingMinor],
    ['cash', words('sale.cash'), cashMinor],
    ['left', words('payment.left'), plan.leftMinor],
  ] as const;
  const shown = parts.filter(([, , minor]) => minor > 0);
  return (
    <div className={styles.plan}>
      <div className={styles.sums}>
        <dl className={styles.total}>
          <dt>{words('payment.toPay')}</dt>
          <dd data-testid="total">{formatMoney(plan.totalMinor, currency)}</dd>
        </dl>
        <dl className={styles.legend}>
          {shown.map(([part, label, minor]) => (
            <div key={part} data-part={part}>
              <dt>{label}</dt>
              <dd data-testid={part}>{formatMoney(minor, currency)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.bar} aria-hidden>
        {shown.map(([part, , minor]) => (
          <span key={part} data-part={part} style={{ flexGrow: minor }} />
        ))}
      </div>
    </div>
  );
}
