import { countWaiting } from '../home/waiting.ts';
import { cardRefundDocument } from '../../../domain/payments/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { heldSaleDocument } from '../../../domain/held-sales/documents.ts';
import { IconAlertTriangle, IconCircleCheck } from '../../kit/icons.ts';
import { useCurrent, useRegister, useSync } from '../../kit/register-context.tsx';
import { words } from '../../words/words.ts';
import { useUnbookedPayments } from '../payment/use-unbooked-payments.ts';
import styles from './Shift.module.css';

/** What would hurt after closing, each in a line. None of it but an unanswered card holds the closing up. */
export function BeforeClosing() {
  const held = useCurrent(heldSaleDocument);
  const orders = useCurrent(fulfillmentOrderDocument);
  const pending = useSync((sync) => sync.pending);
  const { registerId } = useRegister().identity;
  const payments = useUnbookedPayments();
  const refunds = [...useCurrent(cardRefundDocument).values()].filter((one) => one.registerId === registerId && one.status === 'started');
  const cards = payments.filter(({ status }) => status === 'started').length;
  const goingBack = payments.filter(({ status }) => status === 'reversing').length + refunds.length;
  const { pickupsToPrepare, pickupsReady } = countWaiting(orders.values());
  const onHold = [...held.values()].filter(({ taken }) => taken.length === 0).length;
  const checks = [
    ['shift.check.held', onHold],
    ['shift.check.cards', cards],
    ['shift.check.refunds', goingBack],
    ['shift.check.pickups', pickupsToPrepare + pickupsReady],
    ['shift.check.sent', pending],
  ] as const;
  return (
    <section className={styles.card} aria-label={words('shift.before')}>
      <h2 className={styles.small}>{words('shift.before')}</h2>
      <ul className={styles.checks}>
        {checks.map(([key, count]) => (
          <li key={key} data-tone={count === 0 ? 'good' : 'warn'}>
            {count === 0 ? <IconCircleCheck aria-hidden size={22} /> : <IconAlertTriangle aria-hidden size={22} />}
            <span>{words(key, { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
