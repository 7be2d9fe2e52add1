import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PriceList, priceList, standingOf } from '../../domain/price-lists/price-list.ts';
import type { PriceListPage } from '../../domain/price-lists/price-list-protocol.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { formatDay, ownZone } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { listState } from './list-state.ts';
import { PriceListForm } from './PriceListForm.tsx';

export interface PriceListRowProps {
  readonly list: PriceListPage['items'][number];
  readonly busy: boolean;
  readonly onOpen: () => void;
  /** Rejects when the server refuses it. */
  readonly onChange: (list: PriceList) => Promise<void>;
  readonly onDelete: () => void;
}

/** From when to when something holds, in words. */
export function datesWords({ startsOn, endsOn }: Pick<PriceList, 'startsOn' | 'endsOn'>): string {
  if (startsOn === null) return endsOn === null ? words('prices.always') : words('prices.until', { date: formatDay(endsOn) });
  if (endsOn === null) return words('prices.from', { date: formatDay(startsOn) });
  return words('prices.between', { from: formatDay(startsOn), to: formatDay(endsOn) });
}

/** A price list: when and for whom it holds, and what can be done with it. */
export function PriceListRow({ list: { prices, ...list }, busy, onOpen, onChange, onDelete }: PriceListRowProps) {
  const { overview } = useOffice();
  const [changing, setChanging] = useState(false);
  const { id, name, storeIds, customerGroups, customerIds, priority, currency } = list;
  const state = listState(list, dateInZone(Date.now(), ownZone()));
  const stores = storeIds.map((storeId) => overview.stores.find((one) => one.id === storeId)?.name ?? storeId);
  const facts = [
    datesWords(list),
    stores.length === 0 ? words('office.allStores') : stores.join(', '),
    ...(customerGroups.length > 0 ? [customerGroups.join(', ')] : []),
    ...(customerIds.length > 0 ? [words('prices.contracts', { count: customerIds.length })] : []),
    words('prices.priorityOf', { priority }),
    currency,
  ];
  const close = () => setChanging(false);
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        · {words(`prices.state.${state}`)} · {words('prices.count', { count: prices })}
        <div>{words(`prices.standing.${standingOf(list)}`)}</div>
        <div className={office.quiet}>
          <bdi>{id}</bdi> · {facts.join(' · ')}
        </div>
      </div>
      {changing ? (
        <PriceListForm
          list={priceList.parse(list)}
          others={[]}
          onSubmit={async (changed) => {
            await onChange(changed);
            close();
          }}
          onClose={close}
        />
      ) : (
        <div className={office.handOffSteps}>
          <Button aria-label={words('prices.openOne', { name })} onClick={onOpen}>
            {words('prices.open')}
          </Button>
          <Button variant="default" disabled={busy} aria-label={words('prices.changeOne', { name })} onClick={() => setChanging(true)}>
            {words('people.change')}
          </Button>
          <TwoSteps
            label={words('prices.delete')}
            labelOne={words('prices.deleteOne', { name })}
            confirm={words('prices.deleteSure')}
            confirmOne={words('prices.deleteSureOne', { name })}
            busy={busy}
            onDone={onDelete}
          />
        </div>
      )}
    </li>
  );
}
