import { say } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test(
  '[A3] the head office makes a code for a register, sees it, and withdraws it in two steps',
  { tag: '@desktop' },
  async ({ page, till, company, browser }, info) => {
    const context = await browser.newContext();
    const office = await context.newPage();
    try {
      await signInToOffice(office, company);
      await office.getByRole('link', { name: say('registers.title') }).click();
      await office.getByRole('button', { name: say('registers.makeCode') }).click();
      const form = office.getByRole('form', { name: say('registers.makeCode') });
      await form.getByLabel(say('office.store')).selectOption(STORE);
      await form.getByRole('button', { name: say('access.make') }).click();
      const code = (await office.locator('code').textContent()) ?? '';
      await till.setUp(company.url, code, company.pinOf('manager', STORE));

      const { prefix } = await company.database.db
        .selectFrom('registers')
        .select('prefix')
        .orderBy('enrolled_at', 'desc')
        .executeTakeFirstOrThrow();
      await office.getByRole('button', { name: say('registers.reload') }).click();
      const row = office.getByRole('listitem', { name: say('registers.one', { prefix }), exact: true });
      await expect(row).toContainText(say('registers.status.active'));
      await expectAccessible(office, 'registers');
      await office.screenshot({ path: info.outputPath('registers.png') });
      await row.getByRole('button', { name: say('registers.withdrawOne', { prefix }) }).click();
      await row.getByRole('button', { name: say('access.cancel') }).click();
      await expect(row).toContainText(say('registers.status.active'));
      await row.getByRole('button', { name: say('registers.withdrawOne', { prefix }) }).click();
      await row.getByRole('button', { name: say('registers.withdrawForGoodOne', { prefix }) }).click();
      await expect(row).toContainText(say('registers.status.withdrawn'));
      await page.reload();
      await expect(page.getByRole('heading', { name: say('withdrawn.title') })).toBeVisible();
    } finally {
      await context.close();
    }
  },
);
