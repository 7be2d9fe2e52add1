import { z } from 'zod';
import type { Controls } from '../page/serve-control.ts';
import { drawSlip } from './draw-slip.ts';
import { printerPage, printerParts, type PrinterView } from './page.ts';
import { textOf } from './paper.ts';
import { printerHabit, printerLanguage, printerPaper, type SimulatedPrinter } from './printer.ts';
import type { RawServer } from './serve-raw.ts';

export interface PrinterControl {
  readonly printer: SimulatedPrinter;
  readonly escpos: RawServer;
  /** What a till is told of the printer in its settings. */
  readonly address: { readonly host: string; readonly port: number };
}

const isOn = (body: unknown): boolean => z.strictObject({ on: z.boolean() }).parse(body).on;

/** What can be done to a simulated printer, and what it shows. */
export function printerControls({ printer, escpos, address }: PrinterControl): Controls {
  const view = (): PrinterView => ({
    paper: printer.paperState,
    isCoverOpen: printer.isCoverOpen,
    isDrawerOpen: printer.isDrawerOpen,
    isGone: escpos.isGone,
    habit: printer.habit,
    slips: printer.paper.slips,
  });
  const done = (act: () => void): boolean => {
    act();
    return true;
  };
  return {
    actions: {
      '/drawer': () => done(() => (printer.isDrawerOpen = false)),
      '/paper': (body) => done(() => printer.setPaper(z.strictObject({ paper: printerPaper }).parse(body).paper)),
      '/cover': (body) => done(() => printer.setCover(isOn(body))),
      '/habit': (body) => done(() => (printer.habit = z.strictObject({ habit: printerHabit }).parse(body).habit)),
      '/language': (body) => done(() => (printer.language = z.strictObject({ language: printerLanguage }).parse(body).language)),
      '/gone': async (body) => {
        await escpos.setGone(isOn(body));
        return true;
      },
    },
    page: (language) => printerPage(language, view()),
    parts: (language) => printerParts(language, view()),
    state: () => ({
      address,
      ...view(),
      slips: printer.paper.slips.map((slip) => ({ lines: textOf(slip) })),
      // Those before it have been seen: to draw them all at each question took most of the time of the tests.
      newest: drawSlip(printer.paper.slips.at(-1) ?? [], '').text,
      language: printer.language,
      drawerOpenings: printer.drawerOpenings,
      lastConnector: printer.lastConnector,
      unknown: printer.unknown,
    }),
  };
}
