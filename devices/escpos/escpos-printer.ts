import type { KickReply, PrinterStatus, PrintJob, PrintReply } from '../../domain/device/printer.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import { ASK_PAPER, askJob, jobNumber, KICK_AT_ONCE, KICK_IN_TURN, saysPaperEnd } from './commands.ts';
import { encodeEscpos } from './encode.ts';
import { openLink, type PrinterLink } from './link.ts';
import type { PrinterSaid } from './replies.ts';
import { type Answered, ASK_STATE, readState, STATE_ANSWERS, troubleOf } from './state.ts';

export type EscposAddress = Omit<Extract<ReceiptPrinter, { driver: 'escpos' }>, 'driver'>;

export interface EscposOptions {
  /** How long a printer that says that all is well may take to print a job, in milliseconds. */
  readonly proofWithinMs?: number;
  /** How long a printer may take to say how it is, in milliseconds. */
  readonly stateWithinMs?: number;
  /** How long `watch` waits for a change, in milliseconds. */
  readonly watchForMs?: number;
  /** How often `watch` looks, in milliseconds. */
  readonly lookEveryMs?: number;
}

/** One printer on the network. It speaks to one at a time. */
export interface EscposPrinter {
  /** @param onSend called before the first byte of the job leaves. */
  print(job: PrintJob, onSend: () => void): Promise<PrintReply>;
  kick(): Promise<KickReply>;
  watch(known: PrinterStatus | null): Promise<PrinterStatus>;
}

/** Prints on whichever printer is named. What waits for a printer waits behind what was sent to it before. */
export function escposPrinters(options: EscposOptions = {}): (address: EscposAddress) => EscposPrinter {
  const known = new Map<string, EscposPrinter>();
  return ({ host, port, columns, proof, drawerOpenIs }) => {
    const address = { host, port, columns, proof, drawerOpenIs };
    const key = JSON.stringify(address);
    const printer = known.get(key) ?? escposPrinter(address, options);
    known.set(key, printer);
    return printer;
  };
}

const PROOF_WITHIN_MS = 15_000;
const STATE_WITHIN_MS = 1_500;
const ASK_AGAIN_MS = 750;
const WATCH_FOR_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

const isState = (said: PrinterSaid): said is Extract<PrinterSaid, { kind: 'state' }> => said.kind === 'state';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks a printer how it is; null where it does not answer. */
async function askState(link: PrinterLink, { drawerOpenIs }: EscposAddress, withinMs: number): Promise<Answered | null> {
  link.send(ASK_STATE);
  const bytes: number[] = [];
  while (bytes.length < STATE_ANSWERS) {
    const said = await link.hear(isState, withinMs);
    if (said === null) return null;
    bytes.push(said.byte);
  }
  return readState(bytes, drawerOpenIs);
}

/** Waits until the printer proves that a job is on paper, or says why it is not. */
async function waitForProof(
  link: PrinterLink,
  address: EscposAddress,
  number: string,
  options: Required<EscposOptions>,
): Promise<PrintReply> {
  const isProof = (said: PrinterSaid): said is Exclude<PrinterSaid, { kind: 'state' }> =>
    address.proof === 'job' ? said.kind === 'job' && said.number === number : said.kind === 'paper';
  link.send(address.proof === 'job' ? askJob(number) : ASK_PAPER);
  const until = performance.now() + options.proofWithinMs;
  for (;;) {
    const proof = await link.hear(isProof, Math.min(ASK_AGAIN_MS, options.proofWithinMs));
    if (proof?.kind === 'paper' && saysPaperEnd(proof.byte)) return { kind: 'unsure', why: 'paper_out' };
    if (proof !== null) return { kind: 'printed' };
    const state = link.hasEnded ? null : await askState(link, address, options.stateWithinMs);
    const why = state === null ? 'silent' : troubleOf(state);
    if (why !== null) return { kind: 'unsure', why };
    if (performance.now() >= until) return { kind: 'unsure', why: 'silent' };
  }
}

async function printOn(
  link: PrinterLink,
  address: EscposAddress,
  { id, document }: PrintJob,
  onSend: () => void,
  options: Required<EscposOptions>,
): Promise<PrintReply> {
  const state = await askState(link, address, options.stateWithinMs);
  if (link.hasEnded) return { kind: 'not_reachable' };
  const why = state === null ? 'silent' : troubleOf(state);
  if (why !== null) return { kind: 'not_printed', why };
  const bytes = encodeEscpos(document, address.columns);
  onSend();
  link.send(bytes);
  return waitForProof(link, address, jobNumber(id), options);
}

/**
 * A printer that understands ESC/POS, over TCP. Most speak to one connection at a time, so jobs and questions wait for one another. The
 * drawer does not: while a connection is open it is told over that.
 */
function escposPrinter(address: EscposAddress, given: EscposOptions): EscposPrinter {
  const options = {
    proofWithinMs: PROOF_WITHIN_MS,
    stateWithinMs: STATE_WITHIN_MS,
    watchForMs: WATCH_FOR_MS,
    lookEveryMs: LOOK_EVERY_MS,
    ...given,
  };
  let turn: Promise<unknown> = Promise.resolve();
  let open: Promise<PrinterLink | null> | null = null;

  function withLink<T>(use: (link: PrinterLink) => Promise<T>): Promise<T | null> {
    const mine = turn.then(async () => {
      open = openLink(address.host, address.port);
      const link = await open;
      try {
        return link === null ? null : await use(link);
      } finally {
        open = null;
        await link?.close();
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function kick(): Promise<KickReply> {
    const tell = (link: PrinterLink): Promise<KickReply> => {
      link.send(address.proof === 'job' ? KICK_AT_ONCE : KICK_IN_TURN);
      return Promise.resolve({ kind: 'sent' });
    };
    const link = await open;
    if (link !== null && !link.hasEnded) return tell(link);
    return (await withLink(tell)) ?? { kind: 'not_reachable' };
  }

  async function look(): Promise<PrinterStatus> {
    const state = await withLink(async (link): Promise<PrinterStatus> => {
      const said = await askState(link, address, options.stateWithinMs);
      return said ?? { kind: link.hasEnded ? 'not_reachable' : 'silent' };
    });
    return state ?? { kind: 'not_reachable' };
  }

  return {
    print: async (job, onSend) => (await withLink((link) => printOn(link, address, job, onSend, options))) ?? { kind: 'not_reachable' },
    kick,
    async watch(known) {
      const until = performance.now() + options.watchForMs;
      for (;;) {
        const state = await look();
        if (JSON.stringify(state) !== JSON.stringify(known) || performance.now() >= until) return state;
        await pause(options.lookEveryMs);
      }
    },
  };
}
