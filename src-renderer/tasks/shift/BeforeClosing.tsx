import { Link } from 'wouter';
import { cardRefundDocument } from '../../../domain/payments/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { heldSaleDocument } from '../../../domain/held-sales/documents.ts';
import { shiftDocument } from '../../../domain/shift/documents.ts';
import { IconAlertTriangle, IconCircleCheck } from '../../kit/icons.ts';
import { useCurrent, useRegister, useSync, useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { useUnbookedPayments } from '../payment/use-unbooked-payments.ts';
import { type ClosingCheck, closingChecks } from './closing-checks.ts';
import styles from './Shift.module.css';
import { useStoreDate } from '../../kit/use-store-date.ts';

function useChecks(shiftId: string): ClosingCheck[] {
  const { registerId } = useRegister().identity;
  const payments = useUnbookedPayments();
  const refunds = [...useCurrent(cardRefundDocument).values()].filter((one) => one.registerId === registerId && one.status === 'started');
  return closingChecks({
    shiftId,
    today: useStoreDate(),
    timezone: useView((view) => view.store?.timezone ?? 'UTC'),
    shifts: useCurrent(shiftDocument).values(),
    held: useCurrent(heldSaleDocument).values(),
    orders: useCurrent(fulfillmentOrderDocument).values(),
    exceptions: useView((view) => view.exceptions.length),
    cards: payments.filter(({ status }) => status === 'started').length,
    refunds: payments.filter(({ status }) => status === 'reversing').length + refunds.length,
    pending: useSync((sync) => sync.pending),
  });
}

/** What would hurt after closing, each in a line that leads to its place. None of it but an unanswered card holds the closing up. */
export function BeforeClosing({ shiftId }: { readonly shiftId: string }) {
  const checks = useChecks(shiftId);
  return (
    <section className={styles.card} aria-label={words('shift.before')}>
      <h2 className={styles.small}>{words('shift.before')}</h2>
      <ul className={styles.checks}>
        {checks.map(({ key, count, href }) => {
          const said = words(`shift.check.${key}`, { count });
          return (
            <li key={key} data-tone={count === 0 ? 'good' : 'warn'}>
              {count === 0 ? <IconCircleCheck aria-hidden size={22} /> : <IconAlertTriangle aria-hidden size={22} />}
              {count === 0 ? <span>{said}</span> : <Link href={href}>{said}</Link>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
