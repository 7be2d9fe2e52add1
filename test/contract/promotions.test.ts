import { describe, expect, it } from 'vitest';
import type { ActionPage } from '../../domain/access/access-protocol.ts';
import { promotion, type Promotion } from '../../domain/promotions/promotion.ts';
import { revisionOf } from '../../domain/promotions/revision.ts';
import type { ImportAnswer } from '../../domain/office/import-protocol.ts';
import type { PreviewAnswer, PromotionPage } from '../../domain/promotions/promotion-protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { OTHER_PROMOTION_COLUMNS, PROMOTION_COLUMNS, promotionImporter } from '../../sync-server/import/import-promotions.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { askJson } from '../support/ask-json.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { useImportPool } from './support/import-pool.ts';
import { type Enrolled, pullAll, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const percent = {
  kind: 'percent_off',
  id: 'TEN',
  name: 'Ten percent',
  skus: ['A'],
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  basisPoints: 1000,
};

describe.each(databases)('promotions by API, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'prices', ['promotions', 'actions']);
    await db.deleteFrom('promotions').execute();
  });

  const ask = <T>(method: string, path: string, body?: object) => askJson<T>(server.url, key, method, path, body);
  const put = (body: { id: string }, id = body.id) =>
    ask<Promotion & { error?: { code: string; field?: string } }>('PUT', `promotions/${id}`, body);
  const known = async (replica: Replica) => {
    const { documents } = await pullAll(db, register, replica);
    return [...documents].filter(([id]) => id.split(' ')[1] === 'promotion').map(([, body]) => (body as Promotion).id);
  };

  it('[S1] are written, changed, ended and deleted, told to the tills, and logged', async () => {
    expect(await put(percent)).toEqual({ status: 200, answer: promotion.parse(percent) });
    const replica = await pullAll(db, register);
    expect(await known(replica)).toEqual(['TEN']);
    expect((await put({ ...percent, id: 'TEN', codes: ['SECRET'] } as typeof percent)).status).toBe(200);
    expect((await ask<Promotion>('POST', 'promotions/TEN/end', { endsOn: '2026-12-24' })).answer).toMatchObject({
      endsOn: '2026-12-24',
      codes: ['SECRET'],
    });
    expect((await ask('DELETE', 'promotions/TEN')).status).toBe(200);
    expect(await known(replica)).toEqual([]);
    const { answer } = await ask<ActionPage>('GET', 'actions');
    const logged = answer.items
      .filter(({ action }) => action.startsWith('promotion.'))
      .map(({ action, before, after }) => [action, before, after]);
    const of = (endsOn: string) => ({ kind: 'percent_off', startsOn: '2026-12-01', endsOn });
    expect(logged.reverse()).toEqual([
      ['promotion.put', null, of('2026-12-31')],
      ['promotion.put', of('2026-12-31'), of('2026-12-31')],
      ['promotion.put', of('2026-12-31'), of('2026-12-24')],
      ['promotion.delete', of('2026-12-24'), null],
    ]);
    expect(JSON.stringify(logged)).not.toContain('SECRET');
  });

  it('two who change one at once: the second is told, and undoes nothing', async () => {
    const change = (promotion: object, revision: string | null) =>
      ask<Promotion & { error?: { code: string } }>('POST', 'promotions/TEN/change', { promotion, revision });
    const [first, second] = await Promise.all([change(percent, null), change({ ...percent, name: 'Mine' }, null)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect((await change(percent, null)).answer.error?.code).toBe('promotion_exists');
    const shown = (await ask<PromotionPage>('GET', 'promotions')).answer.items[0];
    if (shown === undefined) throw new Error('There is no promotion.');
    expect((await change({ ...shown, name: 'Anna' }, revisionOf(shown))).status).toBe(200);
    const late = await change({ ...shown, name: 'Ben' }, revisionOf(shown));
    expect([late.status, late.answer.error?.code]).toEqual([409, 'promotion_changed']);
    expect((await ask<PromotionPage>('GET', 'promotions')).answer.items.map(({ name }) => name)).toEqual(['Anna']);
    expect((await ask('POST', 'promotions/NONE/change', { promotion: { ...percent, id: 'NONE' }, revision: 'x' })).status).toBe(404);
  });

  const basket = { lines: [{ sku: 'A', quantity: 2 }], storeId: 'S1', date: '2026-12-05', time: '10:00' };
  const preview = (given: object) => ask<PreviewAnswer & { error?: { code: string; field: string } }>('POST', 'promotions/preview', given);

  it('a draft is tried on a sample basket, at the prices and the taxes of a till, and nothing is written', async () => {
    await put(percent);
    const draft = promotion.parse({
      ...percent,
      id: 'DRAFT',
      priority: 200,
      name: 'Three',
      kind: 'multi_buy',
      buy: 3,
      pay: 2,
      basisPoints: 10_000,
    });
    const { answer } = await preview({ ...basket, draft });
    const [line] = answer.lines;
    expect(line).toMatchObject({ sku: 'A', quantity: 2 });
    const off = Math.round((line?.grossMinor ?? 0) / 10);
    expect(line?.adjustments).toEqual([expect.objectContaining({ source: 'promotion', sourceId: 'TEN', amountMinor: -off })]);
    expect(answer.applied).toEqual([{ promotionId: 'TEN', amountMinor: off, times: null, code: null }]);
    expect(answer.missed).toMatchObject([{ promotionId: 'DRAFT', reason: 'taken', by: ['TEN'] }]);
    expect(answer.promotions.map(({ name }) => name)).toEqual(['Ten percent', 'Three']);
    const alone = await preview({ ...basket, draft: { ...draft, id: 'TEN' } });
    expect(alone.answer).toMatchObject({ applied: [], next: { promotionId: 'TEN', missingUnits: 1 } });
    expect((await ask<PromotionPage>('GET', 'promotions')).answer.items).toEqual([promotion.parse(percent)]);
  });

  it('a preview knows days, stores, groups and codes, and what is wrong in the question', async () => {
    const draft = promotion.parse({ ...percent, codes: ['YES'], customerGroups: ['staff'], storeIds: ['S1'] });
    const why = async (given: object) => (await preview({ ...basket, draft, ...given })).answer.missed[0]?.reason ?? 'applied';
    const who = { customerGroups: ['staff'], codes: ['YES'] };
    expect([
      await why(who),
      await why({ ...who, codes: [] }),
      await why({ ...who, customerGroups: [] }),
      await why({ ...who, storeId: 'S2' }),
      await why({ ...who, date: '2027-01-01' }),
    ]).toEqual(['applied', 'needs_code', 'other_customers', 'other_store', 'over']);
    const wrong = async (given: object) => (await preview({ ...basket, draft, ...given })).answer.error;
    expect(
      await wrong({
        lines: [
          { sku: 'A', quantity: 1 },
          { sku: 'NONE', quantity: 1 },
        ],
      }),
    ).toMatchObject({
      code: 'unknown_product',
      field: 'lines.1.sku',
    });
    expect(await wrong({ storeId: 'S9' })).toMatchObject({ code: 'unknown_store' });
    expect(await wrong({ draft: { ...draft, endsOn: '2026-01-01' } })).toMatchObject({ code: 'bad_promotion', field: 'draft.endsOn' });
    await db.updateTable('products').set({ unit_price: 9_000_000_000_000_000 }).where('sku', '=', 'A').execute();
    expect(await wrong({ lines: [{ sku: 'A', quantity: 1_000_000 }] })).toMatchObject({ code: 'amount_not_valid', field: 'lines' });
  });

  it('a file is taken row by row, its wrong rows are told, and a wrong column is named', async () => {
    const upload = (text: string) =>
      ask<ImportAnswer & { error?: { code: string; message: string; facts?: object } }>('POST', 'promotions/import', {
        name: 'xmas.csv',
        text,
      });
    const head = 'id,kind,name,starts_on,ends_on,skus,percent';
    const { answer } = await upload(
      `${head}\nX1,percent_off,One,2026-12-01,2026-12-24,A,10\nX2,percent_off,Two,2026-12-24,2026-12-01,A,10\n`,
    );
    expect(answer).toEqual({
      rows: 2,
      accepted: 1,
      refused: [{ line: 3, field: 'ends_on', code: 'dates_reversed', facts: {} }],
      refusedCount: 1,
    });
    const { status, answer: refused } = await upload(`${head},pricce\n`);
    expect([status, refused.error?.code]).toEqual([400, 'bad_file']);
    expect(refused.error?.message).toMatch(/^xmas\.csv has a column “pricce” that is not known\./);
    expect(refused.error?.facts).toMatchObject({ fault: 'unknown_column', file: 'xmas.csv', column: 'pricce' });
    expect((await upload('hello')).answer.error?.message).toMatch(/Missing: id, kind, name, starts_on, ends_on\./);
    expect((await ask<PromotionPage>('GET', 'promotions')).answer.items.map(({ id }) => id)).toEqual(['X1']);
    const { answer: log } = await ask<ActionPage>('GET', 'actions');
    expect(log.items.filter(({ action }) => action === 'promotion.import').map(({ after }) => after)).toEqual([
      { file: 'xmas.csv', rows: 2, accepted: 1 },
    ]);
  });

  it('the same again changes nothing', async () => {
    const heads = () => db.selectFrom('scope_heads').selectAll().orderBy('scope').execute();
    await put(percent);
    const before = await heads();
    await put(percent);
    expect(await heads()).toEqual(before);
    const { answer } = await ask<ActionPage>('GET', 'actions');
    expect(answer.items.filter(({ action }) => action === 'promotion.put').length).toBe(1);
  });

  it('are listed by id, a page at a time, and by the day on which they hold', async () => {
    for (const id of ['C', 'A', 'B']) await put({ ...percent, id, ...(id === 'B' && { startsOn: '2026-12-24' }) });
    const list = async (query: string) => {
      const { answer } = await ask<PromotionPage>('GET', `promotions${query}`);
      return [answer.items.map(({ id }) => id).join(), answer.next];
    };
    expect([await list('?limit=2'), await list('?limit=2&after=B'), await list('?on=2026-12-01')]).toEqual([
      ['A,B', 'B'],
      ['C', null],
      ['A,C', null],
    ]);
    expect([
      await list('?on=2026-12-01&state=coming'),
      await list('?on=2027-01-01&state=over'),
      await list('?on=2026-12-01&state=over'),
    ]).toEqual([
      ['B', null],
      ['A,B,C', null],
      ['', null],
    ]);
    expect([await list('?search=b'), await list('?search=TEN%20PER'), await list('?search=%25')]).toEqual([
      ['B', null],
      ['A,B,C', null],
      ['', null],
    ]);
  });

  it.each<[string, string, { id: string }, number, string, string]>([
    ['a field that there is not', 'TEN', { ...percent, discount: 1 } as { id: string }, 400, 'bad_request', ''],
    ['an end before its start', 'TEN', { ...percent, endsOn: '2026-11-30' }, 400, 'bad_promotion', 'endsOn'],
    ['no goods', 'TEN', { ...percent, skus: [] }, 400, 'bad_promotion', 'skus'],
    ['another id than in the address', 'OTHER', percent, 400, 'bad_promotion', 'id'],
  ])('refuses %s', async (_what, id, body, status, code, field) => {
    const { status: got, answer } = await put(body, id);
    expect([got, answer.error?.code]).toEqual([status, code]);
    if (field !== '') expect(answer.error?.field).toBe(field);
    expect(await db.selectFrom('promotions').select('id').execute()).toEqual([]);
  });

  it('cannot end or delete what there is not', async () => {
    expect((await ask('POST', 'promotions/NONE/end', { endsOn: '2026-12-24' })).status).toBe(404);
    expect((await ask('DELETE', 'promotions/NONE')).status).toBe(404);
  });
});

