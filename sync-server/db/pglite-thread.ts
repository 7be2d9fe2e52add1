import { Worker } from 'node:worker_threads';
import type { Fence } from './lock-folder.ts';

export interface Answer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly affectedRows?: number;
  readonly error?: { readonly message: string; readonly code?: string; readonly severity?: string };
}

type Request = { readonly sql: string; readonly params: unknown[] } | { readonly close: true };

interface Place {
  readonly dataDir: string | null;
  readonly template: string | undefined;
  readonly fence: Fence | undefined;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** An error of PostgreSQL, with its SQLSTATE in `code`. */
export class PGliteError extends Error {
  readonly code: string | undefined;

  constructor(answer: { readonly message: string; readonly code?: string }) {
    super(answer.message);
    this.name = 'PGliteError';
    Object.assign(this, answer);
    this.code = answer.code;
  }
}

/** After an error of this weight PostgreSQL ends; PGlite, which has no process to end, would never answer again. */
const DEADLY = new Set(['PANIC', 'FATAL']);

/** PGlite in a worker thread, from its start to its end. It is never used again once it has ended. */
export class PGliteThread {
  /** Rejects when the database could not be opened. */
  readonly ready: Promise<void>;

  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: (error: Error) => void;
  #ended: Error | undefined;
  #lastId = 0;

  /**
   * @param place the folder of the database, or null to keep it in memory; the file of a dump that it begins from then; and the
   * fence, which is checked before statements: once another process has the folder, nothing more is written.
   * @param onEnd told once when it has ended without being asked to, also before it was ready.
   */
  constructor(place: Place, onEnd: (error: Error) => void) {
    this.#onEnd = onEnd;
    // The worker is plain JavaScript: the loaders of this process, or a program given on its command line, are not for it.
    this.#worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: place, execArgv: [] });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: Answer | { ready: true }) => {
        if ('ready' in message) resolve();
        else this.#settle(message);
      });
      const fail = (error: Error): void => {
        reject(error);
        this.#end(error);
      };
      this.#worker.on('error', fail);
      this.#worker.on('exit', () => fail(new PGliteError({ code: '57P02', message: 'The database thread has ended.' })));
    });
    this.ready.catch(() => undefined);
  }

  /** @throws the database's error; one with code 57P02 when the thread has ended. */
  ask(request: Request): Promise<Answer> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
  }

  /** Ends at once, as a kill would: whoever waits is told `reason`, and what was committed is safe. */
  async stop(reason: Error): Promise<void> {
    this.#ended ??= reason;
    this.#refuseWaiting(this.#ended);
    await this.#worker.terminate();
  }

  #settle({ id, error, ...answer }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) {
      waiting?.resolve({ id, ...answer });
      return;
    }
    const told = new PGliteError(error);
    waiting?.reject(told);
    if (DEADLY.has(error.severity ?? '')) {
      this.#end(told);
      void this.#worker.terminate();
    }
  }

  #end(error: Error): void {
    if (this.#ended !== undefined) return;
    this.#ended = error;
    this.#refuseWaiting(error);
    this.#onEnd(error);
  }

  #refuseWaiting(error: Error): void {
    for (const one of this.#waiting.values()) one.reject(error);
    this.#waiting.clear();
  }
}
