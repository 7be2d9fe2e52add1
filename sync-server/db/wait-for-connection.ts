import type pg from 'pg';

/** PostgreSQL gives no more connections: to this role, to this database, or at all. */
const TOO_MANY = '53300';
/** How long (milliseconds) a smaller pool is kept before it tries for more again. */
const GROW_AFTER_MS = 30_000;
/** How long (milliseconds) to wait where not a single connection is open, and nobody here will give one back. */
const PAUSE_MS = 100;

/** As much of a pool as kysely uses. */
export interface ConnectionPool {
  connect(): Promise<pg.PoolClient>;
  end(): Promise<void>;
  readonly options: object;
}

/**
 * A pool that may want more connections than the database gives: when one is refused for that, the pool is content with
 * those it has, and whoever asks waits for one of them to be free instead of failing.
 * @param withinMs how long (milliseconds) somebody waits at most.
 */
export function waitForConnection(pool: pg.Pool, withinMs: number): ConnectionPool {
  const wanted = pool.options.max;
  let growing: NodeJS.Timeout | undefined;
  const shrink = (): void => {
    pool.options.max = Math.max(1, Math.min(pool.options.max, pool.totalCount));
    growing ??= setTimeout(() => {
      growing = undefined;
      pool.options.max = wanted;
    }, GROW_AFTER_MS).unref();
  };
  return {
    options: pool.options,
    async connect() {
      const until = performance.now() + withinMs;
      for (;;) {
        try {
          return await pool.connect();
        } catch (error) {
          if ((error as { code?: unknown }).code !== TOO_MANY || performance.now() > until) throw error;
          shrink();
          if (pool.totalCount === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
    },
    async end() {
      clearTimeout(growing);
      await pool.end();
    },
  };
}
