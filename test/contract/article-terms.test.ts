import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { type EmptiesRequest, takeEmpties } from '../../domain/returns/take-empties.ts';
import { taxes } from '../../domain/tax/settings.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { onePerClass } from '../../domain/tax/tax-table.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { cartLineOf } from '../support/examples.ts';
import { insertKey } from '../support/api-keys.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
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

  it('[J5] empties that were paid otherwise than the catalog says are applied, and a person is asked', async () => {
    await put('B', { kind: 'deposit' });
    await saveSetting(db, taxes, { level: 'store', id: 'S1', value: onePerClass({ standard: 80_000 }) }, actorNamed('test'));
    const { journal } = register;
    const taken = (sku: string, unitPrice: number, to: EmptiesRequest['to'] = 'cash') => {
      const rules = { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 80_000 }), promotions: [], date: '2026-03-02' };
      const deposits = priceSale([cartLineOf({ kind: 'deposit', sku, quantity: 2, unitPrice })], rules).lines;
      const empties = takeEmpties({ receiptNumber: journal.nextReceiptNumber, currency: 'USD', deposits, to });
      if (!empties.ok) throw new Error(empties.refusal);
      return journal.record(goodsReturned.request(empties.value));
    };
    const operations = [
      journal.openShift(),
      // 2 × 10.00 and 8 % tax, as the catalog has it.
      taken('B', 1_000_000),
      taken('B', 1_000_000, { storeCredit: 'SV-4821-0f' }),
      taken('B', 1_500_000),
      taken('A', 100_000, { storeCredit: 'SV-4821-0f' }),
    ];
    expect((await push(db, register, operations)).map(({ outcome }) => outcome)).toEqual(operations.map(() => 'applied'));
    const told = await db.selectFrom('exceptions').select('body').where('kind', '=', 'empties_off_catalog').orderBy('id').execute();
    const [cash, credit] = told.map(({ body }) => body);
    expect(told).toHaveLength(2);
    const [, , , dear, goods] = operations;
    expect(cash).toMatchObject({ operationId: dear?.id, cash: { USD: -1_080 }, facts: { paid: '32.40 USD', due: '21.60 USD' } });
    expect(credit).toMatchObject({ operationId: goods?.id, facts: { paid: '2.16 USD', due: '0.00 USD' } });
    expect(credit).not.toHaveProperty('cash');
    const { rows } = await sql<{ body: unknown }>`select body from documents where id = 'SV-4821-0f'`.execute(db);
    expect(rows).toMatchObject([{ body: { kind: 'store_credit', balanceMinor: 2_376 } }]);
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
