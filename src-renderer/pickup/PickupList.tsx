import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { IconSearch } from '../app/icons.ts';
import { Empty } from '../app/Notice.tsx';
import { useView } from '../app/register-context.tsx';
import { formatWhen, statusWords, unitWords } from '../picking/order-words.ts';
import { groupPickups } from './pickup-list.ts';
import styles from './Pickup.module.css';

/** More rows of a group than anyone reads; a search finds the others. */
const SHOWN = 40;

export interface PickupListProps {
  readonly orders: readonly FulfillmentOrder[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** Takes what was typed as a whole code; says whether it was one. */
  readonly onEnter: (code: string) => boolean;
}

/** All pickups of the store in groups, by what is to be done with them next. */
export function PickupList({ orders, search, onSearch, openId, onOpen, onEnter }: PickupListProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const groups = useMemo(() => groupPickups(orders, search), [orders, search]);
  const found = groups.flatMap((group) => group.orders);

  function enter(): void {
    const [only] = found;
    if (!onEnter(search) && found.length === 1 && only !== undefined) onOpen(only.id);
  }

  return (
    <>
      <TextInput
        aria-label="Search pickups"
        placeholder="Order number, name or scan"
        leftSection={<IconSearch aria-hidden size={22} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
        }}
        autoComplete="off"
        data-search
      />
      {found.length === 0 && (
        <Empty title={search.trim() === '' ? 'No pickups wait' : `No pickup matches “${search.trim()}”`}>
          {search.trim() === '' && 'New online orders show up here by themselves.'}
        </Empty>
      )}
      {groups.map(
        (group) =>
          group.orders.length > 0 && (
            <section key={group.step} aria-labelledby={`pickups-${group.step}`}>
              <h2 className={styles.group} id={`pickups-${group.step}`}>
                {group.title} <span className={styles.count}>{group.orders.length}</span>
              </h2>
              <ul className={styles.rows}>
                {group.orders.slice(0, SHOWN).map((order) => (
                  <li key={order.id}>
                    <button type="button" className={styles.row} aria-current={order.id === openId} onClick={() => onOpen(order.id)}>
                      <span className={styles.rowMain}>
                        <strong>{order.orderNumber}</strong>
                        <span>{order.customer.name}</span>
                      </span>
                      <span className={styles.rowSide}>
                        <span>{statusWords(order.state)}</span>
                        <span>
                          {unitWords(order.lines.reduce((sum, line) => sum + line.quantity, 0))} · {formatWhen(order.placedAt, timezone)}
                        </span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {group.orders.length > SHOWN && <p className={styles.more}>{group.orders.length - SHOWN} more: search for them.</p>}
            </section>
          ),
      )}
    </>
  );
}
