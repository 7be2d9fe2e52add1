import { NativeSelect } from '@mantine/core';
import { useOffice } from './office-context.tsx';
import { words } from '../../texts/words/words.ts';

/** Which store a list is about; all when it is empty. */
export function StoreFilter({ value, onChange }: { readonly value: string; readonly onChange: (storeId: string) => void }) {
  const { overview } = useOffice();
  return (
    <NativeSelect
      label={words('office.store')}
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: words('office.allStores') }, ...overview.stores.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
