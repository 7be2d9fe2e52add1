import { insertKey } from '../support/api-keys.ts';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { newToken } from '../../sync-server/base/secrets.ts';
import { mountSmallDisk, type SmallDisk } from '../tools/small-disk.ts';
import { pickupOrder } from './support/order-pool.ts';
import { fillSyncPool } from './support/sync-pool.ts';

const disk = mountSmallDisk(200);

describe.runIf(disk !== null)('a server whose disk is full', () => {
  const { path, remove }: SmallDisk = disk ?? { path: '', remove: () => undefined };
  const filler = join(path, 'filler');
  const key = newToken('key');
  let opened: OpenDatabase;
  let server: RunningServer;
  let count = 0;
  beforeAll(async () => {
    opened = await openDatabase({ dataDir: join(path, 'data') });
    await fillSyncPool(opened.db);
    await insertKey(opened.db, 'web shop', 'everything', key);
    server = await startServer({ database: opened, host: '127.0.0.1', port: 0, logger: pino({ enabled: false }) });
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
    remove();
  });

  const ask = async (address: string, body?: unknown) => {
    const response = await fetch(`${server.url}${address}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'idempotency-key': `k${count}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { error } = (await response.json()) as { error?: { code: string } };
    return `${response.status} ${error?.code ?? 'ok'}`;
  };
  const order = () => ask('/v1/orders', writeOrderRequest(pickupOrder(`W-${(count += 1)}`, 'S1', [['A', 1]])));
  const fill = () => {
    const { bavail, bsize } = statfsSync(path);
    writeFileSync(filler, Buffer.alloc(bavail * bsize, 1));
  };
  const until = async (answer: () => Promise<string>, wanted: string) => {
    await expect.poll(answer, { timeout: 30_000, interval: 100 }).toBe(wanted);
  };

  it('says so, is not ready, loses nothing that it has confirmed, and goes on by itself when there is room', {
    timeout: 120_000,
  }, async () => {
    const taken: number[] = [];
    const place = async () => {
      const answer = await order();
      if (answer === '201 ok') taken.push(count);
      return answer;
    };
    expect(await place()).toBe('201 ok');
    fill();
    expect(await ask('/readyz')).toBe('503 disk_full');
    expect(await ask('/healthz')).toBe('200 ok');
    // What is there still has some room inside.
    for (let answer = ''; answer !== '503 disk_full'; ) {
      answer = await place();
      expect(['201 ok', '503 disk_full']).toContain(answer);
    }
    rmSync(filler);
    await until(() => ask('/readyz'), '200 ok');
    await until(place, '201 ok');
    for (const number of taken) expect(await ask(`/v1/orders/W-${number}`)).toBe('200 ok');
  });

  it('comes back when the disk fills up so far that the database itself has to end', { timeout: 120_000 }, async () => {
    fill();
    // Messages take nothing but the write-ahead log, which then needs a new file.
    const write = () => sql`select pg_logical_emit_message(false, 'test', repeat('x', 1000000))`.execute(opened.db);
    let ended = false;
    for (let megabytes = 0; megabytes < 64 && !ended; megabytes += 1)
      ended = await write().then(
        () => false,
        () => true,
      );
    expect(ended).toBe(true);
    await until(() => ask('/readyz'), '503 disk_full');
    expect(await order()).toBe('503 disk_full');
    rmSync(filler);
    await until(() => ask('/readyz'), '200 ok');
    expect(await order()).toBe('201 ok');
    expect((await auditPool(opened.db)).filter((finding) => finding.count > 0)).toEqual([]);
  });
});
