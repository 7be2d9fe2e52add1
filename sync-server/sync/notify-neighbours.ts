import pg from 'pg';

const CHANNEL = 'outpost_changes';
const RETRY_MS = 1_000;

/** Tells the other servers on the same PostgreSQL that something was written, and hears from them. */
export interface Neighbours {
  /** At most one notification goes out every `throttleMs`: one in every transaction would cut writers to a third. */
  notify(): void;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own, which it replaces when it breaks. Notifications are hints; whoever hears them
 * polls as well.
 */
export function meetNeighbours(
  databaseUrl: string,
  options: { readonly throttleMs: number; readonly onHint: () => void; readonly onError: (error: Error) => void },
): Neighbours {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let throttle: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: databaseUrl, application_name: 'outpost-hints' });
    const broken = (error: Error): void => {
      if (client !== fresh || closed) return;
      client = undefined;
      options.onError(error);
      retry = setTimeout(() => void connect(), RETRY_MS);
    };
    client = fresh;
    fresh.on('error', broken);
    fresh.on('end', () => broken(new Error('The connection for notifications has ended.')));
    fresh.on('notification', options.onHint);
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      broken(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const connecting = connect();

  return {
    notify: () => {
      throttle ??= setTimeout(() => {
        throttle = undefined;
        client?.query(`notify ${CHANNEL}`).catch(options.onError);
      }, options.throttleMs);
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
