import { NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { returnWindow } from '../../domain/returns/settings.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';
import { LinesEditor } from './LinesEditor.tsx';
import { RowList } from './RowList.tsx';

type Window = typeof returnWindow.standard;

interface DaysProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (days: number | null) => void;
}

/** A number of days; empty where there is no limit. */
function DaysField({ label, value, onChange }: DaysProps) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={3_650}
      defaultValue={value ?? ''}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : null)}
    />
  );
}

/** For how many days goods come back, by category, and which do not. */
export function ReturnWindowEditor({ value, onChange }: EditorProps<Window>) {
  const [window, setWindow] = useState(value);
  const change = (part: Partial<Window>) => {
    const next = { ...window, ...part };
    setWindow(next);
    onChange(next.categories.every(({ category }) => category !== '') ? next : null);
  };
  return (
    <Stack gap="xs">
      <DaysField label={words('settings.returns.days')} value={value.days} onChange={(days) => change({ days })} />
      <RowList<Window['categories'][number]>
        rows={value.categories}
        empty={{ category: '', days: null }}
        addLabel={words('settings.returns.addCategory')}
        onChange={(rows) => change({ categories: rows.map((row) => ({ ...row, category: row.category.trim() })) })}
        fields={(row, put) => (
          <>
            <TextInput
              label={words('settings.returns.category')}
              autoComplete="off"
              value={row.category}
              onChange={(event) => put({ category: event.currentTarget.value })}
            />
            <DaysField
              label={words('settings.returns.categoryDays', { category: row.category })}
              value={row.days}
              onChange={(days) => put({ days })}
            />
          </>
        )}
      />
      <LinesEditor
        label={words('settings.returns.never')}
        value={value.never}
        onChange={(lines) => change({ never: [...(lines ?? [])] })}
      />
    </Stack>
  );
}
