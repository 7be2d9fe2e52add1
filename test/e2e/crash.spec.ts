import { say } from '../support/say.ts';
import { pickingPage } from '../support/task-pages.ts';
import { appIsKept, draftOnDisk, type Running } from './support/device.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

/** A register with everything it needs, whose app the browser keeps. */
async function setUp({ page, till }: Running, company: Company): Promise<void> {
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await appIsKept(page);
}

/** Starts the app again, as somebody does who finds the machine off. */
async function startAgain({ page, till }: Running, company: Company): Promise<void> {
  await page.goto(company.url);
  await till.signIn(company.pinOf('manager', STORE));
}

/** What the pool has of a register: its sales, and whether its operations are there once, in order, and applied. */
async function inThePool({ database: { db } }: Company, prefix: string) {
  const register = await db.selectFrom('registers').select(['id', 'applied_seq']).where('prefix', '=', prefix).executeTakeFirstOrThrow();
  const operations = await db
    .selectFrom('operations')
    .select(['seq', 'outcome'])
    .where('register_id', '=', register.id)
    .orderBy('seq')
    .execute();
  const sales = await db
    .selectFrom('sales')
    .select(['receipt_number', 'total_minor'])
    .where('register_id', '=', register.id)
    .orderBy('receipt_number')
    .execute();
  return {
    gapless:
      operations.every(({ seq, outcome }, index) => seq === index + 1 && outcome === 'applied') &&
      operations.length === register.applied_seq,
    sales: sales.map(({ receipt_number, total_minor }) => [receipt_number, total_minor]),
  };
}

for (const network of ['online', 'offline'] as const) {
  test.describe(`the browser is killed, ${network}`, { tag: '@desktop' }, () => {
    test(
      '[J1] [J7] in the middle of a sale and right after it: the cart is there, the sale is not lost, its number is not used ' + 'again',
      async ({ device, company }) => {
        const [first, second] = await company.articles(STORE, 2);
        if (first === undefined || second === undefined) throw new Error('Two articles are needed.');
        const before = await company.level(STORE, first.sku);
        let now = await device.start();
        await setUp(now, company);
        await now.till.goTo(say('task.sale'));
        await now.till.openShift();
        await now.till.allSent();
        if (network === 'offline') await company.cut();

        await now.till.ring(first, 2);
        await now.till.ring(second);
        await expect
          .poll(() => draftOnDisk(now.page, 'sale'))
          .toMatchObject({
            lines: [
              { sku: first.sku, quantity: 2 },
              { sku: second.sku, quantity: 1 },
            ],
          });
        const total = await now.page.getByTestId('total').textContent();
        await now.crash();

        now = await device.start();
        await startAgain(now, company);
        await now.till.goTo(say('task.sale'));
        await expect(now.page.getByText(say('sale.restored'))).toBeVisible();
        await expect(now.page.getByRole('list', { name: say('sale.items') }).getByRole('listitem')).toHaveCount(2);
        await expect(now.page.getByTestId('total')).toHaveText(total ?? '');
        const sold = await now.till.pay();
        await now.crash();

        // The server may be back before the machine is.
        if (network === 'offline') await company.mend();
        now = await device.start();
        await startAgain(now, company);
        await now.till.goTo(say('task.sale'));
        await expect(now.page.getByText(say('sale.scanFirst'))).toBeVisible();
        await expect(now.page.getByText(say('sale.restored'))).toBeHidden();
        await now.till.ring(first);
        const next = await now.till.pay();
        expect([sold.number, next.number].map((number) => number.split('-')[1])).toEqual(['000001', '000002']);

        await now.till.allSent();
        expect(await inThePool(company, sold.number.split('-')[0] ?? '')).toEqual({
          gapless: true,
          sales: [
            [sold.number, sold.totalMinor],
            [next.number, next.totalMinor],
          ],
        });
        expect((await company.level(STORE, first.sku)).onHand).toBe(before.onHand - 3);
      },
    );

    test('[J1] in the middle of a wave: what was picked stays picked, and the wave goes on', async ({ device, company }) => {
      const [first, second] = await company.articles(STORE, 2);
      if (first === undefined || second === undefined) throw new Error('Two articles are needed.');
      const before = await company.level(STORE, first.sku);
      const order = await company.placeOrder(STORE, [
        { article: first, quantity: 2 },
        { article: second, quantity: 1 },
      ]);
      let now = await device.start();
      await setUp(now, company);
      if (network === 'offline') await company.cut();

      await pickingPage(now.page, now.till).startWave([order.number]);
      await pickingPage(now.page, now.till).scanUnit(first);
      await now.crash();

      now = await device.start();
      await startAgain(now, company);
      await now.till.goTo(say('task.picking'));
      const picking = pickingPage(now.page, now.till);
      await expect(now.page.getByText(say('picking.doneOf', { done: 1, units: say('kit.units', { count: 3 }) }))).toBeVisible();
      await picking.scanUnit(first);
      await picking.scanUnit(second);
      await picking.pack(order.number);
      await picking.ship(order.number, `TRACK-${order.number}`);
      await expect(now.page.getByText(say('picking.isShipped', { number: order.number }))).toBeVisible();
      await now.crash();

      if (network === 'offline') await company.mend();
      now = await device.start();
      await startAgain(now, company);
      await now.till.allSent();
      const [shipped, ...others] = await company.fulfillmentOrders(order.number);
      expect(others).toEqual([]);
      expect(shipped).toMatchObject({
        state: { status: 'shipped', trackingNumber: `TRACK-${order.number}` },
        lines: [
          { picked: 2, short: 0 },
          { picked: 1, short: 0 },
        ],
      });
      expect(await company.level(STORE, first.sku)).toEqual({ onHand: before.onHand - 2, reserved: before.reserved });
    });
  });
}

test('[R5] killed in the first sync, the register goes on where it was, with the same code', { tag: '@desktop' }, async ({
  device,
  company,
}) => {
  let now = await device.start();
  // Small pages, so that there is a middle to be killed in.
  let pulls = 0;
  const third = new Promise<void>((resolve) => {
    void now.context.route('**/v1/pull', async (route) => {
      pulls += 1;
      if (pulls === 3) return resolve();
      await route.continue({ postData: JSON.stringify({ ...(route.request().postDataJSON() as object), limit: 10 }) });
    });
  });
  await now.page.goto(company.url);
  await appIsKept(now.page);
  await now.till.enrol(await company.registerCode(STORE));
  await third;
  await now.crash();

  await company.cut();
  now = await device.start();
  await now.page.goto(company.url);
  await expect(
    now.page
      .getByText(say('signIn.fetching'))
      .or(now.page.getByText(say('signIn.title')))
      .first(),
  ).toBeVisible();
  await company.mend();
  await now.till.signIn(company.pinOf('manager', STORE));
  await expect(now.page.getByText(say('home.loading'))).toBeHidden({ timeout: 45_000 });
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await now.till.goTo(say('task.sale'));
  await now.till.openShift();
  await now.till.ring(article);
  const sold = await now.till.pay();
  await now.till.allSent();
  expect(await inThePool(company, sold.number.split('-')[0] ?? '')).toEqual({ gapless: true, sales: [[sold.number, sold.totalMinor]] });
});
