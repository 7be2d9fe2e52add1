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
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
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
      await expect(page.getByText('The head office demands a second factor. Set one up.')).toBeVisible();
      await page.getByLabel('Present password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Set up a second factor' }).click();
      await expect(page.getByRole('img', { name: 'QR code of your second factor' })).toBeVisible();
      await page.screenshot({ path: info.outputPath('second-factor.png') });
      await expectAccessible(page, 'second factor');
      const secret = (await page.getByText('As text:').locator('code').textContent()) ?? '';
      await page.getByLabel('Code that the app shows').fill(codeOf(secret));
      await page.getByRole('button', { name: 'Confirm' }).click();
      const codes = page.getByRole('region', { name: 'Recovery codes' });
      await expect(codes.getByRole('listitem')).toHaveCount(10);
      const recoveryCode = (await codes.getByRole('listitem').first().textContent()) ?? '';
      await codes.getByRole('button', { name: 'I have written them down' }).click();
      await expect(page.getByRole('heading', { name: 'Exceptions', level: 1 })).toBeVisible();

      await page.getByRole('button', { name: 'Sign out' }).click();
      await enter(page, 'Grace', PASSWORD);
      await page.getByLabel('Code of your second factor').fill('000000');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('This code is wrong, or was used already.');
      await page.getByLabel('Code of your second factor').fill(recoveryCode);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { name: 'Exceptions', level: 1 })).toBeVisible();
      await page.getByRole('link', { name: 'Grace' }).click();
      await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
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
    await page.getByRole('link', { name: 'API keys' }).click();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('Who will use it').fill('marketplace');
    await page.getByLabel('read what can be promised').check();
    await page.screenshot({ path: info.outputPath('make-key.png') });
    await expectAccessible(page, 'API keys');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    const key = (await page.getByText(/^key_/).textContent()) ?? '';
    const [article] = await company.articles('SEA1', 1);
    const ask = async () =>
      (await fetch(`${company.url}/v1/availability?sku=${article?.sku ?? ''}`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: 'Hide it' }).click();
    await expect(page.getByText(key)).toBeHidden();
    await page.getByRole('button', { name: 'Withdraw: marketplace' }).click();
    await expect(page.getByText('marketplace is withdrawn.')).toBeVisible();
    expect(await ask()).toBe(401);
    await expect(page.getByRole('listitem', { name: 'marketplace' })).toContainText('Withdrawn');

    await page.getByRole('link', { name: 'Actions' }).click();
    const actions = page.getByRole('list', { name: 'Actions' }).getByRole('listitem');
    await expect(actions.first()).toContainText('Withdrew an API key');
    await expect(actions.first()).toContainText('head office, from 127.0.0.1');
    await page.screenshot({ path: info.outputPath('actions.png') });
    await expectAccessible(page, 'actions');

    await page.getByLabel('Language').selectOption('ar');
    await expect(page.getByRole('heading', { name: 'الإجراءات', level: 1 })).toBeVisible();
    await page.screenshot({ path: info.outputPath('actions-ar.png') });
    await page.getByRole('link', { name: 'المستخدمون' }).click();
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
    await page.getByRole('link', { name: 'Users' }).click();
    await page.getByRole('button', { name: 'Add a user' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Eve');
    await page.screenshot({ path: info.outputPath('add-user.png') });
    await expectAccessible(page, 'users');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    const password = (await page.getByText(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/).textContent()) ?? '';

    const hers = await (await browser.newContext()).newPage();
    await hers.goto(`${company.url}/office`);
    await enter(hers, 'eve', password);
    await hers.getByLabel('Present password', { exact: true }).fill(password);
    await hers.getByLabel('New password', { exact: true }).fill('only Eve knows this');
    await expectAccessible(hers, 'a password of her own');
    await hers.getByRole('button', { name: 'Save' }).click();
    await expect(hers.getByRole('heading', { name: 'Exceptions', level: 1 })).toBeVisible();
    await expect(hers.getByRole('link', { name: 'Users' })).toBeHidden();

    await page.getByRole('button', { name: 'Withdraw: Eve' }).click();
    await expect(page.getByText('Eve is withdrawn.')).toBeVisible();
    await hers.reload();
    await expect(hers.getByText('You are not signed in any more. Sign in again.')).toBeVisible();
    await hers.context().close();
  },
);
