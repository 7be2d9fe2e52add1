import { Button } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { formatWhen, statusWords } from '../../kit/order-words.ts';
import { useView } from '../../kit/register-context.tsx';
import { stepOf } from './pickup-list.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

/** Whose order it is, when it was placed, and where it stands. */
export function PickupHead({ order, onClose }: { readonly order: FulfillmentOrder; readonly onClose: () => void }) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { customer } = order;
  return (
    <header className={styles.head}>
      <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('pickup.all')}
      </Button>
      {order.state.status === 'ready' && (
        <div className={styles.shelf}>
          <span>{words('pickup.shelf')}</span>
          <strong>{order.state.stagingLocation}</strong>
        </div>
      )}
      <div className={styles.headMain}>
        <h2 className={styles.number}>{order.orderNumber}</h2>
        <bdi>{[customer.name, customer.phone, customer.email].filter((part) => part !== null).join(' · ')}</bdi>
        <span>{words('pickup.placed', { moment: formatWhen(order.placedAt, timezone) })}</span>
      </div>
      <strong className={styles.status} data-step={stepOf(order.state.status)}>
        {statusWords(order.state)}
      </strong>
    </header>
  );
}
