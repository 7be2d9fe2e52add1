import { insertSignIn, insertUser } from '../support/office-user.ts';
import { insertKey } from '../support/api-keys.ts';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import type { Enrolled } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

/** Good bodies of every address that takes one; `BAD` stands where a text may be. */
const BODIES: Record<string, (bad: string) => unknown[]> = {
  '/v1/registers/enrol': (bad) => [{ code: `ABCD${bad}EFGH`, protocolVersion: 2 }],
  '/v1/registers/key': (bad) => [{ publicKey: { kty: 'EC', crv: 'P-256', x: bad, y: 'A'.repeat(43) } }],
  '/v1/operations/carried': (bad) => [{ registerId: `R${bad}`, operations: [1] }],
  '/v1/registers/codes': (bad) => [{ storeId: `S1${bad}` }],
  '/v1/pull': (bad) => [{ checkpoint: { [`all${bad}`]: 1 } }, { checkpoint: {}, epoch: bad }, { checkpoint: {}, life: bad }],
  '/v1/orders': (bad) => {
    const order = writeOrderRequest(pickupOrder('W-1', 'S1', [['A', 1]]));
    return [
      { ...order, customer: { ...order.customer, name: `A${bad}` } },
      { ...order, lines: [{ ...order.lines[0], sku: bad }] },
    ];
  },
  '/v1/orders/{number}/fulfillment': (bad) => [{ fulfillment: { kind: 'pickup', storeId: `S1${bad}`, pickupCode: '4711' } }],
  '/v1/orders/{number}/store': (bad) => [{ storeId: `S1${bad}` }, { storeId: 'S1', promisedAt: bad }],
  '/v1/orders/{number}/arrival': (bad) => [{ bay: `3${bad}` }, { car: `red${bad}` }],
  '/v1/orders/{number}/pickup-code': (bad) => [{ pickupCode: `4711${bad}` }, { [bad]: '4711' }],
  '/v1/sourcing-rules': (bad) => {
    const rules = { currency: 'USD', rules: [{ id: 'r', name: `R${bad}` }] };
    return [
      { rules },
      { rules: { ...rules, currency: bad } },
      { rules: { ...rules, groups: [{ id: `g${bad}`, name: 'G' }] } },
      { [bad]: 1 },
    ];
  },
  '/v1/sourcing-rules/{version}/live': (bad) => [
    { replaces: 0, from: bad },
    { replaces: 0, [bad]: 1 },
  ],
  '/v1/webhooks': (bad) => [{ url: `https://shop.example/${bad}` }, { url: 'https://shop.example', events: [bad] }, { [bad]: 1 }],
  '/v1/webhooks/{id}': (bad) => [{ url: `https://shop.example/${bad}` }, { events: [bad] }],
  '/v1/webhooks/{id}/replay': (bad) => [{ from: bad, to: bad }],
  '/v1/pickup-keys': (bad) => [{ withdraw: bad }, { [bad]: true }],
  '/v1/orders/{number}/cancel': (bad) => [{ [bad]: 1 }, bad],
  '/v1/exceptions/resolve': (bad) => [
    { operationId: uuidv7(), exceptionId: `x${bad}`, choice: 'other_product', sku: 'B', quantity: 3, note: '' },
    { operationId: uuidv7(), exceptionId: 'x', choice: 'other_product', sku: 'B', quantity: 3, note: bad },
    { operationId: uuidv7(), exceptionId: 'x', choice: 'other_product', sku: bad, quantity: 3, note: '' },
  ],
  '/v1/promotions/{id}': (bad) => {
    const good = { id: 'P', kind: 'percent_off', name: 'P', skus: ['A'], startsOn: '2026-12-01', endsOn: '2026-12-31', basisPoints: 1000 };
    const lists = ['skus', 'categories', 'brands', 'codes', 'storeIds', 'customerGroups', 'excludedSkus', 'excludedCategories'];
    return [
      { ...good, id: bad },
      { ...good, name: bad },
      { ...good, bestOf: bad },
      ...lists.map((list) => ({ ...good, [list]: [`a${bad}`] })),
    ];
  },
  '/v1/products/{sku}/terms': (bad) => [
    { terms: { kind: bad } },
    { terms: { deposits: [{ sku: `A${bad}`, quantity: 1 }] } },
    { terms: { components: [{ sku: bad, quantity: 2 }] } },
  ],
  '/v1/customers/changes': (bad) => {
    const at = new Date().toISOString();
    return [
      { changes: [{ customerId: `C${bad}`, at, fields: {} }] },
      { changes: [{ customerId: 'C1', at: bad, fields: {} }] },
      { changes: [{ customerId: 'C1', at, fields: { name: `a${bad}` } }] },
      { changes: [{ customerId: 'C1', at, fields: { emails: [`a@b${bad}`] } }] },
      { changes: [{ customerId: 'C1', at, fields: { notes: bad } }] },
    ];
  },
  '/v1/mails/addresses': (bad) => [
    { recipients: [{ mailId: `M${bad}`, address: 'ana@example.com' }] },
    { recipients: [{ mailId: 'M1', address: `ana@example.com${bad}` }] },
  ],
  '/v1/pickups/signatures': (bad) => [
    { signatures: [{ proofId: `P${bad}`, fulfillmentOrderId: 'F1', strokes: [[[0, 0]]] }] },
    { signatures: [{ proofId: 'P1', fulfillmentOrderId: `F${bad}`, strokes: [[[0, 0]]] }] },
    { signatures: [{ proofId: 'P1', fulfillmentOrderId: 'F1', strokes: [[[bad, 0]]] }] },
  ],
  '/v1/customers/look-up': (bad) => [{ text: `abc${bad}` }],
  '/v1/customers/find': (bad) => [{ text: `abc${bad}` }, { after: bad }],
  '/v1/customers/{id}/changes': (bad) => [
    { fields: { name: `a${bad}` } },
    { fields: { groups: [`a${bad}`] } },
    { fields: { taxExemption: { certificate: `a${bad}` } } },
  ],
  '/v1/customers/{id}/consents': (bad) => [{ operationId: uuidv7(), purpose: bad, given: true }],
  '/v1/promotions/{id}/change': (bad) => {
    const good = { id: 'P', kind: 'percent_off', name: 'P', skus: ['A'], startsOn: '2026-12-01', endsOn: '2026-12-31', basisPoints: 1000 };
    return [
      { promotion: { ...good, name: bad }, revision: null },
      { promotion: { ...good, codes: [`a${bad}`] }, revision: null },
      { promotion: good, revision: `a${bad}` },
    ];
  },
  '/v1/promotions/preview': (bad) => {
    const good = { draft: null, lines: [{ sku: 'A', quantity: 1 }], storeId: 'S1', date: '2026-12-01', time: '10:00' };
    return [
      { ...good, lines: [{ sku: `A${bad}`, quantity: 1 }] },
      ...['storeId', 'date', 'time'].map((field) => ({ ...good, [field]: `1${bad}` })),
      ...['codes', 'customerGroups'].map((list) => ({ ...good, [list]: [`a${bad}`] })),
    ];
  },
  '/v1/promotions/import': (bad) => [{ name: bad, text: 'x' }],
  '/v1/price-lists/{id}': (bad) => {
    const good = { id: 'P', name: 'P', currency: 'USD' };
    const lists = ['storeIds', 'customerGroups', 'customerIds'];
    return [
      { ...good, id: bad },
      { ...good, name: bad },
      { ...good, currency: bad },
      { ...good, startsOn: bad },
      ...lists.map((list) => ({ ...good, [list]: [`a${bad}`] })),
    ];
  },
  '/v1/price-lists/{id}/prices': (bad) => [
    { prices: [{ sku: `A${bad}`, unitPrice: 1 }] },
    { prices: [{ sku: 'A', unitPrice: 1, endsOn: bad }] },
    { prices: [{ sku: 'A', unitPrice: bad }] },
  ],
  '/v1/price-quotes': (bad) => {
    const good = { lines: [{ sku: 'A', quantity: 1 }], fulfillment: { kind: 'pickup', storeId: 'S1' } };
    return [
      { ...good, lines: [{ sku: `A${bad}`, quantity: 1 }] },
      { ...good, fulfillment: { kind: 'pickup', storeId: `S${bad}` } },
      ...['country', 'region'].map((field) => ({ ...good, fulfillment: { kind: 'ship', shipTo: { country: 'US', [field]: `a${bad}` } } })),
      ...['customerId', 'on', 'time'].map((field) => ({ ...good, [field]: `1${bad}` })),
      { ...good, codes: [`a${bad}`] },
    ];
  },
  '/v1/prices/import': (bad) => [{ name: bad, text: 'x' }],
  '/v1/stored-values/adjust': (bad) => {
    const good = {
      operationId: uuidv7(),
      number: '6007221000004821',
      storeId: 'S1',
      kind: 'gift_card',
      currency: 'USD',
      differenceMinor: 1,
    };
    return ['number', 'storeId', 'kind', 'currency', 'reason', 'note'].map((field) => ({ ...good, reason: 'issued', [field]: `a${bad}` }));
  },
  '/v1/stored-values/block': (bad) => [
    { operationId: uuidv7(), storedValueId: `x${bad}`, isBlocked: true },
    { operationId: uuidv7(), storedValueId: 'x', isBlocked: true, note: bad },
  ],
  '/v1/accounts/{id}/limit': (bad) => {
    const good = { operationId: uuidv7(), storeId: 'S1', currency: 'USD', limitMinor: 1 };
    return ['storeId', 'currency', 'note'].map((field) => ({ ...good, [field]: `a${bad}` }));
  },
  '/v1/accounts/{id}/adjust': (bad) => {
    const good = { operationId: uuidv7(), differenceMinor: 1, reason: 'payment' };
    return ['reason', 'note'].map((field) => ({ ...good, [field]: `a${bad}` }));
  },
  '/v1/points/{id}/adjust': (bad) => {
    const good = { operationId: uuidv7(), storeId: 'S1', points: 1, reason: 'goodwill' };
    return ['storeId', 'reason', 'note'].map((field) => ({ ...good, [field]: `a${bad}` }));
  },
  '/v1/promotions/{id}/end': (bad) => [{ endsOn: bad }],
  '/v1/keys': (bad) => [{ name: `a${bad}`, scopes: ['office'] }],
  '/v1/users': (bad) => [{ name: `a${bad}`, scopes: ['office'] }],
  '/v1/users/{id}/scopes': (bad) => [{ scopes: [`office${bad}`] }],
  '/v1/associates': (bad) => [
    { storeId: `S1${bad}`, name: 'Ann', role: 'associate' },
    { storeId: 'S1', name: `Ann${bad}`, role: 'associate' },
    { storeId: 'S1', name: 'Ann', role: `associate${bad}` },
  ],
  '/v1/associates/{id}/change': (bad) => [{ storeId: `S1${bad}` }, { name: `Ann${bad}` }, { role: `associate${bad}` }],
  '/v1/office/sign-in': (bad) => [
    { name: `a${bad}`, password: 'x' },
    { name: 'a', password: `x${bad}` },
    { name: 'a', password: 'x', code: `1${bad}` },
  ],
  '/v1/office/password': (bad) => [{ current: 'x', next: `a long password${bad}` }],
  '/v1/office/second-factor': (bad) => [{ password: `x${bad}` }],
  '/v1/office/second-factor/confirm': (bad) => [{ code: `1${bad}` }],
  '/v1/stores/{id}/resume': (bad) => [{ operationId: `${uuidv7()}${bad}` }],
  '/v1/hand-offs': (bad) => [
    { operationId: uuidv7(), fulfillmentOrderId: `x${bad}`, action: { kind: 'handed_over' } },
    { operationId: uuidv7(), fulfillmentOrderId: 'x', action: { kind: 'shipped', trackingNumber: `1${bad}` } },
  ],
  '/v1/quarantine/replay': (bad) => [{ ids: [bad] }],
  '/v1/settings/{key}': (bad) => [
    { level: 'store', id: `S1${bad}`, value: 1 },
    { level: 'company', value: [`a${bad}`] },
    { level: 'company', value: { [bad]: 1 } },
  ],
  '/v1/people/find': (bad) => [
    { name: `Jane${bad}` },
    { email: `jane${bad}@example.com` },
    { phone: `12345${bad}` },
    { order: `W${bad}` },
    { associate: `x${bad}` },
  ],
  '/v1/people/erase': (bad) => [
    { name: `Jane${bad}`, code: 'x' },
    { name: 'Jane', code: `x${bad}` },
  ],
  '/v1/jobs/retry': (bad) => [{ ids: [bad] }],
  '/v1/jobs/discard': (bad) => [{ ids: [bad] }],
};
const NEED_NO_TOKEN = ['/v1/registers/enrol', '/v1/office/sign-in'];
/** Each of these judges what it is sent one by one: a bad one is put aside and holds nothing else up (rule J6). */
const ONE_BY_ONE = ['/v1/operations', '/v1/forks'];

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
}

