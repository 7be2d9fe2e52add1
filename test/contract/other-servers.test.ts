import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToOtherServers, type OtherServers } from '../../sync-server/feed/other-servers.ts';
import { createDatabase, hasPostgres } from '../tools/test-database.ts';

let databaseUrl: string;
let otherServers: OtherServers;
let other: pg.Client;
let heard = 0;

beforeEach(async () => {
  databaseUrl = await createDatabase();
  heard = 0;
  const ready = new Promise<void>((resolve) => {
    otherServers = listenToOtherServers(databaseUrl, {
      throttleMs: 1,
      onHint: resolve,
      onError: () => undefined,
      onRecovered: () => undefined,
    });
  });
  await ready;
  other = new pg.Client({ connectionString: databaseUrl });
  await other.connect();
  other.on('notification', () => (heard += 1));
  await other.query('listen outpost_changes');
});
afterEach(async () => {
  vi.useRealTimers();
  await otherServers.close();
  await other.end();
});

it.runIf(hasPostgres)(
  'tells no more while the database takes its time than one for what is written meanwhile, and that one for certain',
  async () => {
    const {
      rows: [own],
    } = await other.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'outpost-hints' and datname = current_database()`,
    );
    const pid = own?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (let n = 0; n < 20; n += 1) {
        otherServers.notify();
        vi.advanceTimersByTime(1);
      }
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await vi.waitFor(() => expect(heard).toBe(2));
    otherServers.notify();
    await vi.waitFor(() => expect(heard).toBe(3));
  },
);
