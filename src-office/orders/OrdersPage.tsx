import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { ListAndDetail } from '../../src-renderer/kit/ListAndDetail.tsx';
import { Empty, Notice } from '../../src-renderer/kit/Notice.tsx';
import { saveFile } from '../../src-renderer/kit/save-file.ts';
import { useScanner } from '../../src-renderer/kit/scanner/use-scanner.ts';
import { ownZone } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { useTask } from '../base/use-task.ts';
import { addressOf, numberIn } from './order-address.ts';
import { ANY_ORDER, filterOf, type OrderChoice } from './order-filter.ts';
import { OrderFilters } from './OrderFilters.tsx';
import styles from './Orders.module.css';
import { OrderSheet } from './OrderSheet.tsx';
import { OrderTable } from './OrderTable.tsx';
import { OrderViews } from './OrderViews.tsx';
import { useOrderKeys } from './use-order-keys.ts';
import { type FoundOrders, useOrders } from './use-orders.ts';

/** Typing has paused for so long before the server is asked. */
const PAUSE_MS = 150;

/** Orders of all stores and channels: find them, read their story, cancel or move them. */
export function OrdersPage() {
  const { client } = useOffice();
  const { number: part } = useParams<{ number?: string }>();
  const opened = part === undefined ? null : numberIn(part);
  const [, goTo] = useLocation();
  const [choice, setChoice] = useState<OrderChoice>(ANY_ORDER);
  const [asked] = useDebouncedValue(choice, PAUSE_MS);
  const orders = useOrders(asked);
  const { busy, said, run } = useTask();
  const search = useRef<HTMLInputElement>(null);
  const items = orders.items ?? [];
  const open = useCallback((number: string | null) => goTo(number === null ? '/orders' : addressOf(number)), [goTo]);

  useScanner(async (code) => {
    const found = await client.order(code).catch(() => null);
    if (found === null) return words('orders.unknown', { code });
    open(found.number);
    return null;
  });

  useOrderKeys({ items, opened, search, onOpen: open, onView: (view) => setChoice((before) => ({ ...before, view })) });

  function download(): void {
    void run(async () => {
      saveFile(`orders-${dateInZone(new Date(), ownZone())}.csv`, await client.ordersFile(filterOf(choice)), 'text/csv;charset=utf-8');
      return null;
    });
  }

  return (
    <>
      <div className={office.head}>
        <h1 className={office.title}>{words('orders.title')}</h1>
        <Button variant="default" disabled={busy} title={words('orders.csvHint')} onClick={download}>
          {words('orders.csv')}
        </Button>
      </div>
      <div className={styles.tools} data-open={opened !== null}>
        <p className={`${office.quiet} ${styles.intro}`}>{words('orders.text')}</p>
        <OrderViews chosen={choice.view} onChoose={(view) => setChoice({ ...choice, view })} />
        <OrderFilters choice={choice} search={search} onChange={setChoice} />
        <Found orders={orders} />
      </div>
      {orders.trouble !== null && <Notice tone="bad">{orders.trouble}</Notice>}
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {orders.isIncomplete && <Notice tone="info">{words('orders.incomplete')}</Notice>}
      <ListAndDetail
        isWide
        isOpen={opened !== null}
        list={
          <>
            {orders.items === null && orders.trouble === null && <p>{words('kit.oneMoment')}</p>}
            {orders.items?.length === 0 && <Empty title={words('orders.none')}>{words('orders.noneText')}</Empty>}
            {items.length > 0 && <OrderTable orders={items} hasMore={orders.hasMore} opened={opened} onOpen={open} onEnd={orders.more} />}
          </>
        }
        detail={
          opened === null ? null : (
            <OrderSheet
              key={opened}
              number={opened}
              version={items.find(({ number }) => number === opened)?.seq ?? 0}
              onClose={() => open(null)}
              onChanged={orders.reload}
            />
          )
        }
      />
    </>
  );
}

/** How many were found and how fast, and which keys there are. */
function Found({ orders: { items, hasMore, foundMs } }: { readonly orders: FoundOrders }) {
  return (
    <p className={styles.found} role="status">
      {foundMs !== null && words(hasMore ? 'orders.foundMore' : 'orders.found', { count: items?.length ?? 0, ms: foundMs })}
      <span className={styles.keys}>{words('orders.keys')}</span>
    </p>
  );
}
