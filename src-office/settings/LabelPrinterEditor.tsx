import { NumberInput } from '@mantine/core';
import { LABEL_4_BY_6, LABEL_DOTS_PER_MM, type LabelPrinter, labelPrinter } from '../../domain/device/label-printer.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, useDriver, WAYS } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'zpl'] as const satisfies readonly LabelPrinter['driver'][];
type Zpl = Pick<Extract<LabelPrinter, { driver: 'zpl' }>, 'driver' | 'dotsPerMm' | 'widthMm' | 'heightMm'> & PlaceDraft;
const NEW: readonly Zpl[] = [{ driver: 'zpl', dotsPerMm: 8, ...LABEL_4_BY_6, ...placeDraft({ host: '', port: 9100 }) }];

const wholeOf = (value: number | string): number => (typeof value === 'number' ? value : 0);

/** Whether a register has a label printer, and where it is. */
export function LabelPrinterEditor(props: EditorProps<LabelPrinter>) {
  const { driver, draft, choose, change } = useDriver(props, labelPrinter, NEW);
  return (
    <>
      <Choice
        label={words('settings.labelDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.labelPrinter.${one}`)}
        onChoose={choose}
      />
      {draft !== null && (
        <>
          <PlaceFields place={draft} onChange={change} ways={WAYS} />
          <Choice
            label={words('settings.labelDots')}
            value={draft.dotsPerMm}
            choices={LABEL_DOTS_PER_MM}
            nameOf={(one) => words(`settings.labelDots.${one}`)}
            onChoose={(dotsPerMm) => change({ dotsPerMm })}
          />
          <NumberInput
            label={words('settings.labelWidth')}
            min={40}
            max={108}
            allowDecimal={false}
            value={draft.widthMm}
            onChange={(value) => change({ widthMm: wholeOf(value) })}
          />
          <NumberInput
            label={words('settings.labelHeight')}
            min={25}
            max={400}
            allowDecimal={false}
            value={draft.heightMm}
            onChange={(value) => change({ heightMm: wholeOf(value) })}
          />
        </>
      )}
    </>
  );
}
