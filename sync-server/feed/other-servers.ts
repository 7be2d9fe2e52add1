import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from '../db/database.ts';

const CHANNEL = 'outpost_changes';
const RETRY_MS = 1_000;
const CONNECT_WITHIN_MS = 10_000;

/** Tells the servers on this PostgreSQL, once, that something was written by what is no server: else it waits for their next poll. */
export async function hintServers(db: Db): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(db);
}

/** Tells the other servers on the same PostgreSQL that something was written, and hears from them. */
export interface OtherServers {
  /**
   * At most one notification goes out every `throttleMs`, and none before the one before it is through: one in every
   * transaction would cut writers to a third, and a database that takes its time would have them heap up here.
   */
  notify(): void;
  close(): Promise<void>;
}

export interface OtherServersOptions {
  readonly throttleMs: number;
  readonly onHint: () => void;
  /** Told once when the connection is gone, however often it cannot be made again. */
  readonly onError: (error: Error) => void;
  /** Told when it is there again. */
  readonly onRecovered: () => void;
}

/**
 * Listens on a connection of its own, which it replaces when it breaks. Notifications are hints; whoever hears them
 * polls as well.
 */
export function listenToOtherServers(databaseUrl: string, options: OtherServersOptions): OtherServers {
  let client: pg.Client | undefined;
  let closed = false;
  let failing = false;
  let retry: NodeJS.Timeout | undefined;
  let throttle: NodeJS.Timeout | undefined;
  let telling: pg.Client | undefined;
  let connecting: Promise<void>;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'outpost-hints',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    let isBroken = false;
    const broken = (error: Error): void => {
      if (isBroken || closed) return;
      isBroken = true;
      client = undefined;
      if (!failing) options.onError(error);
      failing = true;
      fresh.end().catch(() => undefined);
      retry = setTimeout(() => {
        connecting = connect();
      }, RETRY_MS);
    };
    fresh.on('error', broken);
    fresh.on('end', () => broken(new Error('The connection for notifications has ended.')));
    fresh.on('notification', options.onHint);
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      broken(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (closed) {
      await fresh.end();
      return;
    }
    client = fresh;
    if (failing) options.onRecovered();
    failing = false;
    // What others wrote in between was told to nobody here.
    options.onHint();
  };
  connecting = connect();

  const tell = (): void => {
    throttle = undefined;
    const teller = client;
    if (teller === undefined) return;
    if (telling === teller) {
      throttle = setTimeout(tell, options.throttleMs);
      return;
    }
    telling = teller;
    teller
      .query(`notify ${CHANNEL}`)
      // A connection that breaks tells so itself.
      .catch(() => undefined)
      .finally(() => {
        if (telling === teller) telling = undefined;
      });
  };

  return {
    notify: () => {
      throttle ??= setTimeout(tell, options.throttleMs);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearTimeout(throttle);
      await connecting;
      await client?.end();
    },
  };
}
