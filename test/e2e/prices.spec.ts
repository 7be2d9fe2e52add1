import type { Page } from '@playwright/test';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { insertKey } from '../support/api-keys.ts';
import { say } from '../support/say.ts';
import type { Article, Company } from './support/company.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

test.setTimeout(180_000);

/** Writes prices of an article into a list of its own, as the system of the head office does. */
async function putPrices(company: Company, listId: string, article: Article, prices: readonly object[]): Promise<void> {
  const authorization = `Bearer ${await insertKey(company.database.db, `prices of ${listId}`, ['prices'])}`;
  const put = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${company.url}/v1/price-lists/${path}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 200) throw new Error(await answer.text());
  };
  await put(listId, { id: listId, name: listId, currency: 'USD' });
  await put(`${listId}/prices`, { prices: prices.map((price) => ({ sku: article.sku, ...price })) });
}

/** The next midnight of the store, epoch milliseconds. */
function midnightIn(timezone: string): number {
  const day = (at: number) => dateInZone(at, timezone);
  let [before, after] = [Date.now(), Date.now() + DAY_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (day(middle) === day(before)) before = middle;
    else after = middle;
  }
  return after;
}

const lines = (page: Page) => page.getByRole('list', { name: say('sale.items') });

test('[S1] [M1] a till that is offline over midnight changes the prices of what is not paid yet, and says so', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [article, other] = await company.articles(STORE, 2);
  if (article === undefined || other === undefined) throw new Error('Two articles are needed.');
  const { timezone } = company.placeOf(STORE);
  const midnight = midnightIn(timezone);
  await putPrices(company, 'midnight', article, [
    { unitPrice: 1_500_000 },
    { unitPrice: 1_250_000, startsOn: dateInZone(midnight, timezone) },
  ]);
  await page.clock.install({ time: midnight - 5 * MINUTE_MS });
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await company.cut();
  await till.ring(article);
  await till.ring(other);
  await expect(lines(page)).toContainText('$15.00');
  await page.clock.fastForward(3 * MINUTE_MS);
  await expect(lines(page)).toContainText('$15.00');
  await page.clock.fastForward(2 * MINUTE_MS);
  await expect(lines(page)).toContainText('$12.50');
  // The clock of this test is far from the server's, so the till says that too: both notices have a button.
  const changed = page
    .getByRole('status')
    .filter({ hasText: say('sale.priceChanged', { name: article.name, before: '$15.00', after: '$12.50' }) });
  await changed.getByRole('button', { name: say('kit.ok') }).click();
  await expect(page.getByText(say('sale.pricesChanged', { count: 1 }))).toBeHidden();
  await till.ring(article);
  await expect(lines(page)).toContainText('$25.00');
  const { number } = await till.pay();
  await company.mend();
  await page.clock.fastForward(MINUTE_MS);
  await till.allSent();
  const sale = await company.database.db.selectFrom('sales').select('body').where('receipt_number', '=', number).executeTakeFirstOrThrow();
  expect(sale.body.lines).toMatchObject([
    { sku: article.sku, quantity: 2, unitPrice: 1_250_000, priceSource: 'price_list' },
    { sku: other.sku, quantity: 1, unitPrice: other.priceMinor * 1000 },
  ]);
});

test('[M1] at the counter a volume break counts all units of an article, and a price check tells it', { tag: '@desktop' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await putPrices(company, 'volume-at-the-counter', article, [{ unitPrice: 400_000, breaks: [{ fromQuantity: 3, unitPrice: 350_000 }] }]);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article, 2);
  await expect(lines(page)).toContainText('$8.00');
  await till.ring(article);
  await expect(lines(page)).toContainText('$10.50');
  await expect(lines(page)).toContainText(say('counter.listPrice', { price: `$${(article.priceMinor / 100).toFixed(2)}` }));
  await page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(lines(page)).toContainText('$8.00');
});

test(
  '[S1] the head office makes a list, gives an article a price from a day on, and uploads a file with a wrong row',
  {
    tag: '@desktop',
  },
  async ({ page, company }, info) => {
    const [article, other] = await company.articles(STORE, 2);
    if (article === undefined || other === undefined) throw new Error('Two articles are needed.');
    await signInToOffice(page, company);
    await page.getByRole('link', { name: say('prices.title'), exact: true }).click();
    await page.getByRole('button', { name: say('prices.addList') }).click();
    const form = page.getByRole('form', { name: say('prices.addList') });
    await form.getByLabel(say('access.name')).fill('Winter');
    await form.getByLabel(say('prices.startsOn')).fill('2099-01-01');
    await form.getByRole('button', { name: say('access.save') }).click();
    const list = page.getByRole('listitem', { name: 'Winter' });
    await expect(list).toContainText(say('prices.state.coming'));
    await expectAccessible(page, 'price lists');
    await list.getByRole('button', { name: say('prices.changeOne', { name: 'Winter' }) }).click();
    await list.getByLabel(say('prices.startsOn')).fill('');
    await list.getByRole('button', { name: say('access.save') }).click();
    await expect(list).toContainText(say('prices.state.running'));
    await page.screenshot({ path: info.outputPath('price-lists.png') });

    await list.getByRole('button', { name: say('prices.openOne', { name: 'Winter' }) }).click();
    await page.getByRole('button', { name: say('prices.addPrice') }).click();
    const priceForm = page.getByRole('form', { name: say('prices.priceForm') });
    await priceForm.getByLabel(say('prices.sku')).fill(article.sku);
    await priceForm.getByLabel(say('prices.price', { currency: 'USD' })).fill('4.50');
    await priceForm.getByLabel(say('prices.breaks')).fill('6:4.00 | 3:4.20');
    await priceForm.getByRole('button', { name: say('access.save') }).click();
    await expect(priceForm.getByRole('alert').or(priceForm.getByRole('status'))).toBeVisible();
    await priceForm.getByLabel(say('prices.breaks')).fill('3:4.20 | 6:4.00');
    await priceForm.getByRole('button', { name: say('access.save') }).click();
    const prices = page.getByRole('list', { name: say('prices.pricesOf', { name: 'Winter' }) });
    await expect(prices).toContainText(say('prices.break', { count: 6, price: '$4.00' }));
    await prices
      .getByRole('button', { name: say('people.change') })
      .or(prices.getByText(say('people.change')))
      .first()
      .click();
    await priceForm.getByLabel(say('prices.price', { currency: 'USD' })).fill('5.00');
    await priceForm.getByLabel(say('prices.startsOn')).fill('2099-02-01');
    await priceForm.getByRole('button', { name: say('access.save') }).click();
    await expect(prices.getByRole('listitem')).toHaveCount(2);
    await expectAccessible(page, 'prices of a list');
    await page.screenshot({ path: info.outputPath('prices.png') });

    await page.getByRole('button', { name: say('prices.back') }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('promotions.upload') }).click();
    const text = `list,sku,price\nwinter,${other.barcode},3.25\nwinter,4711,1.00\n`;
    await (await chooser).setFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.getByText(say('promotions.uploaded', { name: 'prices.csv', rows: 2, accepted: 1 }))).toBeVisible();
    await expect(page.getByRole('region', { name: say('promotions.refusedRows') })).toContainText('sku');
    await page.screenshot({ path: info.outputPath('upload.png') });
    await expect(list).toContainText(say('prices.count', { count: 3 }));
    await list.getByRole('button', { name: say('prices.deleteOne', { name: 'Winter' }) }).click();
    await list.getByRole('button', { name: say('prices.deleteSureOne', { name: 'Winter' }) }).click();
    await expect(list).toBeHidden();
  },
);
