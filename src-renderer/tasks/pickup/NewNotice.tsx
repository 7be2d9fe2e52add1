import { Button } from '@mantine/core';
import { acknowledgeOrders } from '../../../domain/fulfillment/acknowledge-orders.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { Saying } from '../picking/Saying.tsx';
import styles from './Pickup.module.css';
import { useNewPickups } from './use-new-pickups.ts';
import { words } from '../../../texts/words/words.ts';

/** The new pickups, with the one press by which somebody says that they are seen to. Then no register rings for them any more. */
export function NewNotice() {
  const orders = useNewPickups();
  const steps = useSteps();
  if (orders.length === 0) return <Saying steps={steps} />;
  return (
    <div className={styles.kept}>
      <Notice tone="warn">{words('pickup.nobodyAcknowledged', { count: orders.length })}</Notice>
      <Button
        disabled={steps.busy}
        onClick={() =>
          void steps.take(
            [({ reader }) => acknowledgeOrders(orders.map((order) => reader.get(fulfillmentOrderDocument, order.id) ?? order))],
            words('pickup.isAcknowledged'),
          )
        }
      >
        {words('pickup.acknowledge')}
      </Button>
      <Saying steps={steps} />
    </div>
  );
}
