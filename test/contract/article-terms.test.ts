import { describe, expect, it } from 'vitest';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe('how products are sold', () => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(openPool, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'head office', ['products']);
  });

  async function put(sku: string, terms: unknown): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${server.url}/v1/products/${sku}/terms`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ terms }),
    });
    return { status: answer.status, body: await answer.json() };
  }
  const page = async () => (await pullAll(db, register)).documents.get('all catalog_page 0') as CatalogPage;

  it('[R1] comes to registers in their page; a page of plain goods is as before there were others', async () => {
    const before = JSON.stringify(await page());
    expect(before).not.toContain('terms');
    expect(await put('B', { kind: 'deposit', taxOfGoods: true })).toEqual({
      status: 200,
      body: { sku: 'B', terms: { kind: 'deposit', taxOfGoods: true } },
    });
    await put('A', { deposits: [{ sku: 'B', quantity: 20 }] });
    expect((await page()).terms).toEqual([{ deposits: [{ sku: 'B', quantity: 20 }] }, { kind: 'deposit', taxOfGoods: true }, null]);
    const { seen } = await pullAll(db, register);
    await put('A', { deposits: [{ sku: 'B', quantity: 20 }] });
    expect((await pullAll(db, register)).seen).toEqual(seen);
    await put('A', {});
    expect((await put('B', null)).body).toEqual({ sku: 'B', terms: null });
    expect(JSON.stringify(await page())).toBe(before);
    const log = await db.selectFrom('office_actions').select(['action', 'subject']).execute();
    expect(log.map(({ action, subject }) => `${action} ${subject}`)).toEqual(['B', 'A', 'A', 'B'].map((sku) => `product.terms ${sku}`));
  });

  it.each([
    ['a product that there is not', 'NOBODY', { kind: 'fee' }, 404, 'unknown_product', undefined],
    ['a deposit that is goods', 'A', { deposits: [{ sku: 'C', quantity: 1 }] }, 400, 'deposit_not_deposit', { sku: 'C' }],
    ['goods that there are not', 'A', { components: [{ sku: 'NOBODY', quantity: 1 }] }, 400, 'part_unknown', { sku: 'NOBODY' }],
    ['a fee that is a bundle', 'A', { kind: 'fee', components: [{ sku: 'C', quantity: 1 }] }, 400, 'terms_apart', undefined],
    ['no pieces', 'A', { deposits: [{ sku: 'C', quantity: 0 }] }, 400, 'bad_request', undefined],
    ['a price', 'A', { price: 3 }, 400, 'bad_request', undefined],
  ])('refuses %s', async (_what, sku, terms, status, code, facts) => {
    const answer = await put(sku, terms);
    expect(answer).toMatchObject({ status, body: { error: { code } } });
    if (facts !== undefined) expect(answer.body).toMatchObject({ error: { facts } });
  });

  it('a web order of a service or a bundle is refused, and says what to send', async () => {
    await put('A', { kind: 'service' });
    await put('B', { components: [{ sku: 'C', quantity: 2 }] });
    const orders = await insertKey(db, 'web shop', ['orders']);
    for (const [sku, what] of [
      ['A', 'service'],
      ['B', 'bundle'],
    ] as const) {
      const answer = await fetch(`${server.url}/v1/orders`, {
        method: 'POST',
        headers: { authorization: `Bearer ${orders}`, 'content-type': 'application/json', 'idempotency-key': sku },
        body: JSON.stringify(writeOrderRequest(pickupOrder(`WEB-${sku}`, 'S1', [[sku, 1]]))),
      });
      expect([answer.status, await answer.json()]).toMatchObject([
        422,
        {
          error: { code: 'not_shippable', field: 'lines.0.sku', message: `${sku} is a ${what}: no shelf has it, so no store can pick it.` },
        },
      ]);
    }
  });
});
