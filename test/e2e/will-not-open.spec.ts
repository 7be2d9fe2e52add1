import { say } from '../support/say.ts';
import type { Page } from '@playwright/test';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Article, Company } from './support/company.ts';
import { expectWhole, mirrorHas, sell, setUp, STORE } from './support/counter.ts';
import { expect, test } from './support/test.ts';

/** Holds a database up from a page of the app's origin: it is open there, and another version of it is asked for, which waits. */
async function holdUp(page: Page, url: string, part: string): Promise<void> {
  await page.goto(`${url}/icon.svg`);
  await page.evaluate(async (ending) => {
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.endsWith(`--${ending}`)) ?? '';
    const opening = indexedDB.open(name);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const waiting = indexedDB.open(name, opening.result.version + 1);
    waiting.onupgradeneeded = () => waiting.transaction?.abort();
    await new Promise((resolve) => (waiting.onblocked = resolve));
  }, part);
}

const cannotOpen = (page: Page) => page.getByRole('heading', { name: say('app.notOpened') });
const whatToDo = (page: Page) => page.getByText(say('kit.cannotStartBroken'));

/** Saves a copy for support, and gives the lines of it. */
async function savedCopy(page: Page): Promise<Record<string, unknown>[]> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: say('kit.saveCopy') }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** How long the app waits for IndexedDB, in milliseconds. */
const ANSWER_MS = 20_000;

test.describe('IndexedDB will not open', { tag: '@desktop' }, () => {
  test(
    '[J1] [R5] its files cannot be opened: the person is told what to do, the mirror can be saved, and all is there when they ' + 'can',
    async ({ device, company }, info) => {
      const before = await device.start();
      const { article, prefix } = await setUp(before, company);
      await before.close();
      const files = join(device.profile, 'Default', 'IndexedDB');
      await rename(files, `${files} elsewhere`);
      await writeFile(files, 'No folder.');

      const now = await device.start();
      await now.page.goto(company.url);
      await expect(cannotOpen(now.page)).toBeVisible();
      await expect(whatToDo(now.page)).toBeVisible();
      await now.page.screenshot({ path: info.outputPath('will-not-open.png') });
      await expectAccessible(now.page, 'will not open');
      const copy = await savedCopy(now.page);
      expect(copy[0]).toMatchObject({ unreadable: 'all journals' });
      expect(copy.slice(1).map((line) => (line['mirror'] as { seq: number }).seq)).toEqual([1, 2, 3, 4]);

      await rm(files);
      await rename(`${files} elsewhere`, files);
      await now.page.getByRole('button', { name: say('app.tryAgain') }).click();
      await now.till.signIn(company.pinOf('manager', STORE));
      await now.till.goTo(say('task.sale'));
      expect(await sell(now, article)).toBe(`${prefix}-000004`);
      await now.till.allSent();
      await expectWhole(company, prefix, 4);
    },
  );

  test('[R5] the browser has thrown damaged files away: the device is not taken for a new one, and its second copy can be saved', async ({
    device,
    company,
  }, info) => {
    const before = await device.start();
    const { article, prefix } = await setUp(before, company);
    await company.cut();
    expect(await sell(before, article)).toBe(`${prefix}-000004`);
    await mirrorHas(before.page, `${prefix}-000004`);
    await before.close();
    const files = join(device.profile, 'Default', 'IndexedDB');
    const folder = (await readdir(files)).find((name) => name.endsWith('.leveldb')) ?? '';
    await writeFile(join(files, folder, 'CURRENT'), 'Damaged.');

    await company.mend();
    const now = await device.start();
    await now.page.goto(company.url);
    await expect(now.page.getByText(say('enrol.lostAll'))).toBeVisible();
    await now.page.screenshot({ path: info.outputPath('thrown-away.png') });
    await expectAccessible(now.page, 'thrown away');
    const copy = await savedCopy(now.page);
    expect(copy.map((line) => (line['mirror'] as { seq: number }).seq)).toEqual([1, 2, 3, 4, 5]);
    expect(JSON.stringify(copy.at(-1))).toContain(`${prefix}-000004`);

    await now.till.enrol(await company.registerCode(STORE));
    await now.till.signIn(company.pinOf('manager', STORE));
    await now.till.goTo(say('task.sale'));
    await now.till.openShift();
    expect(await sell(now, article)).not.toContain(prefix);
    await now.till.goTo(say('task.sync'));
    expect(await savedCopy(now.page)).toEqual(expect.arrayContaining(copy));
  });
});

