import { say } from '../support/say.ts';
import { tillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';
const NAME = 'Zora Hurston';

test(
  '[A1] the head office adds somebody, who signs in at the till; blocked, they are signed out, and the sale stays',
  { tag: '@desktop' },
  async ({ page, till, company, browser }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), manager);

    const context = await browser.newContext();
    const office = await context.newPage();
    try {
      await signInToOffice(office, company);
      await office.getByRole('link', { name: say('people.title') }).click();
      await office.getByRole('button', { name: say('people.add') }).click();
      const form = office.getByRole('form', { name: say('people.add') });
      await form.getByLabel(say('access.name')).fill(NAME);
      await form.getByLabel(say('people.role')).selectOption('senior');
      await form.getByLabel(say('office.store')).selectOption(STORE);
      await form.getByRole('button', { name: say('people.make') }).click();
      const pin = (await office.locator('code').textContent()) ?? '';
      expect(pin).toMatch(/^\d{6}$/);
      await office.getByRole('button', { name: say('access.hide') }).click();
      await expect(office.getByText(pin)).toBeHidden();
      await office.getByLabel(say('people.search')).fill('hurst');
      const people = office.getByRole('list', { name: say('people.title') }).getByRole('listitem');
      await expect(people).toHaveCount(1);
      await expectAccessible(office, 'people');
      await office.screenshot({ path: info.outputPath('people.png') });

      await page.getByRole('button', { name: say('app.signOut') }).click();
      await till.signIn({ name: NAME, pin });
      await till.goTo(say('task.sale'));
      await till.openShift();
      await till.ring(article);

      await office.getByRole('button', { name: say('people.blockOne', { name: NAME }) }).click();
      await expect(office.getByText(say('people.state.blocked'), { exact: true })).toBeVisible();
      await expect(page.getByRole('heading', { name: say('signIn.title') })).toBeVisible();
      await expect(page.getByRole('button', { name: NAME })).toBeHidden();
      await till.signIn(manager);
      await till.goTo(say('task.sale'));
      await expect(page.getByRole('main')).toContainText(article.name);

      await office.getByRole('button', { name: say('people.removeOne', { name: NAME }) }).click();
      await office.getByRole('button', { name: say('people.removeForGoodOne', { name: NAME }) }).click();
      await expect(people).toHaveCount(0);
      await office.getByLabel(say('people.show')).selectOption('removed');
      await expect(people).toHaveCount(1);
    } finally {
      await context.close();
    }
    await tillPage(page).allSent();
  },
);
