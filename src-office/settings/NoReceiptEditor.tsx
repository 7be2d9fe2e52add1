import { Checkbox, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { MOST_COUNTED_DAYS, MOST_PRICE_DAYS, type noReceiptPolicy } from '../../domain/returns/settings.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';
import { IdentityEditor } from './IdentityEditor.tsx';

type Policy = typeof noReceiptPolicy.standard;

interface CountProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  /** @param count null where the field is empty. */
  readonly onChange: (count: number | null) => void;
}

function CountField({ label, min, max, value, onChange }: CountProps) {
  return (
    <NumberInput
      {...{ label, min, max }}
      allowDecimal={false}
      clampBehavior="strict"
      defaultValue={value ?? ''}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : null)}
    />
  );
}

/** Whether goods come back without a receipt, for how much, and what a customer has to show. */
export function NoReceiptEditor({ value, onChange }: EditorProps<Policy>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [policy, setPolicy] = useState(value);
  /** Fields that hold nothing that can be saved. */
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  function change(field: string, part: Partial<Policy>, isWrong = false): void {
    const next = { ...policy, ...part };
    const all = new Set(wrong);
    if (isWrong) all.add(field);
    else all.delete(field);
    setPolicy(next);
    setWrong(all);
    onChange(all.size === 0 ? next : null);
  }
  const ofCustomer = (field: string, part: Partial<Policy['perCustomer']>, isWrong = false) =>
    change(field, { perCustomer: { ...policy.perCustomer, ...part } }, isWrong);
  return (
    <Stack gap="xs">
      <Checkbox
        label={words('settings.noReceipt.allowed')}
        checked={policy.allowed}
        onChange={(event) => change('allowed', { allowed: event.currentTarget.checked })}
      />
      <Checkbox
        label={words('settings.noReceipt.needsCustomer')}
        checked={policy.needsCustomer}
        onChange={(event) => change('needsCustomer', { needsCustomer: event.currentTarget.checked })}
      />
      <CountField
        label={words('settings.noReceipt.priceDays')}
        min={0}
        max={MOST_PRICE_DAYS}
        value={value.priceDays}
        onChange={(days) => change('priceDays', days === null ? {} : { priceDays: days }, days === null)}
      />
      <Text fw={600}>{words('settings.noReceipt.documents')}</Text>
      <IdentityEditor value={value.documents} onChange={(documents) => change('documents', { documents: [...(documents ?? [])] })} />
      <AmountField
        label={words('settings.noReceipt.most', { currency })}
        currency={currency}
        initial={value.mostMinor}
        isOptional
        onChange={(minor, isWrong) => change('most', { mostMinor: minor }, isWrong || minor === 0)}
      />
      <CountField
        label={words('settings.noReceipt.days')}
        min={1}
        max={MOST_COUNTED_DAYS}
        value={value.perCustomer.days}
        onChange={(days) => ofCustomer('days', days === null ? {} : { days }, days === null)}
      />
      <CountField
        label={words('settings.noReceipt.returns')}
        min={1}
        max={100}
        value={value.perCustomer.returns}
        onChange={(returns) => ofCustomer('returns', { returns })}
      />
      <AmountField
        label={words('settings.noReceipt.customerMost', { currency })}
        currency={currency}
        initial={value.perCustomer.mostMinor}
        isOptional
        onChange={(minor, isWrong) => ofCustomer('customerMost', { mostMinor: minor }, isWrong || minor === 0)}
      />
    </Stack>
  );
}
