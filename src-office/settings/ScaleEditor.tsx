import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Scale, scale } from '../../domain/device/scale.ts';
import { words } from '../../src-renderer/words/words.ts';
import type { EditorProps } from './editor-props.ts';

type Nci = Extract<Scale, { driver: 'nci' }>;

const DRIVERS = ['none', 'simulator', 'nci'] as const satisfies readonly Scale['driver'][];
/** The port that most serial-to-Ethernet adapters have at first. */
const NEW: Nci = { driver: 'nci', host: '', port: 4001 };

/** Whether a register has a scale, and where it is. */
export function ScaleEditor({ value, onChange }: EditorProps<Scale>) {
  const [driver, setDriver] = useState(value.driver);
  const [draft, setDraft] = useState(value.driver === 'nci' ? value : NEW);

  function tell(chosen: Scale['driver'], nci: Nci): void {
    onChange(scale.safeParse(chosen === 'nci' ? nci : { driver: chosen }).data ?? null);
  }
  function change(part: Partial<Nci>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    tell(driver, next);
  }
  return (
    <>
      <NativeSelect
        label={words('settings.scaleDriver')}
        value={driver}
        onChange={(event) => {
          const chosen = DRIVERS.find((one) => one === event.currentTarget.value) ?? 'none';
          setDriver(chosen);
          tell(chosen, draft);
        }}
        data={DRIVERS.map((one) => ({ value: one, label: words(`settings.scale.${one}`) }))}
      />
      {driver === 'nci' && (
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
        </>
      )}
    </>
  );
}
