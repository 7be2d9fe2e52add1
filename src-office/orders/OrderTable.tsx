import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListedOrder } from '../../domain/orders/order-list-protocol.ts';
import { useNow } from '../../src-renderer/kit/use-now.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import { OrderBadge } from './OrderBadge.tsx';
import styles from './Orders.module.css';
import { momentWords, promiseWords } from './promise-words.ts';
import { type Places, usePlaces } from './use-places.ts';

/** The rows that are drawn beyond those that are seen. */
const BEYOND = 12;

/** How high a row is, in CSS pixels: one line, or two on a phone. */
const ROW = 44;
const PHONE_ROW = 68;
const ON_PHONE = '(max-width: 700px)';

const COLUMNS = [
  ['number', 'orders.number'],
  ['placed', 'orders.placed'],
  ['customer', 'orders.customer'],
  ['kind', 'office.kind'],
  ['places', 'orders.places'],
  ['status', 'orders.status'],
  ['promise', 'orders.promise'],
  ['total', 'orders.total'],
] as const;

export interface OrderTableProps {
  readonly orders: readonly ListedOrder[];
  /** Whether there are more than these. */
  readonly hasMore: boolean;
  /** The number of the order that is open; null when none is. */
  readonly opened: string | null;
  readonly onOpen: (number: string) => void;
  /** Called where the end of these comes near; maybe many times. */
  readonly onEnd: () => void;
}

/** A table of orders of any length: only the rows near those that are seen are drawn. */
export function OrderTable({ orders, hasMore, opened, onOpen, onEnd }: OrderTableProps) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const height = useMediaQuery(ON_PHONE) === true ? PHONE_ROW : ROW;
  // What stands above grows and shrinks. On a narrow screen an open order hides the table, which then stands nowhere.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (body.current?.offsetParent) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const rows = useWindowVirtualizer({ count: orders.length, estimateSize: () => height, overscan: BEYOND, scrollMargin: top });
  useLayoutEffect(() => rows.measure(), [rows, height]);
  const shown = rows.getVirtualItems();
  const places = usePlaces();
  const now = useNow(30_000);
  const last = shown.at(-1)?.index ?? 0;

  // A page is asked for once: to ask again would begin it anew.
  const asked = useRef(0);
  useEffect(() => {
    if (!hasMore || last < orders.length - BEYOND - 1 || asked.current === orders.length) return;
    asked.current = orders.length;
    onEnd();
  }, [hasMore, last, orders.length, onEnd]);

  const openedAt = orders.findIndex(({ number }) => number === opened);
  useEffect(() => {
    if (openedAt !== -1 && body.current?.offsetParent) rows.scrollToIndex(openedAt, { align: 'auto' });
  }, [openedAt, rows]);

  return (
    <div className={styles.table} role="table" aria-label={words('orders.title')} aria-rowcount={hasMore ? -1 : orders.length + 1}>
      <div role="rowgroup" className={styles.headings}>
        <div className={styles.row} role="row" aria-rowindex={1}>
          {COLUMNS.map(([column, heading]) => (
            <span key={column} role="columnheader" data-column={column}>
              {words(heading)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const order = orders[index];
          if (order === undefined) return null;
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              data-open={order.number === opened}
              style={{ height, transform: `translateY(${start - top}px)` }}
              onClick={() => onOpen(order.number)}
            >
              <OrderCells order={order} isOpen={order.number === opened} now={now} places={places} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface OrderCellsProps {
  readonly order: ListedOrder;
  readonly isOpen: boolean;
  readonly now: number;
  readonly places: Places;
}

function OrderCells({ order, isOpen, now, places: { nameOf, zoneOf } }: OrderCellsProps) {
  const zone = zoneOf(order.stores);
  const promise = promiseWords(order, now, zone);
  const who = order.stores.length === 0 ? words('orders.nobody') : order.stores.map(nameOf).join(', ');
  return (
    <>
      <span role="cell" data-column="number">
        <button type="button" className={styles.open} aria-current={isOpen}>
          <bdi>{order.number}</bdi>
        </button>
      </span>
      <span role="cell" data-column="placed">
        {momentWords(order.placedAt, now, zone)}
      </span>
      <span role="cell" data-column="customer">
        <bdi title={order.customerName}>{order.customerName}</bdi>
      </span>
      <span role="cell" data-column="kind">
        {words(`orders.kind.${order.kind}`)}
      </span>
      <span role="cell" data-column="places" data-tone={order.stores.length === 0 ? 'soon' : undefined} title={who}>
        {who}
      </span>
      <span role="cell" data-column="status">
        <OrderBadge status={order.status} />
      </span>
      <span role="cell" data-column="promise" data-tone={promise.tone}>
        {promise.text}
      </span>
      <span role="cell" data-column="total">
        {formatMoney(order.totalMinor, order.currency)}
      </span>
    </>
  );
}
