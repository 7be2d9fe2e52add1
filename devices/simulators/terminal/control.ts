import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listen, readJson, shut } from '../../base/http-server.ts';
import type { Ledger } from './ledger.ts';
import { habit, press } from './presses.ts';
import type { NexoServer } from './serve-nexo.ts';
import type { SimulatedTerminal } from './terminal.ts';

export interface ControlOptions {
  readonly terminal: SimulatedTerminal;
  readonly ledger: Ledger;
  readonly nexo: NexoServer;
  /** What a till is told of the terminal in its settings. */
  readonly address: { readonly host: string; readonly port: number; readonly poiId: string; readonly certificate: string };
}

/** What can be done to the terminal, by the path of the request. Each takes a JSON body. */
function actions({ terminal, nexo }: ControlOptions): Readonly<Record<string, (body: unknown) => Promise<boolean> | boolean>> {
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

/** What the terminal shows, does by itself, and has done. */
function stateOf({ terminal, ledger, nexo, address }: ControlOptions) {
  const { shown } = terminal;
  return {
    address,
    isAway: nexo.isAway,
    isLoggedOut: terminal.loggedOut,
    habit: terminal.habit,
    payment: shown === null ? null : { serviceId: shown.serviceId, saleId: shown.saleId, currency: shown.currency, amount: shown.amount },
    ledger: ledger.all(),
  };
}

/** Pages of other sites must not press its buttons. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLocal && (headers.origin === undefined || headers.origin === `http://${host}`);
}

function give(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The buttons of a simulated terminal, over HTTP on this machine alone. @param port 0 for any. */
export async function serveControl(options: ControlOptions, port: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const known = actions(options);
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(message)) return give(response, 403, { code: 'not_from_here' });
    const { method, url = '/' } = message;
    if (method === 'GET' && url === '/state') return give(response, 200, stateOf(options));
    const action = method === 'POST' ? known[url] : undefined;
    if (action === undefined) return give(response, 404, { code: 'not_found' });
    const done = await action(await readJson(message));
    return give(response, done ? 200 : 409, done ? stateOf(options) : { code: 'no_payment' });
  }
  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      const isBad = error instanceof z.ZodError || error instanceof SyntaxError;
      give(response, isBad ? 400 : 500, { code: isBad ? 'bad_request' : 'failed' });
    });
  });
  return { port: await listen(server, port), close: () => shut(server) };
}
