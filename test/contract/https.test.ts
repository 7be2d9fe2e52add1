import { createPrivateKey } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { makeAuthority, makeServerCertificate } from '../../sync-server/tls/make-certificate.ts';
import { openPool } from './support/databases.ts';
import { enrol, type Enrolled, fillSyncPool } from './support/sync-pool.ts';

describe('a server with a certificate', () => {
  const now = new Date();
  const authority = makeAuthority('Test', now);
  const tls = makeServerCertificate({ name: 'Test', key: createPrivateKey(authority.key) }, ['127.0.0.1', 'localhost'], now);
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  const start = (trustProxy?: string[]) =>
    startServer({
      database: opened,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ enabled: false }),
      trustProxy,
      ...(trustProxy === undefined ? { tls } : {}),
    });
  beforeAll(async () => {
    opened = await openPool();
    await fillSyncPool(opened.db);
    register = await enrol(opened.db);
    server = await start();
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const ask = (path: string, given: { url?: string; host?: string } = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { authorization: `Bearer ${register.token}`, ...(given.host === undefined ? {} : { host: given.host }) };
      request(`${given.url ?? server.url}${path}`, { ca: authority.cert, headers }, resolve)
        .on('error', reject)
        .end();
    });

  it('answers by https, and tells browsers to come by nothing else, but for localhost', async () => {
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const answered = await ask('/readyz');
    expect([answered.statusCode, answered.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    expect((await ask('/readyz', { host: 'localhost' })).headers['strict-transport-security']).toBeUndefined();
    await expect(fetch(`${server.url}/readyz`)).rejects.toThrow();
  });

  it('ends event streams and unused connections at once when it stops', async () => {
    const own = await start();
    const stream = await ask('/v1/events', { url: own.url });
    let told = '';
    stream.on('data', (data) => (told += String(data)));
    const ended = new Promise((resolve) => stream.on('end', resolve));
    const began = performance.now();
    await own.close();
    await ended;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(told).toMatch(/^(event: change\n|$)/);
  });

  it('believes what a proxy forwards only where that proxy is named', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    for (const [trusted, said] of [
      [['127.0.0.1'], 'max-age=31536000'],
      [['10.0.0.1'], null],
    ] as const) {
      const own = await start([...trusted]);
      expect((await fetch(`${own.url}/readyz`, { headers: forwarded })).headers.get('strict-transport-security')).toBe(said);
      await own.close();
    }
  });
});
