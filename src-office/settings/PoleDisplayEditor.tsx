import { POLE_CODE_PAGES, POLE_COMMANDS, type PoleDisplay, poleDisplay } from '../../domain/device/pole.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, PlaceFields, useDriver } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'network'] as const satisfies readonly PoleDisplay['driver'][];
const NEW: readonly Extract<PoleDisplay, { driver: 'network' }>[] = [
  {
    driver: 'network',
    commands: 'cd5220',
    host: '',
    port: 9100,
    codePage: 'cp858',
  },
];

/** Whether a register has a two-line display for its customers, and where it is. */
export function PoleDisplayEditor(props: EditorProps<PoleDisplay>) {
  const { driver, draft, choose, change } = useDriver(props, poleDisplay, NEW);
  return (
    <>
      <Choice
        label={words('settings.poleDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.pole.${one}`)}
        onChoose={choose}
      />
      {draft !== null && (
        <>
          <PlaceFields place={draft} onChange={change} />
          <Choice
            label={words('settings.poleCommands')}
            value={draft.commands}
            choices={POLE_COMMANDS}
            nameOf={(one) => words(`settings.poleCommands.${one}`)}
            onChoose={(commands) => change({ commands })}
          />
          <Choice
            label={words('settings.poleCodePage')}
            value={draft.codePage}
            choices={POLE_CODE_PAGES}
            nameOf={(one) => words(`settings.poleCodePage.${one}`)}
            onChoose={(codePage) => change({ codePage })}
          />
        </>
      )}
    </>
  );
}
