import { describe, expect, it } from 'vitest';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import type { Enrolled } from './support/sync-pool.ts';
import { push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';

describe.each(databases)('measurements on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  let url: string;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, register } = pool);
    url = pool.server.url;
    key = await insertKey(db, 'prometheus', 'everything');
  });
  const scrape = async (token = key) => {
    const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  it('are told in the text format of Prometheus to a key of the head office, and to nobody else', async () => {
    const { status, type, text } = await scrape();
    expect([status, type?.split(';')[0]]).toEqual([200, 'text/plain']);
    for (const line of text.split('\n')) expect(line).toMatch(/^$|^# (HELP|TYPE) \w+ |^\w+(\{.*\})? -?[\d.e+-]+$|Nan|Inf/i);
    expect(text).toContain('process_resident_memory_bytes');
    const shop = await insertKey(db, 'web shop', 'web_shop');
    expect([(await scrape(shop)).status, (await scrape(register.token)).status, (await scrape('nobody')).status]).toEqual([403, 401, 401]);
  });

  it('count requests by the pattern of their address, so that ids make no new lines', async () => {
    for (const number of ['W-1', 'W-2', 'W-3'])
      await fetch(`${url}/v1/orders/${number}`, { headers: { authorization: `Bearer ${key}` } }).then((answer) => answer.text());
    const { text } = await scrape();
    expect(text).toMatch(/outpost_http_request_seconds_count\{method="GET",route="\/v1\/orders\/:number",status="404"\} [3-9]/);
    expect(text).not.toContain('W-2');
  });

  it('say what waits in the pool, as it is now', async () => {
    const waiting = async (what: string) => new RegExp(`outpost_pool_count\\{what="${what}"\\} (\\d+)`).exec((await scrape()).text)?.[1];
    expect([await waiting('exceptions_open'), await waiting('registers_active')]).toEqual(['0', '1']);
    register.journal.sell([['UNKNOWN', 1]]);
    await push(db, register, register.journal.operations);
    expect(await waiting('exceptions_open')).toBe('1');
  });
});
