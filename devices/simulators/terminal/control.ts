import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listen, readJson, shut } from '../../base/http-server.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from '../page/assets.ts';
import { chooseLanguage, type Language } from '../page/languages.ts';
import type { Ledger } from './ledger.ts';
import { habit, press } from './presses.ts';
import type { NexoServer } from './serve-nexo.ts';
import { terminalPage, terminalParts } from './page.ts';
import type { Shown, SimulatedTerminal } from './terminal.ts';

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

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** Pages of other sites must not press its buttons. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const isLocal = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLocal && (headers.origin === undefined || headers.origin === `http://${host}`);
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(body);
}

function give(response: ServerResponse, status: number, body: unknown): void {
  send(response, 'application/json', JSON.stringify(body), status);
}

/** What can be read, by the path of the request. */
function pages(options: ControlOptions): Readonly<Record<string, (response: ServerResponse, language: Language) => void>> {
  return {
    '/': (response, language) => send(response, 'text/html', terminalPage(language, stateOf(options))),
    '/parts': (response, language) => give(response, 200, terminalParts(language, stateOf(options))),
    '/page.js': (response) => send(response, 'text/javascript', PAGE_SCRIPT),
    '/page.css': (response) => send(response, 'text/css', PAGE_STYLE),
    '/state': (response) => give(response, 200, stateOf(options)),
  };
}

/** The page and the buttons of a simulated terminal, over HTTP on this machine alone. @param port 0 for any. */
export async function serveControl(options: ControlOptions, port: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const [known, readable] = [actions(options), pages(options)];
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(message)) return give(response, 403, { code: 'not_from_here' });
    const { pathname, searchParams } = new URL(message.url ?? '/', 'http://localhost');
    const page = message.method === 'GET' ? readable[pathname] : undefined;
    if (page !== undefined) return page(response, chooseLanguage(searchParams.get('lang'), message.headers['accept-language'] ?? ''));
    const action = message.method === 'POST' ? known[pathname] : undefined;
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
