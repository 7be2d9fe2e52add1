import pino from 'pino';
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Db } from '../../../sync-server/db/database.ts';
import type { OpenDatabase } from '../../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../../sync-server/main.ts';
import type { SmtpAddress } from '../../../sync-server/outbound/smtp-address.ts';
import type { UpsAddress } from '../../../sync-server/outbound/ups-address.ts';
import { type Enrolled, enrol, fillSyncPool } from './sync-pool.ts';

/** What every test of a suite begins with: the pool of {@link fillSyncPool}, and a register of store S1 with an empty journal. */
interface FilledPool {
  readonly opened: OpenDatabase;
  readonly db: Db;
  readonly register: Enrolled;
}

/**
 * Opens a database for the tests of this suite, and closes it after the last.
 * @param ready called before each, with the pool as it then begins.
 */
export function useSyncPool(open: () => Promise<OpenDatabase>, ready: (pool: FilledPool) => unknown): void {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    const { db } = opened;
    await fillSyncPool(db);
    await ready({ opened, db, register: await enrol(db) });
  });
  afterAll(() => opened.close());
}

interface ServerSettings {
  readonly logger?: FastifyBaseLogger;
  /** The addresses of proxies that are believed who they forward for. */
  readonly trustProxy?: string[];
  /** Where mail to customers is handed over. */
  readonly mailServer?: () => SmtpAddress | null;
  readonly carrierAccount?: () => UpsAddress | null;
  readonly privateWebhooks?: boolean;
}

/** The same, with one server on the database for all tests of this suite. */
export function useSyncServer(
  open: () => Promise<OpenDatabase>,
  ready: (pool: FilledPool & { readonly server: RunningServer }) => unknown,
  { logger = pino({ enabled: false }), ...settings }: ServerSettings = {},
): void {
  let server: RunningServer;
  const openAndStart = async (): Promise<OpenDatabase> => {
    const opened = await open();
    server = await startServer({ database: opened, host: '127.0.0.1', port: 0, logger, ...settings });
    const close = async (): Promise<void> => {
      await server.close();
      await opened.close();
    };
    return { ...opened, close };
  };
  useSyncPool(openAndStart, (pool) => ready({ ...pool, server }));
}