const KINDS = promotion.options.map(({ shape }) => shape.kind.value).join(', ');
const HEAD = PROMOTION_COLUMNS.join(',');
const DATES = '2026-12-01,2026-12-31';

describe.each(databases)('promotions from a file, on %s', (_name, open) => {
  const pool = useImportPool(open);
  const run = (content: string) => pool.run(promotionImporter(pool.db, 'USD'), PROMOTION_COLUMNS, content, OTHER_PROMOTION_COLUMNS);
  const kept = async () =>
    (await pool.db.selectFrom('promotions').select('body').orderBy('id').execute()).map(({ body }) => promotion.parse(body));

  it('reads every kind, and says the same twice without a change', async () => {
    await pool.db.deleteFrom('promotions').execute();
    const file =
      `${HEAD},skus,categories,everything,percent,amount,price,buy,pay,get,get_skus,units,parts,tiers,` +
      `point_value,weekdays,minimum,codes,stacking\n` +
      `a,percent_off,A,${DATES},X|Y,,,12.5,,,,,,,,,,,1|7,,,\n` +
      `b,amount_off,B,${DATES},,Tops|Shoes,,,5.00,,,,,,,,,,,,,\n` +
      `c,fixed_price,C,${DATES},X,,,,,0.99,,,,,,,,,,,,\n` +
      `d,multi_buy,D,${DATES},X,,,50,,,2,1,,,,,,,,,,\n` +
      `e,buy_get_other,E,${DATES},X,,,,,,2,,1,Y|Z,,,,,,,,\n` +
      `f,mix_and_match,F,${DATES},X,,,,,10.00,,,,,3,,,,,,,\n` +
      `g,bundle,G,${DATES},,,,,,25.00,,,,,,X:1|Y:2,,,,,,\n` +
      `h,cheapest_off,H,${DATES},X,,,50,,,,,,,,,,,,,,\n` +
      `i,sale_percent,I,${DATES},,,yes,10,,,,,,,,,,,,50.00,TEN|ZEHN,exclusive\n` +
      `j,sale_amount,J,${DATES},,,yes,,10,,,,,,,,,,,,,\n` +
      `k,tiered,K,${DATES},,,yes,,,,,,,,,,50.00:5|100.00:7.5,,,,,\n` +
      `l,points,L,${DATES},,,yes,,,,,,,,,,,0.005,,,,\n`;
    expect(await run(file)).toMatchObject({ report: { rows: 12, accepted: 12 }, refused: [] });
    const all = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
    const on = { ...all, skus: ['X'] };
    const of = (id: string, kind: string, given: object) => promotion.parse({ id, kind, name: id.toUpperCase(), ...given });
    expect(await kept()).toEqual([
      of('a', 'percent_off', { ...all, skus: ['X', 'Y'], basisPoints: 1250, weekdays: [1, 7] }),
      of('b', 'amount_off', { ...all, categories: ['Tops', 'Shoes'], amountMinor: 500 }),
      of('c', 'fixed_price', { ...on, priceMinor: 99 }),
      of('d', 'multi_buy', { ...on, buy: 2, pay: 1, basisPoints: 5000 }),
      of('e', 'buy_get_other', { ...on, buy: 2, get: 1, gets: { skus: ['Y', 'Z'] } }),
      of('f', 'mix_and_match', { ...on, units: 3, priceMinor: 1000 }),
      of('g', 'bundle', {
        ...all,
        priceMinor: 2500,
        parts: [
          { skus: ['X'], units: 1 },
          { skus: ['Y'], units: 2 },
        ],
      }),
      of('h', 'cheapest_off', { ...on, basisPoints: 5000 }),
      of('i', 'sale_percent', {
        ...all,
        everything: true,
        basisPoints: 1000,
        minimumMinor: 5000,
        codes: ['TEN', 'ZEHN'],
        stacking: 'exclusive',
      }),
      of('j', 'sale_amount', { ...all, everything: true, amountMinor: 1000 }),
      of('k', 'tiered', {
        ...all,
        everything: true,
        tiers: [
          { fromMinor: 5000, basisPoints: 500 },
          { fromMinor: 10_000, basisPoints: 750 },
        ],
      }),
      of('l', 'points', { ...all, everything: true, pointValue: 500 }),
    ]);
    const before = await pool.everything();
    await run(file);
    expect(await pool.everything()).toBe(before);
  });

  it('a column that nobody knows, or that is missing, is named, and nothing is imported', async () => {
    await pool.db.deleteFrom('promotions').execute();
    await expect(run(`${HEAD},skus,percnt\na,percent_off,A,${DATES},X,10\n`)).rejects.toThrow(/has a column “percnt” that is not known/);
    await expect(run(`id,kind,name,starts_on,skus\na,percent_off,A,2026-12-01,X\n`)).rejects.toThrow(/Missing: ends_on\./);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['percent', 'percent_off,A,2026-12-01,2026-12-31,X,ten,,', 'percent', 'is no percentage, 12.5 say'],
    ['percent', 'percent_off,A,2026-12-01,2026-12-31,X,,,', 'percent', 'is empty'],
    ['a column of another kind', 'percent_off,A,2026-12-01,2026-12-31,X,10,5.00,', 'amount', 'is not for a promotion of this kind'],
    ['kind', 'percentage,A,2026-12-01,2026-12-31,X,10,,', 'kind', `is none of ${KINDS}`],
    ['dates', 'percent_off,A,2026-12-31,2026-12-01,X,10,,', 'ends_on', 'is before the first day. Give a last day that is not before it'],
    ['goods', 'percent_off,A,2026-12-01,2026-12-31,,10,,', 'skus', 'names no goods: give SKUs, categories or brands, or everything'],
    ['money', 'amount_off,A,2026-12-01,2026-12-31,X,,0.005,', 'amount', 'is finer than USD can be paid'],
    ['tiers', 'tiered,A,2026-12-01,2026-12-31,X,,,50', 'tiers', 'is no list of pairs, 50.00:5|100.00:10 say'],
  ])('refuses a row for its %s, and names the column', async (_what, row, field, reason) => {
    expect((await run(`${HEAD},skus,percent,amount,tiers\na,${row}\n`)).refused).toEqual([{ line: 2, field, reason }]);
  });

  it('refuses a promotion that stands twice', async () => {
    const row = `a,percent_off,A,${DATES},X,10\n`;
    expect((await run(`${HEAD},skus,percent\n${row}${row}`)).refused).toEqual([
      { line: 3, field: 'id', reason: 'stands twice; line 2 has it already' },
    ]);
  });
});
