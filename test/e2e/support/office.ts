import { expect, type Page } from '@playwright/test';
import { hashSecret, newToken } from '../../../sync-server/base/secrets.ts';
import type { Company } from './company.ts';

async function officeKey(company: Company): Promise<string> {
  const key = newToken('key');
  await company.database.db
    .insertInto('api_keys')
    .values({ key_hash: hashSecret(key), name: 'head office' })
    .execute();
  return key;
}

/** Signs in to the head office's page with a key of its own, and waits for the exceptions. */
export async function signInToOffice(page: Page, company: Company): Promise<void> {
  await page.goto(`${company.url}/office`);
  await page.getByLabel('API key').fill(await officeKey(company));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Exceptions', level: 1 })).toBeVisible();
}
