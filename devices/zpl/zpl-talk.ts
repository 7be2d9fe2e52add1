import { placeOf } from '../../domain/device/device-place.ts';
import type { LabelPrinter } from '../../domain/device/label-printer.ts';
import { openLink } from '../printing/link.ts';
import type { Talk } from '../printing/talk.ts';
import { encodeLabels } from './encode-labels.ts';
import { ASK_STATUS, type LabelStatus, readLines, readStatus } from './host-status.ts';

type ZplPrinter = Extract<LabelPrinter, { driver: 'zpl' }>;

/** How often it is asked whether labels still wait, in milliseconds. */
const ASK_EVERY_MS = 100;
/** So many times in a row nothing may wait: a label is in neither count while it moves from one to the other. */
const QUIET_LOOKS = 2;
/** Lines of an answer to `~HS`. */
const LINES = 3;

const isAny = (_said: string): _said is string => true;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Connects to a printer that understands ZPL. @returns null where nobody answers. */
export async function zplTalk(printer: ZplPrinter): Promise<Talk | null> {
  const { dotsPerMm, widthMm, heightMm } = printer;
  const size = { dotsPerMm, width: widthMm * dotsPerMm, height: heightMm * dotsPerMm };
  const link = await openLink(placeOf(printer), readLines);
  if (link === null) return null;

  async function ask(withinMs: number): Promise<LabelStatus | null> {
    link?.send(bytesOf(ASK_STATUS));
    const lines: string[] = [];
    while (lines.length < LINES) {
      const said = await link?.hear(isAny, withinMs);
      if (said === null || said === undefined) return null;
      lines.push(said);
    }
    return readStatus(lines[0] ?? '', lines[1] ?? '');
  }

  return {
    get hasEnded() {
      return link.hasEnded;
    },
    askState: async (withinMs) => (await ask(withinMs))?.state ?? null,
    prepare({ document }) {
      const labels = bytesOf(`${encodeLabels(document, size).join('\n')}\n`);
      return () => link.send(labels);
    },
    async hearProof(withinMs) {
      const until = performance.now() + withinMs;
      for (let quiet = 0; ; ) {
        const said = await ask(Math.max(0, until - performance.now()));
        if (said === null) return null;
        if (said.state.paper === 'out') return 'paper_out';
        quiet = said.waiting === 0 ? quiet + 1 : 0;
        if (quiet === QUIET_LOOKS) return 'printed';
        if (performance.now() + ASK_EVERY_MS >= until) return null;
        await pause(ASK_EVERY_MS);
      }
    },
    // A label printer has no drawer.
    kick: () => undefined,
    close: () => link.close(),
  };
}
