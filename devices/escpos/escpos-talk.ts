import { placeOf } from '../../domain/device/device-place.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import { encodeDocument } from '../printing/encode.ts';
import { openLink } from '../printing/link.ts';
import type { Talk } from '../printing/talk.ts';
import { ASK_PAPER, askJob, jobNumber, kickAtOnce, kickInTurn, saysPaperEnd } from './commands.ts';
import { type PrinterSaid, readReplies } from './replies.ts';
import { ASK_STATE, readState, STATE_ANSWERS } from './state.ts';

type EscposPrinter = Extract<ReceiptPrinter, { driver: 'escpos' }>;

type State = Extract<PrinterSaid, { kind: 'state' }>;

const isState = (said: PrinterSaid): said is State => said.kind === 'state';

/** Connects to a printer that understands ESC/POS. @returns null where nobody answers. */
export async function escposTalk(printer: EscposPrinter): Promise<Talk | null> {
  const { proof, columns, drawerOpenIs } = printer;
  const link = await openLink<PrinterSaid>(placeOf(printer), readReplies);
  if (link === null) return null;
  let number = '';
  const isProof = (said: PrinterSaid): said is Exclude<PrinterSaid, State> =>
    proof === 'job' ? said.kind === 'job' && said.number === number : said.kind === 'paper';
  return {
    get hasEnded() {
      return link.hasEnded;
    },
    async askState(withinMs) {
      link.send(ASK_STATE);
      const bytes: number[] = [];
      while (bytes.length < STATE_ANSWERS) {
        const said = await link.hear(isState, withinMs);
        if (said === null) return null;
        bytes.push(said.byte);
      }
      return readState(bytes, drawerOpenIs);
    },
    prepare({ id, document }) {
      const bytes = encodeDocument(document, 'esc-pos', columns);
      number = jobNumber(id);
      return () => {
        link.send(bytes);
        link.send(proof === 'job' ? askJob(number) : ASK_PAPER);
      };
    },
    async hearProof(withinMs) {
      const said = await link.hear(isProof, withinMs);
      if (said === null) return null;
      return said.kind === 'paper' && saysPaperEnd(said.byte) ? 'paper_out' : 'printed';
    },
    kick: (connector) => link.send(proof === 'job' ? kickAtOnce(connector) : kickInTurn(connector)),
    close: () => link.close(),
  };
}
