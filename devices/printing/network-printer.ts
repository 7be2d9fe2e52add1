import type { DrawerConnector, KickReply, PrinterStatus, PrintJob, PrintReply } from '../../domain/device/printer.ts';
import type { Talk } from './talk.ts';
import { troubleOf } from './trouble.ts';

export interface PrinterOptions {
  /** How long a printer that says that all is well may take to print a job, in milliseconds. */
  readonly proofWithinMs?: number;
  /** How long a printer may take to say how it is, in milliseconds. */
  readonly stateWithinMs?: number;
  /** How long `watch` waits for a change, in milliseconds. */
  readonly watchForMs?: number;
  /** How often `watch` looks, in milliseconds. */
  readonly lookEveryMs?: number;
}

/** One printer, on the network or at a port. It speaks to one at a time. */
export interface NetworkPrinter {
  /** @param onSend called before the first byte of the job leaves. */
  print(job: PrintJob, onSend: () => void): Promise<PrintReply>;
  kick(connector: DrawerConnector): Promise<KickReply>;
  watch(known: PrinterStatus | null): Promise<PrinterStatus>;
}

const PROOF_WITHIN_MS = 15_000;
const STATE_WITHIN_MS = 1_500;
const ASK_AGAIN_MS = 750;
const WATCH_FOR_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the printer proves that a job is on paper, or says why it is not. */
async function waitForProof(talk: Talk, options: Required<PrinterOptions>): Promise<PrintReply> {
  const until = performance.now() + options.proofWithinMs;
  for (;;) {
    const proof = await talk.hearProof(Math.min(ASK_AGAIN_MS, options.proofWithinMs));
    if (proof !== null) return proof === 'printed' ? { kind: 'printed' } : { kind: 'unsure', why: proof };
    const state = talk.hasEnded ? null : await talk.askState(options.stateWithinMs);
    const why = state === null ? 'silent' : troubleOf(state);
    if (why !== null) return { kind: 'unsure', why };
    if (performance.now() >= until) return { kind: 'unsure', why: 'silent' };
  }
}

async function printOn(talk: Talk, job: PrintJob, onSend: () => void, options: Required<PrinterOptions>): Promise<PrintReply> {
  const state = await talk.askState(options.stateWithinMs);
  if (talk.hasEnded) return { kind: 'not_reachable' };
  const why = state === null ? 'silent' : troubleOf(state);
  if (why !== null) return { kind: 'not_printed', why };
  const send = talk.prepare(job);
  onSend();
  send();
  return waitForProof(talk, options);
}

/**
 * A printer, whatever language it speaks and whichever way leads to it. Most speak to one connection at a time, so jobs and questions wait
 * for one another. The drawer does not: while a connection is open it is told over that.
 * @param connect gives null where nobody answers.
 */
export function networkPrinter(connect: () => Promise<Talk | null>, given: PrinterOptions = {}): NetworkPrinter {
  const options = {
    proofWithinMs: PROOF_WITHIN_MS,
    stateWithinMs: STATE_WITHIN_MS,
    watchForMs: WATCH_FOR_MS,
    lookEveryMs: LOOK_EVERY_MS,
    ...given,
  };
  let turn: Promise<unknown> = Promise.resolve();
  let open: Promise<Talk | null> | null = null;

  function withTalk<T>(use: (talk: Talk) => Promise<T>): Promise<T | null> {
    const mine = turn.then(async () => {
      open = connect();
      const talk = await open;
      try {
        return talk === null ? null : await use(talk);
      } finally {
        open = null;
        await talk?.close();
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function kick(connector: DrawerConnector): Promise<KickReply> {
    const tell = (talk: Talk): Promise<KickReply> => {
      talk.kick(connector);
      return Promise.resolve({ kind: 'sent' });
    };
    const talk = await open;
    if (talk !== null && !talk.hasEnded) return tell(talk);
    return (await withTalk(tell)) ?? { kind: 'not_reachable' };
  }

  async function look(): Promise<PrinterStatus> {
    const state = await withTalk(async (talk): Promise<PrinterStatus> => {
      const said = await talk.askState(options.stateWithinMs);
      return said ?? { kind: talk.hasEnded ? 'not_reachable' : 'silent' };
    });
    return state ?? { kind: 'not_reachable' };
  }

  return {
    print: async (job, onSend) => (await withTalk((talk) => printOn(talk, job, onSend, options))) ?? { kind: 'not_reachable' },
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
