import { isDiskFull, isNearlyFull } from './disk-full.ts';
import type { Fence } from './lock-folder.ts';
import { PGliteError, PGliteThread } from './pglite-thread.ts';

interface QueryResult<T> {
  affectedRows?: number;
  readonly fields: [];
  readonly rows: T[];
}

interface Options {
  /** Where the database is; null keeps it in memory. */
  readonly dataDir: string | null;
  /** A file with the dump that a database in memory begins from. */
  readonly template?: string | undefined;
  /** Checked before statements: once another process has the folder, nothing more is written. */
  readonly fence?: Fence | undefined;
  /** Told when the database ended in the middle of its work. It is opened again by itself. */
  readonly onError: (error: Error) => void;
  /** Told when another process was found to have the folder. Nothing is written from then on. */
  readonly onLost: (error: Error) => void;
}

/** How long (milliseconds) after the database ended it is opened again, and how long opening may take. */
const REOPEN_AFTER_MS = 500;
const OPEN_WITHIN_MS = 60_000;
/** Opening again may need a whole new segment of the write-ahead log. In bytes. */
const ROOM_TO_OPEN = 20 * 1024 * 1024;

/** What the thread answers once the fence says something else. */
const LOST = 'FENCE';

const CLOSED = new PGliteError({ message: 'The database is closed.' });

/**
 * PGlite in a worker thread, with as much of its interface as our dialect of kysely uses. That lets one caller at a
 * time have the connection, so statements never mix. When the database ends by itself, because its disk is full for
 * instance, it is opened again until that works, and recovers what was committed.
 */
export class PGliteClient {
  closed = false;
  ready = false;
  readonly waitReady: Promise<void>;

  readonly #options: Options;
  #thread: PGliteThread;
  /** Why there is no database now. */
  #away: Error | undefined;
  #reopening: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#thread = this.#open();
    this.waitReady = this.#thread.ready.then(
      () => {
        this.ready = true;
      },
      async (error: unknown) => {
        this.closed = true;
        throw (await this.#hasNoRoom()) ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : error;
      },
    );
  }

  async query<T>(sql: string, params: unknown[] = []): Promise<QueryResult<T>> {
    return this.#ask<T>(this.#thread, sql, params);
  }

  /**
   * @throws when it could not begin; what the callback threw; or code 25P02 when a statement had failed and the callback went on as if
   * it had not.
   */
  async transaction<T>(callback: (tx: { query: PGliteClient['query'] }) => Promise<T>): Promise<T> {
    // A thread that was started in between knows nothing of this transaction: its statements would count at once.
    const thread = this.#thread;
    let failure: unknown;
    const ask = async <R>(sql: string, params: unknown[] = []): Promise<QueryResult<R>> => {
      try {
        return await this.#ask<R>(thread, sql, params);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
    await ask('begin');
    try {
      const value = await callback({ query: ask });
      if (failure !== undefined) throw new PGliteError({ code: '25P02', message: 'A statement of this transaction had failed.' });
      await ask('commit');
      return value;
    } catch (error) {
      // Where the thread has ended, recovery rolls back.
      await this.#ask(thread, 'rollback', []).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.#reopening);
    if (this.#away === undefined) await this.#thread.ask({ close: true }).catch(() => undefined);
    await this.#thread.stop(CLOSED);
  }

  /** Ends at once, as a kill would: whoever waits is told so, and what was committed is safe. */
  async abandon(): Promise<void> {
    this.closed = true;
    clearTimeout(this.#reopening);
    await this.#thread.stop(CLOSED);
  }

  async #ask<T>(thread: PGliteThread, sql: string, params: unknown[]): Promise<QueryResult<T>> {
    if (this.closed) throw CLOSED;
    if (this.#away !== undefined) throw this.#away;
    const { rows = [], affectedRows } = await thread.ask({ sql, params }).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === LOST) this.#options.onLost(error as Error);
      throw error;
    });
    return { rows: rows as T[], fields: [], ...(affectedRows === undefined ? {} : { affectedRows }) };
  }

  #open(): PGliteThread {
    const { dataDir, template, fence } = this.#options;
    return new PGliteThread({ dataDir, template, fence }, (error) => this.#ended(error));
  }

  #ended(error: Error): void {
    if (this.closed || !this.ready) return;
    const isFirst = this.#away === undefined;
    this.#away = isDiskFull(error) ? error : new PGliteError({ code: '57P02', message: `The database has ended: ${error.message}` });
    if (isFirst) this.#options.onError(error);
    // What was in memory is gone; an empty database in its place would be a lie.
    if (this.#options.dataDir !== null) this.#reopening = setTimeout(() => void this.#reopen(), REOPEN_AFTER_MS);
  }

  async #reopen(): Promise<void> {
    if (await this.#hasNoRoom()) {
      this.#ended(new PGliteError({ code: '53100', message: 'There is no space left on device.' }));
      return;
    }
    if (this.closed) return;
    const thread = this.#open();
    this.#thread = thread;
    const tooLong = setTimeout(() => {
      const late = new PGliteError({ code: '57P03', message: 'The database could not be opened in time.' });
      void thread.stop(late).then(() => this.#ended(late));
    }, OPEN_WITHIN_MS);
    await thread.ready.then(
      () => {
        this.#away = undefined;
      },
      () => undefined,
    );
    clearTimeout(tooLong);
  }

  #hasNoRoom(): Promise<boolean> {
    const { dataDir } = this.#options;
    return dataDir === null ? Promise.resolve(false) : isNearlyFull(dataDir, ROOM_TO_OPEN);
  }
}
