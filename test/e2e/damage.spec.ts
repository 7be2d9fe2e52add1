import { randomBytes } from 'node:crypto';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/sync/allocate-changes.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Article, Company } from './support/company.ts';
import { expectWhole, isRefused, notice, roomIsGone, sell, setUp, signIn, STORE } from './support/counter.ts';
import type { Running } from './support/device.ts';
import { expect, test } from './support/test.ts';

/** What a test may do to the disk, from a page of the app's origin on which the app does not run. */
type Damage =
  | 'lose the newest entry' | 'lose the journal' | 'ruin the journal' | 'raise the journal' | 'alter an entry' | 'lose the mirror' | 'damage a document'
  | 'lose the checkpoint' | 'ruin the replica' | 'ruin the notes';

/** Damages what the app keeps, past the app. Gives how many entries of journals there were. */
async function damage({ page }: Running, company: Company, ...damages: Damage[]): Promise<number> {
  await page.goto(`${company.url}/icon.svg`);
  return page.evaluate(async (wanted) => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database did not say why.'));
      });
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const find = (part: string, end: string) => names.find((name) => name.includes(part) && name.endsWith(end)) ?? '';
    async function change(name: string, work: (documents: IDBObjectStore) => Promise<unknown>) {
      const database = await answerOf(indexedDB.open(name));
      await work(database.transaction('docs', 'readwrite').objectStore('docs'));
      database.close();
    }
    async function raise(name: string, upgrade: (database: IDBDatabase) => void = () => undefined) {
      const opening = indexedDB.open(name, 9999);
      opening.onupgradeneeded = () => upgrade(opening.result);
      (await answerOf(opening)).close();
    }
    const ruin = (name: string) => raise(name, (database) => database.deleteObjectStore('docs'));
    const journal = find('outpost-journal', '--journal');
    const replica = find('outpost-replica', '--replica');
    let count = 0;
    await change(journal, async (documents) => (count = await answerOf(documents.count())));
    for (const one of wanted) {
      if (one === 'lose the newest entry') await change(journal, async (documents) => answerOf(documents.delete((await answerOf(documents.getAllKeys()))[0] as IDBValidKey)));
      if (one === 'lose the journal') await change(journal, (documents) => answerOf(documents.clear()));
      if (one === 'alter an entry') {
        await change(journal, async (documents) => {
          const entry = (await answerOf<{ operation: { at: string } }[]>(documents.getAll()))[1];
          if (entry !== undefined) await answerOf(documents.put({ ...entry, operation: { ...entry.operation, at: '2020-01-01T00:00:00.000Z' } }));
        });
      }
      if (one === 'raise the journal') await raise(journal);
      if (one === 'ruin the journal') await ruin(journal);
      if (one === 'ruin the replica') await ruin(replica);
      if (one === 'ruin the notes') await ruin(find('outpost-device', '--device'));
      if (one === 'lose the mirror') await (await navigator.storage.getDirectory()).removeEntry('journal-mirror.jsonl');
      if (one === 'damage a document') await change(replica, async (documents) => answerOf(documents.put({ ...(await answerOf<object>(documents.get('store|CHI1'))), body: '{"id":' })));
      if (one === 'lose the checkpoint') await change(replica, (documents) => answerOf(documents.delete('!checkpoint')));
    }
    return count;
  }, damages);
}

