import type { CDPSession } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What the DevTools protocol gives access to: the browser, or one page. Typed as Playwright types it. */
export interface Devtools {
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
}

export interface Chromium {
  readonly browser: Devtools;
  /** The page, or another target, behind an id of `Target.attachedToTarget`. */
  target(id: string): Devtools;
  /** Ends the browser, and waits for its end. */
  close(): Promise<void>;
  /** Resolves when the browser has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Reads messages that end with a zero byte. */
function readMessages(from: Readable, onMessage: (message: Answer) => void): void {
  let parts: Buffer[] = [];
  from.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      onMessage(JSON.parse(Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8')) as Answer);
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}

/**
 * Starts Chromium on a profile and speaks to it over a pipe. It also listens on a port, whose address it writes to this
 * process's stderr (`DevTools listening on …`), so that a test can reach the page as well.
 */
export function startChromium(executable: string, args: readonly string[]): Chromium {
  const child: ChildProcess = spawn(executable, ['--remote-debugging-pipe', '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'],
  });
  const [, , , requests, answers] = child.stdio as [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  const targets = new Map<string, EventEmitter>();
  let lastId = 0;

  const eventsOf = (target: string): EventEmitter => {
    const known = targets.get(target) ?? new EventEmitter();
    targets.set(target, known);
    return known;
  };
  const access = (target: string): Devtools => ({
    send: ((method: string, params: unknown) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve, reject });
        requests.write(`${JSON.stringify({ id, method, params, ...(target === '' ? {} : { sessionId: target }) })}\0`);
      })) as CDPSession['send'],
    on: eventsOf(target).on.bind(eventsOf(target)) as unknown as CDPSession['on'],
  });

  readMessages(answers, ({ id, method, params, result, error, sessionId }) => {
    if (id === undefined) return void eventsOf(sessionId ?? '').emit(method ?? '', params);
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(result);
    else caller?.reject(new Error(error.message));
  });
  requests.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => waiting.forEach(({ reject }) => reject(new Error('Chromium has ended.'))));
  const browser = access('');
  return {
    browser,
    target: access,
    ended,
    async close() {
      await Promise.race([browser.send('Browser.close').catch(() => undefined), ended]);
      await ended;
    },
  };
}
