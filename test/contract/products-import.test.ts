import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { BODY } from '../../sync-server/feed/bodies.ts';
import { PRODUCT_COLUMNS, productImporter } from '../../sync-server/import/import-products.ts';
import { databases } from './support/databases.ts';
import { PRODUCTS, useImportPool } from './support/import-pool.ts';

/** A row of the products' file as it stands there, quoted once more. */
const rowAt = (line: number): string => `"${(PRODUCTS.split('\n')[line - 1] ?? '').replaceAll('"', '""')}"`;

describe.each(databases)('imports on %s', (_name, open) => {
  const pool = useImportPool(open);
  const { run, stores, products } = pool;

  it('takes stores and good products, and says of each other row where it stands and what is wrong', async () => {
    expect((await stores()).report).toMatchObject({ rows: 2, accepted: 2, refused: 0 });
    expect(await pool.db.selectFrom('locations').select(['name', 'timezone']).orderBy('id').execute()).toEqual([
      { name: 'Store, first', timezone: 'America/Chicago' },
      { name: 'Store two', timezone: 'America/Denver' },
    ]);
    const { report, refused } = await products();
    expect(report).toMatchObject({ rows: 6, accepted: 2, refused: 4 });
    expect(refused).toEqual([
      { line: 4, field: 'gtin', reason: 'has a wrong check digit' },
      { line: 5, field: 'gtin', reason: 'has not 8, 12, 13 or 14 digits' },
      { line: 6, field: 'gtin', reason: 'stands twice; line 2 has it already' },
      { line: 7, field: 'name', reason: 'is empty' },
    ]);
    expect(await readFile(join(pool.folder, 'refused.csv'), 'utf8')).toBe(
      `line,field,reason,row\n4,gtin,has a wrong check digit,${rowAt(4)}\n5,gtin,"has not 8, 12, 13 or 14 ` +
        `digits",${rowAt(5)}\n6,gtin,stands twice; line 2 has it already,${rowAt(6)}\n7,name,is empty,${rowAt(7)}\n`,
    );
    expect(await pool.db.selectFrom('products').select(['sku', 'name', 'unit_price']).orderBy('sku').execute()).toEqual([
      { sku: '00000010096024', name: 'Lettuce', unit_price: 999_000 },
      { sku: '04006381333931', name: 'Pens, "fine"', unit_price: 999_000 },
    ]);
  });

  it('takes the age that goods ask for, keeps it where a file has none, and takes it away by 0', async () => {
    const header = 'gtin,name,brand,category,size,minimum_age';
    const ages = async () =>
      (await pool.db.selectFrom('products').select(['name', 'minimum_age']).orderBy('name').execute()).map((one) => one.minimum_age);
    await stores();
    await products(`${header}\n4006381333931,Wine,,,,18\n10096024,Beer,,,,16\n9501101530003,Cheese,,,,young`);
    expect(await ages()).toEqual([16, 18]);
    await products('gtin,name,brand,category,size\n4006381333931,Wine,,,\n10096024,Beer,,,');
    expect(await ages()).toEqual([16, 18]);
    await products(`${header}\n10096024,Beer,,,,0`);
    expect(await ages()).toEqual([null, 18]);
  });

  it('takes what a price is for, keeps it where a file has none, and refuses what it does not know', async () => {
    const header = 'gtin,name,brand,category,size,sold_by';
    const units = async () =>
      (await pool.db.selectFrom('products').select(['name', 'sold_by']).orderBy('name').execute()).map((one) => one.sold_by);
    await stores();
    await products(`${header}\n4006381333931,Apples,,,,KG\n10096024,Soap,,,,\n9501101530003,Cheese,,,,lb`);
    expect(await units()).toEqual(['kg', 'piece']);
    await products('gtin,name,brand,category,size\n4006381333931,Apples,,,\n10096024,Soap,,,');
    expect(await units()).toEqual(['kg', 'piece']);
    await products(`${header}\n4006381333931,Apples,,,,piece`);
    expect(await units()).toEqual(['piece', 'piece']);
  });

  it('takes the tare of goods in grams, keeps it where a file has none, and tells registers of it', async () => {
    const header = 'gtin,name,brand,category,size,sold_by,tare';
    const tares = async () =>
      (await pool.db.selectFrom('products').select(['name', 'tare_grams']).orderBy('name').execute()).map((one) => one.tare_grams);
    await stores();
    await products(`${header}\n4006381333931,Apples,,,,kg,15\n10096024,Soap,,,,,\n9501101530003,Cheese,,,,kg,10001`);
    const pageOnFeed = async () =>
      (
        await sql<{ body: unknown }>`select ${BODY} as body from (values ('all', 'catalog_page', '0')) as t(scope, kind, id)`.execute(
          pool.db,
        )
      ).rows[0]?.body;
    expect(await tares()).toEqual([15, 0]);
    await products('gtin,name,brand,category,size\n4006381333931,Apples,,,\n10096024,Soap,,,');
    expect(await tares()).toEqual([15, 0]);
    expect(await pageOnFeed()).toMatchObject({ name: ['Soap', 'Apples'], tareGrams: [0, 15] });
    await products(`${header}\n4006381333931,Apples,,,,kg,0`);
    expect(await tares()).toEqual([0, 0]);
    expect(await pageOnFeed()).toMatchObject({ tareGrams: [] });
  });

  it('takes how articles are sold, keeps it where a file has none, and refuses what cannot be', async () => {
    const header = 'gtin,sku,name,brand,category,size,kind,open_price,tax_of_goods,serial,deposits,components';
    const terms = async () =>
      Object.fromEntries((await pool.db.selectFrom('products').select(['name', 'terms']).execute()).map((one) => [one.name, one.terms]));
    const { refused } = await products(
      [
        header,
        ',BOTTLE,Bottle,,,,deposit,,yes,,,',
        ',REPAIR,Repair,,,,service,yes,,,,',
        '4006381333931,,Cola,,,,,,,,BOTTLE,',
        '10096024,,Box,,,,,,,,BOTTLE:20,',
        ',SET,Set,,,,,,,,,4006381333931:2 LAMP',
        ',LAMP,Lamp,,,,,,,yes,,',
        ',CUP,Cup,,,,,,,,LAMP,',
        ',PLATE,Plate,,,,gift,,,,,',
        ',SPOON,Spoon,,,,,,,,BOTTLE:0,',
        ',FORK,Fork,,,,,,,perhaps,,',
        ',KNIFE,Knife,,,,deposit,,,yes,,',
        ',PAN,Pan,,,,,,,,NOBODY,',
        ',POT,Pot,,,,,,yes,,,',
        ',LID,Lid,,,,,,,,BOTTLE BOTTLE,',
      ].join('\n'),
    );
    expect(refused).toEqual([
      { line: 9, field: 'kind', reason: 'is none of goods, service, fee, deposit' },
      { line: 10, field: 'deposits', reason: 'is no list of pairs, 4006381333931:20 say' },
      { line: 11, field: 'serial', reason: 'is neither yes nor no' },
      { line: 6, field: 'components', reason: 'names LAMP, which cannot lie in a bundle: plain goods by the piece can' },
      { line: 8, field: 'deposits', reason: 'names LAMP, which is no deposit. Import it with the kind deposit first' },
      {
        line: 12,
        field: 'kind',
        reason: 'says things that no article can be at once. Give what stands in docs/operate.md for its kind alone',
      },
      { line: 13, field: '', reason: 'names NOBODY, which is no product of the catalog. Import that first' },
      { line: 14, field: 'tax_of_goods', reason: 'is for deposits alone' },
      { line: 15, field: '', reason: 'names one article twice. Write its quantity behind it' },
    ]);
    const bottles = (quantity: number) => ({ deposits: [{ sku: 'BOTTLE', quantity }] });
    const first = {
      Bottle: { kind: 'deposit', taxOfGoods: true },
      Repair: { kind: 'service', openPrice: true },
      Cola: bottles(1),
      Box: bottles(20),
      Lamp: { asksSerial: true },
    };
    expect(await terms()).toEqual(first);
    await products('gtin,name,brand,category,size\n4006381333931,Cola,,,\n10096024,Box,,,');
    expect(await terms()).toEqual(first);
    await products(`${header}\n,SET,Set,,,,,,,,,4006381333931:2\n10096024,,Box,,,,,,,,0,\n,LAMP,Lamp,,,,,,,no,,`);
    expect(await terms()).toMatchObject({ Set: { components: [{ sku: '04006381333931', quantity: 2 }] }, Box: null, Lamp: null });
  });

  it('takes weight and size of goods, keeps them where a file has none, and refuses what is none', async () => {
    const header = 'gtin,name,brand,category,size,weight,dimensions';
    const measures = async () =>
      (await pool.db.selectFrom('products').select(['name', 'weight_grams', 'size_mm']).orderBy('name').execute()).map((one) => [
        one.weight_grams,
        one.size_mm,
      ]);
    await stores();
    await products(`${header}\n4006381333931,Apples,,,,150,80x80 x 75\n10096024,Soap,,,,,\n9501101530003,Cheese,,,,1,80x80`);
    expect(await measures()).toEqual([
      [150, [80, 80, 75]],
      [null, null],
    ]);
    await products('gtin,name,brand,category,size\n4006381333931,Apples,,,\n10096024,Soap,,,');
    expect(await measures()).toEqual([
      [150, [80, 80, 75]],
      [null, null],
    ]);
    await products(`${header}\n4006381333931,Apples,,,,0,0`);
    expect(await measures()).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('reads gzip, and leaves the price of known products alone unless the file has one', async () => {
    await products(gzipSync(PRODUCTS));
    await products('gtin,name,brand,category,size,price\n10096024,Lettuce,,,,1.25\n');
    await products();
    expect(await pool.db.selectFrom('products').select('unit_price').orderBy('sku').execute()).toEqual([
      { unit_price: 125_000 },
      { unit_price: 999_000 },
    ]);
  });

  it.each([
    ['other columns', 'code,name\n1,x\n', /has not the columns that were expected\. Missing: gtin, brand, category, size\./],
    ['nothing', '', /is empty/],
    ['a torn gzip', gzipSync(PRODUCTS.repeat(3)).subarray(0, 60), /is torn: the gzip stream ends too early/],
    ['a damaged gzip', Buffer.concat([gzipSync(PRODUCTS).subarray(0, 20), Buffer.alloc(200, 7)]), /is damaged|is torn/],
  ])('says what is wrong with a file that holds %s', async (_what, content, sentence) => {
    await expect(products(content)).rejects.toThrow(sentence);
  });

  it('refuses rows with too many columns or broken quotes, and goes on behind them', async () => {
    const { report, refused } = await products('gtin,name,brand,category,size\n10096024,Lettuce,,,,,extra\n4006381333931,Pens,,,\n');
    expect(report).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
    expect(refused).toEqual([{ line: 2, field: '', reason: 'this row has 7 columns instead of 5' }]);
  });

  it.each<[string, string | Buffer, readonly string[], number]>([
    [
      'stray quotes',
      'gtin,name,brand,category,size,price\n4006381333191,"17" Monitor,A,B,1,1.00\n4006381333207,5" ' +
        'pipe,A,B,1,1.00\n4006381333214,"Forgotten,A,B,1,1.00\n4006381333221,"Quoted, three",A,B,1,1.00\n',
      ['"17" Monitor', '5" pipe', '"Forgotten', 'Quoted, three'],
      0,
    ],
    [
      'mixed line ends',
      'gtin,name,brand,category,size,price\n4006381333153,One,A,B,1,1.00\r\n4006381333160,Two,A,B,1,1.00\n4006381333191,Three,A,B,1,1.00\r',
      ['One', 'Two', 'Three'],
      0,
    ],
    [
      'a line end within quotes',
      'gtin,name,brand,category,size,price\n4006381333283,"Blue\nShirt",A,B,1,1.00\n4006381333290,After,A,B,1,1.00\n',
      ['After'],
      1,
    ],
    [
      'Windows-1252',
      Buffer.from('gtin,name,brand,category,size,price\n4006381333108,Caf\xe9 Cr\xe8me \x96 mild,M\xfcller,Food,1,2.49\n', 'latin1'),
      ['Café Crème – mild'],
      0,
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffgtin,name,brand,category,size,price\n4006381333139,Crème brûlée,Ö,Food,1,3.10\n', 'utf16le'),
      ['Crème brûlée'],
      0,
    ],
    [
      'semicolons and decimal commas',
      '\ufeffgtin;name;brand;category;size;price\r\n4006381333122;Salz 500 g;Sal;Food;500 g;0,49\r\n4006381333139;Meer, ' +
        'salz;Sal;Food;1;1.234,50\r\n',
      ['Salz 500 g', 'Meer, salz'],
      0,
    ],
    [
      'a point that may stand before thousands',
      'gtin;name;brand;category;size;price\n4006381333122;Salz;Sal;Food;1;1.234\n4006381333139;Salt;Sal;Food;1;12.50\n',
      ['Salt'],
      1,
    ],
    ['a free gift', 'gtin,name,brand,category,size,price\n4006381333108,Gift,A,B,1,0.00\n', ['Gift'], 0],
    ['a quote that is torn off at the end', `${PRODUCTS}5000159484695,"Torn`, ['Lettuce', 'Pens, "fine"'], 5],
  ])('accounts for every row of a file with %s', async (_what, content, names, refusedRows) => {
    const { report, refused } = await products(content);
    expect(report).toMatchObject({ rows: names.length + refusedRows, accepted: names.length, refused: refusedRows });
    expect(refused).toHaveLength(refusedRows);
    const stored = await pool.db.selectFrom('products').select('name').execute();
    expect(stored.map((row) => row.name).sort()).toEqual([...names].sort());
    expect(JSON.stringify(stored)).not.toContain('\ufffd');
  });

  it.each([
    ['JPY', '120', 120_000],
    ['KWD', '1.250', 1_250_000],
    ['HUF', '12.50', 1_250_000],
    ['USD', '0.00', 0],
  ])('[M3] reads a price in %s by the decimals of ISO 4217', async (currency, price, unitPrice) => {
    await run(
      productImporter(pool.db, { defaultPrice: 999_000, taxClass: 'standard', currency }),
      PRODUCT_COLUMNS,
      `gtin,name,brand,category,size,price\n4006381333108,One,A,B,1,${price}\n`,
    );
    expect(await pool.db.selectFrom('products').select('unit_price').execute()).toEqual([{ unit_price: unitPrice }]);
  });
});
