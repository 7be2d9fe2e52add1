import { type Scale, scale } from '../../domain/device/scale.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, useDriver } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'nci'] as const satisfies readonly Scale['driver'][];
/** The port that most serial-to-Ethernet adapters have at first. */
const NEW: readonly ({ readonly driver: 'nci' } & PlaceDraft)[] = [{ driver: 'nci', ...placeDraft({ host: '', port: 4001 }) }];
const WAYS = ['network', 'serial'] as const;

/** Whether a register has a scale, and where it is. */
export function ScaleEditor(props: EditorProps<Scale>) {
  const { driver, draft, choose, change } = useDriver(props, scale, NEW);
  return (
    <>
      <Choice
        label={words('settings.scaleDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.scale.${one}`)}
        onChoose={choose}
      />
      {draft !== null && <PlaceFields place={draft} onChange={change} ways={WAYS} />}
    </>
  );
}
