import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TerminalPort } from '../../domain/device/terminal.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { TerminalState } from '../kit/card-services.ts';
import type { HostState } from './devices.ts';

export interface WatchOptions {
  readonly terminal: TerminalPort;
  readonly newServiceId: () => string;
  /** The terminal's own id; null where the register takes no cards. */
  readonly label: () => string | null;
  readonly host: StoreApi<HostState>;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

export interface TerminalWatch {
  readonly state: StoreApi<TerminalState>;
  /** Looks now: another terminal may have been set. */
  look(): void;
  stop(): void;
}

/** How often a terminal is asked whether it is there, in milliseconds. */
const ASK_EVERY_MS = 15_000;

/** What can be told without asking the terminal; null where it has to be asked. */
function toldBy(name: string | null, { status }: HostState): TerminalState | null {
  if (name === null) return { status: 'absent' };
  if (status === 'open') return null;
  return { status: 'unreachable', label: name, why: status === 'away' ? 'no_host' : 'not_paired' };
}

/** Keeps in view whether the register's card terminal can be asked. */
export function watchTerminal({ terminal, newServiceId, label, host, onError, random }: WatchOptions): TerminalWatch {
  const unasked = (): TerminalState => ({ status: 'unreachable', label: label() ?? '', why: 'no_terminal' });
  const state = createStore<TerminalState>(() => toldBy(label(), host.getState()) ?? unasked());
  let loop: Loop | null = null;

  function show(seen: TerminalState): void {
    if (JSON.stringify(seen) !== JSON.stringify(state.getState())) state.setState(seen, true);
  }

  async function ask(): Promise<'wait'> {
    const said = await terminal.diagnose(newServiceId());
    const name = label();
    const told = toldBy(name, host.getState());
    const isThere = said.kind === 'answered' && said.status !== 'unreachable';
    show(told ?? (isThere && name !== null ? { status: 'ready', label: name } : unasked()));
    return 'wait';
  }

  function look(): void {
    const told = toldBy(label(), host.getState());
    if (told === null) {
      loop ??= keepTrying({ round: ask, idleMs: ASK_EVERY_MS, onError, random });
      loop.retry();
      return;
    }
    loop?.stop();
    loop = null;
    show(told);
  }

  look();
  const unsubscribe = host.subscribe(look);
  return {
    state,
    look,
    stop() {
      unsubscribe();
      loop?.stop();
    },
  };
}
