import { Worker } from 'node:worker_threads';

interface Answer {
  readonly id: number;
  readonly rows?: unknown[];
  readonly affectedRows?: number;
  readonly error?: { readonly message: string; readonly code?: string };
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface QueryResult<T> {
  affectedRows?: number;
  readonly fields: [];
  readonly rows: T[];
}

/** An error of PostgreSQL, with its SQLSTATE in `code`. */
class PGliteError extends Error {
  readonly code: string | undefined;

  constructor(answer: { readonly message: string; readonly code?: string }) {
    super(answer.message);
    this.name = 'PGliteError';
    Object.assign(this, answer);
    this.code = answer.code;
  }
}

/**
 * PGlite in a worker thread, with as much of its interface as kysely's PGlite dialect uses. kysely lets one caller at
 * a time have the connection, so statements never mix.
 */
export class PGliteClient {
  closed = false;
  ready = false;
  readonly waitReady: Promise<void>;

  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /** @param dataDir the folder of the database; null keeps it in memory. */
  constructor(dataDir: string | null) {
    // The worker is plain JavaScript: the loaders of this process, or a program given on its command line, are not for it.
    this.#worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { dataDir }, execArgv: [] });
    this.waitReady = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: Answer | { ready: true }) => {
        if ('ready' in message) {
          this.ready = true;
          resolve();
        } else {
          this.#settle(message);
        }
      });
      const fail = (error: Error): void => {
        this.closed = true;
        reject(error);
        for (const one of this.#waiting.values()) one.reject(error);
        this.#waiting.clear();
      };
      this.#worker.on('error', fail);
      this.#worker.on('exit', () => fail(new Error('The database thread has ended.')));
    });
  }

  async query<T>(sql: string, params: unknown[] = []): Promise<QueryResult<T>> {
    const { rows = [], affectedRows } = await this.#ask({ sql, params });
    return { rows: rows as T[], fields: [], ...(affectedRows === undefined ? {} : { affectedRows }) };
  }

  /** @throws what the callback threw, or code 25P02 when a statement had failed and the callback went on as if it had not. */
  async transaction<T>(callback: (tx: { query: PGliteClient['query']; rollback(): Promise<void> }) => Promise<T>): Promise<T> {
    let aborted = false;
    await this.query('begin');
    try {
      const value = await callback({
        query: async <R>(sql: string, params?: unknown[]) => {
          try {
            return await this.query<R>(sql, params);
          } catch (error) {
            aborted = true;
            throw error;
          }
        },
        rollback: () => Promise.reject(new Error('Throw to roll back.')),
      });
      if (aborted) throw new PGliteError({ code: '25P02', message: 'A statement of this transaction had failed.' });
      await this.query('commit');
      return value;
    } catch (error) {
      if (!this.closed) await this.query('rollback');
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.#ask({ close: true });
    this.closed = true;
    await this.#worker.terminate();
  }

  /** Ends at once, as a kill would: whoever waits is told so, and what was committed is safe. */
  async abandon(): Promise<void> {
    this.closed = true;
    await this.#worker.terminate();
  }

  #ask(request: { sql: string; params: unknown[] } | { close: true }): Promise<Answer> {
    if (this.closed) return Promise.reject(new Error('The database is closed.'));
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...request });
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new PGliteError(answer.error));
  }
}
