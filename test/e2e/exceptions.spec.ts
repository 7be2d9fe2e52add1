import { readFile } from 'node:fs/promises';
import { say, saying } from '../support/say.ts';
import { v7 as uuidv7 } from 'uuid';
import { pickupPage } from '../support/task-pages.ts';
import { tillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Puts an operation of a register into quarantine, as if it came damaged; gives its number. */
async function quarantine(company: Company): Promise<string> {
  const { db } = company.database;
  const register = await db
    .selectFrom('registers')
    .select('id')
    .where('store_id', '=', STORE)
    .orderBy('enrolled_at', 'desc')
    .executeTakeFirstOrThrow();
  const operationId = uuidv7();
  const row = await db
    .insertInto('quarantine')
    .values({
      register_id: register.id,
      operation_id: operationId,
      seq: 1,
      code: 'not_an_operation',
      facts: JSON.stringify({ fault: 'register_not_valid' }),
      body: JSON.stringify({ id: operationId, type: 'sale_completed' }),
      content_hash: operationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(row.id);
}

test(
  '[J5] two counters hand over one order offline: the store resolves it offline, and the pool has it once',
  { tag: '@desktop' },
  async ({ page, till, company, context, browser }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const before = await company.level(STORE, article.sku);
    const order = await company.placeOrder(STORE, [{ article, quantity: 2 }], '8642');
    const person = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), person);
    const other = await browser.newContext({ viewport: page.viewportSize() });
    const secondPage = await other.newPage();
    const second = tillPage(secondPage);
    await second.setUp(company.url, await company.registerCode(STORE), person);
    const counters = [
      { page, pickup: pickupPage(page, till) },
      { page: secondPage, pickup: pickupPage(secondPage, second) },
    ];
    await counters[0]?.pickup.open(order.number);
    await counters[0]?.pickup.pick(order.number, [{ article, quantity: 2 }]);
    await counters[0]?.pickup.stage(order.number, 'P1');
    await till.allSent();
    await counters[1]?.pickup.open(order.number);
    await expect(secondPage.getByRole('article', { name: say('kit.order', { number: order.number }) })).toContainText(
      say('order.ready', { place: 'P1' }),
    );

    await context.setOffline(true);
    await other.setOffline(true);
    for (const counter of counters) {
      await counter.pickup.handOver(order.number, '8642');
      await expect(counter.page.getByText(say('pickup.goodbye'))).toBeVisible();
    }
    await context.setOffline(false);
    await till.allSent();
    await other.setOffline(false);
    await second.allSent();

    await till.goTo(say('task.home'));
    await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
    const row = page
      .getByRole('list', { name: say('exceptions.title') })
      .getByRole('button')
      .filter({ hasText: order.number });
    await expect(row).toContainText(say('exception.handed_over_twice.name'));
    await context.setOffline(true);
    await row.click();
    await page.getByRole('radio', { name: say('exception.handed_over_twice.left_twice') }).check();
    await expect(page.getByText(say('effect.down', { goods: `2 (${article.name})` }))).toBeVisible();
    await expectAccessible(page, 'exception');
    await page.screenshot({ path: info.outputPath('exception.png') });
    await page.getByRole('button', { name: say('exceptions.resolve') }).click();
    await expect(page.getByText(say('exceptions.resolved', { subject: order.number }))).toBeVisible();
    await expect(row).toBeHidden();
    await context.setOffline(false);
    await till.allSent();
    await expect.poll(async () => (await company.level(STORE, article.sku)).onHand).toBe(before.onHand - 4);
    await secondPage.goto(`${company.url}/#/exceptions`);
    await expect(secondPage.getByRole('button').filter({ hasText: order.number })).toBeHidden();
    const kept = await company.database.db
      .selectFrom('exception_resolutions')
      .select('outcome')
      .where('exception_id', 'like', 'handed_over_twice:%')
      .execute();
    expect(kept).toEqual([{ outcome: 'counted' }]);
    await other.close();
  },
);

test.describe('the head office', { tag: '@desktop' }, () => {
  test('[J5] resolves an exception, and the store sees it go', async ({ page, till, company, context, browser }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const order = await company.placeOrder(STORE, [{ article, quantity: 1 }], '1357');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    const pickup = pickupPage(page, till);
    await pickup.open(order.number);
    await pickup.pick(order.number, [{ article, quantity: 1 }]);
    await pickup.stage(order.number, 'P2');
    await till.allSent();
    await context.setOffline(true);
    await pickup.handOver(order.number, '1357');
    await company.cancelOrder(order.number);
    await context.setOffline(false);
    await till.allSent();
    await till.goTo(say('task.home'));
    await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
    const inStore = page
      .getByRole('list', { name: say('exceptions.title') })
      .getByRole('button')
      .filter({ hasText: order.number });
    await expect(inStore).toBeVisible();

    const officeContext = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    const office = await officeContext.newPage();
    await office.goto(`${company.url}/office`);
    await expect(office.getByLabel(say('access.password'), { exact: true })).toBeVisible();
    await expectAccessible(office, 'office sign-in');
    await office.getByLabel(say('access.name'), { exact: true }).fill('nobody');
    await office.getByLabel(say('access.password'), { exact: true }).fill('wrong password');
    await office.getByRole('button', { name: say('signIn.submit') }).click();
    await expect(office.getByRole('alert')).toContainText(say('office.refused.wrong_name_or_password'));
    await signInToOffice(office, company);
    await office
      .getByRole('list', { name: say('exceptions.title') })
      .getByRole('button')
      .filter({ hasText: order.number })
      .click();
    await office.getByRole('radio', { name: say('exception.handed_over_after_end.goods_back') }).check();
    await office.screenshot({ path: info.outputPath('office-exceptions.png') });
    await expectAccessible(office, 'office exceptions');
    await office.getByRole('button', { name: say('exceptions.resolve') }).click();
    await expect(office.getByText(say('office.resolvedTold', { subject: order.number }))).toBeVisible();
    await expect(inStore).toBeHidden();
    await office.getByLabel(say('office.show'), { exact: true }).selectOption(say('office.state.resolved'));
    await office
      .getByRole('list', { name: say('exceptions.title') })
      .getByRole('button')
      .filter({ hasText: order.number })
      .click();
    await expect(office.getByRole('region', { name: say('office.decided') })).toContainText(
      say('office.byHeadOffice', { name: 'head office' }),
    );
    await expectAccessible(office, 'office history');
    await officeContext.close();
  });

  test('[J6] inspects, exports and replays what is in quarantine', async ({ page, company }, info) => {
    const number = await quarantine(company);
    await signInToOffice(page, company);
    await page.getByRole('link', { name: saying('office.taskCount', { task: say('office.quarantine') }) }).click();
    const row = page
      .getByRole('list', { name: say('office.inQuarantine') })
      .getByRole('listitem')
      .filter({ has: page.getByLabel(say('office.chooseNumber', { id: number })) });
    await row.getByRole('button').click();
    const sheet = page.getByRole('article', { name: say('office.heldNumber', { id: number }) });
    await expect(sheet).toContainText('"sale_completed"');
    await expect(sheet).toContainText(say('fault.register_not_valid'));
    await page.screenshot({ path: info.outputPath('office-quarantine.png') });
    await expectAccessible(page, 'office quarantine');
    await row.getByLabel(say('office.chooseNumber', { id: number })).check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: say('office.exportCount', { count: 1 }) }).click();
    expect((await download).suggestedFilename()).toMatch(/^quarantine-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(await readFile(await (await download).path(), 'utf8'))).toMatchObject({
      operations: [
        {
          facts: { fault: 'register_not_valid' },
          reason: `${say('quarantine.not_an_operation')} ${say('fault.register_not_valid')}`,
        },
      ],
    });
    await sheet.getByRole('button', { name: say('office.replayThis') }).click();
    await expect(page.getByText(say('office.stays', { count: 1, reasons: say('quarantine.no_place') }))).toBeVisible();
    await expect(sheet.getByRole('region', { name: say('office.tried') })).toContainText(say('quarantine.no_place.name'));
  });

  test('keeps the place of a person at the keyboard when a narrow screen swaps the list for what is open', async ({ page, company }) => {
    const number = await quarantine(company);
    await page.setViewportSize({ width: 400, height: 800 });
    await signInToOffice(page, company);
    await page.getByRole('link', { name: saying('office.taskCount', { task: say('office.quarantine') }) }).click();
    const row = page
      .getByRole('list', { name: say('office.inQuarantine') })
      .getByRole('listitem')
      .filter({ has: page.getByLabel(say('office.chooseNumber', { id: number })) })
      .getByRole('button');
    await row.press('Enter');
    const back = page.getByRole('button', { name: say('office.allHeld') });
    await expect(back).toBeVisible();
    await expect(row).toBeHidden();
    await expect(page.locator('[data-open=true] > :focus')).toBeVisible();
    await back.press('Enter');
    await expect(row).toBeFocused();
  });
});
