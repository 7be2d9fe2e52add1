import { readFile } from 'node:fs/promises';
import { say } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test('the head office finds an order by part of a name, reads its story, and cancels it in two steps', { tag: '@desktop' }, async ({
  page,
  company,
}) => {
  const [article, other] = await company.articles(STORE, 2);
  if (article === undefined || other === undefined) throw new Error('Two articles are needed.');
  const wanted = await company.placeOrder(STORE, [{ article, quantity: 2 }], '4711');
  const late = await company.placeOrder(STORE, [{ article: other, quantity: 1 }], '4712');
  const { db } = company.database;
  for (const table of ['orders', 'order_index'] as const) {
    await db
      .updateTable(table)
      .set({ promised_at: new Date(Date.now() - 3_600_000) })
      .where('number', '=', late.number)
      .execute();
  }
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('orders.title'), exact: true }).click();
  const table = page.getByRole('table', { name: say('orders.title') });
  const rowOf = (number: string) => table.getByRole('row').filter({ has: page.getByRole('button', { name: number, exact: true }) });
  const sheet = page.getByRole('article', { name: say('kit.order', { number: wanted.number }) });
  await expect(rowOf(wanted.number)).toContainText(say('orders.status.open'));

  // The second view has what is late, and nothing else.
  await page.keyboard.press('2');
  await expect(rowOf(late.number)).toBeVisible();
  await expect(rowOf(wanted.number)).toHaveCount(0);
  await page.keyboard.press('1');

  // Found by the beginning of a word of the name; the slash leads into the field, and J opens the first.
  await page.keyboard.press('/');
  await page.keyboard.type(wanted.customer.slice(0, 4).toLowerCase());
  await expect(rowOf(wanted.number)).toBeVisible();
  await page.getByLabel(say('orders.find')).fill(wanted.number);
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.getByLabel(say('orders.find')).blur();
  await page.keyboard.press('j');
  await expect(sheet.getByText(say('orders.line', { count: 2, name: article.name }))).toBeVisible();
  await expect(sheet.getByText(say('orderStory.placed'), { exact: true })).toBeVisible();
  await expectAccessible(page, 'Orders');

  // The file has what the list has.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('orders.csv') }).click();
  const rows = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
  expect(rows.filter((row) => row !== '')).toEqual([
    expect.stringContaining('number,status'),
    expect.stringMatching(new RegExp(`^${wanted.number},open,pickup,,${STORE},`)),
  ]);

  // One click cancels nothing.
  await sheet.getByRole('button', { name: say('orders.cancelOne', { number: wanted.number }) }).click();
  expect(await company.fulfillmentOrders(wanted.number)).toMatchObject([{ state: { status: 'open' } }]);
  await sheet.getByRole('button', { name: say('orders.cancelSureOne', { number: wanted.number }) }).click();
  await expect(sheet.getByText(say('orders.cancelled', { number: wanted.number }))).toBeVisible();
  await expect(sheet.getByText(say('access.action.order.cancel'))).toBeVisible();
  expect(await company.fulfillmentOrders(wanted.number)).toMatchObject([{ state: { status: 'cancelled' } }]);

  await sheet.getByRole('tab', { name: say('orders.money') }).click();
  await expect(sheet.getByText(say('orders.refundCancelled', { count: 2, name: article.name }))).toBeVisible();

  // On a phone, the sheet is all there is, and leads back to the list. Its address is the order's.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(sheet.getByText(say('access.action.order.cancel'))).toBeVisible();
  await expectAccessible(page, 'Order on a phone');
  await sheet.getByRole('button', { name: say('orders.title') }).click();
  await expect(rowOf(late.number)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
