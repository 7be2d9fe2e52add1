import { say } from '../support/say.ts';
import { randomBytes } from 'node:crypto';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Article, Company } from './support/company.ts';
import { expectWhole, notice, roomIsGone, setUp, STORE } from './support/counter.ts';
import { expect, test } from './support/test.ts';

/**
 * Gives an article a new price, and gives that, in minor units. With it come new categories, which no screen shows and which take 60
 * KB.
 */
async function changeCatalog({ database: { db } }: Company, article: Article): Promise<number> {
  const rows = await db.selectFrom('products').selectAll().execute();
  const products = rows.map(({ unit_price: unitPrice, tax_class: taxClass, minimum_age, sold_by, tare_grams, terms: _, ...row }) => ({
    ...row,
    minimumAge: minimum_age,
    soldBy: sold_by,
    tareGrams: tare_grams,
    taxClass,
    category: randomBytes(150).toString('base64'),
    unitPrice: row.sku === article.sku ? unitPrice + 1000 : unitPrice,
  }));
  await transact(db, async (tx) => {
    const items: ChangeItem[] = [];
    await upsertProducts(tx, products, items);
    await allocateChanges(tx, items);
  });
  return article.priceMinor + 1;
}

/** The longest pause of what tries again, in milliseconds. */
const LONGEST_PAUSE_MS = 20_000;

/** Enough for some sales, too little for a page of the catalog; in bytes. */
const LITTLE_ROOM = 50_000;

test(
  '[J1] [R5] there is too little room for news but enough for sales: selling goes on, and the news comes when there is room',
  { tag: '@desktop' },
  async ({ device, company }, info) => {
    test.slow();
    const now = await device.start();
    await now.page.clock.install();
    const { article, prefix } = await setUp(now, company);
    const devtools = await now.context.newCDPSession(now.page);
    const { origin } = new URL(company.url);
    const quota = (bytes?: number) =>
      devtools.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
    // Once it has refused something, the browser asks anew before each write. A large one that it refuses takes room all the same.
    await quota(1);
    await roomIsGone(now.page);
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
    await quota(usage + LITTLE_ROOM);
    const priceMinor = await changeCatalog(company, article);
    await expect(notice(now.page)).toContainText(say('kit.diskFull'));
    await now.page.screenshot({ path: info.outputPath('news-full.png') });
    await expectAccessible(now.page, 'news full');
    const counter = now.page.getByRole('list', { name: say('sale.items') });
    const shown = (minor: number) => (minor / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    for (const number of ['000004', '000005']) {
      await now.till.ring(article);
      await expect(counter).toContainText(shown(article.priceMinor));
      expect((await now.till.pay()).number).toBe(`${prefix}-${number}`);
    }
    await now.till.allSent();
    await expectWhole(company, prefix, 5);
    await expect(notice(now.page)).toContainText(say('kit.diskFull'));
    await quota();
    await now.page.clock.fastForward(LONGEST_PAUSE_MS);
    await expect(now.page.getByText(say('kit.diskFull'))).toBeHidden({ timeout: 40_000 });
    await now.till.ring(article);
    await expect(counter).toContainText(shown(priceMinor));
  },
);

test(
  '[J1] [J7] the device is full: nothing is called done that is not, selling goes on by itself when there is room',
  { tag: '@desktop' },
  async ({ device, company }, info) => {
    test.slow();
    const now = await device.start();
    await now.page.clock.install();
    const { article, prefix } = await setUp(now, company);
    const devtools = await now.context.newCDPSession(now.page);
    const quota = (bytes?: number) =>
      devtools.send('Storage.overrideQuotaForOrigin', { origin: company.url, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
    await now.till.ring(article);
    await quota(1);
    await roomIsGone(now.page);
    const form = now.page.getByRole('form', { name: say('sale.cash') });
    await form.getByRole('button', { name: say('sale.exact') }).click();
    await form.getByRole('button', { name: say('sale.completeSale') }).click();
    // A full disk takes its time to say no, on a loaded machine above all.
    await expect(now.page.getByText(say('refusal.storage_full')).first()).toBeVisible({ timeout: 40_000 });
    await now.page.screenshot({ path: info.outputPath('full.png') });
    await expectAccessible(now.page, 'full');
    let pulls = 0;
    now.page.on('request', (request) => (pulls += request.url().endsWith('/v1/pull') ? 1 : 0));
    await company.placeOrder(STORE, [{ article, quantity: 1 }]);
    await expect(notice(now.page)).toContainText(say('kit.diskFull'));
    expect(pulls).toBeLessThan(20);
    await quota();
    await form.getByRole('button', { name: say('sale.completeSale') }).click();
    await expect(now.page.getByRole('article', { name: say('sale.receiptNumber', { number: `${prefix}-000004` }) })).toBeVisible();
    await now.page.clock.fastForward(LONGEST_PAUSE_MS);
    await expect(now.page.getByText(say('kit.diskFull'))).toBeHidden({ timeout: 40_000 });
    await now.till.allSent();
    await expectWhole(company, prefix, 4);
  },
);
