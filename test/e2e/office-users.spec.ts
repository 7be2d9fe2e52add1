import { say, sayIn, saying } from '../support/say.ts';
import type { Page } from '@playwright/test';
import { GRANTABLE_SCOPES } from '../../domain/access/scopes.ts';
import { secondFactor } from '../../domain/access/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { codeOf, insertUser, PASSWORD } from '../support/office-user.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const demand = (company: Company, value: 'optional' | 'required') =>
  saveSetting(company.database.db, secondFactor, { level: 'company', id: 'company', value }, actorNamed('test'));

async function enter(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel(say('access.name'), { exact: true }).fill(name);
  await page.getByLabel(say('access.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signIn.submit') }).click();
}

test(
  'somebody sets up the second factor that the head office demands, and signs in by it',
  { tag: '@desktop' },
  async ({ page, company }, info) => {
    await insertUser(company.database.db, 'Grace', GRANTABLE_SCOPES);
    await demand(company, 'required');
    try {
      await page.goto(`${company.url}/office`);
      await enter(page, 'Grace', PASSWORD);
      await expect(page.getByText(say('access.duty.set_up_second_factor'))).toBeVisible();
      await page.getByLabel(say('access.currentPassword'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: say('access.setUp') }).click();
      await expect(page.getByRole('img', { name: say('access.qrCode') })).toBeVisible();
      await page.screenshot({ path: info.outputPath('second-factor.png') });
      await expectAccessible(page, 'second factor');
      const secret = (await page.getByText(saying('access.secretText')).locator('code').textContent()) ?? '';
      await page.getByLabel(say('access.newCode')).fill(codeOf(secret));
      await page.getByRole('button', { name: say('access.confirm') }).click();
      const codes = page.getByRole('region', { name: say('access.recoveryCodes') });
      await expect(codes.getByRole('listitem')).toHaveCount(10);
      const recoveryCode = (await codes.getByRole('listitem').first().textContent()) ?? '';
      await codes.getByRole('button', { name: say('access.goOn') }).click();
      await expect(page.getByRole('heading', { name: say('home.exceptions'), level: 1 })).toBeVisible();

      await page.getByRole('button', { name: say('app.signOut') }).click();
      await enter(page, 'Grace', PASSWORD);
      await page.getByLabel(say('access.code')).fill('000000');
      await page.getByRole('button', { name: say('signIn.submit') }).click();
      await expect(page.getByRole('alert')).toContainText(say('office.refused.code_wrong'));
      await page.getByLabel(say('access.code')).fill(recoveryCode);
      await page.getByRole('button', { name: say('signIn.submit') }).click();
      await expect(page.getByRole('heading', { name: say('home.exceptions'), level: 1 })).toBeVisible();
      await page.getByRole('link', { name: 'Grace' }).click();
      await expect(page.getByText(saying('access.secondFactorOn', { count: 9 }))).toBeVisible();
      await expectAccessible(page, 'my account');
    } finally {
      await demand(company, 'optional');
    }
  },
);

test(
  'a key is made, shown once, used and withdrawn; what was done is in the list of actions',
  { tag: '@desktop' },
  async ({ page, company }, info) => {
    await signInToOffice(page, company);
    await page.getByRole('link', { name: say('access.keys') }).click();
    await page.getByRole('button', { name: say('access.makeKey') }).click();
    await page.getByLabel(say('access.keyFor')).fill('marketplace');
    await page.getByLabel(say('access.scope.availability')).check();
    await page.screenshot({ path: info.outputPath('make-key.png') });
    await expectAccessible(page, 'API keys');
    await page.getByRole('button', { name: say('access.make'), exact: true }).click();
    const key = (await page.getByText(/^key_/).textContent()) ?? '';
    const [article] = await company.articles('SEA1', 1);
    const ask = async () =>
      (await fetch(`${company.url}/v1/availability?sku=${article?.sku ?? ''}`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: say('access.hide') }).click();
    await expect(page.getByText(key)).toBeHidden();
    await page.getByRole('button', { name: say('access.withdrawOne', { name: 'marketplace' }) }).click();
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: say('access.withdrawForGoodOne', { name: 'marketplace' }) }).click();
    await expect(page.getByText(say('access.withdrawn', { name: 'marketplace' }))).toBeVisible();
    expect(await ask()).toBe(401);
    await expect(page.getByRole('listitem', { name: 'marketplace' })).toContainText(saying('access.state.withdrawn'));

    await page.getByRole('link', { name: say('access.actions') }).click();
    const actions = page.getByRole('list', { name: say('access.actions') }).getByRole('listitem');
    await expect(actions.first()).toContainText(say('access.action.key.withdraw'));
    await expect(actions.first()).toContainText(say('access.fromAddress', { who: 'head office', address: '127.0.0.1' }));
    await page.screenshot({ path: info.outputPath('actions.png') });
    await expectAccessible(page, 'actions');

    await page.getByLabel(say('app.language')).selectOption('ar');
    await expect(page.getByRole('heading', { name: sayIn('ar', 'access.actions'), level: 1 })).toBeVisible();
    await page.screenshot({ path: info.outputPath('actions-ar.png') });
    await page.getByRole('link', { name: sayIn('ar', 'access.users') }).click();
    await expect(page.getByRole('listitem', { name: 'head office' })).toBeVisible();
    await page.screenshot({ path: info.outputPath('users-ar.png') });
    await expectAccessible(page, 'users in Arabic');
  },
);

test(
  'somebody is added who may do less, changes the password first, and is withdrawn',
  { tag: '@desktop' },
  async ({ page, browser, company }, info) => {
    await signInToOffice(page, company);
    await page.getByRole('link', { name: say('access.users') }).click();
    await page.getByRole('button', { name: say('access.addUser') }).click();
    await page.getByLabel(say('access.name'), { exact: true }).fill('Eve');
    await page.screenshot({ path: info.outputPath('add-user.png') });
    await expectAccessible(page, 'users');
    await page.getByRole('button', { name: say('access.make'), exact: true }).click();
    const password = (await page.getByText(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/).textContent()) ?? '';

    const hers = await (await browser.newContext()).newPage();
    await hers.goto(`${company.url}/office`);
    await enter(hers, 'eve', password);
    await hers.getByLabel(say('access.currentPassword'), { exact: true }).fill(password);
    await hers.getByLabel(say('access.newPassword'), { exact: true }).fill('only Eve knows this');
    await expectAccessible(hers, 'a password of her own');
    await hers.getByRole('button', { name: say('access.save') }).click();
    await expect(hers.getByRole('heading', { name: say('home.exceptions'), level: 1 })).toBeVisible();
    await expect(hers.getByRole('link', { name: say('access.users') })).toBeHidden();

    await page.getByRole('button', { name: say('access.withdrawOne', { name: 'Eve' }) }).click();
    await page.getByRole('button', { name: say('access.withdrawForGoodOne', { name: 'Eve' }) }).click();
    await expect(page.getByText(say('access.withdrawn', { name: 'Eve' }))).toBeVisible();
    // Her page asks again by itself, every ten seconds; a reload after that would show the sign-in without the sentence.
    await expect(hers.getByText(say('access.signedOut'))).toBeVisible({ timeout: 45_000 });
    await hers.context().close();
  },
);
