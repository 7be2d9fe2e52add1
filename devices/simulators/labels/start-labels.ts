import { z } from 'zod';
import { writeAddress } from '../../base/simulated-address.ts';
import { serveControl } from '../page/serve-control.ts';
import { serveRaw } from '../printer/serve-raw.ts';
import { drawLabel, textsOn } from './draw-label.ts';
import { labelHabit, SimulatedLabelPrinter } from './label-printer.ts';
import { labelPage, labelParts, type LabelPrinterView } from './page.ts';

export interface StartLabels {
  /** Where it leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where a till speaks to it; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
}

const isOn = (body: unknown): boolean => z.strictObject({ on: z.boolean() }).parse(body).on;

/** A simulated label printer with labels of 4 by 6 inches in it, ready to be asked. */
export async function startLabels({ folder, port, controlPort }: StartLabels) {
  const printer = new SimulatedLabelPrinter();
  const raw = await serveRaw(printer, port);
  const address = { host: '127.0.0.1', port: raw.port };
  if (folder !== null) writeAddress(folder, address);
  const view = (): LabelPrinterView => {
    const { isEmpty, isHeadOpen, habit, printed } = printer;
    return { isEmpty, isHeadOpen, isGone: raw.isGone, habit, labels: printed };
  };
  const done = (act: () => void): boolean => {
    act();
    return true;
  };
  const control = await serveControl(
    {
      actions: {
        '/empty': (body) => done(() => printer.setEmpty(isOn(body))),
        '/head': (body) => done(() => printer.setHead(isOn(body))),
        '/habit': (body) => done(() => (printer.habit = z.strictObject({ habit: labelHabit }).parse(body).habit)),
        '/gone': async (body) => {
          if (isOn(body)) printer.switchOff();
          await raw.setGone(isOn(body));
          return true;
        },
      },
      page: (language) => labelPage(language, view()),
      parts: (language) => labelParts(language, view()),
      state: () => ({
        address,
        ...view(),
        labels: printer.printed.map((label) => ({ texts: textsOn(label) })),
        newest: drawLabel(printer.printed.at(-1) ?? { width: 1, height: 1, copies: 1, fields: [] }, '').text,
        unknown: printer.unknown,
      }),
    },
    controlPort,
  );
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await raw.close();
      await control.close();
    },
  };
}
