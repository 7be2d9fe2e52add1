import { insertKey } from '../support/api-keys.ts';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import {
  exceptionPage,
  officeException,
  officeOverview,
  quarantineDetail,
  quarantinePage,
  replayAnswer,
} from '../../domain/office/office-protocol.ts';
import { eventLogPage } from '../../domain/office/event-log-protocol.ts';
import { failedJobPage } from '../../domain/office/job-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { databases } from './support/databases.ts';
import { setAside } from './support/set-aside.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const UNKNOWN = 'unknown_sku:S1:NEW';

describe.each(databases)('the head office over HTTP, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ opened, server, register } = pool);
    key = await insertKey(opened.db, 'head office');
    await push(opened.db, register, [register.journal.sell([['NEW', 3]])]);
  });

  const ask = async (path: string, body?: unknown, token = key) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as unknown };
  };
  const decision = (given: Record<string, unknown> = {}) => ({
    operationId: uuidv7(),
    exceptionId: UNKNOWN,
    choice: 'other_product',
    sku: 'B',
    quantity: 3,
    note: '',
    ...given,
  });

  it('[J5] sees what waits, resolves it, and finds it in the history', async () => {
    expect(officeOverview.parse((await ask('/v1/office')).json)).toMatchObject({
      name: 'head office',
      company: 'Company',
      openExceptions: 1,
      waitingInQuarantine: 0,
    });
    const { items } = exceptionPage.parse((await ask('/v1/exceptions?store=S1&kind=unknown_sku')).json);
    expect(items).toMatchObject([
      { exception: { id: UNKNOWN }, goods: [{ sku: 'NEW', name: null, quantity: 3, onHand: -3 }], resolutions: [] },
    ]);
    const asked = decision({ note: 'Seen on the photo.' });
    const resolved = officeException.parse((await ask('/v1/exceptions/resolve', asked)).json);
    expect(resolved).toMatchObject({
      exception: { resolved: { choice: 'other_product' } },
      resolutions: [{ sku: 'B', quantity: 3, note: 'Seen on the photo.', by: { kind: 'head_office', name: 'head office' } }],
    });
    expect(officeException.parse((await ask('/v1/exceptions/resolve', asked)).json)).toEqual(resolved);
    expect(exceptionPage.parse((await ask('/v1/exceptions')).json).items).toEqual([]);
    expect(exceptionPage.parse((await ask('/v1/exceptions?state=resolved')).json).items).toEqual([resolved]);
  });

  it.each<[string, Record<string, unknown>, number, string, string | undefined]>([
    ['an exception that is none', { exceptionId: 'promise_moved:x' }, 404, 'unknown_exception', 'exceptionId'],
    ['a choice of another kind', { choice: 'left_once' }, 422, 'choice_not_valid', 'choice'],
    ['a choice that is none', { choice: 'magic' }, 400, 'bad_request', 'choice'],
    ['no product', { sku: null }, 422, 'sku_missing', 'sku'],
    ['a product that is none', { sku: 'NOWHERE' }, 422, 'unknown_sku', 'sku'],
    ['no quantity', { quantity: null }, 422, 'quantity_not_valid', 'quantity'],
    ['an id of another kind', { operationId: 'x' }, 400, 'bad_request', 'operationId'],
  ])('refuses %s in words, and changes nothing', async (_what, given, status, code, field) => {
    const refused = await ask('/v1/exceptions/resolve', decision(given));
    expect([refused.status, errorBody.parse(refused.json).error]).toMatchObject([
      status,
      { code, ...(field === undefined ? {} : { field }) },
    ]);
    expect(await opened.db.selectFrom('exception_resolutions').select('outcome').execute()).toEqual([]);
  });

  it('tells a second decision that the first was faster', async () => {
    expect((await ask('/v1/exceptions/resolve', decision())).status).toBe(200);
    const refused = await ask('/v1/exceptions/resolve', decision({ choice: 'catalog_added' }));
    expect([refused.status, refused.json]).toMatchObject([409, { error: { code: 'exception_is_resolved' } }]);
  });

  it('[J6] lists, inspects, exports and replays quarantine', async () => {
    const mended = await setAside(opened.db, register, register.journal.sell([['A', 2]]));
    const sale = register.journal.sell([['B', 1]]);
    await push(opened.db, register, [{ ...sale, at: '2026-03-02T10:00:01.000Z' }]);
    const { items } = quarantinePage.parse((await ask('/v1/quarantine')).json);
    expect(items.map((item) => [item.code, item.seq, item.type, item.registerPrefix, item.storeName])).toEqual([
      ['hash_mismatch', 3, 'sale_completed', 'A1', 'Store 1'],
      ['bad_schema', 2, 'sale_completed', 'A1', 'Store 1'],
    ]);
    expect(quarantinePage.parse((await ask('/v1/quarantine?code=bad_schema&store=S1')).json).items.map((item) => item.id)).toEqual([
      mended,
    ]);
    const first = quarantinePage.parse((await ask('/v1/quarantine?limit=1')).json);
    expect(quarantinePage.parse((await ask(`/v1/quarantine?limit=1&after=${first.next ?? ''}`)).json).items.map((item) => item.id)).toEqual(
      [mended],
    );
    const wrong = items[0]?.id ?? 0;
    expect(quarantineDetail.parse((await ask(`/v1/quarantine/${wrong}`)).json)).toMatchObject({
      code: 'hash_mismatch',
      body: { id: sale.id, payload: sale.payload },
    });

    const exported = await ask('/v1/quarantine/export');
    expect(exported.headers.get('content-disposition')).toMatch(/^attachment; filename="quarantine-\d{4}-\d\d-\d\d\.json"$/);
    expect(exported.json).toMatchObject({ operations: [{ id: mended }, { id: wrong, body: { id: sale.id } }] });
    expect((await ask(`/v1/quarantine/export?ids=${wrong}`)).json).toMatchObject({ operations: [{ id: wrong }] });

    const replayed = replayAnswer.parse((await ask('/v1/quarantine/replay', { ids: [wrong, mended, 999_999] })).json);
    expect(replayed.results).toMatchObject([
      { id: wrong, outcome: 'unchanged', code: 'hash_mismatch' },
      { id: mended, outcome: 'applied' },
      { id: 999_999, outcome: 'not_found' },
    ]);
    expect(quarantinePage.parse((await ask('/v1/quarantine')).json).items.map((item) => item.id)).toEqual([wrong]);
    expect(quarantinePage.parse((await ask('/v1/quarantine?state=applied')).json).items).toMatchObject([{ id: mended, tries: 1 }]);
    expect(officeOverview.parse((await ask('/v1/office')).json).waitingInQuarantine).toBe(1);
  });

  it.each(['/v1/office', '/v1/exceptions', '/v1/quarantine', '/v1/quarantine/1', '/v1/quarantine/export'])(
    '%s is for the head office alone',
    async (path) => {
      expect((await ask(path, undefined, register.token)).status).toBe(401);
      expect((await ask(path, undefined, 'key_wrong')).status).toBe(401);
    },
  );

  it('describes all of it at /docs', async () => {
    const { paths } = (await ask('/docs/json')).json as { paths: Record<string, unknown> };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/v1/office',
        '/v1/exceptions',
        '/v1/exceptions/resolve',
        '/v1/quarantine',
        '/v1/quarantine/{id}',
        '/v1/quarantine/export',
        '/v1/quarantine/replay',
      ]),
    );
    expect((await ask('/v1/quarantine/7')).status).toBe(404);
  });

  it('[E1] sees the jobs that were given up, tries one again and discards another', async () => {
    const job = { kind: 'of_another_version', payload: '{"id":"x"}', state: 'dead', attempts: 10, error: 'failed' } as const;
    await opened.db
      .insertInto('jobs')
      .values(['1', '2'].map((number) => ({ ...job, key: number })))
      .execute();
    expect((await ask('/v1/office')).json).toMatchObject({ failedJobs: 2 });
    const { items } = failedJobPage.parse((await ask('/v1/jobs/failed')).json);
    expect(items).toMatchObject([{ key: '2', error: 'failed', attempts: 10, payload: { id: 'x' } }, { key: '1' }]);
    const [second, first] = items.map(({ id }) => id);
    expect((await ask('/v1/jobs/discard', { ids: [second, second] })).json).toEqual({ ids: [second] });
    expect((await ask('/v1/jobs/retry', { ids: [first, second] })).json).toEqual({ ids: [first] });
    expect((await ask('/v1/office')).json).toMatchObject({ failedJobs: 0 });
    const left = await opened.db.selectFrom('jobs').select(['key', 'state']).where('kind', '=', job.kind).execute();
    expect(left).toEqual([{ key: '1', state: 'waiting' }]);
    const { status } = await ask('/v1/jobs/retry', { ids: [first] }, register.token);
    expect(status).toBe(401);
  });

  it('[E1] [A2] follows the log of events from where it stood, without names and notes', async () => {
    const before = eventLogPage.parse((await ask('/v1/event-log')).json);
    const asked = decision({ note: 'Jane has it.' });
    await ask('/v1/exceptions/resolve', asked);
    const after = eventLogPage.parse((await ask(`/v1/event-log?epoch=${before.epoch ?? ''}&seq=${before.seq}`)).json);
    expect(after.events).toMatchObject([{ ids: { operationId: asked.operationId, exceptionId: UNKNOWN, outcome: 'counted' } }]);
    expect(JSON.stringify(after)).not.toContain('Jane');
    const { json } = await ask(`/v1/event-log?epoch=${after.epoch ?? ''}&seq=${after.seq}`);
    expect(eventLogPage.parse(json).events).toEqual([]);
  });
});
