import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatAmount, parseAmount } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';

export interface AmountFieldProps {
  readonly label: string;
  readonly currency: string;
  /** What stands in it at first, in minor units; null for nothing. */
  readonly initial: number | null;
  /** Whether it may be left empty; an empty one is wrong otherwise, once something was typed. */
  readonly isOptional?: boolean;
  /** Null where nothing is entered, or what is entered is no amount; `isWrong` tells them apart. */
  readonly onChange: (minor: number | null, isWrong: boolean) => void;
}

/** A field for an amount of money, in minor units of a currency. */
export function AmountField({ label, currency, initial, isOptional = false, onChange }: AmountFieldProps) {
  const [isWrong, setWrong] = useState(false);
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={initial === null ? '' : formatAmount(initial, currency)}
      error={isWrong && words('settings.amountNotValid')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const minor = parseAmount(text, currency);
        const wrong = minor === null && !(isOptional && text.trim() === '');
        setWrong(wrong);
        onChange(minor, wrong);
      }}
    />
  );
}
