import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { DoubtLimits } from '../../domain/doubts/settings.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';

const AMOUNTS = ['changeMinor', 'floatMinor'] as const;
const NUMBERS = ['changeTimesTotal', 'lineUnits', 'writeOffUnits'] as const;

/** Beyond what a till asks once: amounts as people write them, and numbers of units. */
export function DoubtsEditor({ value, onChange }: EditorProps<DoubtLimits>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState<Readonly<Record<keyof DoubtLimits, number | null>>>(value);
  function change(part: Partial<Record<keyof DoubtLimits, number | null>>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(Object.values(next).includes(null) ? null : (next as DoubtLimits));
  }
  return (
    <>
      {AMOUNTS.map((field) => (
        <AmountField
          key={field}
          label={words(`settings.doubts.${field}`, { currency })}
          currency={currency}
          initial={value[field]}
          onChange={(minor) => change({ [field]: minor })}
        />
      ))}
      {NUMBERS.map((field) => (
        <NumberInput
          key={field}
          label={words(`settings.doubts.${field}`)}
          min={field === 'changeTimesTotal' ? 0 : 1}
          defaultValue={value[field]}
          onChange={(entered) => change({ [field]: typeof entered === 'number' ? entered : null })}
        />
      ))}
    </>
  );
}
