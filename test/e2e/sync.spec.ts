import { expect, test } from './support/test.ts';

const STORE = 'ATL1';

test.describe('the register and the pool', { tag: '@desktop' }, () => {
  test('an online order shows up at home and among the pickups by itself', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    let loads = 0;
    page.on('load', () => (loads += 1));
    const tile = page.getByRole('link', { name: /^Pickups to prepare: / });
    const before = Number(/\d+$/.exec((await tile.getAttribute('aria-label')) ?? '')?.[0]);
    const order = await company.placeOrder(STORE, [{ article, quantity: 1 }], '9753');
    await expect(page.getByRole('link', { name: `Pickups to prepare: ${before + 1}`, exact: true })).toBeVisible();
    await till.goTo('Pickup');
    await expect(page.getByRole('button', { name: new RegExp(`^${order.number}\\b`) })).toBeVisible();
    expect(loads).toBe(0);
  });

  test('says in words how it stands with the server, when it is cut off and when it is back', async ({ page, till, company }) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sync');
    const advice = page.getByRole('main').getByRole('status');
    await expect(advice).toHaveText('Online. Everything that was done here has been sent.');
    await expect(page.getByRole('main')).toContainText('Products in the catalog300');

    await company.cut();
    await expect(advice).toContainText('Offline. The connection was lost');
    await till.goTo('Shift');
    await till.openShift();
    await till.goTo('Sync');
    await expect(advice).toContainText('1 operation is safe on this device and will be sent. Sending begins by itself when the network is back.');
    await company.mend();
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(advice).toHaveText('Online. Everything that was done here has been sent.');
  });

  test('[R5] the replica can be thrown away and pulled again, and everything is as it was', async ({ page, till, company }) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    await till.allSent();
    await till.goTo('Home');
    const shown = async () => ({
      home: await page.getByRole('region', { name: 'Waiting' }).ariaSnapshot(),
      exceptions: await page.getByRole('link', { name: /^Exceptions: / }).getAttribute('aria-label'),
    });
    const before = await shown();
    await till.goTo('Sync');
    await page.getByRole('button', { name: 'Pull everything again' }).click();
    const asking = page.getByRole('dialog', { name: 'Pull everything again?' });
    await expect(asking).toContainText('Nothing that was done here is lost.');
    const fromNothing = page.waitForRequest((request) => request.url().endsWith('/v1/pull') && request.postData()?.includes('"checkpoint":{}') === true);
    await asking.getByRole('button', { name: 'Pull everything again' }).click();
    await fromNothing;
    await expect(asking).toBeHidden();
    await expect(page.getByRole('main')).toContainText('Products in the catalog300');
    await till.goTo('Home');
    await expect(page.getByRole('link', { name: 'Start a sale' })).toBeVisible();
    await expect.poll(shown).toEqual(before);
  });
});
