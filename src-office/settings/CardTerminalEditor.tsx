import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CardTerminal, cardTerminal } from '../../domain/device/card-terminal.ts';
import { words } from '../../src-renderer/words/words.ts';
import type { EditorProps } from './editor-props.ts';

type Nexo = Extract<CardTerminal, { driver: 'nexo' }>;

const DRIVERS = ['none', 'simulator', 'nexo'] as const satisfies readonly CardTerminal['driver'][];
const NEW: Nexo = { driver: 'nexo', host: '', port: 8443, poiId: '', certificate: '' };

/** Whether a register takes cards, and where its terminal is. */
export function CardTerminalEditor({ value, onChange }: EditorProps<CardTerminal>) {
  const [driver, setDriver] = useState(value.driver);
  const [draft, setDraft] = useState(value.driver === 'nexo' ? value : NEW);

  function tell(chosen: CardTerminal['driver'], nexo: Nexo): void {
    onChange(cardTerminal.safeParse(chosen === 'nexo' ? nexo : { driver: chosen }).data ?? null);
  }
  function change(part: Partial<Nexo>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    tell(driver, next);
  }
  return (
    <>
      <NativeSelect
        label={words('settings.terminalDriver')}
        value={driver}
        onChange={(event) => {
          const chosen = DRIVERS.find((one) => one === event.currentTarget.value) ?? 'none';
          setDriver(chosen);
          tell(chosen, draft);
        }}
        data={DRIVERS.map((one) => ({ value: one, label: words(`settings.terminal.${one}`) }))}
      />
      {driver === 'nexo' && (
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
          <TextInput
            label={words('settings.terminalId')}
            value={draft.poiId}
            onChange={(event) => change({ poiId: event.currentTarget.value.trim() })}
          />
          <Textarea
            label={words('settings.terminalCertificate')}
            autosize
            minRows={3}
            maxRows={12}
            value={draft.certificate}
            onChange={(event) => change({ certificate: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
