import { complete } from '../support/loose-request.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { version1 } from '../support/old-versions.ts';
import { openPool } from './support/databases.ts';
import { type Enrolled, enrol, fillSyncPool } from './support/sync-pool.ts';

/** Answers as a server of version 1 does: it names no version, and refuses every message that its schemas do not know. */
function version1Server(taken: unknown[]): Server {
  const read = (name: string) => z.fromJSONSchema(version1.schemas.protocol[name] as Parameters<typeof z.fromJSONSchema>[0]);
  return createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const schema = request.url === '/v1/operations' ? read('pushRequest') : read('pullRequest');
      const understood = request.method === 'POST' && schema.safeParse(JSON.parse(body)).success;
      if (understood) taken.push(body);
      response.writeHead(understood ? 200 : 400, { 'content-type': 'application/json' });
      const known = version1.wire.find((one) => one.path === request.url && one.status === 200);
      response.end(JSON.stringify(understood ? known?.response : { error: { code: 'bad_request', message: 'Unrecognized key.' } }));
    });
  });
}

describe('an app and a server whose versions do not meet', () => {
  let database: OpenDatabase;
  let enrolled: Enrolled;
  let disk: MemoryDisk;
  let databases: OpenDatabases;
  let register: RunningRegister | undefined;
  let server: RunningServer | undefined;

  beforeEach(async () => {
    database = await openPool();
    await fillSyncPool(database.db);
    enrolled = await enrol(database.db);
    disk = memoryDisk();
  });
  afterEach(async () => {
    await end();
    await server?.close();
    server = undefined;
    await database.close();
  });

  const serve = (port: number, minimumProtocol?: number) =>
    startServer({ database, host: '127.0.0.1', port, logger: pino({ level: 'fatal' }), minimumProtocol });

  async function start(url: string): Promise<RunningRegister> {
    const { registerId, storeId, prefix, token } = enrolled;
    databases = await disk.open(registerId);
    register = await startRegister({
      identity: { registerId, storeId, storeName: 'Store', prefix },
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client: serverClient(url, token),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
    return register;
  }
  async function end(): Promise<void> {
    if (register === undefined) return;
    register.stop();
    register = undefined;
    await databases.close();
  }
  const openShift = ({ services }: RunningRegister) =>
    services.record(() => ({ ok: true, value: complete({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 100 } }) }));
  const connection = (expected: object) =>
    vi.waitFor(() => expect(register?.services.sync.getState().connection).toMatchObject(expected), { timeout: 20_000 });
  const atServer = async () => await database.db.selectFrom('operations').select(['seq', 'outcome']).execute();

  it('an app that is too old is told so, goes on working, and sends everything at the first start that is let in', {
    timeout: 60_000,
  }, async () => {
    server = await serve(0, PROTOCOL_VERSION + 1);
    const { url } = server;
    const old = await start(url);
    await connection({ status: 'refused', code: 'too_old' });
    expect((await openShift(old)).ok).toBe(true);
    expect(old.services.view.getState().openShift).toMatchObject({ floatMinor: 100 });
    await old.services.leaveRegister();
    expect(old.services.sync.getState().pending).toBe(1);
    expect(await atServer()).toEqual([]);
    await end();
    await server.close();
    server = await serve(Number(new URL(url).port));
    const updated = await start(url);
    await vi.waitFor(() => expect(updated.services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }), {
      timeout: 20_000,
    });
    expect(await atServer()).toEqual([{ seq: 1, outcome: 'applied' }]);
  });

  it('[J6] an older server takes nothing that it cannot read: the app waits for its update, and then sends by itself', {
    timeout: 60_000,
  }, async () => {
    const taken: unknown[] = [];
    const older = version1Server(taken);
    await new Promise<void>((resolve) => older.listen(0, '127.0.0.1', resolve));
    const { port } = older.address() as AddressInfo;
    const ahead = await start(`http://127.0.0.1:${port}`);
    await connection({ status: 'server_too_old' });
    expect((await openShift(ahead)).ok).toBe(true);
    await connection({ status: 'server_too_old' });
    expect([ahead.services.sync.getState().pending, taken]).toEqual([1, []]);
    older.closeAllConnections();
    await new Promise((resolve) => older.close(resolve));
    server = await serve(port);
    ahead.services.syncNow();
    await vi.waitFor(() => expect(ahead.services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }), {
      timeout: 20_000,
    });
    expect(await atServer()).toEqual([{ seq: 1, outcome: 'applied' }]);
  });

  it.each([
    ['/v1/pull', 1, 426, 'too_old'],
    ['/v1/operations', 1, 426, 'too_old'],
    ['/v1/events', 1, 426, 'too_old'],
    ['/v1/returnables/A1-000001', 1, 426, 'too_old'],
    ['/v1/pull', PROTOCOL_VERSION + 1, 409, 'server_too_old'],
    ['/v1/operations', PROTOCOL_VERSION + 1, 409, 'server_too_old'],
  ])('%s answers version %d with %d %s', async (path, version, status, code) => {
    server = await serve(0, 2);
    const get = path === '/v1/events' || path.includes('returnables');
    const answer = await fetch(`${server.url}${path}`, {
      method: get ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${enrolled.token}`,
        ...(get ? {} : { 'content-type': 'application/json' }),
        ...(version === 1 ? {} : { 'outpost-protocol': String(version) }),
      },
      ...(get ? {} : { body: JSON.stringify(path === '/v1/pull' ? { checkpoint: {} } : { operations: [{}] }) }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }]);
  });
});
