import type { Page } from '@playwright/test';
import { badgeUse } from '../../domain/associates/settings.ts';
import { roles } from '../../domain/permissions/roles.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';
const DESKTOP = { tag: '@desktop' };

const rowOf = (office: Page, name: string) =>
  office.getByRole('list', { name: say('people.title') }).getByRole('listitem', { name, exact: true });

/** Makes a badge for somebody at the head office. @returns its code, as it is shown once. */
async function makeBadge(office: Page, company: Company, name: string): Promise<string> {
  await signInToOffice(office, company);
  await office.getByRole('link', { name: say('people.title') }).click();
  await office.getByLabel(say('people.search')).fill(name);
  await rowOf(office, name)
    .getByRole('button', { name: say('people.makeBadgeOne', { name }) })
    .click();
  const code = (await office.locator('code').textContent()) ?? '';
  expect(code).toMatch(/^OPB1[2-9A-Z]{32}$/);
  await expect(office.getByRole('img', { name: say('people.badgeCode') })).toBeVisible();
  await expectAccessible(office, 'a badge that was made');
  return code;
}

test(
  '[A1] a badge signs in, does nothing anywhere else, and ends when the head office withdraws it',
  DESKTOP,
  async ({ page, till, company, browser }) => {
    const [manager, clerk] = [company.pinOf('manager', STORE), company.pinOf('associate', STORE)];
    await till.setUp(company.url, await company.registerCode(STORE), manager);
    const context = await browser.newContext();
    const office = await context.newPage();
    const code = await makeBadge(office, company, clerk.name);

    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.scan(code);
    const refused = page.getByRole('list', { name: say('scanner.refused') });
    await expect(refused).toContainText(say('badge.notHere'));
    await expect(page.getByText(code.slice(4, 20))).toHaveCount(0);
    await till.dismissScans();

    await page.getByRole('button', { name: say('app.signOut') }).click();
    await expect(page.getByText(say('badge.orScan'))).toBeVisible();
    await till.scan(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
    await expect(page.getByText(say('badge.wrong'))).toBeVisible();
    await expectAccessible(page, 'a wrong badge');
    await till.scan(code);
    await expect(page.getByRole('navigation')).toBeVisible();
    await expect(page.getByText(clerk.name)).toBeVisible();

    await office.getByRole('button', { name: say('access.hide') }).click();
    await expect(office.getByText(code)).toBeHidden();
    const row = rowOf(office, clerk.name);
    await row.getByRole('button', { name: say('people.withdrawBadgeOne', { name: clerk.name }) }).click();
    await row.getByRole('button', { name: say('people.withdrawBadgeSureOne', { name: clerk.name }) }).click();
    await expect(row).not.toContainText(say('people.hasBadge'));
    await context.close();
    await page.getByRole('button', { name: say('app.signOut') }).click();
    await expect(page.getByText(say('badge.orScan'))).toBeHidden();
    await till.scan(code);
    await expect(page.getByText(say('badge.wrong'))).toBeVisible();
    await till.signIn(manager);
  },
);

test(
  '[A1] a badge approves where the head office lets it, and the sale says whose it was',
  DESKTOP,
  async ({ page, till, company, browser }) => {
    const AT = 'AUS1';
    const [article] = await company.articles(AT, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const { db } = company.database;
    const by = actorNamed('head office');
    const limit = { associate: { 'sale.discount': { approvalBy: ['manager'], above: 2000 } } };
    await saveSetting(db, roles, { level: 'store', id: AT, value: limit }, by);
    const manager = company.pinOf('manager', AT);
    await till.setUp(company.url, await company.registerCode(AT), company.pinOf('associate', AT));
    const context = await browser.newContext();
    const code = await makeBadge(await context.newPage(), company, manager.name);
    await context.close();
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    await page.keyboard.press('Alt+D');
    const panel = page.getByRole('region', { name: say('counter.priceTitle') });
    await panel.getByText(say('counter.priceWay.percent'), { exact: true }).click();
    await panel.getByLabel(say('counter.priceField.percent')).fill('50');
    await panel.getByText(say('priceReason.damaged'), { exact: true }).click();
    await panel.getByRole('button', { name: say('counter.priceApply') }).click();
    const approval = page.getByRole('region', { name: say('counter.aboveLimit') });
    await till.scan(code);
    await expect(approval).toContainText(say('badge.off'));
    await expectAccessible(page, 'a badge that may not approve');

    await saveSetting(db, badgeUse, { level: 'store', id: AT, value: 'sign_in_and_approve' }, by);
    await expect(async () => {
      await till.scan(code);
      await expect(approval).toBeHidden({ timeout: 2_000 });
    }).toPass();
    const { number } = await till.pay();
    await till.allSent();
    const { body } = await db.selectFrom('sales').select('body').where('receipt_number', '=', number).executeTakeFirstOrThrow();
    const { lines } = body as { lines: { adjustments: { approvedBy: string | null }[] }[] };
    const { id } = await db.selectFrom('associates').select('id').where('name', '=', manager.name).executeTakeFirstOrThrow();
    expect(lines[0]?.adjustments.map(({ approvedBy }) => approvedBy)).toEqual([id]);
  },
);
