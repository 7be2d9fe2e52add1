import { TextInput } from '@mantine/core';
import { pickupKeepDays, pickupPromise } from '../../../domain/fulfillment/settings.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconSearch } from '../../kit/icons.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useNow } from '../../kit/use-now.ts';
import { useSetting, useView } from '../../kit/register-context.tsx';
import { LookUpOrder } from './LookUpOrder.tsx';
import type { PickupGroup } from './pickup-index.ts';
import { PickupRow } from './PickupRow.tsx';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface PickupListProps {
  readonly groups: readonly PickupGroup[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly openId: string | null;
  readonly onOpen: (order: FulfillmentOrder) => void;
  /** Why Enter opened nothing; null when there is nothing to tell. */
  readonly problem: string | null;
  readonly onEnter: () => void;
}

/** All pickups of the store in groups, by what is to be done with them next. */
export function PickupList({ groups, search, problem, onSearch, openId, onOpen, onEnter }: PickupListProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const minutes = useSetting(pickupPromise);
  const days = useSetting(pickupKeepDays);
  const now = useNow(15_000);
  const isEmpty = groups.every((group) => group.orders.length === 0);

  return (
    <>
      <TextInput
        aria-label={words('pickup.search')}
        placeholder={words('pickup.searchHint')}
        leftSection={<IconSearch aria-hidden size={22} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) onEnter();
        }}
        autoComplete="off"
        data-search
      />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      {isEmpty && (
        <Empty title={search.trim() === '' ? words('pickup.noneWait') : words('pickup.noMatch', { text: search.trim() })}>
          {search.trim() === '' ? words('pickup.newShowUp') : <LookUpOrder key={search.trim()} number={search.trim()} />}
        </Empty>
      )}
      {groups.map(
        (group) =>
          group.orders.length > 0 && (
            <section key={group.step} aria-labelledby={`pickups-${group.step}`}>
              <h2 className={styles.group} id={`pickups-${group.step}`}>
                {words(`pickup.step.${group.step}`)} <span className={styles.count}>{group.count ?? `${group.orders.length}+`}</span>
              </h2>
              <ul className={styles.rows}>
                {group.orders.map((order) => (
                  <li key={order.id}>
                    <PickupRow {...{ order, timezone, minutes, days, now, onOpen }} isOpen={order.id === openId} />
                  </li>
                ))}
              </ul>
              {group.count !== group.orders.length && (
                <p className={styles.more}>
                  {group.count === null
                    ? words('pickup.typeMore')
                    : words('pickup.moreFound', { count: group.count - group.orders.length })}
                </p>
              )}
            </section>
          ),
      )}
    </>
  );
}
