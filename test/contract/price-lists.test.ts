import { describe, expect, it } from 'vitest';
import type { ActionPage } from '../../domain/access/access-protocol.ts';
import { type PricePage, priceList } from '../../domain/price-lists/price-list.ts';
import type { PriceAnswer, PricesPage } from '../../domain/price-lists/price-list-protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { askJson } from '../support/ask-json.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

interface Refused {
  readonly error: { readonly code: string; readonly field?: string; readonly message: string; readonly fix?: string };
}

const standard = { id: 'STD', name: 'Standard', currency: 'USD' };
const price = (sku: string, unitPrice: number, more: object = {}) => ({ sku, unitPrice, ...more });

describe.each(databases)('price lists by API, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'prices', ['prices', 'actions']);
  });

  const ask = <T = Refused>(method: string, path: string, body?: object) => askJson<T>(server.url, key, method, path, body);
  const putList = async (list: typeof standard) => ask('PUT', `price-lists/${list.id}`, list);
  const putPrices = (id: string, ...prices: object[]) => ask<Refused & { written: number }>('PUT', `price-lists/${id}/prices`, { prices });
  const cost = async (sku: string, query: string) => (await ask<PriceAnswer>('GET', `prices/${sku}?${query}`)).answer;
  const held = async (of: Enrolled, replica?: Replica) => {
    const after = await pullAll(db, of, replica);
    const pages = [...after.documents].filter(([id]) => id.split(' ')[1] === 'price_page').map(([, body]) => body as PricePage);
    const prices = pages.flatMap(({ listId, sku, unitPrice }) => sku.map((one, index) => `${listId} ${one} ${unitPrice[index] ?? ''}`));
    return { replica: after, prices: prices.sort() };
  };

  it('[S1] lists and prices are written, told to the tills, changed, deleted and logged', async () => {
    expect((await putList(standard)).answer).toEqual(priceList.parse(standard));
    expect(
      (await putPrices('STD', price('A', 90_000), price('B', 50_000, { breaks: [{ fromQuantity: 6, unitPrice: 40_000 }] }))).answer,
    ).toEqual({ written: 2 });
    const first = await held(register);
    expect(first.prices).toEqual(['STD A 90000', 'STD B 50000']);
    expect((await putPrices('STD', price('A', 80_000))).answer).toEqual({ written: 1 });
    expect((await held(register, first.replica)).prices).toEqual(['STD A 80000', 'STD B 50000']);
    expect((await ask('DELETE', 'price-lists/STD/prices/B')).status).toBe(200);
    expect((await held(register, first.replica)).prices).toEqual(['STD A 80000']);
    expect((await ask('DELETE', 'price-lists/STD')).status).toBe(200);
    expect((await held(register, first.replica)).prices).toEqual([]);
    expect([...first.replica.documents.keys()].filter((id) => id.includes('price'))).toEqual([]);
    const { answer } = await ask<ActionPage>('GET', 'actions');
    expect(
      answer.items
        .filter(({ action }) => action.startsWith('price'))
        .map(({ action, subject }) => `${action} ${subject}`)
        .reverse(),
    ).toEqual([
      'price_list.put STD',
      'price.put STD A',
      'price.put STD B',
      'price.put STD A',
      'price.delete STD B',
      'price_list.delete STD',
    ]);
    expect(answer.items.find(({ action, before }) => action === 'price.put' && before !== null)).toMatchObject({
      before: { unitPrice: 90_000 },
      after: { unitPrice: 80_000 },
    });
  });

  it('the same again changes nothing', async () => {
    const heads = () => db.selectFrom('scope_heads').selectAll().orderBy('scope').execute();
    await putList(standard);
    await putPrices('STD', price('A', 90_000, { startsOn: '2026-01-01' }));
    const before = await heads();
    await putList(standard);
    expect((await putPrices('STD', price('A', 90_000, { startsOn: '2026-01-01' }))).answer).toEqual({ written: 0 });
    expect(await heads()).toEqual(before);
  });

  it('[R1] a list for some stores travels to those alone, also when its stores change', async () => {
    const other = await enrol(db, 'S2');
    await putList({ ...standard, storeIds: ['S1'] } as typeof standard);
    await putPrices('STD', price('A', 90_000));
    const [here, there] = [await held(register), await held(other)];
    expect([here.prices, there.prices]).toEqual([['STD A 90000'], []]);
    const both = async () => [(await held(register, here.replica)).prices, (await held(other, there.replica)).prices];
    await putList({ ...standard, storeIds: ['S2'] } as typeof standard);
    expect(await both()).toEqual([[], ['STD A 90000']]);
    await putList(standard);
    expect(await both()).toEqual([['STD A 90000'], ['STD A 90000']]);
    await putList({ ...standard, storeIds: ['S2', 'S1'] } as typeof standard);
    expect(await both()).toEqual([['STD A 90000'], ['STD A 90000']]);
    await putList({ ...standard, storeIds: ['S1'] } as typeof standard);
    expect(await both()).toEqual([['STD A 90000'], []]);
  });

  it('answers what an article costs by day, quantity, store and customer', async () => {
    await putList(standard);
    await putList({ ...standard, id: 'TRADE', customerGroups: ['trade'] } as typeof standard);
    await putPrices(
      'STD',
      price('A', 90_000),
      price('A', 85_000, { startsOn: '2026-06-01', breaks: [{ fromQuantity: 3, unitPrice: 70_000 }] }),
    );
    await putPrices('TRADE', price('A', 60_000));
    const catalogPrice = (await cost('B', 'storeId=S1')).unitPrice;
    expect(await cost('B', 'storeId=S1')).toMatchObject({ priceSource: 'catalog', priceListId: null, catalogPrice });
    const of = async (query: string) => (await cost('A', `storeId=S1&${query}`)).unitPrice;
    expect([await of('on=2026-05-31'), await of('on=2026-06-01'), await of('on=2026-06-01&quantity=3')]).toEqual([90_000, 85_000, 70_000]);
    expect(await of('on=2026-06-01&customerGroups=staff,trade')).toBe(60_000);
    expect((await ask('GET', 'prices/NONE?storeId=S1')).answer.error).toMatchObject({ code: 'unknown_product', field: 'sku' });
    expect((await ask('GET', 'prices/A?storeId=S9')).answer.error).toMatchObject({ code: 'unknown_store', field: 'storeId' });
  });

  it('lists prices by SKU and first day, a page at a time, by a day and by a text', async () => {
    await putList(standard);
    await putPrices(
      'STD',
      price('B', 1),
      price('A', 2, { startsOn: '2026-06-01' }),
      price('A', 3, { endsOn: '2026-05-31' }),
      price('C', 4),
    );
    const list = async (query: string) => {
      const { answer } = await ask<PricesPage>('GET', `price-lists/STD/prices?${query}`);
      return [answer.items.map(({ sku, unitPrice }) => `${sku}${unitPrice}`).join(), answer.next] as const;
    };
    const [shown, next] = await list('limit=2');
    expect(shown).toBe('A3,A2');
    expect(await list(`limit=2&after=${encodeURIComponent(next ?? '')}`)).toEqual(['B1,C4', null]);
    expect([await list('on=2026-06-01'), await list('search=b'), await list('search=%25')]).toEqual([
      ['A2,B1,C4', null],
      ['B1', null],
      ['', null],
    ]);
  });

  it.each<[string, object, string, string]>([
    ['an unknown currency', { currency: 'ABC' }, 'unknown_currency', 'currency'],
    ['an unknown store', { storeIds: ['S9'] }, 'unknown_store', 'storeIds.0'],
    ['an end before its start', { startsOn: '2026-02-01', endsOn: '2026-01-01' }, 'dates_reversed', 'endsOn'],
    ['another id than in the address', { id: 'OTHER' }, 'other_id', 'id'],
  ])('refuses a list with %s', async (_what, given, code, field) => {
    const { status, answer } = await ask('PUT', 'price-lists/STD', { ...standard, ...given });
    expect([status, answer.error.code, answer.error.field]).toEqual([400, code, field]);
    expect(answer.error.fix).toMatch(/\.$/);
  });

  it.each<[string, object, string, string]>([
    ['an unknown SKU', price('NONE', 1), 'unknown_article', 'prices.1.sku'],
    ['a negative price', price('A', -1), 'bad_request', 'prices.1.unitPrice'],
    ['an absurd price', price('A', 10 ** 15), 'price_absurd', 'prices.1.unitPrice'],
    [
      'breaks out of order',
      price('A', 9, { breaks: [6, 3].map((fromQuantity) => ({ fromQuantity, unitPrice: 1 })) }),
      'breaks_out_of_order',
      'prices.1.breaks.1.fromQuantity',
    ],
    ['one price twice', price('B', 1, { startsOn: '2026-06-01' }), 'price_twice', 'prices.1.startsOn'],
    ['dates that overlap', price('B', 1, { startsOn: '2026-06-30' }), 'prices_overlap', 'prices.1.startsOn'],
  ])('refuses %s, and then takes none', async (_what, given, code, field) => {
    await putList(standard);
    const { status, answer } = await putPrices('STD', price('B', 5, { startsOn: '2026-06-01', endsOn: '2026-06-30' }), given);
    expect([status, answer.error.code, answer.error.field]).toEqual([400, code, field]);
    expect(await db.selectFrom('prices').select('sku').execute()).toEqual([]);
  });

  it('refuses dates that overlap in two lists of one standing and priority, from either side', async () => {
    await putList(standard);
    await putList({ ...standard, id: 'SPRING', startsOn: '2026-03-01', endsOn: '2026-05-31' } as typeof standard);
    await putPrices('STD', price('A', 90_000));
    expect((await putPrices('SPRING', price('A', 80_000), price('B', 1))).answer.error).toMatchObject({
      code: 'lists_overlap',
      field: 'prices.0.startsOn',
    });
    await putList({ ...standard, id: 'SPRING', priority: 50 } as typeof standard);
    expect((await putPrices('SPRING', price('A', 80_000))).status).toBe(200);
    const { status, answer } = await putList({ ...standard, id: 'SPRING' });
    expect([status, answer.error.field]).toEqual([400, 'priority']);
    expect(answer.error.message).toContain('list STD');
    const currency = await putList({ ...standard, currency: 'EUR' });
    expect([currency.status, currency.answer.error.field]).toEqual([400, 'currency']);
  });

  it('a price that is replaced is in nobody’s way, and stays in the way where its replacement is refused', async () => {
    await putList(standard);
    await putPrices('STD', price('A', 9, { startsOn: '2026-01-01', endsOn: '2026-12-31' }));
    const half = price('A', 9, { startsOn: '2026-01-01', endsOn: '2026-06-30' });
    expect((await putPrices('STD', price('A', 8, { startsOn: '2026-07-01' }), half)).answer).toEqual({ written: 2 });
    const bad = price('A', 7, { startsOn: '2026-01-01', endsOn: '2025-12-31' });
    const { answer } = await putPrices('STD', price('A', 6, { startsOn: '2026-06-01', endsOn: '2026-06-30' }), bad);
    expect(answer.error).toMatchObject({ field: 'prices.0.startsOn' });
  });

  it('knows no list and no price that there is not', async () => {
    await putList(standard);
    expect((await ask('DELETE', 'price-lists/NONE')).status).toBe(404);
    expect((await ask('GET', 'price-lists/NONE/prices')).status).toBe(404);
    expect((await putPrices('NONE', price('A', 1))).status).toBe(404);
    expect((await ask('DELETE', 'price-lists/STD/prices/A?startsOn=2026-01-01')).answer.error.code).toBe('unknown_price');
  });

  it('a till is not sent prices that are over for good', async () => {
    await putList(standard);
    await putPrices(
      'STD',
      price('A', 1),
      price('A', 2, { startsOn: '2020-01-01' }),
      price('A', 3, { startsOn: '2021-01-01', endsOn: '2021-12-31' }),
      price('B', 4, { endsOn: '2099-12-31' }),
    );
    expect((await held(register)).prices).toEqual(['STD A 2', 'STD B 4']);
  });
});
