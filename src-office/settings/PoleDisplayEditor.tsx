import { POLE_CODE_PAGES, POLE_COMMANDS, type PoleDisplay, poleDisplay } from '../../domain/device/pole.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, useDriver } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'network', 'serial'] as const satisfies readonly PoleDisplay['driver'][];
type Placed = Pick<Extract<PoleDisplay, { driver: 'network' | 'serial' }>, 'driver' | 'commands' | 'codePage'> & PlaceDraft;
const COMMON = { commands: 'cd5220', codePage: 'cp858' } as const;
const PLACE = placeDraft({ host: '', port: 9100 });
const NEW: readonly Placed[] = [
  { driver: 'network', ...COMMON, ...PLACE },
  { driver: 'serial', ...COMMON, ...PLACE, way: 'serial' },
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
          <PlaceFields place={draft} onChange={change} ways={[draft.way]} />
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
