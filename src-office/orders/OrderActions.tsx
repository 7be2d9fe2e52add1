import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { grants } from '../../domain/access/scopes.ts';
import { hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import styles from './OrderSheet.module.css';

export interface OrderActionsProps {
  readonly order: OrderAnswer;
  readonly busy: boolean;
  /** @param task gives what came of it, in a sentence. */
  readonly onDo: (task: () => Promise<string>) => void;
}

/** What the head office can do with an order now; nothing where all of it has left or was cancelled. */
export function OrderActions({ order, busy, onDo }: OrderActionsProps) {
  const { client, overview } = useOffice();
  const { number, kind, status } = order;
  const here = order.fulfillmentOrders.filter((part) => !hasEnded(part));
  if (status === 'fulfilled' || status === 'cancelled' || !grants(overview.scopes, 'orders')) return null;
  const isUntouched = here.every(({ state }) => state.status === 'open' || state.status === 'acknowledged');
  return (
    <footer className={styles.actions}>
      {kind === 'pickup' && isUntouched && <MovePickup order={order} busy={busy} onDo={onDo} />}
      <TwoSteps
        label={words('orders.cancel')}
        confirm={words('orders.cancelSure')}
        labelOne={words('orders.cancelOne', { number })}
        confirmOne={words('orders.cancelSureOne', { number })}
        busy={busy}
        onDone={() =>
          onDo(async () => {
            await client.cancelOrder(number);
            return words('orders.cancelled', { number });
          })
        }
      />
    </footer>
  );
}

/** Has a pickup that nobody has begun to pick fetched at another store. */
function MovePickup({ order: { number, fulfillmentOrders }, busy, onDo }: OrderActionsProps) {
  const { client, overview } = useOffice();
  const [storeId, setStoreId] = useState('');
  const now = fulfillmentOrders.at(-1)?.locationId;
  const others = overview.stores.filter(({ id }) => id !== now);
  const store = others.find(({ id }) => id === storeId);
  return (
    <>
      <NativeSelect
        aria-label={words('orders.moveTo')}
        size="md"
        value={storeId}
        onChange={(event) => setStoreId(event.currentTarget.value)}
        data={[{ value: '', label: words('orders.moveTo') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {store !== undefined && (
        <TwoSteps
          plain
          label={words('orders.move')}
          confirm={words('orders.moveSure')}
          labelOne={words('orders.moveOne', { number })}
          confirmOne={words('orders.moveSureOne', { number })}
          busy={busy}
          onDone={() =>
            onDo(async () => {
              await client.movePickup(number, store.id);
              return words('orders.moved', { number, store: store.name });
            })
          }
        />
      )}
    </>
  );
}
