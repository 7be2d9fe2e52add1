import { say, saying } from '../support/say.ts';
import { actorNamed } from '../support/actor.ts';
import { readFile } from 'node:fs/promises';
import { withdrawRegister } from '../../sync-server/access/registers.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'ATL1';

/** Other tests of this company may have added products. */
async function catalogSize({ database: { db } }: Company): Promise<number> {
  return (await db.selectFrom('products').select('sku').execute()).length;
}

test.describe('the register and the pool', { tag: '@desktop' }, () => {
  test('an online order shows up at home and among the pickups by itself', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    let loads = 0;
    page.on('load', () => (loads += 1));
    const tile = page.getByRole('link', { name: `${say('home.pickupsToPrepare')}: ` });
    // It tells how many of them are late, too.
    const before = Number(/: (\d+)/.exec((await tile.getAttribute('aria-label')) ?? '')?.[1]);
    const order = await company.placeOrder(STORE, [{ article, quantity: 1 }], '9753');
    await expect(page.getByRole('link', { name: new RegExp(`^${say('home.pickupsToPrepare')}: ${before + 1}\\b`) })).toBeVisible();
    await till.goTo(say('task.pickup'));
    await expect(page.getByRole('button', { name: new RegExp(`^${order.number}\\b`) })).toBeVisible();
    expect(loads).toBe(0);
  });

  test('says in words how it stands with the server, when it is cut off and when it is back', async ({ page, till, company }) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sync'));
    const advice = page.getByRole('main').getByRole('status');
    await expect(advice).toHaveText(say('advice.online', { waiting: say('advice.allSent') }));
    await expect(page.getByRole('main')).toContainText(`${say('sync.products')}${await catalogSize(company)}`);

    await company.cut();
    await expect(advice).toContainText(saying('advice.offline'));
    await till.goTo(say('task.shift'));
    await till.openShift();
    await till.goTo(say('task.sync'));
    await expect(advice).toContainText(saying('advice.offline', { waiting: say('advice.safe', { count: 1 }) }));
    await company.mend();
    await page.getByRole('button', { name: say('sync.tryNow') }).click();
    await expect(advice).toHaveText(say('advice.online', { waiting: say('advice.allSent') }));
  });

  test('[R5] the replica can be thrown away and pulled again, and everything is as it was', async ({ page, till, company }) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.allSent();
    await till.goTo(say('task.home'));
    const shown = async () => ({
      home: await page.getByRole('region', { name: say('home.waiting') }).ariaSnapshot(),
      exceptions: await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).getAttribute('aria-label'),
    });
    const before = await shown();
    await till.goTo(say('task.sync'));
    await page.getByRole('button', { name: say('sync.pullAgain') }).click();
    const asking = page.getByRole('dialog', { name: say('sync.pullAgainAsk') });
    await expect(asking).toContainText(say('sync.pullAgainText'));
    const fromNothing = page.waitForRequest(
      (request) => request.url().endsWith('/v1/pull') && request.postData()?.includes('"checkpoint":{}') === true,
    );
    await asking.getByRole('button', { name: say('sync.pullAgain') }).click();
    await fromNothing;
    await expect(asking).toBeHidden();
    await expect(page.getByRole('main')).toContainText(`${say('sync.products')}${await catalogSize(company)}`);
    await till.goTo(say('task.home'));
    await expect(page.getByRole('link', { name: say('home.startSale') })).toBeVisible();
    await expect.poll(shown).toEqual(before);
  });

  test('a register that the head office has withdrawn says so, forgets the company, and keeps its journal to be saved', async ({
    page,
    till,
    company,
  }, info) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.shift'));
    await till.openShift();
    await till.allSent();
    const { db } = company.database;
    const [register] = await db
      .selectFrom('registers')
      .select('id')
      .where('store_id', '=', STORE)
      .orderBy('enrolled_at', 'desc')
      .limit(1)
      .execute();
    await till.goTo(say('task.sync'));
    await withdrawRegister(db, register?.id ?? '', actorNamed('office'));
    const withdrawn = page.getByRole('heading', { name: say('withdrawn.title') });
    // It may hear of it by itself before anybody presses the button.
    await expect(async () => {
      if (!(await withdrawn.isVisible())) await page.getByRole('button', { name: say('sync.tryNow') }).click({ timeout: 1_000 });
      await expect(withdrawn).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await page.reload();
    await expect(withdrawn).toBeVisible();
    await expectAccessible(page, 'withdrawn');
    await page.screenshot({ path: info.outputPath('withdrawn.png') });
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
    expect(databases.filter((name) => name.includes('replica'))).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: say('kit.saveCopy') }).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toContain('shift_opened');
    await page.getByRole('button', { name: say('sync.leave') }).click();
    await expect(page.getByLabel(say('enrol.code'))).toBeVisible();
  });
});
