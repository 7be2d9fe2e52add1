import { say } from '../../support/say.ts';
import { expect, type Page } from '@playwright/test';
import { SCOPE_SETS } from '../../../domain/access/scopes.ts';
import { insertUser, PASSWORD } from '../../support/office-user.ts';
import type { Company } from './company.ts';

const NAME = 'head office';

async function ensureUser(company: Company): Promise<void> {
  const known = await company.database.db.selectFrom('office_users').select('id').where('name', '=', NAME).executeTakeFirst();
  if (known === undefined) await insertUser(company.database.db, NAME, SCOPE_SETS.everything);
}

/** Signs in to the head office's page as a user who may do everything, and waits for the exceptions. */
export async function signInToOffice(page: Page, company: Company): Promise<void> {
  await ensureUser(company);
  await page.goto(`${company.url}/office`);
  await page.getByLabel(say('access.name'), { exact: true }).fill(NAME);
  await page.getByLabel(say('access.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say('signIn.submit') }).click();
  await expect(page.getByRole('heading', { name: say('home.exceptions'), level: 1 })).toBeVisible();
}
