import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatAmount, parseAmount } from '../../src-renderer/kit/format-money.ts';
import { words } from '../../src-renderer/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';

/** A setting that is one amount of money, in minor units of the company's currency. */
export function AmountEditor({ value, onChange }: EditorProps<number>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [isWrong, setIsWrong] = useState(false);
  return (
    <TextInput
      label={words('settings.amountField', { currency })}
      inputMode="decimal"
      defaultValue={formatAmount(value, currency)}
      error={isWrong && words('settings.amountNotValid')}
      onChange={(event) => {
        const entered = parseAmount(event.currentTarget.value, currency);
        setIsWrong(entered === null);
        onChange(entered);
      }}
    />
  );
}
