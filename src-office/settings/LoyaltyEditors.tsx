import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LoyaltyBoost, LoyaltyRule } from '../../domain/loyalty/settings.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import { boostText, readBoosts } from './boost-text.ts';
import type { EditorProps } from './editor-props.ts';

const AMOUNTS = ['forMinor', 'worthMinor'] as const;

/** What goods earn, and what a point pays. */
export function LoyaltyEditor({ value, onChange }: EditorProps<LoyaltyRule>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState<{ readonly [F in keyof LoyaltyRule]: number | null }>(value);
  function put(field: keyof LoyaltyRule, entered: number | null): void {
    const next = { ...draft, [field]: entered };
    setDraft(next);
    const { points, forMinor, worthMinor } = next;
    onChange(points === null || forMinor === null || worthMinor === null ? null : { points, forMinor, worthMinor });
  }
  return (
    <>
      <NumberInput
        label={words('settings.loyalty.points')}
        min={0}
        allowDecimal={false}
        defaultValue={value.points}
        onChange={(entered) => put('points', typeof entered === 'number' ? entered : null)}
      />
      {AMOUNTS.map((field) => (
        <AmountField
          key={field}
          label={words(`settings.loyalty.${field}`, { currency })}
          currency={currency}
          initial={value[field]}
          onChange={(minor) => put(field, minor)}
        />
      ))}
    </>
  );
}

/** Days on which goods earn a multiple, one a line. */
export function BoostsEditor({ value, onChange }: EditorProps<readonly LoyaltyBoost[]>) {
  const [isWrong, setWrong] = useState(false);
  return (
    <Textarea
      label={words('settings.loyalty.boosts')}
      description={words('settings.loyalty.boostsHint')}
      autosize
      minRows={2}
      maxRows={12}
      defaultValue={value.map(boostText).join('\n')}
      error={isWrong && words('settings.loyalty.boostsWrong')}
      onChange={(event) => {
        const boosts = readBoosts(event.currentTarget.value.split('\n'));
        setWrong(boosts === null);
        onChange(boosts);
      }}
    />
  );
}
