import { describe, expect, it } from 'vitest';
import { GRANTABLE_SCOPES, type GrantableScope, REGISTER_SCOPES, type Scope, SCOPES } from '../../domain/access/scopes.ts';
import type { RouteAccess } from '../../sync-server/access/route-access.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { insertKey } from '../support/api-keys.ts';
import { insertSignIn, insertUser } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

/** Who may ask what. A new address is added here, and so somebody has thought of who may ask it (rule A1). */
const ACCESS: Record<string, RouteAccess> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'POST /v1/registers/enrol': 'public',
  'POST /v1/office/sign-in': 'public',
  'GET /v1/events': 'sync',
  'GET /v1/journal': 'sync',
  'GET /v1/returnables/{number}': 'sync',
  'POST /v1/forks': 'sync',
  'POST /v1/operations': 'sync',
  'POST /v1/operations/carried': 'sync',
  'POST /v1/pull': 'sync',
  'POST /v1/registers/key': 'sync',
  'GET /v1/availability': 'availability',
  'GET /v1/orders': 'orders',
  'GET /v1/orders/{number}': 'orders',
  'POST /v1/orders': 'orders',
  'POST /v1/orders/{number}/cancel': 'orders',
  'POST /v1/orders/{number}/fulfillment': 'orders',
  'POST /v1/orders/{number}/pickup-code': 'orders',
  'POST /v1/orders/{number}/arrival': 'orders',
  'POST /v1/orders/{number}/store': 'orders',
  'GET /v1/exceptions': 'office.read',
  'GET /v1/hand-offs': 'office.read',
  'GET /v1/jobs/failed': 'office.read',
  'GET /v1/office': 'office.read',
  'GET /v1/quarantine': 'office.read',
  'GET /v1/quarantine/export': 'office.read',
  'GET /v1/quarantine/{id}': 'office.read',
  'POST /v1/exceptions/resolve': 'office',
  'POST /v1/hand-offs': 'office',
  'POST /v1/stores/{id}/resume': 'office',
  'POST /v1/jobs/discard': 'office',
  'POST /v1/jobs/retry': 'office',
  'POST /v1/quarantine/replay': 'office',
  'GET /v1/registers': 'registers',
  'POST /v1/registers/codes': 'registers',
  'POST /v1/registers/{id}/forget-key': 'registers',
  'POST /v1/registers/{id}/withdraw': 'registers',
  'GET /v1/settings': 'settings',
  'GET /v1/settings/changes': 'settings',
  'POST /v1/settings/{key}': 'settings',
  'GET /v1/orders.csv': 'orders',
  'GET /v1/orders/{number}/story': 'office.read',
  'GET /v1/sourcing-rules': 'rules',
  'GET /v1/sourcing-rules/{version}': 'rules',
  'GET /v1/orders/{number}/decisions': 'rules',
  'POST /v1/sourcing-rules': 'rules',
  'POST /v1/sourcing-rules/{version}/live': 'rules',
  'GET /v1/webhooks': 'webhooks',
  'POST /v1/webhooks': 'webhooks',
  'POST /v1/webhooks/{id}': 'webhooks',
  'DELETE /v1/webhooks/{id}': 'webhooks',
  'POST /v1/webhooks/{id}/secret': 'webhooks',
  'POST /v1/webhooks/{id}/test': 'webhooks',
  'POST /v1/webhooks/{id}/replay': 'webhooks',
  'GET /v1/webhooks/{id}/deliveries': 'webhooks',
  'GET /v1/keys': 'keys',
  'POST /v1/keys': 'keys',
  'POST /v1/pickup-keys': 'keys',
  'POST /v1/keys/{id}/withdraw': 'keys',
  'GET /v1/users': 'users',
  'POST /v1/users': 'users',
  'POST /v1/users/{id}/reset-password': 'users',
  'POST /v1/users/{id}/reset-second-factor': 'users',
  'POST /v1/users/{id}/scopes': 'users',
  'POST /v1/users/{id}/withdraw': 'users',
  'GET /v1/pictures/{hash}': 'sync',
  'GET /v1/products': 'products',
  'GET /v1/products/{sku}/picture': 'products',
  'PUT /v1/products/{sku}/picture': 'products',
  'DELETE /v1/products/{sku}/picture': 'products',
  'PUT /v1/products/{sku}/terms': 'products',
  'GET /v1/stored-values/{id}/balance': 'sync',
  'GET /v1/stock/{sku}/nearby': 'sync',
  'GET /v1/stock/{sku}/story': 'sync',
  'GET /v1/stored-values/{id}': 'stored_values',
  'POST /v1/stored-values/adjust': 'stored_values',
  'POST /v1/stored-values/block': 'stored_values',
  'GET /v1/accounts/{id}': 'stored_values',
  'POST /v1/accounts/{id}/limit': 'stored_values',
  'POST /v1/accounts/{id}/adjust': 'stored_values',
  'GET /v1/points/{id}': 'stored_values',
  'POST /v1/points/{id}/adjust': 'stored_values',
  'POST /v1/customers/changes': 'sync',
  'POST /v1/mails/addresses': 'sync',
  'POST /v1/pickups/signatures': 'sync',
  'POST /v1/customers/look-up': 'sync',
  'GET /v1/customers/{id}/purchases': 'sync',
  'POST /v1/customers/find': 'customers',
  'GET /v1/customers/{id}': 'customers',
  'POST /v1/customers/{id}/changes': 'customers',
  'POST /v1/customers/{id}/consents': 'customers',
  'GET /v1/promotions': 'promotions',
  'PUT /v1/promotions/{id}': 'promotions',
  'DELETE /v1/promotions/{id}': 'promotions',
  'POST /v1/promotions/{id}/end': 'promotions',
  'POST /v1/promotions/{id}/change': 'promotions',
  'POST /v1/promotions/preview': 'promotions',
  'POST /v1/promotions/import': 'promotions',
  'POST /v1/promotions/recount': 'promotions',
  'GET /v1/price-lists': 'prices',
  'PUT /v1/price-lists/{id}': 'prices',
  'DELETE /v1/price-lists/{id}': 'prices',
  'GET /v1/price-lists/{id}/prices': 'prices',
  'PUT /v1/price-lists/{id}/prices': 'prices',
  'DELETE /v1/price-lists/{id}/prices/{sku}': 'prices',
  'GET /v1/prices/{sku}': 'prices',
  'POST /v1/prices/import': 'prices',
  'POST /v1/price-quotes': 'price_quotes',
  'GET /v1/till-report': 'sync',
  'GET /v1/till-report/watched': 'sync',
  'GET /v1/stores/{id}/till-report': 'reports',
  'GET /v1/stores/{id}/till-report/watched': 'reports',
  'GET /v1/till-report/entries/{registerId}/{seq}': 'sync',
  'GET /v1/stores/{id}/till-report/entries/{registerId}/{seq}': 'reports',
  'GET /v1/associates': 'people',
  'POST /v1/associates': 'people',
  'POST /v1/associates/{id}/block': 'people',
  'POST /v1/associates/{id}/change': 'people',
  'POST /v1/associates/{id}/remove': 'people',
  'POST /v1/associates/{id}/reset-pin': 'people',
  'POST /v1/associates/{id}/make-badge': 'people',
  'POST /v1/associates/{id}/withdraw-badge': 'people',
  'POST /v1/associates/{id}/unblock': 'people',
  'POST /v1/people/erase': 'personal_data',
  'GET /v1/orders/{number}/signatures': 'personal_data',
  'POST /v1/people/find': 'personal_data',
  'GET /v1/actions': 'actions',
  'GET /v1/event-log': 'events',
  'GET /metrics': 'metrics',
  'GET /v1/office/me': 'any_user',
  'POST /v1/office/password': 'any_user',
  'POST /v1/office/second-factor': 'any_user',
  'POST /v1/office/second-factor/confirm': 'any_user',
  'POST /v1/office/sign-out': 'any_user',
};