test.describe('IndexedDB gives no answer', { tag: '@desktop' }, () => {
  for (const what of ['device', 'journal'] as const) {
    test(
      `[R5] because something holds the ${what} up: after a while the person is told what to do, nothing is deleted, and it ` +
        'goes on by itself when it lets go',
      async ({ device, company }, info) => {
        test.slow();
        const now = await device.start();
        const { article, prefix } = await setUp(now, company);
        const other = await now.context.newPage();
        await now.page.goto(`${company.url}/icon.svg`);
        await holdUp(other, company.url, what);
        await now.page.clock.install();
        await now.page.goto(company.url);
        await expect(now.page.getByText(say('app.openingLong'))).toBeVisible();
        await expectAccessible(now.page, 'opening');
        await now.page.clock.fastForward(ANSWER_MS);
        await expect(cannotOpen(now.page)).toBeVisible();
        await expect(whatToDo(now.page)).toBeVisible();
        await expect(now.page.getByText('did not answer.')).toBeVisible();
        await now.page.screenshot({ path: info.outputPath(`no-answer-${what}.png`) });
        await other.close();
        await now.till.signIn(company.pinOf('manager', STORE));
        await now.till.goTo(say('task.sale'));
        expect(await sell(now, article)).toBe(`${prefix}-000004`);
        await now.till.allSent();
        await expectWhole(company, prefix, 4);
      },
    );
  }
});

test.describe('the replica’s worker gives no answer', { tag: '@desktop' }, () => {
  // What the service worker has kept would not come by way of the network.
  test.use({ serviceWorkers: 'block' });

  /** A register of its own with one sale. */
  async function sellOnce(till: TillPage, company: Company): Promise<Article> {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await sell({ till }, article);
    await till.allSent();
    return article;
  }

  /** Loads the page anew while the worker's script does not come. @param times how often it does not. */
  async function loadWithoutWorker(page: Page, company: Company, times: number): Promise<void> {
    let asked = 0;
    await page.route(/storage\.worker.*\.js$/, async (route) => {
      asked += 1;
      if (asked > times) return route.continue();
      // The wait for it has begun; it is over at once.
      await page.clock.fastForward(20_000);
    });
    await page.clock.install();
    await page.goto('about:blank');
    await page.goto(company.url);
  }

  test('[R5] another one opens the replica as it is, without the server', async ({ page, till, company }) => {
    const article = await sellOnce(till, company);
    // Without the server nothing could be fetched again.
    await page.route(/\/v1\//, (route) => route.abort());
    await loadWithoutWorker(page, company, 1);
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await expect(page.getByText(say('kit.renewing'))).toBeHidden();
    expect(await sell({ till }, article)).toMatch(/-000002$/);
  });

  test('[R5] nor does another: the person is told what to do, nothing is deleted, and all is there when one does', async ({
    page,
    till,
    company,
  }, info) => {
    const article = await sellOnce(till, company);
    await loadWithoutWorker(page, company, 2);
    await expect(cannotOpen(page)).toBeVisible();
    await expect(whatToDo(page)).toBeVisible();
    await expect(page.getByText('The worker that opens the copy of catalog, stock and orders did not answer.')).toBeVisible();
    await page.screenshot({ path: info.outputPath('no-worker.png') });
    await expectAccessible(page, 'no worker');
    await page.getByRole('button', { name: say('app.tryAgain') }).click();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await expect(page.getByText(say('kit.renewing'))).toBeHidden();
    expect(await sell({ till }, article)).toMatch(/-000002$/);
  });

  test('[R5] nor while a device becomes a register: the person is told what to do, and the code is not used up for nothing', async ({
    page,
    till,
    company,
  }) => {
    await loadWithoutWorker(page, company, 2);
    await till.enrol(await company.registerCode(STORE));
    await expect(cannotOpen(page)).toBeVisible();
    await page.getByRole('button', { name: say('app.tryAgain') }).click();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
  });
});

test(
  'a page that was opened without encryption says so, and where to open it instead',
  { tag: '@desktop' },
  async ({ page, company }, info) => {
    const elsewhere = 'http://till.example:4680';
    await page.route(`${elsewhere}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${company.url}${pathname}` }) });
    });
    await page.goto(elsewhere);
    await expect(page.getByRole('heading', { name: say('insecure.title') })).toBeVisible();
    await expect(page.getByRole('link', { name: 'https://till.example:4680' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('http://localhost:4680');
    for (const told of [say('enrol.lostAll'), say('kit.cannotStartBroken')]) await expect(page.getByRole('main')).not.toContainText(told);
    await expectAccessible(page, 'insecure');
    await page.screenshot({ path: info.outputPath('insecure.png') });
  },
);
