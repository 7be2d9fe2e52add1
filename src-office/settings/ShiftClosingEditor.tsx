import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ShiftClosing } from '../../domain/shift/settings.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';

/** An amount as it is entered; `wrong` where what was typed is none. */
type Entered = number | null | 'wrong';

const entered = (minor: number | null, isWrong: boolean): Entered => (isWrong ? 'wrong' : minor);

/** How a shift is closed: from which difference on a reason is asked for, what stays in the drawer, and how it is counted. */
export function ShiftClosingEditor({ value, onChange }: EditorProps<ShiftClosing>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState<{ readonly [F in keyof ShiftClosing]: ShiftClosing[F] | Entered }>(value);
  function change(part: Partial<typeof draft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next.reasonAboveMinor === null || Object.values(next).includes('wrong') ? null : (next as ShiftClosing));
  }
  return (
    <>
      <AmountField
        label={words('settings.closing.reasonAboveMinor', { currency })}
        currency={currency}
        initial={value.reasonAboveMinor}
        onChange={(minor, isWrong) => change({ reasonAboveMinor: entered(minor, isWrong) })}
      />
      <AmountField
        label={words('settings.closing.leaveMinor', { currency })}
        currency={currency}
        initial={value.leaveMinor}
        isOptional
        onChange={(minor, isWrong) => change({ leaveMinor: entered(minor, isWrong) })}
      />
      <NativeSelect
        label={words('settings.closing.countBy')}
        defaultValue={value.countBy}
        data={(['pieces', 'sum'] as const).map((one) => ({ value: one, label: words(`shift.countBy.${one}`) }))}
        onChange={(event) => change({ countBy: event.currentTarget.value as ShiftClosing['countBy'] })}
      />
    </>
  );
}