type Kind = 'nobody' | 'register' | 'key with it' | 'key with all else' | 'user with it' | 'user with all else' | 'unknown token';

/** What each kind of caller is answered: let in, or the refusal. */
function expected(access: RouteAccess, kind: Kind): string {
  if (access === 'public') return 'let in';
  if (kind === 'nobody') return '401 not_authorized';
  if (kind === 'unknown token') return '401 token_unknown';
  if (kind === 'register') return (REGISTER_SCOPES as readonly RouteAccess[]).includes(access) ? 'let in' : '401 token_unknown';
  const isUser = kind.startsWith('user');
  if (access === 'any_user') return isUser ? 'let in' : '401 token_unknown';
  if (access === 'sync') return '401 token_unknown';
  // Every user can look; see `withReading`.
  if (kind === 'user with all else' && access === 'office.read') return 'let in';
  return kind.endsWith('with it') ? 'let in' : '403 not_allowed';
}

/** All scopes that do not open what this one opens. */
function allBut(scope: RouteAccess): GrantableScope[] {
  return GRANTABLE_SCOPES.filter((one) => one !== scope && !(scope === 'office.read' && one === 'office'));
}

describe.each(databases)('who may ask what, on %s', (_name, open) => {
  let db: Db;
  let url: string;
  let register: string;
  useSyncServer(open, (pool) => {
    ({ db } = pool);
    url = pool.server.url;
    register = pool.register.token;
  });

  const ask = async (address: string, token: string | null): Promise<string> => {
    const [method = '', path = ''] = address.split(' ');
    const stop = new AbortController();
    const response = await fetch(`${url}${path.replaceAll(/\{\w+\}/g, '1')}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      ...(method === 'POST' ? { body: '{}' } : {}),
      signal: stop.signal,
    });
    if (response.status === 200 && path === '/v1/events') stop.abort();
    const { status } = response;
    if (status !== 401 && status !== 403) return 'let in';
    const { error } = (await response.json()) as { error: { code: string } };
    return `${status} ${error.code}`;
  };

  it('[A1] every address is in the table, with the scope that it declares', async () => {
    const { paths } = (await (await fetch(`${url}/docs/json`)).json()) as {
      paths: Record<string, Record<string, { security?: { bearer: RouteAccess[] }[] }>>;
    };
    const declared = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => [
        `${method.toUpperCase()} ${path}`,
        security?.[0]?.bearer[0] ?? ('public' as const),
      ]),
    );
    expect(Object.fromEntries(declared)).toEqual(ACCESS);
    expect([...new Set<string>(Object.values(ACCESS))].sort()).toEqual([...SCOPES, 'any_user', 'public'].sort());
  });

  it('[A1] [A3] every address × every kind of caller', { timeout: 60_000 }, async () => {
    const scopes = SCOPES.filter((scope): scope is GrantableScope => scope !== 'sync');
    const keys = new Map<RouteAccess, readonly [string, string]>();
    const users = new Map<RouteAccess, readonly [string, string]>();
    for (const scope of scopes) {
      keys.set(scope, [await insertKey(db, scope, [scope]), await insertKey(db, scope, allBut(scope))]);
      users.set(scope, [await insertUser(db, scope, [scope]), await insertUser(db, `no ${scope}`, allBut(scope))]);
    }
    const other = 'availability' satisfies Scope;
    const tokenOf = async (access: RouteAccess, kind: Kind): Promise<string | null> => {
      const index = kind.endsWith('with it') ? 0 : 1;
      const [ofKeys, ofUsers] = [keys.get(access) ?? keys.get(other), users.get(access) ?? users.get(other)];
      if (kind === 'nobody') return null;
      if (kind === 'unknown token') return 'key_nobody';
      if (kind === 'register') return register;
      return kind.startsWith('key') ? (ofKeys?.[index] ?? null) : insertSignIn(db, ofUsers?.[index] ?? '');
    };
    const kinds: Kind[] = ['nobody', 'unknown token', 'register', 'key with it', 'key with all else', 'user with it', 'user with all else'];
    const wrong: string[] = [];
    for (const [address, access] of Object.entries(ACCESS)) {
      for (const kind of kinds) {
        const answered = await ask(address, await tokenOf(access, kind));
        if (answered !== expected(access, kind)) wrong.push(`${address} to ${kind}: ${answered}, not ${expected(access, kind)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
