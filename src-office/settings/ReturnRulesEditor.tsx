import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CONDITIONS, type Disposition, DISPOSITIONS, RETURN_REASONS } from '../../domain/returns/disposition.ts';
import type { FeeRule } from '../../domain/returns/restocking-fee.ts';
import type { returnRules } from '../../domain/returns/settings.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';
import { feeText, readFee } from './fee-text.ts';
import styles from './Settings.module.css';

type Rules = typeof returnRules.standard;

/** What stands in a row of the form; a reason that is not offered has no place. */
interface Row {
  readonly place: Disposition | null;
  readonly fee: string;
}

type Rows<K extends string> = Readonly<Record<K, Row>>;

const placed = (rule: { readonly disposition: Disposition; readonly fee?: FeeRule } | undefined, currency: string): Row => ({
  place: rule?.disposition ?? null,
  fee: feeText(rule?.fee, currency),
});

/** The rules of these rows; null where a fee is none. */
function readRows<K extends string>(keys: readonly K[], rows: Rows<K>, currency: string) {
  const rules: { key: K; disposition: Disposition; fee?: FeeRule }[] = [];
  for (const key of keys) {
    const { place, fee: written } = rows[key];
    const fee = readFee(written, currency);
    if (fee === null) return null;
    if (place !== null) rules.push({ key, disposition: place, ...(fee !== undefined && { fee }) });
  }
  return rules;
}

interface RuleRowProps {
  readonly name: string;
  readonly row: Row;
  readonly currency: string;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  readonly onChange: (row: Row) => void;
}

/** Where goods go, and what of their refund is kept. */
function RuleRow({ name, row, currency, isOptional, onChange }: RuleRowProps) {
  const places = DISPOSITIONS.map((value) => ({ value, label: words(`returns.${value}`) }));
  return (
    <div className={styles.rate}>
      <NativeSelect
        label={name}
        value={row.place ?? ''}
        onChange={(event) => onChange({ ...row, place: DISPOSITIONS.find((one) => one === event.currentTarget.value) ?? null })}
        data={[...(isOptional ? [{ value: '', label: words('settings.returns.notOffered') }] : []), ...places]}
      />
      <TextInput
        label={words('settings.returns.fee')}
        aria-label={words('settings.returns.feeOf', { rule: name })}
        autoComplete="off"
        disabled={row.place === null}
        value={row.fee}
        error={readFee(row.fee, currency) === null}
        onChange={(event) => onChange({ ...row, fee: event.currentTarget.value })}
      />
    </div>
  );
}

interface RuleRowsProps<K extends string> extends Pick<RuleRowProps, 'currency' | 'isOptional'> {
  readonly title: string;
  readonly keys: readonly K[];
  readonly nameOf: (key: K) => string;
  readonly rows: Rows<K>;
  readonly onChange: (rows: Rows<K>) => void;
}

function RuleRows<K extends string>({ title, keys, nameOf, rows, onChange, ...rest }: RuleRowsProps<K>) {
  return (
    <>
      <Text fw={600}>{title}</Text>
      {keys.map((key) => (
        <RuleRow key={key} name={nameOf(key)} row={rows[key]} onChange={(row) => onChange({ ...rows, [key]: row })} {...rest} />
      ))}
    </>
  );
}

/** Which reasons tills offer, where goods go for each reason and in each condition, and what the store keeps. */
export function ReturnRulesEditor({ value, onChange }: EditorProps<Rules>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [needsReason, setNeedsReason] = useState(value.needsReason);
  const [reasons, setReasons] = useState(
    () =>
      Object.fromEntries(
        RETURN_REASONS.map((key) => [
          key,
          placed(
            value.reasons.find(({ reason }) => reason === key),
            currency,
          ),
        ]),
      ) as Rows<(typeof RETURN_REASONS)[number]>,
  );
  const [conditions, setConditions] = useState(
    () =>
      Object.fromEntries(
        CONDITIONS.map((key) => [
          key,
          placed(value.conditions.find(({ condition }) => condition === key) ?? { disposition: 'restock' }, currency),
        ]),
      ) as Rows<(typeof CONDITIONS)[number]>,
  );
  const tell = (needs: boolean, byReason: typeof reasons, byCondition: typeof conditions) => {
    const read = [readRows(RETURN_REASONS, byReason, currency), readRows(CONDITIONS, byCondition, currency)] as const;
    const [ofReasons, ofConditions] = read;
    if (ofReasons === null || ofConditions === null || ofReasons.length === 0) return onChange(null);
    onChange({
      needsReason: needs,
      reasons: ofReasons.map(({ key, ...rule }) => ({ reason: key, ...rule })),
      conditions: ofConditions.map(({ key, ...rule }) => ({ condition: key, ...rule })),
    });
  };
  return (
    <Stack gap="xs">
      <Checkbox
        label={words('settings.returns.needsReason')}
        checked={needsReason}
        onChange={(event) => (setNeedsReason(event.currentTarget.checked), tell(event.currentTarget.checked, reasons, conditions))}
      />
      <RuleRows
        title={words('settings.returns.reasons')}
        keys={RETURN_REASONS}
        nameOf={(key) => words(`returnReason.${key}`)}
        rows={reasons}
        currency={currency}
        isOptional
        onChange={(next) => (setReasons(next), tell(needsReason, next, conditions))}
      />
      <RuleRows
        title={words('settings.returns.conditions')}
        keys={CONDITIONS}
        nameOf={(key) => words(`returnCondition.${key}`)}
        rows={conditions}
        currency={currency}
        isOptional={false}
        onChange={(next) => (setConditions(next), tell(needsReason, reasons, next))}
      />
    </Stack>
  );
}
