import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TaxTable } from '../../domain/tax/tax-table.ts';
import type { EditorProps } from './editor-props.ts';
import { readRate } from './rate-text.ts';
import styles from './Settings.module.css';
import { type ClassRow, codesOf, draftOf, PLAIN_TAX, type TaxDraft, tableOf, type TaxRow } from './tax-draft.ts';
import { words } from '../../texts/words/words.ts';

const DATE = /^(\d{4}-\d{2}-\d{2})?$/;

const nextId = (rows: readonly { readonly id: number }[]) => Math.max(-1, ...rows.map((row) => row.id)) + 1;

interface RowProps<R> {
  readonly row: R;
  readonly number: number;
  readonly onChange: (row: R) => void;
  readonly onRemove: () => void;
}

function TaxFields({ row, number, onChange, onRemove }: RowProps<TaxRow>) {
  const put = (at: number, part: Partial<TaxRow['rates'][number]>) =>
    onChange({ ...row, rates: row.rates.map((rate, index) => (index === at ? { ...rate, ...part } : rate)) });
  return (
    <fieldset className={styles.tax} aria-label={words('settings.taxName', { number })}>
      <TextInput
        label={words('settings.taxName', { number })}
        value={row.code}
        onChange={(event) => onChange({ ...row, code: event.currentTarget.value })}
      />
      {row.rates.map(({ from, percent }, index) => (
        <div key={index} className={styles.rate}>
          <TextInput
            label={words('settings.taxFrom', { number })}
            placeholder={words('settings.taxAlways')}
            value={from}
            error={!DATE.test(from.trim()) && words('settings.dateNotValid')}
            onChange={(event) => put(index, { from: event.currentTarget.value })}
          />
          <TextInput
            label="%"
            inputMode="decimal"
            value={percent}
            error={readRate(percent) === null && words('settings.percentNotValid')}
            onChange={(event) => put(index, { percent: event.currentTarget.value })}
          />
          {row.rates.length > 1 && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => onChange({ ...row, rates: row.rates.filter((_, position) => position !== index) })}
            >
              {words('settings.remove')}
            </Button>
          )}
        </div>
      ))}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => onChange({ ...row, rates: [...row.rates, { from: '', percent: '0' }] })}>
          {words('settings.addRate', { number })}
        </Button>
        <Button variant="subtle" color="red" onClick={onRemove}>
          {words('settings.removeTax', { number })}
        </Button>
      </div>
    </fieldset>
  );
}

function ClassFields({ row, number, known, onChange, onRemove }: RowProps<ClassRow> & { readonly known: readonly string[] }) {
  return (
    <div className={styles.rate}>
      <TextInput
        label={words('settings.taxClass', { number })}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
      />
      <TextInput
        label={words('settings.taxesOfClass', { number })}
        value={row.taxes}
        error={codesOf(row).some((code) => !known.includes(code)) && words('settings.taxUnknown')}
        onChange={(event) => onChange({ ...row, taxes: event.currentTarget.value })}
      />
      <Button variant="subtle" color="red" onClick={onRemove}>
        {words('settings.remove')}
      </Button>
    </div>
  );
}

/** The taxes with their rates by date, and what each class of goods bears. */
export function TaxTableEditor({ value, onChange }: EditorProps<TaxTable>) {
  const [draft, setDraft] = useState<TaxDraft>(() => draftOf(value));
  const change = (part: Partial<TaxDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(tableOf(next, value));
  };
  const { taxes, classes } = draft;
  const put = <R extends { readonly id: number }>(rows: readonly R[], row: R) => rows.map((one) => (one.id === row.id ? row : one));
  const without = <R extends { readonly id: number }>(rows: readonly R[], row: R) => rows.filter((one) => one.id !== row.id);
  return (
    <>
      {taxes.map((row, index) => (
        <TaxFields
          key={row.id}
          row={row}
          number={index + 1}
          onChange={(next) => change({ taxes: put(taxes, next) })}
          onRemove={() => change({ taxes: without(taxes, row) })}
        />
      ))}
      <Button
        variant="default"
        onClick={() => change({ taxes: [...taxes, { id: nextId(taxes), code: '', rates: [{ from: '', percent: '0' }], rest: PLAIN_TAX }] })}
      >
        {words('settings.addTax')}
      </Button>
      {classes.map((row, index) => (
        <ClassFields
          key={row.id}
          row={row}
          number={index + 1}
          known={taxes.map((tax) => tax.code.trim())}
          onChange={(next) => change({ classes: put(classes, next) })}
          onRemove={() => change({ classes: without(classes, row) })}
        />
      ))}
      <Button variant="default" onClick={() => change({ classes: [...classes, { id: nextId(classes), name: '', taxes: '' }] })}>
        {words('settings.addTaxClass')}
      </Button>
    </>
  );
}
