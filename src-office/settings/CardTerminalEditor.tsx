import { Textarea, TextInput } from '@mantine/core';
import { type CardTerminal, cardTerminal } from '../../domain/device/card-terminal.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, useDriver } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'nexo'] as const satisfies readonly CardTerminal['driver'][];
type Nexo = Pick<Extract<CardTerminal, { driver: 'nexo' }>, 'driver' | 'poiId' | 'certificate'> & PlaceDraft;
const NEW: readonly Nexo[] = [{ driver: 'nexo', ...placeDraft({ host: '', port: 8443 }), poiId: '', certificate: '' }];
const WAYS = ['network'] as const;

/** Whether a register takes cards, and where its terminal is. */
export function CardTerminalEditor(props: EditorProps<CardTerminal>) {
  const { driver, draft, choose, change } = useDriver(props, cardTerminal, NEW);
  return (
    <>
      <Choice
        label={words('settings.terminalDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.terminal.${one}`)}
        onChoose={choose}
      />
      {draft !== null && (
        <>
          <PlaceFields place={draft} onChange={change} ways={WAYS} />
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
