import { Button, Tabs } from '@mantine/core';
import { Fragment } from 'react';
import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import { IconArrowLeft, IconX } from '../../src-renderer/kit/icons.ts';
import columns from '../../src-renderer/kit/ListAndDetail.module.css';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import { useTask } from '../base/use-task.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderBadge } from './OrderBadge.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import styles from './OrderSheet.module.css';
import { OrderStory } from './OrderStory.tsx';
import { useOrder } from './use-order.ts';

export interface OrderSheetProps {
  readonly number: string;
  /** Another one means that the order has changed. */
  readonly version: number;
  readonly onClose: () => void;
  /** Called once something of it was changed here. */
  readonly onChanged: () => void;
}

/** One order: whose it is, what of it is where, its story, its money, and what the head office can do with it. */
export function OrderSheet({ number, version, onClose, onChanged }: OrderSheetProps) {
  const { order, story, trouble, reload } = useOrder(number, version);
  const { busy, said, run } = useTask();

  return (
    <article className={styles.sheet} aria-label={words('kit.order', { number })}>
      <Button className={columns.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('orders.title')}
      </Button>
      {trouble !== null && (
        <Notice
          tone="bad"
          action={
            <Button variant="default" onClick={reload}>
              {words('app.tryAgain')}
            </Button>
          }
        >
          {trouble}
        </Notice>
      )}
      {order === null && trouble === null && <p>{words('kit.oneMoment')}</p>}
      {order !== null && (
        <>
          <SheetHead order={order} onClose={onClose} />
          {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
          <OrderLines order={order} />
          <Tabs defaultValue="story" keepMounted={false}>
            <Tabs.List aria-label={words('orders.parts')}>
              <Tabs.Tab value="story">{words('orders.story')}</Tabs.Tab>
              <Tabs.Tab value="money">{words('orders.money')}</Tabs.Tab>
              <Tabs.Tab value="raw">{words('orders.raw')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="story">{story !== null && <OrderStory order={order} story={story} />}</Tabs.Panel>
            <Tabs.Panel value="money">
              <OrderMoney order={order} />
            </Tabs.Panel>
            <Tabs.Panel value="raw">
              <pre className={styles.raw} aria-label={words('orders.raw')} tabIndex={0}>
                {JSON.stringify({ order, story: story?.items ?? [] }, null, 2)}
              </pre>
            </Tabs.Panel>
          </Tabs>
          <OrderActions
            order={order}
            busy={busy}
            onDo={(task) =>
              void run(async () => {
                const text = await task();
                reload();
                onChanged();
                return { tone: 'good', text };
              })
            }
          />
        </>
      )}
    </article>
  );
}

function SheetHead({ order, onClose }: { readonly order: OrderAnswer; readonly onClose: () => void }) {
  const { number, status, kind, channel, note, customer, shipTo, totalMinor, currency } = order;
  const address =
    shipTo === null
      ? ''
      : Object.values(shipTo)
          .filter((part) => part !== '')
          .join(', ');
  return (
    <header className={styles.sheetHead}>
      <div className={styles.sheetTitle}>
        <h2>
          <bdi>{number}</bdi>
        </h2>
        <OrderBadge status={status} />
        <span className={styles.kind}>
          {words(`orders.kind.${kind}`)}
          {channel !== null && (
            <>
              {' · '}
              <bdi>{channel}</bdi>
            </>
          )}
        </span>
        <Button className={styles.close ?? ''} variant="default" aria-label={words('kit.close')} onClick={onClose}>
          <IconX aria-hidden size={20} />
        </Button>
      </div>
      <p>
        <strong>
          <bdi>{customer.name}</bdi>
        </strong>
        {[customer.email, customer.phone, formatMoney(totalMinor, currency)].map(
          (one) =>
            one !== null && (
              <Fragment key={one}>
                {' · '}
                <bdi>{one}</bdi>
              </Fragment>
            ),
        )}
      </p>
      {address !== '' && <p>{words('orders.to', { address })}</p>}
      {note !== null && note !== '' && <p>{words('office.quoted', { text: note })}</p>}
    </header>
  );
}
