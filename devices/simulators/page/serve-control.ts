import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listen, readJson, shut } from '../../base/http-server.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './assets.ts';
import { chooseLanguage, type Language } from './languages.ts';

/** What a person and a program may do with a simulated device. */
export interface Controls {
  /** What can be done to it, by the path of the request. Each takes a JSON body, and gives false where it cannot be done now. */
  readonly actions: Readonly<Record<string, (body: unknown) => Promise<boolean> | boolean>>;
  /** The whole page. */
  page(language: Language): string;
  /** What changes on the page. */
  parts(language: Language): object;
  /** What it shows and has done, for programs. */
  state(): object;
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
function pages(controls: Controls): Readonly<Record<string, (response: ServerResponse, language: Language) => void>> {
  return {
    '/': (response, language) => send(response, 'text/html', controls.page(language)),
    '/parts': (response, language) => give(response, 200, controls.parts(language)),
    '/page.js': (response) => send(response, 'text/javascript', PAGE_SCRIPT),
    '/page.css': (response) => send(response, 'text/css', PAGE_STYLE),
    '/state': (response) => give(response, 200, controls.state()),
  };
}

/** The page and the buttons of a simulated device, over HTTP on this machine alone. @param port 0 for any. */
export async function serveControl(controls: Controls, port: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const readable = pages(controls);
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(message)) return give(response, 403, { code: 'not_from_here' });
    const { pathname, searchParams } = new URL(message.url ?? '/', 'http://localhost');
    const page = message.method === 'GET' ? readable[pathname] : undefined;
    if (page !== undefined) return page(response, chooseLanguage(searchParams.get('lang'), message.headers['accept-language'] ?? ''));
    const action = message.method === 'POST' ? controls.actions[pathname] : undefined;
    if (action === undefined) return give(response, 404, { code: 'not_found' });
    const done = await action(await readJson(message));
    return give(response, done ? 200 : 409, done ? controls.state() : { code: 'not_now' });
  }
  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      const isBad = error instanceof z.ZodError || error instanceof SyntaxError;
      give(response, isBad ? 400 : 500, { code: isBad ? 'bad_request' : 'failed' });
    });
  });
  return { port: await listen(server, port), close: () => shut(server) };
}
