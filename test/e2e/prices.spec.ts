import type { Page } from '@playwright/test';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { insertKey } from '../support/api-keys.ts';
import { say } from '../support/say.ts';
import type { Article, Company } from './support/company.ts';
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
  await expect(page.getByText(say('sale.priceChanged', { name: article.name, before: '$15.00', after: '$12.50' }))).toBeVisible();
  await page.getByRole('button', { name: say('kit.ok') }).click();
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

test('[M1] at the counter a volume break counts all units of an article, and a price check tells it', async ({ page, till, company }) => {
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