test.describe('the journal is damaged', { tag: '@desktop' }, () => {
  for (const [what, damages] of [
    ['its newest entry is gone', ['lose the newest entry']],
    ['it is empty', ['lose the journal']],
    ['its store is gone', ['ruin the journal']],
  ] as const) {
    test(`[J7] [R5] ${what}: offline it is made whole from its mirror, and the next receipt has the next number`, async ({ device, company }) => {
      const now = await device.start();
      const { article, prefix } = await setUp(now, company);
      await company.cut();
      expect(await sell(now, article)).toBe(`${prefix}-000004`);
      // The mirror is written a moment after the sale.
      await expect.poll(() => now.page.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('journal-mirror.jsonl')).getFile()).text())).toContain('-000004');
      expect(await damage(now, company, ...damages)).toBe(5);
      await signIn(now, company);
      await expect(notice(now.page)).toContainText('have been repaired from their copies. Nothing is missing');
      await now.till.goTo('Sale');
      expect(await sell(now, article)).toBe(`${prefix}-000005`);
      await company.mend();
      await now.till.allSent();
      await expectWhole(company, prefix, 5);
    });
  }

  test('[J7] its database has a higher version than the app knows: it opens as it is', async ({ device, company }) => {
    const now = await device.start();
    const { article, prefix } = await setUp(now, company);
    await damage(now, company, 'raise the journal', 'lose the mirror');
    await signIn(now, company);
    await now.till.goTo('Sale');
    await expect(now.page.getByText('have been repaired')).toBeHidden();
    expect(await sell(now, article)).toBe(`${prefix}-000004`);
    await now.till.allSent();
    await expectWhole(company, prefix, 4);
  });

  test('[J7] [R5] it and its mirror are gone: nothing is recorded until the server can be asked, and then it goes on by itself', async ({ device, company }, info) => {
    const now = await device.start();
    const { article, prefix } = await setUp(now, company);
    await company.cut();
    await damage(now, company, 'lose the journal', 'lose the mirror');
    await signIn(now, company);
    await expect(notice(now.page)).toContainText('has lost part of its records. You can look things up, but not record anything yet');
    await now.till.goTo('Sale');
    await now.page.screenshot({ path: info.outputPath('needs-server.png') });
    await expectAccessible(now.page, 'needs-server');
    // Its replica says that the shift is open, so a sale can be tried.
    await now.till.ring(article);
    const cash = now.page.getByRole('form', { name: 'Cash' });
    await cash.getByRole('button', { name: /^Exact/ }).click();
    await cash.getByRole('button', { name: 'Complete sale' }).click();
    await expect(now.page.getByText('so nothing can be recorded on it yet').first()).toBeVisible();
    await expect(now.page.getByRole('article', { name: /^Receipt/ })).toHaveCount(0);
    await company.mend();
    await expect(now.page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible({ timeout: 30_000 });
    await now.till.signIn(company.pinOf('manager', STORE));
    await expect(notice(now.page)).toContainText('Nothing is missing');
    await now.till.goTo('Sale');
    // Rung up in a journal that did not know what had been sold: it cannot be told from a sale that was done, so it is rung up anew.
    await expect(now.page.getByText('Scan the first item')).toBeVisible();
    expect(await sell(now, article)).toBe(`${prefix}-000004`);
    await now.till.allSent();
    await expectWhole(company, prefix, 4);
  });

  test('[J2] an entry was altered: it is found behind the work and mended at the next start, the damaged journal is kept', async ({ device, company }) => {
    const now = await device.start();
    const { prefix } = await setUp(now, company);
    await damage(now, company, 'alter an entry');
    const found = now.page.waitForEvent('console', (message) => message.text().includes('damaged at operation 3'));
    await signIn(now, company);
    await found;
    await signIn(now, company);
    await expect(notice(now.page)).toContainText('Nothing is missing');
    expect(await now.page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.endsWith('--journal')).length)).toBe(2);
    await now.till.goTo('Sync');
    const saving = now.page.waitForEvent('download');
    await now.page.getByRole('button', { name: 'Save a copy for support' }).click();
    expect((await saving).suggestedFilename()).toMatch(/^outpost-journal-.*\.jsonl$/);
    await expectWhole(company, prefix, 3);
  });
});

test.describe('the replica is damaged', { tag: '@desktop' }, () => {
  for (const what of ['damage a document', 'lose the checkpoint', 'ruin the replica'] as const) {
    test(`[R5] ${what}: it is fetched again by itself, and what is not sent stays on top`, async ({ device, company }, info) => {
      const now = await device.start();
      const { article, prefix } = await setUp(now, company);
      await company.cut();
      await sell(now, article);
      await damage(now, company, what);
      await now.page.goto(company.url);
      await expect(now.page.getByText('was damaged and is being fetched again. Nothing that was done here is lost')).toBeVisible();
      await now.page.screenshot({ path: info.outputPath('renewing.png') });
      await expectAccessible(now.page, 'renewing');
      await company.mend();
      await now.till.signIn(company.pinOf('manager', STORE));
      await expect(now.page.getByText('is being fetched again')).toBeHidden();
      await now.till.goTo('Sale');
      expect(await sell(now, article)).toBe(`${prefix}-000005`);
      await now.till.allSent();
      await expectWhole(company, prefix, 5);
    });
  }
});

test('the device’s notes do not open: the person is told what to do, and can save a copy', { tag: '@desktop' }, async ({ device, company }, info) => {
  const now = await device.start();
  await setUp(now, company);
  await damage(now, company, 'ruin the notes');
  await now.page.goto(company.url);
  await expect(now.page.getByRole('heading', { name: 'This device could not open its records' })).toBeVisible();
  await expect(now.page.getByText('Nothing has been deleted. Close other windows')).toBeVisible();
  await now.page.screenshot({ path: info.outputPath('broken.png') });
  await expectAccessible(now.page, 'broken');
  const saving = now.page.waitForEvent('download');
  await now.page.getByRole('button', { name: 'Save a copy for support' }).click();
  await saving;
});

