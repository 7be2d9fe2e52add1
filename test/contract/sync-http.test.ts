import { insertKey } from '../support/api-keys.ts';
import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { errorBody, enrolment, type PullResponse, pullResponse, pushResponse } from '../../domain/protocol/protocol.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { databases } from './support/databases.ts';
import type { Enrolled } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('the sync server on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
  const start = () => startServer({ database: opened, host: '127.0.0.1', port: 0, logger });
  useSyncServer(
    open,
    async (pool) => {
      ({ opened, server, register } = pool);
      key = await insertKey(opened.db, 'web shop');
      logged.length = 0;
    },
    { logger },
  );

  const ask = async (path: string, given: { token?: string; body?: unknown; text?: string; headers?: Record<string, string> } = {}) => {
    const { token, body, text = body === undefined ? undefined : JSON.stringify(body) } = given;
    const response = await fetch(`${server.url}${path}`, {
      method: text === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...given.headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text: answer,
      json: (answer.startsWith('{') ? JSON.parse(answer) : null) as unknown,
    };
  };
  const tables = async () => ({
    operations: await opened.db.selectFrom('operations').select('id').execute(),
    movements: await opened.db.selectFrom('stock_movements').select('id').execute(),
    heads: await opened.db.selectFrom('scope_heads').select(['scope', 'seq']).orderBy('scope').execute(),
  });

  it('takes a register from its code to its first sale and back', async () => {
    const made = await ask('/v1/registers/codes', { token: key, body: { storeId: 'S1' } });
    expect(made.status).toBe(201);
    const { code } = made.json as { code: string };
    const enrolled = await ask('/v1/registers/enrol', { body: { code: code.toLowerCase(), protocolVersion: 1 } });
    const { token, registerId, prefix } = enrolment.parse(enrolled.json);
    expect(prefix).toBe('A2');
    register.journal.openShift();
    register.journal.sell([['A', 1]]);
    const pushed = await ask('/v1/operations', { token: register.token, body: { operations: register.journal.operations } });
    expect(pushResponse.parse(pushed.json)).toMatchObject({ results: [{ outcome: 'applied' }, { outcome: 'applied' }], expectedSeq: 3 });
    const pulled = await ask('/v1/pull', { token, body: { checkpoint: {} } });
    const { changes, complete, checkpoint } = pullResponse.parse(pulled.json);
    expect(complete).toBe(true);
    expect(changes.map((change) => change.kind)).toEqual(
      expect.arrayContaining(['company', 'catalog_page', 'store', 'stock_page', 'sale', 'shift']),
    );
    expect(Object.keys(checkpoint).sort()).toEqual(['all', `register:${registerId}`, 'store:S1']);
    expect((await ask('/v1/registers/enrol', { body: { code, protocolVersion: 1 } })).json).toMatchObject({
      error: { code: 'code_used', field: 'code' },
    });
  });

  it('refuses a register code that has expired with 410, and makes no register of it', async () => {
    const code = await makeEnrolmentCode(opened.db, 'S1', -1);
    const registers = () => opened.db.selectFrom('registers').select('id').execute();
    const before = await registers();
    const answer = await ask('/v1/registers/enrol', { body: { code: code.ok ? code.value.code : '', protocolVersion: 1 } });
    expect(answer).toMatchObject({ status: 410, json: { error: { code: 'code_expired', field: 'code' } } });
    expect(await registers()).toEqual(before);
  });

  const bad: [
    what: string,
    path: string,
    given: (r: Enrolled, key: string) => Parameters<typeof ask>[1],
    status: number,
    code: string,
    field?: string,
  ][] = [
    ['no token', '/v1/pull', () => ({ body: { checkpoint: {} } }), 401, 'not_authorized', 'Authorization'],
    [
      'a wrong token',
      '/v1/operations',
      () => ({ token: 'register_wrong', body: { operations: [1] } }),
      401,
      'token_unknown',
      'Authorization',
    ],
    [
      'an API key where a register is asked for',
      '/v1/pull',
      (_r, k) => ({ token: k, body: { checkpoint: {} } }),
      401,
      'token_unknown',
      'Authorization',
    ],
    [
      'a register where an API key is asked for',
      '/v1/registers/codes',
      (r) => ({ token: r.token, body: { storeId: 'S1' } }),
      401,
      'token_unknown',
      'Authorization',
    ],
    ['torn JSON', '/v1/operations', (r) => ({ token: r.token, text: '{"operations":[' }), 400, 'bad_json'],
    ['no JSON', '/v1/operations', (r) => ({ token: r.token, text: 'hello' }), 400, 'bad_json'],
    ['an empty body', '/v1/operations', (r) => ({ token: r.token, text: '' }), 400, 'bad_json'],
    ['a forbidden key', '/v1/pull', (r) => ({ token: r.token, text: '{"checkpoint":{"__proto__":1}}' }), 400, 'bad_json'],
    [
      'another content type',
      '/v1/pull',
      (r) => ({ token: r.token, text: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'unsupported_media_type',
      'Content-Type',
    ],
    ['a wrong type', '/v1/operations', (r) => ({ token: r.token, body: { operations: 'all of them' } }), 400, 'bad_request', 'operations'],
    ['no operations', '/v1/operations', (r) => ({ token: r.token, body: { operations: [] } }), 400, 'bad_request', 'operations'],
    [
      'too many operations',
      '/v1/operations',
      (r) => ({ token: r.token, body: { operations: Array.from({ length: 501 }, () => 0) } }),
      400,
      'bad_request',
      'operations',
    ],
    [
      'a negative checkpoint',
      '/v1/pull',
      (r) => ({ token: r.token, body: { checkpoint: { all: -1 } } }),
      400,
      'bad_request',
      'checkpoint.all',
    ],
    ['a limit of zero', '/v1/pull', (r) => ({ token: r.token, body: { checkpoint: {}, limit: 0 } }), 400, 'bad_request', 'limit'],
    [
      'the scope of another store',
      '/v1/pull',
      (r) => ({ token: r.token, body: { checkpoint: { 'store:S2': 0 } } }),
      403,
      'other_scope',
      'checkpoint.store:S2',
    ],
    [
      'a checkpoint of the future',
      '/v1/pull',
      (r) => ({ token: r.token, body: { checkpoint: { all: 999 } } }),
      409,
      'checkpoint_ahead',
      'checkpoint.all',
    ],
    [
      '10 MB',
      '/v1/operations',
      (r) => ({ token: r.token, text: JSON.stringify({ operations: ['x'.repeat(10_000_000)] }) }),
      413,
      'body_too_large',
    ],
    [
      'a code that is none',
      '/v1/registers/enrol',
      () => ({ body: { code: 'AAAA-AAAA', protocolVersion: 1 } }),
      404,
      'unknown_code',
      'code',
    ],
    ['a store that is none', '/v1/registers/codes', (_r, k) => ({ token: k, body: { storeId: 'S9' } }), 404, 'unknown_store', 'storeId'],
    ['an address that is none', '/v1/nowhere', () => ({ body: {} }), 404, 'not_found'],
  ];

  it.each(bad)(
    'refuses %s with a code, a sentence and what to do, and changes nothing',
    async (_what, path, given, status, code, field) => {
      const before = await tables();
      const refused = await ask(path, given(register, key));
      expect(refused.status).toBe(status);
      expect(errorBody.parse(refused.json).error).toMatchObject({
        code,
        message: expect.any(String) as string,
        ...(field === undefined ? {} : { field }),
      });
      expect(await tables()).toEqual(before);
      expect(logged).toEqual([]);
    },
  );

  it('[J3, J7] raises an alarm for an id with other content, and answers a cloned register with 409 on every road', async () => {
    const { journal, token } = register;
    const opening = journal.openShift();
    await ask('/v1/operations', { token, body: { operations: [opening] } });
    const reused = await ask('/v1/operations', { token, body: { operations: [{ ...opening, at: '2026-03-02T11:00:00.000Z' }] } });
    expect(reused.json).toMatchObject({ results: [{ outcome: 'refused', code: 'id_reused' }], expectedSeq: 2 });
    expect(logged.join('')).toContain('"code":"id_reused"');
    const twin = { ...opening, id: opening.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) };
    expect((await ask('/v1/operations', { token, body: { operations: [twin] } })).json).toMatchObject({
      results: [{ code: 'seq_reused' }],
    });
    for (const [path, body] of [
      ['/v1/operations', { operations: [opening] }],
      ['/v1/pull', { checkpoint: {} }],
      ['/v1/events', undefined],
    ] as const) {
      const stopped = await ask(path, { token, body });
      expect([stopped.status, stopped.json]).toMatchObject([409, { error: { code: 'register_cloned' } }]);
    }
  });

  it('limits how often codes are guessed, however many come at once and at which server, and lets a right one in', async () => {
    const other = await start();
    const code = await makeEnrolmentCode(opened.db, 'S1');
    const enrolAt = (url: string, text: string) =>
      fetch(`${url}/v1/registers/enrol`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: text, protocolVersion: 2 }),
      });
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, index) => enrolAt(index % 2 === 0 ? server.url : other.url, 'AAAA-AAAA')),
    );
    const count = (status: number) => guesses.filter((guess) => guess.status === status).length;
    expect([count(404), count(429)]).toEqual([10, 190]);
    const refused = guesses.find((guess) => guess.status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ error: { code: 'too_many_attempts' } });
    expect((await enrolAt(server.url, code.ok ? code.value.code : '')).status).toBe(200);
    await other.close();
  });

  it('does not count right codes: a whole shop is set up in a minute', async () => {
    const own = await start();
    for (let count = 0; count < 15; count += 1) {
      const code = await makeEnrolmentCode(opened.db, 'S1');
      const body = JSON.stringify({ code: code.ok ? code.value.code : '', protocolVersion: 2 });
      expect(
        (await fetch(`${own.url}/v1/registers/enrol`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
      ).toBe(200);
    }
    await own.close();
  });

  it('keeps three event streams of a register at most, and ends the oldest', async () => {
    const streams = [];
    for (let count = 0; count < 4; count += 1)
      streams.push(await fetch(`${server.url}/v1/events`, { headers: { authorization: `BEARER ${register.token}` } }));
    const [oldest, ...others] = streams;
    expect(await oldest?.text()).toMatch(/^(event: change\n|$)/);
    for (const stream of others) await stream.body?.cancel();
  });

  it('looks up so many receipts for a register and no more, and says in its log which register asked', async () => {
    const lines: string[] = [];
    const own = await startServer({
      database: opened,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    });
    const looked = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        fetch(`${own.url}/v1/returnables/A1-${index}`, { headers: { authorization: `Bearer ${register.token}` } }),
      ),
    );
    expect([404, 429].map((status) => looked.filter((one) => one.status === status).length)).toEqual([60, 40]);
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['number'] !== undefined);
    expect(told).toHaveLength(100);
    expect(told.every((line) => line['register'] === register.registerId && line['store'] === 'S1')).toBe(true);
    await own.close();
  });

  it('writes no line of a request that goes well', async () => {
    const lines: string[] = [];
    const own = await startServer({
      database: opened,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    });
    const before = lines.length;
    for (const path of ['/healthz', '/readyz', '/docs/json']) await fetch(`${own.url}${path}`);
    await fetch(`${own.url}/v1/pull`, {
      method: 'POST',
      headers: { authorization: `Bearer ${register.token}`, 'content-type': 'application/json' },
      body: '{"checkpoint":{}}',
    });
    expect(lines.slice(before)).toEqual([]);
    await own.close();
  });

  it('[R2] tells a register of changes in its scopes as they come, also those of another server', async () => {
    const other = opened.kind === 'postgres' ? await start() : server;
    const stop = new AbortController();
    const response = await fetch(`${server.url}/v1/events`, {
      headers: { authorization: `Bearer ${register.token}`, origin: 'app://bundle' },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('access-control-allow-origin')).toBe('app://bundle');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () =>
      JSON.parse(/^event: change\ndata: (.*)\n\n$/.exec((await reader?.read())?.value ?? '')?.[1] ?? 'null') as Record<string, number>;
    const first = await next();
    expect(Object.keys(first).sort()).toEqual(['all', `register:${register.registerId}`, 'store:S1']);
    register.journal.sell([['A', 1]]);
    await fetch(`${other.url}/v1/operations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${register.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ operations: register.journal.operations }),
    });
    expect((await next())['store:S1']).toBe((first['store:S1'] ?? 0) + 2);
    if (other !== server) await other.close();
    stop.abort();
  });

  it('ends event streams and running requests when it stops, and starts again on the same database', async () => {
    const own = await start();
    const stream = await fetch(`${own.url}/v1/events`, { headers: { authorization: `Bearer ${register.token}` } });
    const reading = stream.text();
    await own.close();
    expect(await reading).toMatch(/^(event: change\n|$)/);
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
  });

  it('closes what nobody uses at once when it stops, and lets a running request finish however long others hold it up', async () => {
    let hear: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (hear = resolve));
    const told = pino({ level: 'debug' }, { write: (line: string) => line.includes('"/v1/operations"') && hear() });
    const own = await startServer({ database: opened, host: '127.0.0.1', port: 0, logger: told });
    const unused = connect(Number(new URL(own.url).port), '127.0.0.1');
    await once(unused, 'connect');
    register.journal.openShift();
    let closed = Promise.resolve();
    let pushed: Promise<Response> | undefined;
    await opened.db.transaction().execute(async (tx) => {
      await tx.selectFrom('registers').select('id').forUpdate().execute();
      pushed = fetch(`${own.url}/v1/operations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${register.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ operations: register.journal.operations }),
      });
      await arrived;
      closed = own.close();
      await once(unused, 'close');
    });
    expect((await pushed)?.status).toBe(200);
    await closed;
  });

  it('says that it is well and ready, describes itself, and compresses what it sends', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).json).toEqual({ status: 'ok' });
    const docs = (await ask('/docs/json')).json as { paths: Record<string, unknown> };
    expect(Object.keys(docs.paths)).toEqual(
      expect.arrayContaining(['/v1/operations', '/v1/pull', '/v1/events', '/v1/orders', '/v1/registers/enrol', '/v1/availability']),
    );
    expect((await ask('/docs')).status).toBe(200);
    const pulled = await ask('/v1/pull', { token: register.token, body: { checkpoint: {} }, headers: { 'accept-encoding': 'br' } });
    expect(pulled.headers.get('content-encoding')).toBe('br');
    expect((pulled.json as PullResponse).complete).toBe(true);
  });
});
