import { describe, expect, it } from 'vitest';
import type { PriceList } from '../../domain/price-lists/price-list.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { OTHER_PRICE_LIST_COLUMNS, PRICE_LIST_COLUMNS, priceListImporter } from '../../sync-server/import/import-price-lists.ts';
import { OTHER_PRICE_COLUMNS, PRICE_COLUMNS, priceImporter } from '../../sync-server/import/import-prices.ts';
import { loadPriceLists, loadPrices } from '../../sync-server/price-lists/load-prices.ts';
import { listPriceOf, priceListOf } from '../support/price-lists.ts';
import { databases } from './support/databases.ts';
import { useImportPool } from './support/import-pool.ts';

/** The SKUs of the two good products of the pool. */
const [LETTUCE, PENS] = ['00000010096024', '04006381333931'];

const LISTS = `id,name,currency,starts_on,ends_on,stores,customer_groups,customers,priority
STD,Standard,,,,,,,
TRADE,Trade,,2026-01-01,2026-12-31,1|2,trade,,50
`;

describe.each(databases)('price lists and prices from a file, on %s', (_name, open) => {
  const pool = useImportPool(open);
  const runLists = (content: string) => pool.run(priceListImporter(pool.db, 'USD'), PRICE_LIST_COLUMNS, content, OTHER_PRICE_LIST_COLUMNS);
  const runPrices = async (content: string) =>
    pool.run(priceImporter(pool.db, await loadPriceLists(pool.db), COMMAND_LINE), PRICE_COLUMNS, content, OTHER_PRICE_COLUMNS);
  const begin = async () => {
    await pool.db.deleteFrom('price_lists').execute();
    await pool.db.deleteFrom('office_actions').execute();
    await pool.stores();
    await pool.products();
    return runLists(LISTS);
  };
  const kept = async () => (await loadPrices(pool.db, ['STD', 'TRADE'], [LETTUCE, PENS])).sort((a, b) => (a.sku < b.sku ? -1 : 1));

  it('reads lists and prices, and says the same twice without a change', async () => {
    expect(await begin()).toMatchObject({ report: { rows: 2, accepted: 2 }, refused: [] });
    const trade: Partial<PriceList> = { id: 'TRADE', name: 'Trade', startsOn: '2026-01-01', endsOn: '2026-12-31', priority: 50 };
    expect([...(await loadPriceLists(pool.db)).values()]).toEqual([
      priceListOf({ id: 'STD', name: 'Standard' }),
      priceListOf({ ...trade, storeIds: ['1', '2'], customerGroups: ['trade'] }),
    ]);
    const head = 'list;sku;price;starts_on;ends_on;breaks';
    const file = `${head}\nSTD;10096024;1,99;;;6:1,80|12:1,605\nTRADE;${PENS};0,995;2026-06-01;2026-06-30;\n`;
    expect(await runPrices(file)).toMatchObject({ report: { rows: 2, accepted: 2 }, refused: [] });
    const breaks = [
      { fromQuantity: 6, unitPrice: 180_000 },
      { fromQuantity: 12, unitPrice: 160_500 },
    ];
    expect(await kept()).toEqual([
      { ...listPriceOf({ sku: LETTUCE, unitPrice: 199_000, breaks }), listId: 'STD' },
      { ...listPriceOf({ sku: PENS, unitPrice: 99_500, startsOn: '2026-06-01', endsOn: '2026-06-30' }), listId: 'TRADE' },
    ]);
    const before = await pool.everything();
    expect(await runLists(LISTS)).toMatchObject({ refused: [] });
    expect(await runPrices(file)).toMatchObject({ refused: [] });
    expect(await pool.everything()).toBe(before);
    const logged = await pool.db.selectFrom('office_actions').select(['action', 'subject', 'after']).orderBy('id').execute();
    expect(logged.filter(({ action }) => action === 'price.import')).toEqual([
      { action: 'price.import', subject: 'STD TRADE', after: { prices: 2 } },
    ]);
  });

  it('a column that nobody knows, or that is missing, is named, and nothing is imported', async () => {
    await begin();
    await expect(runPrices(`list,sku,price,until\nSTD,${PENS},1,\n`)).rejects.toThrow(/has a column “until” that is not known/);
    await expect(runPrices(`list,sku\nSTD,${PENS}\n`)).rejects.toThrow(/Missing: price\./);
    await expect(runLists(`id,name,store\nA,A,1\n`)).rejects.toThrow(/has a column “store” that is not known/);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['list', `NONE,${PENS},1,,,`, 'list', /^names no price list/],
    ['article', 'STD,4711,1,,,', 'sku', /^names no product of the catalog/],
    ['negative price', `STD,${PENS},-1,,,`, 'price', /^is negative$/],
    ['price that is none', `STD,${PENS},one,,,`, 'price', /^is no price$/],
    ['price that is too fine', `STD,${PENS},0.000001,,,`, 'price', /^has more than 5 decimals$/],
    ['first day', `STD,${PENS},1,2026-02-30,,`, 'starts_on', /^is not written as it should be$/],
    ['dates', `STD,${PENS},1,2026-02-02,2026-02-01,`, 'ends_on', /^is before the first day\. Give a last day/],
    ['breaks that are none', `STD,${PENS},1,,,6`, 'breaks', /6:1\.80\|12:1\.60 say$/],
    ['breaks out of order', `STD,${PENS},1,,,12:0.80|6:0.90`, 'breaks', /Order the breaks/],
    ['dear break', `STD,${PENS},1,,,6:1.10`, 'breaks', /^is dearer than fewer units are/],
  ])('refuses a row for its %s, names the column and says what to do', async (_what, row, field, reason) => {
    await begin();
    const { report, refused } = await runPrices(`list,sku,price,starts_on,ends_on,breaks\n${row}\nSTD,${LETTUCE},2.00,,,\n`);
    expect([report.accepted, refused]).toEqual([1, [{ line: 2, field, reason: expect.stringMatching(reason) as string }]]);
  });

  it('refuses dates that overlap, in the file or with what is kept; and a price that stands twice', async () => {
    await begin();
    const rows = [
      `STD,${PENS},1.00,2026-01-01,2026-06-30`,
      `STD,${PENS},1.10,2026-06-01,`,
      `STD,4006381333931,1.20,2026-01-01,`,
      `STD,${LETTUCE},1.30,,`,
      `STD,${LETTUCE},1.40,2026-03-01,`,
    ];
    const { refused } = await runPrices(`list,sku,price,starts_on,ends_on\n${rows.join('\n')}\n`);
    expect(refused.map(({ line, field }) => [line, field])).toEqual([
      [3, 'starts_on'],
      [4, 'starts_on'],
    ]);
    const again = await runPrices(`list,sku,price,starts_on,ends_on\nSTD,${PENS},1.50,2026-06-30,\n`);
    expect(again.refused).toEqual([
      {
        line: 2,
        field: 'starts_on',
        reason: `overlaps the price of ${PENS} (first day: 2026-01-01) in the same list. Change a first or last day`,
      },
    ]);
    expect((await runPrices(`list,sku,price\nSTD,${PENS},1\nSTD,${PENS},2\n`)).refused).toEqual([
      { line: 3, field: 'sku', reason: 'stands twice; line 2 has it already' },
    ]);
  });

  it.each([
    ['currency', 'A,A,ABC,,,,', 'currency', /ISO 4217/],
    ['store', 'A,A,USD,9,,,', 'stores', /^names no store$/],
    ['customers and groups', 'A,A,USD,,trade,C1,', 'customer_groups', /stands beside customers/],
    ['priority', 'A,A,USD,,,,high', 'priority', /is no whole number/],
    ['name', 'A,,USD,,,,', 'name', /^is too small or too short$/],
  ])('refuses a list for its %s', async (_what, row, field, reason) => {
    await begin();
    const { refused } = await runLists(`id,name,currency,stores,customer_groups,customers,priority\n${row}\n`);
    expect(refused).toEqual([{ line: 2, field, reason: expect.stringMatching(reason) as string }]);
  });
});
