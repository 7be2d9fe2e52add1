import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PriceList } from '../../domain/price-lists/price-list.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { listIdFor, readIds } from './price-draft.ts';

export interface PriceListFormProps {
  /** Null for a new one. */
  readonly list: PriceList | null;
  /** The lists that there are, for the id of a new one. */
  readonly others: readonly Pick<PriceList, 'id'>[];
  readonly onSubmit: (list: PriceList) => Promise<void>;
  readonly onClose: () => void;
}

const FIRST_PRIORITY = 100;

/** When and for whom a price list holds. */
export function PriceListForm({ list, others, onSubmit, onClose }: PriceListFormProps) {
  const { explain, overview } = useOffice();
  const [name, setName] = useState(list?.name ?? '');
  const [startsOn, setStartsOn] = useState(list?.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(list?.endsOn ?? '');
  const [storeIds, setStoreIds] = useState<readonly string[]>(list?.storeIds ?? []);
  const [groups, setGroups] = useState(list?.customerGroups.join(', ') ?? '');
  const [customers, setCustomers] = useState(list?.customerIds.join(', ') ?? '');
  const [priority, setPriority] = useState(list?.priority ?? FIRST_PRIORITY);
  const form = useForm(explain, () =>
    onSubmit({
      id: list?.id ?? listIdFor(name, others),
      name: name.trim(),
      currency: list?.currency ?? overview.currency ?? 'USD',
      startsOn: startsOn || null,
      endsOn: endsOn || null,
      storeIds: [...storeIds],
      customerGroups: readIds(groups),
      customerIds: readIds(customers),
      priority,
    }),
  );
  return (
    <OfficeForm
      label={list === null ? words('prices.addList') : words('prices.changeOne', { name: list.name })}
      send={words('access.save')}
      form={form}
      isReady={name.trim() !== ''}
      onClose={onClose}
    >
      <TextInput label={words('access.name')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Days startsOn={startsOn} endsOn={endsOn} onStart={setStartsOn} onEnd={setEndsOn} />
      <MultiSelect
        w="100%"
        label={words('prices.stores')}
        description={words('prices.storesText')}
        data={overview.stores.map(({ id, name: label }) => ({ value: id, label }))}
        value={[...storeIds]}
        onChange={setStoreIds}
      />
      <TextInput
        label={words('prices.groups')}
        description={words('prices.groupsText')}
        value={groups}
        onChange={(event) => setGroups(event.currentTarget.value)}
      />
      <TextInput
        label={words('prices.customers')}
        description={words('prices.customersText')}
        value={customers}
        onChange={(event) => setCustomers(event.currentTarget.value)}
      />
      <NumberInput
        label={words('prices.priority')}
        description={words('prices.priorityText')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={priority}
        onChange={(value) => setPriority(Number(value) || 0)}
      />
    </OfficeForm>
  );
}

interface DaysProps {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly onStart: (day: string) => void;
  readonly onEnd: (day: string) => void;
}

/** The first and the last day of a list; empty where it has none. */
function Days({ startsOn, endsOn, onStart, onEnd }: DaysProps) {
  return (
    <>
      <TextInput
        label={words('prices.startsOn')}
        description={words('prices.startsOnText')}
        type="date"
        value={startsOn}
        onChange={(event) => onStart(event.currentTarget.value)}
      />
      <TextInput label={words('prices.endsOn')} type="date" value={endsOn} onChange={(event) => onEnd(event.currentTarget.value)} />
    </>
  );
}
