import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { readMinor } from '../support/till-page.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test.describe('the returns counter', { tag: '@desktop' }, () => {
  test('[J9] [J7] takes back part of a sale, never more than was bought, and refunds to the cent', async ({ page, till, company }) => {
    const [tee] = await company.promoted('tee-3-for-2');
    const [lamp] = await company.articles(STORE, 1);
    if (tee === undefined || lamp === undefined) throw new Error('Two articles are needed.');
    const before = { tee: await company.level(STORE, tee.sku), lamp: await company.level(STORE, lamp.sku) };
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    // Three for the price of two, so that a unit's share is no whole number of cents.
    await till.ring(tee, 3);
    await till.ring(lamp, 2);
    const sold = await till.pay();

    const returns = returnsPage(page, till);
    await returns.find('A99-000001');
    await expect(page.getByRole('alert')).toContainText(say('returns.notFound', { number: 'A99-000001' }));
    await returns.find(sold.number.toLowerCase());
    await returns.choose(tee.name, 4, 'restock');
    await expect(page.getByRole('alert')).toHaveText(say('returns.limit', { left: 3, reason: say('returns.limitBought', { count: 3 }) }));
    await returns.choose(tee.name, 1, 'restock');
    await returns.choose(lamp.name, 1, 'damaged');
    const announced = readMinor(await page.getByText(saying('returns.refundCash')).getByRole('strong').textContent());
    const first = await returns.confirm();
    expect(first.refundMinor).toBe(announced);
    expect(first.number).toBe(sold.number.replace('-000001', '-000002'));

    await page.getByRole('button', { name: say('returns.next') }).click();
    await till.scan(sold.number);
    await expect(page.getByRole('list', { name: say('returns.items') })).toContainText(say('returns.cameBack', { count: 1 }));
    await returns.choose(tee.name, 3, 'restock');
    await expect(page.getByRole('alert')).toContainText(
      say('returns.limit', { left: 2, reason: say('returns.limitBoughtAndBack', { count: 3, back: 1 }) }),
    );
    await page.getByRole('button', { name: say('returns.everything') }).click();
    const second = await returns.confirm();
    expect(first.refundMinor + second.refundMinor).toBe(sold.totalMinor);

    await page.getByRole('button', { name: say('returns.next') }).click();
    await returns.find(sold.number);
    await expect(page.getByText(say('returns.allBack'))).toBeVisible();
    await till.goTo(say('task.shift'));
    await till.drawerExpects('$100.00');

    await till.allSent();
    const refunds = await company.database.db
      .selectFrom('returns')
      .select(['receipt_number', 'refund_minor'])
      .where('receipt_number', 'in', [first.number, second.number])
      .orderBy('receipt_number')
      .execute();
    expect(refunds).toEqual([first, second].map(({ number, refundMinor }) => ({ receipt_number: number, refund_minor: refundMinor })));
    // All T-shirts are back on the shelf; one lamp was damaged and is not for sale any more.
    expect(await company.level(STORE, tee.sku)).toEqual(before.tee);
    expect(await company.level(STORE, lamp.sku)).toEqual({ ...before.lamp, onHand: before.lamp.onHand - 1 });
  });

  test('[J9] takes back an online order of another store, to the original payment', async ({ page, till, company }) => {
    const ready = company.keys.pickups.find(({ storeId }) => storeId === 'SEA1');
    if (ready === undefined) throw new Error('No pickup is ready in that store.');
    const { db } = company.database;
    const fulfilled = await db
      .selectFrom('fulfillment_orders')
      .innerJoin('orders', 'orders.id', 'order_id')
      .select(['number', 'body'])
      .where('location_id', '=', 'SEA1')
      .where('status', '=', 'shipped')
      .orderBy('number')
      .execute();
    const order = fulfilled.find(({ body }) => body.lines.every((line) => line.picked === line.quantity && line.returned === 0));
    const line = order?.body.lines[0];
    if (order === undefined || line === undefined) throw new Error('Nothing was shipped from that store.');
    const before = await company.level(STORE, line.sku);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));

    const returns = returnsPage(page, till);
    await returns.find(ready.orderNumber);
    await expect(page.getByText(say('returns.nothingLeft'))).toBeVisible();
    await page.getByRole('button', { name: say('returns.another') }).click();
    await returns.find(order.number);
    await returns.choose(line.name, line.quantity, 'restock');
    const back = await returns.confirm();
    expect(back.refundMinor).toBe(line.totalMinor);
    await expect(page.getByText(saying('returns.goesBack'))).toBeVisible();

    await till.allSent();
    expect((await company.level(STORE, line.sku)).onHand).toBe(before.onHand + line.quantity);
    const [known] = await company.fulfillmentOrders(order.number);
    expect(known?.lines.find(({ lineNo }) => lineNo === line.lineNo)?.returned).toBe(line.quantity);
  });
});
