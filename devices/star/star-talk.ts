import { placeOf } from '../../domain/device/device-place.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import { encodeDocument } from '../printing/encode.ts';
import { openLink } from '../printing/link.ts';
import type { Talk } from '../printing/talk.ts';
import { readStatuses, type StarStatus } from './status.ts';

type StarPrinter = Extract<ReceiptPrinter, { driver: 'star' }>;

/** Asks for the status at once, also while it is offline (`ESC ACK SOH`). */
const ASK_STATUS = Uint8Array.of(0x1b, 0x06, 0x01);
/** Counts up when all before it is on paper. */
const ETB = Uint8Array.of(0x17);
/** Opens the drawer at once: `FS` the first one, `SUB` the second. */
const KICK = { 1: Uint8Array.of(0x1c), 2: Uint8Array.of(0x1a) } as const;
/** How often it is asked whether a job is on paper, in milliseconds. */
const ASK_EVERY_MS = 100;

const isAny = (_said: StarStatus): _said is StarStatus => true;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Connects to a printer that understands StarPRNT. @returns null where nobody answers. */
export async function starTalk(printer: StarPrinter): Promise<Talk | null> {
  const { columns, drawerOpenIs } = printer;
  const link = await openLink(placeOf(printer), readStatuses);
  if (link === null) return null;
  /** What it had printed when it was asked last, before the job. */
  let before: number | null = null;
  let isSent = false;

  const ask = (withinMs: number): Promise<StarStatus | null> => {
    link.send(ASK_STATUS);
    return link.hear(isAny, withinMs);
  };
  return {
    get hasEnded() {
      return link.hasEnded;
    },
    async askState(withinMs) {
      const said = await ask(withinMs);
      if (said === null) return null;
      const { printed, drawer, ...state } = said;
      if (!isSent) before = printed;
      return { kind: 'answered', ...state, drawer: drawer === drawerOpenIs ? 'open' : 'closed' };
    },
    prepare({ document }) {
      const bytes = encodeDocument(document, 'star-prnt', columns);
      return () => {
        isSent = true;
        link.send(bytes);
        link.send(ETB);
      };
    },
    async hearProof(withinMs) {
      const until = performance.now() + withinMs;
      for (;;) {
        const said = await ask(Math.max(0, until - performance.now()));
        if (said !== null && said.printed !== before) return 'printed';
        if (said === null || performance.now() + ASK_EVERY_MS >= until) return null;
        await pause(ASK_EVERY_MS);
      }
    },
    kick: (connector) => link.send(KICK[connector]),
    close: () => link.close(),
  };
}
