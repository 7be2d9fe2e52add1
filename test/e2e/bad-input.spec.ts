import { once } from 'node:events';
import { createServer } from 'node:http';
import { say, saying } from '../support/say.ts';
import type { Page } from '@playwright/test';
import type { Company } from './support/company.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

/** Half of a draft, as a disk that filled up would leave it. */
function tearDrafts(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as DOMException);
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || !name.includes('device')) continue;
      const database = await wait(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
        for (const row of await wait<{ id?: string; body?: string }[]>(store.getAll())) {
          if (row.id?.startsWith('draft:') && row.body !== undefined)
            await wait(store.put({ ...row, body: row.body.slice(0, row.body.length / 2) }));
        }
      }
      database.close();
    }
  });
}

/** Answers everything at the server's address with a page of its own, as the sign-in page of a hotspot does. */
async function openHotspot({ url }: Company): Promise<{ asked(): number; close(): Promise<void> }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to our Wi-Fi</h1>');
  });
  server.listen(Number(new URL(url).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    asked: () => asked,
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test.describe('bad input', { tag: '@desktop' }, () => {
  test('amounts and quantities that are none are refused in words, and nothing is recorded', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    for (const float of ['', '-5', '1e3', '12.345', '٣', '<b>1</b>']) {
      await page.getByLabel(say('shift.floatInDrawer')).fill(float);
      await page.getByRole('button', { name: say('shift.openButton') }).click();
      await expect(page.getByRole('alert'), `a float of “${float}”`).toHaveText(say('refusal.amount_not_valid'));
    }
    await till.openShift('0');
    await page.keyboard.press('F12');
    const told = page.getByRole('form', { name: say('sale.cash') }).getByRole('status');
    await expect(told.filter({ hasText: say('refusal.empty_sale') })).toHaveText(say('refusal.empty_sale'));
    await expect(page.getByRole('alert')).toBeHidden();

    await till.ring(article);
    const quantity = page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true });
    const range = page.getByText(say('sale.quantityRange', { most: '1,000,000' }));
    for (const [index, text] of ['-1', '1.5', '9999999', 'two', ''].entries()) {
      await quantity.fill(text);
      await quantity.press('Enter');
      await expect(quantity, `a quantity of “${text}”`).toHaveValue(String(index + 1));
      await expect(range).toBeVisible();
      // More of it: fewer would be recorded.
      await quantity.fill(String(index + 2));
      await quantity.press('Enter');
      await expect(range).toBeHidden();
    }
    for (const cash of ['-1', '1e9', '12.345']) {
      await page.getByLabel(say('sale.cashGiven')).fill(cash);
      await page.keyboard.press('F12');
      await expect(page.getByRole('form', { name: say('sale.cash') })).toContainText(say('sale.amountNotValid'));
      await expect(page.getByRole('article')).toHaveCount(0);
    }
    await till.goTo(say('task.sync'));
    await expect(page.getByText(say('sync.recorded')).locator('xpath=following-sibling::dd[1]')).toHaveText('1');
  });

  test('after five wrong PINs the register waits, also across a reload', async ({ page, till, company }) => {
    const person = company.pinOf('manager', STORE);
    const wrong = person.pin === '0000' ? '1111' : '0000';
    await page.goto(company.url);
    await till.enrol(await company.registerCode(STORE));
    const tryPin = async (pin: string) => {
      await page.getByLabel(say('signIn.pin'), { exact: true }).fill(pin);
      await page.getByRole('button', { name: say('signIn.submit') }).click();
    };
    await page.getByRole('button', { name: person.name }).click();
    for (let tries = 0; tries < 5; tries += 1) {
      await tryPin(wrong);
      await expect(page.getByRole('alert')).toHaveText(say('signIn.wrong_pin'));
    }
    await page.reload();
    await page.getByRole('button', { name: person.name }).click();
    await tryPin(person.pin);
    await expect(page.getByRole('alert')).toContainText(saying('signIn.too_many_tries'));
  });

  test('a hotspot that answers in the place of the server is no server: the register works on and sends later', async ({
    page,
    till,
    company,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await company.cut();
    const hotspot = await openHotspot(company);
    try {
      await till.goTo(say('task.sale'));
      await till.openShift();
      await till.ring(article);
      const sold = await till.pay();
      await expect(page.getByRole('banner').getByRole('status')).toHaveText(
        `${say('connection.offlineWorking')} ${say('connection.toSend', { count: 2 })}`,
      );
      expect(hotspot.asked()).toBeGreaterThan(0);
      await hotspot.close();
      await company.mend();
      await till.allSent();
      const sales = await company.database.db.selectFrom('sales').select('total_minor').where('receipt_number', '=', sold.number).execute();
      expect(sales).toEqual([{ total_minor: sold.totalMinor }]);
    } finally {
      await hotspot.close();
    }
  });

  test('a torn draft costs the draft and nothing else', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const person = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), person);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    await expect.poll(() => draftOnDisk(page, 'sale')).toMatchObject({ lines: [{ sku: article.sku }] });
    await tearDrafts(page);
    await page.reload();
    await till.signIn(person);
    await till.goTo(say('task.sale'));
    await expect(page.getByText(say('sale.scanFirst'))).toBeVisible();
    await till.ring(article);
    expect((await till.pay()).number).toMatch(/-000001$/);
  });
});
