import type { Page } from '@playwright/test';
import { say, saying } from '../support/say.ts';
import { pickupPage, returnsPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test.setTimeout(180_000);

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const ordering = (page: Page, name: string) => panel(page, say('saleOrder.title', { name }));
const lines = (page: Page) => page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');

/** What stands on the receipt of goods that are still to come: the number of each order, and the code of a pickup. */
async function toCome(page: Page) {
  const text = await page.getByRole('article', { name: saying('sale.receiptNumber') }).innerText();
  expect(text).toContain(say('saleOrder.toCome'));
  return {
    numbers: [...text.matchAll(/[A-Z]+\d*-\d{6}\/\d/g)].map(([number]) => number),
    code: /code ([A-Z0-9]{6})/.exec(text)?.[1] ?? '',
  };
}

test(
  'goods that are not taken along are ordered in the sale, paid with it, picked up by their code, and cancelled by a return',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [shipped, kept, taken] = await company.articles(STORE, 3);
    if (shipped === undefined || kept === undefined || taken === undefined) throw new Error('Three articles are needed.');
    const before = await company.level(STORE, kept.sku);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();

    // The sheet of an article says who else has it, and how old the numbers are.
    await till.scan(`$${shipped.barcode}`);
    const sheet = panel(page, say('counter.product'));
    const elsewhere = sheet.getByRole('region', { name: say('saleOrder.elsewhere') });
    await expect(elsewhere.getByRole('listitem').first()).toContainText(saying('saleOrder.available'));
    await expectAccessible(page, 'the sheet of an article with stock elsewhere');
    await page.screenshot({ path: info.outputPath('product.png') });

    // From there it is ordered. Somebody has to get it: the customer comes first.
    await sheet.getByRole('button', { name: say('saleOrder.order'), exact: true }).click();
    const order = ordering(page, shipped.name);
    await expect(order.getByRole('status')).toHaveText(say('saleOrder.whoGets'));
    await order.getByRole('button', { name: say('saleOrder.chooseCustomer') }).click();
    await panel(page, say('customer.title')).getByLabel(say('customer.find')).fill('Sample Customer Order');
    await page.getByRole('button', { name: say('customer.new') }).click();
    const form = panel(page, say('customer.new'));
    await form.getByLabel(say('customer.contact')).fill('+1 (555) 010-4411');
    await form.getByRole('button', { name: say('customer.create') }).click();
    await expectAccessible(page, 'the ways in which goods are ordered');
    await page.screenshot({ path: info.outputPath('ways.png') });
    await order.getByRole('button', { name: saying('saleOrder.ship') }).click();
    await order.getByRole('button', { name: say('saleOrder.shipThere') }).click();
    await expect(order.getByRole('status')).toHaveText(say('saleOrder.addressMissing'));
    await order.getByLabel(say('saleOrder.address.line1')).fill('12 Sample Street');
    await order.getByLabel(say('saleOrder.address.city')).fill('Sampletown');
    await expectAccessible(page, 'where a parcel goes');
    await order.getByRole('button', { name: say('saleOrder.shipThere') }).click();
    await expect(lines(page).filter({ hasText: shipped.name })).toContainText(say('saleOrder.lineShips'));

    // By a key, and a part of a line: one is kept here, one is taken along.
    await till.ring(taken);
    await till.ring(kept, 2);
    await page.keyboard.press('Alt+KeyO');
    await ordering(page, kept.name).getByLabel(say('saleOrder.howMany')).fill('1');
    await ordering(page, kept.name)
      .getByRole('button', { name: saying('saleOrder.pickupHere') })
      .click();
    await expect(lines(page)).toHaveCount(4);
    await page.screenshot({ path: info.outputPath('lines.png') });

    const { number } = await till.pay();
    const { numbers, code } = await toCome(page);
    expect(numbers).toEqual([`${number}/1`, `${number}/2`]);
    await page.screenshot({ path: info.outputPath('receipt.png') });
    await till.allSent();
    const [parcel] = await company.fulfillmentOrders(`${number}/1`);
    expect(parcel).toMatchObject({
      ...{ kind: 'ship', customer: { name: 'Sample Customer Order' }, shipTo: { line1: '12 Sample Street', city: 'Sampletown' } },
    });
    expect(await company.level(STORE, kept.sku)).toEqual({ onHand: before.onHand - 1, reserved: before.reserved + 1 });

    // The other store, here this one, picks it, and hands it over to whoever has the code.
    const pickup = pickupPage(page, till);
    await pickup.open(`${number}/2`);
    await pickup.pick(`${number}/2`, [{ article: kept, quantity: 1 }]);
    await pickup.stage(`${number}/2`, 'P1');
    await pickup.handOver(`${number}/2`, code);
    await till.allSent();
    expect(await company.level(STORE, kept.sku)).toEqual({ onHand: before.onHand - 2, reserved: before.reserved });

    // The history says where the goods are.
    await till.goTo(say('task.history'));
    await page
      .getByRole('list', { name: say('history.receipts') })
      .getByRole('button', { name: new RegExp(number) })
      .click();
    const fulfilled = say('saleOrder.state', { number: `${number}/2`, status: say('saleOrder.status.fulfilled') });
    await expect(page.getByText(fulfilled)).toBeVisible();
    await expect(page.getByText(say('saleOrder.state', { number: `${number}/1`, status: say('saleOrder.status.open') }))).toBeVisible();
    await expectAccessible(page, 'the receipt of a sale that ordered goods');
    await page.screenshot({ path: info.outputPath('history.png') });

    // What has not left is cancelled by a return, and its money is given back.
    const returns = returnsPage(page, till);
    await returns.find(`${number}/1`);
    const items = page.getByRole('list', { name: say('returns.items') }).getByRole('listitem');
    await expect(items.filter({ hasText: shipped.name })).toContainText(say('returns.notLeftYet'));
    await items
      .filter({ hasText: shipped.name })
      .getByRole('button', { name: say('returns.oneMore', { name: shipped.name }) })
      .click();
    await page.screenshot({ path: info.outputPath('return.png') });
    await returns.confirm();
    await till.allSent();
    expect((await company.fulfillmentOrders(`${number}/1`)).map(({ state }) => state.status)).toEqual(['cancelled']);

    // Without a connection nobody can say whether there is any: no money is taken for it.
    await company.cut();
    await till.goTo(say('task.sale'));
    await till.ring(shipped);
    await page.keyboard.press('Alt+KeyK');
    await panel(page, say('customer.title')).getByLabel(say('customer.find')).fill('5550104411');
    await page.getByRole('button', { name: /Sample Customer Order/ }).click();
    await page.keyboard.press('Alt+KeyO');
    await expect(ordering(page, shipped.name).getByRole('status')).toHaveText(say('saleOrder.needsConnection'));
    await page.screenshot({ path: info.outputPath('offline.png') });
  },
);
