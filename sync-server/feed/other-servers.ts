import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from '../db/database.ts';

const CHANNEL = 'outpost_changes';
const RETRY_MS = 1_000;
const CONNECT_WITHIN_MS = 10_000;

/** Notifies the servers on this PostgreSQL, once, of a write by something that is no server. Else it waits for their next poll. */
export async function hintServers(db: Db): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(db);
}

/** Notifies the other servers on the same PostgreSQL of writes, and hears of theirs. */
export interface OtherServers {
  /**
   * At most one notification goes out every `throttleMs`, and none before the one before it is through. One in every
   * transaction would cut writers to a third, and they would pile up here before a slow database.
   */
  notify(): void;
  close(): Promise<void>;
}

export interface OtherServersOptions {
  readonly throttleMs: number;
  readonly onHint: () => void;
  /** Called once when the connection is gone, however often it cannot be made again. */
  readonly onError: (error: Error) => void;
  /** Called when it is there again. */
  readonly onRecovered: () => void;
}

/** A connection of its own that listens, and is replaced when it breaks. */
class ListeningConnection {
  readonly #databaseUrl: string;
  readonly #options: OtherServersOptions;
  #client: pg.Client | undefined;
  #closed = false;
  #failing = false;
  #retry: NodeJS.Timeout | undefined;
  #connecting: Promise<void>;

  constructor(databaseUrl: string, options: OtherServersOptions) {
    this.#databaseUrl = databaseUrl;
    this.#options = options;
    this.#connecting = this.#connect();
  }

  /** The connection; undefined while there is none. */
  get client(): pg.Client | undefined {
    return this.#client;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#connecting;
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: this.#databaseUrl,
      application_name: 'outpost-hints',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    const onBroken = this.#brokenHandler(fresh);
    fresh.on('error', onBroken);
    fresh.on('end', () => onBroken(new Error('The connection for notifications has ended.')));
    fresh.on('notification', this.#options.onHint);
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      onBroken(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (this.#closed) {
      await fresh.end();
      return;
    }
    this.#client = fresh;
    if (this.#failing) this.#options.onRecovered();
    this.#failing = false;
    // Nobody here was notified of what others wrote in between.
    this.#options.onHint();
  }

  /** What is done once when a connection breaks, however many errors say so. */
  #brokenHandler(client: pg.Client): (error: Error) => void {
    let isBroken = false;
    return (error) => {
      if (isBroken || this.#closed) return;
      isBroken = true;
      this.#client = undefined;
      if (!this.#failing) this.#options.onError(error);
      this.#failing = true;
      client.end().catch(() => undefined);
      this.#retry = setTimeout(() => {
        this.#connecting = this.#connect();
      }, RETRY_MS);
    };
  }
}

/** Notifies over the connection that there is, at most once every `throttleMs`, and one notification at a time. */
class Notifier {
  readonly #connection: ListeningConnection;
  readonly #throttleMs: number;
  #throttle: NodeJS.Timeout | undefined;
  #notifying: pg.Client | undefined;

  constructor(connection: ListeningConnection, throttleMs: number) {
    this.#connection = connection;
    this.#throttleMs = throttleMs;
  }

  notify(): void {
    this.#throttle ??= setTimeout(() => this.#send(), this.#throttleMs);
  }

  close(): void {
    clearTimeout(this.#throttle);
  }

  #send(): void {
    this.#throttle = undefined;
    const { client } = this.#connection;
    if (client === undefined) return;
    if (this.#notifying === client) {
      this.notify();
      return;
    }
    this.#notifying = client;
    client
      .query(`notify ${CHANNEL}`)
      // A connection that breaks says so itself.
      .catch(() => undefined)
      .finally(() => {
        if (this.#notifying === client) this.#notifying = undefined;
      });
  }
}

/** Listens for notifications, and sends them. They are hints: whoever hears them polls as well. */
export function listenToOtherServers(databaseUrl: string, options: OtherServersOptions): OtherServers {
  const connection = new ListeningConnection(databaseUrl, options);
  const notifier = new Notifier(connection, options.throttleMs);
  return {
    notify: () => notifier.notify(),
    close: async () => {
      notifier.close();
      await connection.close();
    },
  };
}
