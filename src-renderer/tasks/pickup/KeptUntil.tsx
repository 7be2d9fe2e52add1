import { Button } from '@mantine/core';
import { useState } from 'react';
import { keptUntil } from '../../../domain/fulfillment/expire-order.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { pickupKeepDays } from '../../../domain/fulfillment/settings.ts';
import { formatWhen } from '../../kit/order-words.ts';
import { useSetting, useView } from '../../kit/register-context.tsx';
import type { Steps } from '../picking/use-steps.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

/** Until when a ready pickup waits, whether its customer was told, and the way to keep it for longer. */
export function KeptUntil({ order, steps }: { readonly order: FulfillmentOrder; readonly steps: Steps }) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const until = keptUntil(order, useSetting(pickupKeepDays));
  const [extending, setExtending] = useState(false);
  if (until === null && order.toldAt === undefined) return null;
  return (
    <div className={styles.kept}>
      <span className={styles.hint}>
        {order.toldAt !== undefined && <span>{words('pickup.toldAt', { moment: formatWhen(order.toldAt, timezone) })} </span>}
        {until !== null && <span>{words('pickup.keptUntil', { moment: formatWhen(new Date(until).toISOString(), timezone) })}</span>}
      </span>
      {until !== null && (
        <Button variant="default" disabled={steps.busy} onClick={() => setExtending(true)}>
          {words('pickup.extend')}
        </Button>
      )}
      <ExtendDialog order={extending ? order : null} steps={steps} onClose={() => setExtending(false)} />
    </div>
  );
}
