import { NativeSelect } from '@mantine/core';
import { IN_STORE_COUNTRIES, type InStoreCodes } from '../../domain/barcodes/in-store-layouts.ts';
import type { EditorProps } from './editor-props.ts';
import { words } from '../../texts/words/words.ts';

const NONE = '';

/** The country whose layout the labels of the store's own scales have. Layouts of one's own are set by command, and kept. */
export function InStoreEditor({ value, onChange }: EditorProps<InStoreCodes>) {
  return (
    <NativeSelect
      label={words('settings.cashPlace')}
      defaultValue={value.country ?? NONE}
      onChange={(event) => {
        const country = IN_STORE_COUNTRIES.find((one) => one === event.currentTarget.value) ?? null;
        onChange({ ...value, country });
      }}
      data={[{ value: NONE, label: words('settings.nothing') }, ...IN_STORE_COUNTRIES]}
    />
  );
}
