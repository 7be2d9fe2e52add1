import { pickupPage } from '../support/task-pages.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test.describe('facts win, and a person is told', { tag: '@desktop' }, () => {
  test('[J5] goods that were handed over offline, of an order that the pool has cancelled, open an exception with its choices', async ({
    page,
    till,
    company,
    context,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const before = await company.level(STORE, article.sku);
    const order = await company.placeOrder(STORE, [{ article, quantity: 2 }], '7531');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    const pickup = pickupPage(page, till);
    await pickup.open(order.number);
    await pickup.pick(order.number, [{ article, quantity: 2 }]);
    await pickup.stage(order.number, 'P1');
    await till.allSent();

    await context.setOffline(true);
    await pickup.handOver(order.number, '7531');
    await expect(page.getByText('Handed over. Have a nice day!')).toBeVisible();
    await company.cancelOrder(order.number);
    await context.setOffline(false);
    await till.allSent();
    await till.goTo('Home');
    await page.getByRole('link', { name: /^Exceptions: / }).click();
    const exception = page.getByRole('list', { name: 'Exceptions' }).getByRole('listitem').filter({ hasText: order.number });
    await expect(exception.first()).toContainText('Handed over after the order had ended');
    await exception.first().getByRole('button').click();
    await expect(page.getByRole('radio', { name: 'The customer keeps the goods and does not pay again: accept the loss' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'The goods are back in the store' })).toBeVisible();
    expect(await company.level(STORE, article.sku)).toEqual({ ...before, onHand: before.onHand - 2 });
  });

  test('[P4] the shelf wins: what was promised can be sold, the promise moves at once, and the store is told', async ({
    page,
    till,
    company,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const before = await company.level(STORE, article.sku);
    const order = await company.placeOrder(STORE, [{ article, quantity: 2 }]);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    await till.ring(article);
    const quantity = page.getByLabel(`Quantity of ${article.name}`, { exact: true });
    await quantity.fill(String(before.onHand));
    await quantity.press('Enter');
    await expect(page.getByRole('list', { name: 'Items in this sale' })).toContainText(
      `${before.onHand} in stock, ${before.reserved + 2} promised to online orders`,
    );
    await till.pay();
    await till.allSent();

    const [here, elsewhere] = await company.fulfillmentOrders(order.number);
    expect(here).toMatchObject({ locationId: STORE, state: { status: 'rejected' } });
    expect(elsewhere).toMatchObject({ state: { status: 'open' }, lines: [{ sku: article.sku, quantity: 2 }] });
    expect(elsewhere?.locationId).not.toBe(STORE);
    expect((await company.level(STORE, article.sku)).onHand).toBe(0);
    await till.goTo('Home');
    await page.getByRole('link', { name: /^Exceptions: / }).click();
    await expect(page.getByRole('list', { name: 'Exceptions' })).toContainText('Promise moved elsewhere');
  });
});
