import type { Browser, Page } from '@playwright/test';
import { say, saying } from '../support/say.ts';
import { pickingPage, returnsPage } from '../support/task-pages.ts';
import { type TillPage, tillPage } from '../support/till-page.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

interface Desk {
  readonly page: Page;
  readonly till: TillPage;
}

/** One more register of the store, with a person at it, in a browser of its own. */
async function oneMore(browser: Browser, company: Company, storeId: string, like: Page): Promise<Desk> {
  const page = await (await browser.newContext({ viewport: like.viewportSize() })).newPage();
  const till = tillPage(page);
  await till.setUp(company.url, await company.registerCode(storeId), company.pinOf('manager', storeId));
  return { page, till };
}

/** Cuts registers off, or lets them reach the server again one after the other, in this order. */
async function cut(desks: readonly Desk[]): Promise<void> {
  for (const { page } of desks) await page.context().setOffline(true);
}
async function mend(desks: readonly Desk[]): Promise<void> {
  for (const { page, till } of desks) {
    await page.context().setOffline(false);
    await till.allSent();
  }
}

/** Opens the exception about a number, at a register that knows it by now. */
async function openException({ page, till }: Desk, number: string, name: string): Promise<void> {
  await till.goTo(say('task.home'));
  await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
  const row = page
    .getByRole('list', { name: say('exceptions.title') })
    .getByRole('button')
    .filter({ hasText: number })
    .filter({ hasText: name });
  await row.click();
}

test('[J5] two pickers who are cut off pick one order: one goes on, and it says who puts what back', { tag: '@tablet' }, async ({
  page,
  till,
  company,
  browser,
}) => {
  const STORE = 'AUS1';
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const before = await company.level(STORE, article.sku);
  const order = await company.placeOrder(STORE, [{ article, quantity: 1 }]);
  const associate = company.pinOf('associate', STORE);
  await till.setUp(company.url, await company.registerCode(STORE), associate);
  const desks = [{ page, till }, await oneMore(browser, company, STORE, page)];
  for (const desk of desks) {
    await desk.till.goTo(say('task.picking'));
    await pickingPage(desk.page, desk.till).tab('Waiting').click();
    await expect(desk.page.getByRole('checkbox', { name: new RegExp(`^${order.number}\\b`) })).toBeVisible();
  }
  await cut(desks);
  for (const desk of desks) {
    const picking = pickingPage(desk.page, desk.till);
    await picking.startWave([order.number]);
    await picking.scanUnit(article);
  }
  await mend(desks);
  const [first] = desks;
  if (first === undefined) throw new Error('A desk is needed.');
  await openException(first, order.number, say('exception.picked_by_two.name'));
  const manager = company.pinOf('manager', STORE);
  await expect(page.getByRole('main')).toContainText(saying('exception.picked_by_two.told', { picker: manager.name, order: order.number }));
  await page.getByRole('radio', { name: say('exception.picked_by_two.put_back') }).check();
  await page.getByRole('button', { name: say('exceptions.resolve') }).click();
  await expect(page.getByText(say('exceptions.resolved', { subject: order.number }))).toBeVisible();
  await till.goTo(say('task.picking'));
  await pickingPage(page, till).pack(order.number);
  await till.allSent();
  expect(await company.fulfillmentOrders(order.number)).toMatchObject([{ lines: [{ quantity: 1, picked: 1 }] }]);
  expect(await company.level(STORE, article.sku)).toEqual({ onHand: before.onHand, reserved: before.reserved + 1 });
  await desks[1]?.page.context().close();
});

test('[J9] [J5] three desks that are cut off take back more than was bought, and the loss is named', { tag: '@desktop' }, async ({
  page,
  till,
  company,
  browser,
}) => {
  const STORE = 'NYC1';
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const before = await company.level(STORE, article.sku);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article, 2);
  const sold = await till.pay();
  await till.allSent();
  const desks: Desk[] = [{ page, till }];
  for (let desk = 0; desk < 2; desk += 1) {
    const more = await oneMore(browser, company, STORE, page);
    await more.till.goTo(say('task.sale'));
    // It gives back what another drawer took.
    await more.till.openShift('500.00');
    desks.push(more);
  }
  for (const desk of desks) {
    await returnsPage(desk.page, desk.till).find(sold.number);
    await expect(desk.page.getByRole('list', { name: say('returns.items') })).toContainText(article.name);
  }
  await cut(desks);
  for (const desk of desks) {
    const returns = returnsPage(desk.page, desk.till);
    await returns.choose(article.name, 1, 'restock');
    expect((await returns.confirm()).refundMinor).toBe(Math.round(sold.totalMinor / 2));
  }
  await mend(desks);
  const [first] = desks;
  if (first === undefined) throw new Error('A desk is needed.');
  await openException(first, sold.number, say('exception.returned_more_than_bought.name'));
  await expect(page.getByRole('main')).toContainText(saying('exceptions.cash'));
  await page.getByRole('radio', { name: say('exception.returned_more_than_bought.accept_loss') }).check();
  await page.getByRole('button', { name: say('exceptions.resolve') }).click();
  await expect(page.getByText(say('exceptions.resolved', { subject: sold.number }))).toBeVisible();
  await till.allSent();
  await expect.poll(async () => (await company.level(STORE, article.sku)).onHand).toBe(before.onHand + 1);
  for (const desk of desks.slice(1)) await desk.page.context().close();
});
