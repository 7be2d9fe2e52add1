import type { Page } from '@playwright/test';
import { say } from '../../support/say.ts';
import { expect } from './test.ts';

/** Puts a customer on the sale. */
export async function chooseCustomer(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Alt+KeyK');
    await page
      .getByRole('region', { name: say('customer.title'), exact: true })
      .getByLabel(say('customer.find'))
      .fill(name);
    await page
      .getByRole('list', { name: say('customer.found') })
      .getByText(name)
      .click({ timeout: 3_000 });
  }).toPass();
  await expect(page.getByRole('button', { name: say('customer.of', { name }) })).toBeVisible();
}
