import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { Associate } from '../../domain/associates/associate.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { trainingStarted } from '../../domain/shift/operations.ts';
import { createStore } from 'zustand/vanilla';
import { ServerUnreachable } from '../base/http-client.ts';
import type { Journal } from '../journal/journal.ts';
import type { RegisterServices, TrainingServices, TrainingState } from '../kit/register-services.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import type { ServerClient } from '../sync/server-client.ts';
import type { SignIn } from './sign-in.ts';

/** Of the receipts of a training, in place of the register's own. */
export const TRAINING_PREFIX = 'TRAINING';

/** A journal that goes on where another ends. What is added to it is in memory alone: the other one is only read. */
export async function practiceJournal(journal: Pick<Journal, 'tail' | 'after'>): Promise<Journal> {
  const end = await journal.tail();
  const added: WrittenOperation[] = [];
  return {
    tail: () => Promise.resolve(added.at(-1) ?? end),
    append: (operation) => Promise.resolve(void added.push(operation)),
    async after(seq, limit) {
      const before = seq < end.seq ? await journal.after(seq, Math.min(limit, end.seq - seq)) : [];
      const from = Math.max(0, seq - end.seq);
      return [...before, ...added.slice(from, from + limit - before.length)];
    },
  };
}

/** Wrong PINs count wherever they are entered: a training must not be a place to try them out. */
const SHARED_NOTE = 'wrong-pins';

/** Notes that begin as others are and are kept in memory alone. What was begun on a screen does not go along. */
export function practiceNotes(notes: DeviceNotes): DeviceNotes {
  const kept = new Map<string, unknown>();
  return {
    async read(name) {
      if (kept.has(name)) return structuredClone(kept.get(name));
      return name.startsWith('draft:') ? undefined : notes.read(name);
    },
    async write(name, value) {
      if (name === SHARED_NOTE) return notes.write(name, value);
      kept.set(name, structuredClone(value));
    },
    writeBehind: (name, value) => void kept.set(name, structuredClone(value)),
  };
}

/** A server that cannot be reached: whoever practises sends nothing and asks nothing. */
export function nobody(): ServerClient {
  const unreachable = () => Promise.reject(new ServerUnreachable('A training has no server.'));
  return new Proxy({} as ServerClient, { get: () => unreachable });
}

/** A register that runs beside the real one, and how to end it. */
interface Practice {
  readonly services: RegisterServices;
  stop(): void;
}

/** How a register in training is opened: what ends it, and who practises. */
export interface OpenPractice {
  readonly training: TrainingServices;
  readonly associate: Associate | null;
  readonly onSignedOut: () => void;
}

/**
 * Lets people practise on a register.
 * @param within the training in which this register itself is; nobody practises on it again.
 * @param open starts the register in training.
 */
export function createTraining(
  within: OpenPractice | undefined,
  record: RegisterServices['record'],
  signIn: Pick<SignIn, 'state' | 'signOut'>,
  open: (practice: OpenPractice) => Promise<Practice>,
  onError: (error: unknown) => void,
): { readonly services: TrainingServices; stop(): void } {
  if (within !== undefined) return { services: within.training, stop: () => undefined };
  const state = createStore<TrainingState>(() => ({ practice: null }));
  let running: Practice | null = null;

  function end(): void {
    running?.stop();
    running = null;
    state.setState({ practice: null });
  }

  function onSignedOut(): void {
    end();
    signIn.signOut();
  }

  async function start(): Promise<Result<null, Refusal>> {
    const recorded = await record(() => accept(trainingStarted.request({})));
    if (!recorded.ok) return recorded;
    end();
    const training: TrainingServices = { isOn: true, state, start: () => Promise.resolve(refuse('not_recordable')), end };
    try {
      running = await open({ training, associate: signIn.state.getState().associate, onSignedOut });
    } catch (error) {
      onError(error);
      return refuse('storage_failed');
    }
    state.setState({ practice: running.services });
    return accept(null);
  }

  return { services: { isOn: false, state, start, end }, stop: end };
}