describe.each(databases)('every address of the server, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  let user: string;
  let addresses: { path: string; method: string; described: Described }[] = [];
  useSyncServer(open, async (pool) => {
    ({ opened, server, register } = pool);
    key = await insertKey(opened.db, 'head office');
    user = await insertSignIn(opened.db, await insertUser(opened.db, 'Ada', ['office']));
    const { paths } = (await (await fetch(`${server.url}/docs/json`)).json()) as { paths: Record<string, Record<string, Described>> };
    addresses = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), described })),
    );
  });
  const ask = async (path: string, method: string, given: { token?: string; text?: string } = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        'idempotency-key': 'k',
        ...(given.token === undefined ? {} : { authorization: `bearer ${given.token}` }),
        ...(given.text === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.text === undefined ? {} : { body: given.text }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  /** Asks with the key; where an address is for registers, as a register, and where it is for office users, as one. */
  const askAsAnybody = async (path: string, method: string, text?: string) => {
    const asked = await ask(path, method, { token: key, ...(text === undefined ? {} : { text }) });
    if (asked.status !== 401 && asked.status !== 403) return asked;
    const token = path.startsWith('/v1/office/') ? user : register.token;
    return ask(path, method, { token, ...(text === undefined ? {} : { text }) });
  };
  const filled = (path: string, value: string) => path.replaceAll(/\{\w+\}/g, value);

  it('refuses NUL and what is no UTF-8 in paths and queries with 400, and names the field', async () => {
    let tried = 0;
    for (const { path, method, described } of addresses) {
      for (const { name, in: place } of described.parameters ?? []) {
        if (place === 'header') continue;
        for (const bad of ['a%00b', '%ED%A0%80']) {
          const where = place === 'path' ? filled(path, bad) : `${filled(path, '1')}?${name}=${bad}`;
          const { status, text } = await askAsAnybody(where, method, method === 'POST' ? '{}' : undefined);
          // What is no UTF-8 is read as U+FFFD in a query: a text like any other.
          if (place === 'path' || bad.includes('%00')) {
            tried += 1;
            expect([method, where, status]).toEqual([method, where, 400]);
            expect(errorBody.safeParse(JSON.parse(text)).success).toBe(true);
          } else {
            expect(status, where).toBeLessThan(500);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(15);
  });

  it('refuses NUL and lone surrogates in bodies with 400; operations are put aside one by one', async () => {
    for (const { path, method, described } of addresses) {
      if (described.requestBody === undefined || ONE_BY_ONE.includes(path)) continue;
      const bodies = BODIES[path];
      if (bodies === undefined) throw new Error(`${method} ${path} takes a body: add a good one to BODIES.`);
      for (const bad of ['\u0000', '\ud800', '\udc00']) {
        for (const body of bodies(bad)) {
          const { status, text } = await askAsAnybody(path, method, JSON.stringify(body));
          expect([path, status, text.slice(0, 200)]).toEqual([path, 400, expect.stringContaining('"code":"bad_request"')]);
        }
      }
    }
    const sent = await ask('/v1/operations', 'POST', {
      token: register.token,
      text: JSON.stringify({ operations: [{ ...register.journal.openShift(), associateId: 'A\u0000' }] }),
    });
    expect([sent.status, JSON.parse(sent.text)]).toMatchObject([200, { results: [{ outcome: 'quarantined' }] }]);
  });

  it('says in every answer that it is not to be kept, guessed at, framed or run, whether it went well or not', async () => {
    const paths = [
      ...addresses.map(({ path, method }) => [filled(path, '1'), method] as const),
      ['/docs', 'GET'],
      ['/docs/json', 'GET'],
      ['/v1/nowhere', 'GET'],
      ['/nowhere', 'POST'],
    ] as const;
    for (const [path, method] of paths) {
      for (const token of [undefined, key, register.token]) {
        if (path === '/v1/events' && token === register.token) continue;
        const { headers } = await ask(path, method, token === undefined ? {} : { token });
        const said = (name: string) => headers.get(name);
        expect([path, said('x-content-type-options'), said('x-frame-options'), said('referrer-policy')]).toEqual([
          path,
          'nosniff',
          'DENY',
          'no-referrer',
        ]);
        expect(said('content-security-policy'), path).toContain('default-src');
        if (path.startsWith('/v1')) expect([path, said('cache-control')]).toEqual([path, 'no-store']);
      }
    }
  });

  it('reads no large body where a small one is due, and none at all of somebody unknown', async () => {
    const deep = '['.repeat(4_800_000);
    for (const { path, method, described } of addresses) {
      if (method !== 'POST') continue;
      const started = performance.now();
      const asked = await ask(filled(path, '1'), method, { text: deep }).catch(() => null);
      // The connection may be cut before all of it was sent.
      if (asked !== null)
        expect([path, asked.status]).toEqual([path, described.requestBody !== undefined && NEED_NO_TOKEN.includes(path) ? 413 : 401]);
      expect(performance.now() - started, path).toBeLessThan(10_000);
    }
    const large = JSON.stringify({ storeId: 'S'.repeat(100_000) });
    expect((await ask('/v1/registers/codes', 'POST', { token: key, text: large })).status).toBe(413);
  });
});
