import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ShiftClosing } from '../../domain/shift/settings.ts';
import { formatAmount, parseAmount } from '../../src-renderer/kit/format-money.ts';
import { words } from '../../src-renderer/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';

/** How a shift is closed: from which difference on a reason is asked for, what stays in the drawer, and how it is counted. */
export function ShiftClosingEditor({ value, onChange }: EditorProps<ShiftClosing>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>({ ...value });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  function change(field: keyof ShiftClosing, entered: unknown, isWrong: boolean): void {
    const next = { ...draft, [field]: entered };
    const stillWrong = [...wrong.filter((one) => one !== field), ...(isWrong ? [field] : [])];
    setDraft(next);
    setWrong(stillWrong);
    onChange(stillWrong.length > 0 ? null : (next as unknown as ShiftClosing));
  }
  const error = (field: string) => wrong.includes(field) && words('settings.amountNotValid');
  return (
    <>
      <TextInput
        label={words('settings.closing.reasonAboveMinor', { currency })}
        inputMode="decimal"
        defaultValue={formatAmount(value.reasonAboveMinor, currency)}
        error={error('reasonAboveMinor')}
        onChange={(event) => {
          const entered = parseAmount(event.currentTarget.value, currency);
          change('reasonAboveMinor', entered, entered === null);
        }}
      />
      <TextInput
        label={words('settings.closing.leaveMinor', { currency })}
        inputMode="decimal"
        defaultValue={value.leaveMinor === null ? '' : formatAmount(value.leaveMinor, currency)}
        error={error('leaveMinor')}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const entered = parseAmount(text, currency);
          change('leaveMinor', entered, text.trim() !== '' && entered === null);
        }}
      />
      <NativeSelect
        label={words('settings.closing.countBy')}
        defaultValue={value.countBy}
        data={(['pieces', 'sum'] as const).map((one) => ({ value: one, label: words(`shift.countBy.${one}`) }))}
        onChange={(event) => change('countBy', event.currentTarget.value, false)}
      />
    </>
  );
}
