import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useStore } from 'zustand';
import { dotsOf, MOST_DOTS } from '../../../domain/device/print-document.ts';
import type { PrintReply } from '../../../domain/device/printer.ts';
import { receiptPrinterSetting } from '../../../domain/device/settings.ts';
import { currentLanguage } from '../../../texts/words/chosen-language.ts';
import { directionOf } from '../../../texts/words/languages.ts';
import { printPart, type PrintedPart } from '../print-part.ts';
import { useRegister, useSetting } from '../register-context.tsx';
import { lineDrawer } from './draw-line.ts';
import type { Paper } from '../../../texts/paper/paper.ts';
import { printDocumentOf } from './print-document-of.ts';

/** What became of a slip that was sent to the printer: on its way, or what the printer said. */
export type Printout = 'printing' | PrintReply;

export interface Printing {
  /** Whether the register has a printer; without one the browser prints. */
  readonly hasPrinter: boolean;
  readonly said: Printout | null;
  /** What is printed next: its name, and whether it was printed before. In the browser each is new. */
  readonly next: () => { readonly id: string; readonly isAgain: boolean };
  /**
   * Prints. What did not leave yet is sent as it was; what is on paper, or may be, is printed again as a copy.
   * @param paperOf the slip, marked as a copy where it may be the second one.
   */
  print(paperOf: (isAgain: boolean) => Paper): void;
}

/**
 * Prints one slip, as often as somebody asks for it.
 * @param id names it: the printer prints it once. New for each slip without one.
 * @param part what the browser prints where there is no printer.
 * @param device which printer of the register prints it.
 */
export function usePrintout(id: string | null, part: PrintedPart = 'receipt', device: 'printer' | 'labelPrinter' = 'printer'): Printing {
  const { [device]: printer } = useRegister();
  const set = useSetting(receiptPrinterSetting);
  const hasPrinter = useStore(printer.state, ({ isSet }) => isSet);
  const dots = device === 'printer' && 'columns' in set ? dotsOf(set.columns) : MOST_DOTS;
  const [said, setSaid] = useState<Printout | null>(null);
  const next = useRef({ id: id ?? uuidv7(), isAgain: false });

  async function send(paperOf: (isAgain: boolean) => Paper): Promise<void> {
    const { id: job, isAgain } = next.current;
    setSaid('printing');
    const paper = paperOf(isAgain);
    const direction = directionOf(paper.language ?? currentLanguage());
    const reply = await printer.print(job, printDocumentOf(paper, direction, lineDrawer(direction, dots)));
    if (reply.kind === 'printed' || reply.kind === 'unsure') next.current = { id: uuidv7(), isAgain: true };
    setSaid(reply);
  }

  return {
    hasPrinter,
    said,
    next: () => (hasPrinter ? next.current : { id: uuidv7(), isAgain: false }),
    print(paperOf) {
      if (!hasPrinter) printPart(part);
      else if (said !== 'printing') void send(paperOf);
    },
  };
}
