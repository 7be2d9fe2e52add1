import { z } from 'zod';
import type { Controls } from '../page/serve-control.ts';
import type { Ledger } from './ledger.ts';
import { terminalPage, terminalParts } from './page.ts';
import { habit, press } from './presses.ts';
import type { NexoServer } from './serve-nexo.ts';
import type { Shown, SimulatedTerminal } from './terminal.ts';

export interface ControlOptions {
  readonly terminal: SimulatedTerminal;
  readonly ledger: Ledger;
  readonly nexo: NexoServer;
  /** What a till is told of the terminal in its settings. */
  readonly address: { readonly host: string; readonly port: number; readonly poiId: string; readonly certificate: string };
}

function actions({ terminal, nexo }: ControlOptions): Controls['actions'] {
  return {
    '/press': (body) => terminal.press(press.parse(body)),
    '/habit': (body) => {
      terminal.habit = z.strictObject({ habit }).parse(body).habit;
      return true;
    },
    '/away': async (body) => {
      await nexo.setAway(z.strictObject({ away: z.boolean() }).parse(body).away);
      return true;
    },
    '/forget': () => {
      terminal.loggedOut = true;
      return true;
    },
  };
}

function shownOf({ serviceId, saleId, currency, amount, connected }: Shown): Shown {
  return { serviceId, saleId, currency, amount, connected };
}

/** What the terminal shows, does by itself, and has done. */
function stateOf({ terminal, ledger, nexo, address }: ControlOptions) {
  const { shown } = terminal;
  return {
    address,
    isAway: nexo.isAway,
    isLoggedOut: terminal.loggedOut,
    habit: terminal.habit,
    payment: shown === null ? null : shownOf(shown),
    ledger: ledger.all(),
  };
}

/** The page and the buttons of a simulated terminal. */
export function terminalControls(options: ControlOptions): Controls {
  return {
    actions: actions(options),
    page: (language) => terminalPage(language, stateOf(options)),
    parts: (language) => terminalParts(language, stateOf(options)),
    state: () => stateOf(options),
  };
}
