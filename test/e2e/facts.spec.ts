import { renewPickupCode } from '../../sync-server/orders/renew-pickup-code.ts';
import { say, saying } from '../support/say.ts';
import { pickupPage } from '../support/task-pages.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test.describe('facts win, and a person is told', { tag: '@desktop' }, () => {
  test('[J5] what was handed over offline against a withdrawn code, of a cancelled order, opens exceptions with their choices', async ({
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

    const qr = await company.pickupQr(order.number);
    await context.setOffline(true);
    await till.scan(qr);
    await expect(pickup.sheet(order.number).getByLabel(say('pickup.code'))).toHaveValue(say('pickup.signedCode'));
    await pickup
      .sheet(order.number)
      .getByRole('button', { name: saying('pickup.handOver') })
      .click();
    await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
    expect((await renewPickupCode(company.database.db, order.number, null)).ok).toBe(true);
    await company.cancelOrder(order.number);
    await context.setOffline(false);
    await till.allSent();
    await till.goTo(say('task.home'));
    await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
    const exception = page
      .getByRole('list', { name: say('home.exceptions') })
      .getByRole('listitem')
      .filter({ hasText: order.number });
    await expect(exception.filter({ hasText: say('exception.handed_over_on_withdrawn_code.name') })).toBeVisible();
    await exception
      .filter({ hasText: say('exception.handed_over_after_end.name') })
      .getByRole('button')
      .click();
    await expect(page.getByRole('radio', { name: say('exception.handed_over_after_end.customer_keeps') })).toBeVisible();
    await expect(page.getByRole('radio', { name: say('exception.handed_over_after_end.goods_back') })).toBeVisible();
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
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    const quantity = page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true });
    await quantity.fill(String(before.onHand));
    await quantity.press('Enter');
    await expect(page.getByRole('list', { name: say('sale.items') })).toContainText(
      say('sale.inStockPromised', { count: before.onHand, reserved: before.reserved + 2 }),
    );
    await till.pay();
    await till.allSent();

    const [here, elsewhere] = await company.fulfillmentOrders(order.number);
    expect(here).toMatchObject({ locationId: STORE, state: { status: 'rejected' } });
    expect(elsewhere).toMatchObject({ state: { status: 'open' }, lines: [{ sku: article.sku, quantity: 2 }] });
    expect(elsewhere?.locationId).not.toBe(STORE);
    expect((await company.level(STORE, article.sku)).onHand).toBe(0);
    await till.goTo(say('task.home'));
    await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
    await expect(page.getByRole('list', { name: say('home.exceptions') })).toContainText(say('exception.promise_moved.name'));
  });
});
