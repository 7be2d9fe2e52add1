import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PRINTER_COLUMNS, type ReceiptPrinter, receiptPrinter } from '../../domain/device/receipt-printer.ts';
import { words } from '../../src-renderer/words/words.ts';
import type { EditorProps } from './editor-props.ts';

type Escpos = Extract<ReceiptPrinter, { driver: 'escpos' }>;

const DRIVERS = ['none', 'simulator', 'escpos'] as const satisfies readonly ReceiptPrinter['driver'][];
const PROOFS = ['job', 'paper'] as const;
const SIGNALS = ['high', 'low'] as const;
/** What most printers of 80 mm are like. */
const NEW: Escpos = { driver: 'escpos', host: '', port: 9100, columns: 42, proof: 'paper', drawerOpenIs: 'high' };

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly nameOf: (choice: T) => string;
  readonly onChoose: (choice: T) => void;
}

function Choice<T extends string | number>({ label, value, choices, nameOf, onChoose }: ChoiceProps<T>) {
  const choose = (chosen: string) => onChoose(choices.find((one) => String(one) === chosen) ?? value);
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      onChange={(event) => choose(event.currentTarget.value)}
      data={choices.map((one) => ({ value: String(one), label: nameOf(one) }))}
    />
  );
}

/** Whether a register has a receipt printer, and where it is. */
export function ReceiptPrinterEditor({ value, onChange }: EditorProps<ReceiptPrinter>) {
  const [driver, setDriver] = useState(value.driver);
  const [draft, setDraft] = useState(value.driver === 'escpos' ? value : NEW);

  function tell(chosen: ReceiptPrinter['driver'], escpos: Escpos): void {
    onChange(receiptPrinter.safeParse(chosen === 'escpos' ? escpos : { driver: chosen }).data ?? null);
  }
  function change(part: Partial<Escpos>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    tell(driver, next);
  }
  function choose(chosen: ReceiptPrinter['driver']): void {
    setDriver(chosen);
    tell(chosen, draft);
  }
  return (
    <>
      <Choice
        label={words('settings.printerDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.printer.${one}`)}
        onChoose={choose}
      />
      {driver === 'escpos' && (
        <>
          <TextInput
            label={words('settings.terminalHost')}
            value={draft.host}
            onChange={(event) => change({ host: event.currentTarget.value.trim() })}
          />
          <NumberInput
            label={words('settings.terminalPort')}
            min={1}
            max={65_535}
            hideControls
            value={draft.port}
            onChange={(port) => change({ port: typeof port === 'number' ? port : 0 })}
          />
          <Choice
            label={words('settings.printerColumns')}
            value={draft.columns}
            choices={PRINTER_COLUMNS}
            nameOf={String}
            onChoose={(columns) => change({ columns })}
          />
          <Choice
            label={words('settings.printerProof')}
            value={draft.proof}
            choices={PROOFS}
            nameOf={(one) => words(`settings.printerProof.${one}`)}
            onChoose={(proof) => change({ proof })}
          />
          <Choice
            label={words('settings.drawerOpenIs')}
            value={draft.drawerOpenIs}
            choices={SIGNALS}
            nameOf={(one) => words(`settings.drawerOpenIs.${one}`)}
            onChoose={(drawerOpenIs) => change({ drawerOpenIs })}
          />
        </>
      )}
    </>
  );
}