/** Gives an article a new price, and gives that, in minor units. With it come new categories, which no screen shows and which take 60 KB. */
async function changeCatalog({ database: { db } }: Company, article: Article): Promise<number> {
  const rows = await db.selectFrom('products').selectAll().execute();
  const products = rows.map(({ unit_price: unitPrice, tax_class: taxClass, ...row }) => ({
    ...row, taxClass, category: randomBytes(150).toString('base64'), unitPrice: row.sku === article.sku ? unitPrice + 1000 : unitPrice,
  }));
  await transact(db, async (tx) => {
    const items: ChangeItem[] = [];
    await upsertProducts(tx, products, items);
    await allocateChanges(tx, items);
  });
  return article.priceMinor + 1;
}

/** Enough for some sales, too little for a page of the catalog; in bytes. */
const LITTLE_ROOM = 40_000;

test('[J1] [R5] there is too little room for news but enough for sales: selling goes on, and the news comes when there is room', { tag: '@desktop' }, async ({ device, company }, info) => {
  test.slow();
  const now = await device.start();
  const { article, prefix } = await setUp(now, company);
  const devtools = await now.context.newCDPSession(now.page);
  const { origin } = new URL(company.url);
  const leaveLittleRoom = async () => {
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + LITTLE_ROOM });
  };
  await expect
    .poll(async () => {
      await leaveLittleRoom();
      return [await isRefused(now.page, LITTLE_ROOM + 1000), await isRefused(now.page, 2_000)];
    }, { timeout: 45_000, intervals: [500] })
    .toEqual([true, false]);
  const priceMinor = await changeCatalog(company, article);
  await expect(notice(now.page)).toContainText('it cannot save news from the server. You can keep working. Free some space');
  await now.page.screenshot({ path: info.outputPath('news-full.png') });
  await expectAccessible(now.page, 'news full');
  const counter = now.page.getByRole('list', { name: 'Items in this sale' });
  const shown = (minor: number) => (minor / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  for (const number of ['000004', '000005']) {
    await leaveLittleRoom();
    await now.till.ring(article);
    await expect(counter).toContainText(shown(article.priceMinor));
    expect((await now.till.pay()).number).toBe(`${prefix}-${number}`);
  }
  await now.till.allSent();
  await expectWhole(company, prefix, 5);
  await expect(notice(now.page)).toContainText('it cannot save news from the server');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(now.page.getByText('it cannot save news from the server')).toBeHidden({ timeout: 40_000 });
  await now.till.ring(article);
  await expect(counter).toContainText(shown(priceMinor));
});

test('[J1] [J7] the device is full: nothing is called done that is not, selling goes on by itself when there is room', { tag: '@desktop' }, async ({ device, company }, info) => {
  test.slow();
  const now = await device.start();
  const { article, prefix } = await setUp(now, company);
  const devtools = await now.context.newCDPSession(now.page);
  const quota = (bytes?: number) => devtools.send('Storage.overrideQuotaForOrigin', { origin: company.url, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
  await now.till.ring(article);
  await quota(1);
  await roomIsGone(now.page, 1000);
  const form = now.page.getByRole('form', { name: 'Cash' });
  await form.getByRole('button', { name: /^Exact/ }).click();
  await form.getByRole('button', { name: 'Complete sale' }).click();
  await expect(now.page.getByText('This device is full, so it has NOT been done').first()).toBeVisible();
  await now.page.screenshot({ path: info.outputPath('full.png') });
  await expectAccessible(now.page, 'full');
  let pulls = 0;
  now.page.on('request', (request) => (pulls += request.url().endsWith('/v1/pull') ? 1 : 0));
  await company.placeOrder(STORE, [{ article, quantity: 1 }]);
  await expect(notice(now.page)).toContainText('it cannot save news from the server. You can keep working');
  expect(pulls).toBeLessThan(20);
  await quota();
  await form.getByRole('button', { name: 'Complete sale' }).click();
  await expect(now.page.getByRole('article', { name: `Receipt ${prefix}-000004` })).toBeVisible();
  await expect(now.page.getByText('it cannot save news from the server')).toBeHidden({ timeout: 40_000 });
  await now.till.allSent();
  await expectWhole(company, prefix, 4);
});
