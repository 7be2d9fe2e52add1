import { NativeSelect, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { StoreFilter } from '../base/StoreFilter.tsx';
import styles from './Orders.module.css';
import type { OrderChoice } from './order-filter.ts';

export interface OrderFiltersProps {
  readonly choice: OrderChoice;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onChange: (choice: OrderChoice) => void;
}

/** What narrows the list of orders down: words, a store, a kind, days. */
export function OrderFilters({ choice, search, onChange }: OrderFiltersProps) {
  return (
    <div className={`${office.filters} ${styles.filters}`}>
      <TextInput
        ref={search}
        data-search
        label={words('orders.find')}
        placeholder={words('orders.findHint')}
        size="md"
        maxLength={200}
        value={choice.text}
        onChange={(event) => onChange({ ...choice, text: event.currentTarget.value })}
      />
      <StoreFilter value={choice.store} onChange={(store) => onChange({ ...choice, store })} />
      <NativeSelect
        label={words('office.kind')}
        size="md"
        value={choice.kind}
        onChange={(event) => onChange({ ...choice, kind: event.currentTarget.value as OrderChoice['kind'] })}
        data={[
          { value: '', label: words('office.allKinds') },
          { value: 'pickup', label: words('orders.kind.pickup') },
          { value: 'ship', label: words('orders.kind.ship') },
        ]}
      />
      <TextInput
        type="date"
        label={words('orders.from')}
        size="md"
        value={choice.from}
        onChange={(event) => onChange({ ...choice, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words('orders.until')}
        size="md"
        value={choice.until}
        onChange={(event) => onChange({ ...choice, until: event.currentTarget.value })}
      />
    </div>
  );
}
