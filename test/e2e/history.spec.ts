import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test('past receipts and shifts are found again, without the network too, and a drawer is counted before its sum is told', async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo('Shift');
  await till.openShift('100.00');
  await till.goTo('Sale');
  await till.ring(article, 2);
  const first = await till.pay();
  await page.getByRole('button', { name: 'Next sale' }).click();
  await till.ring(article);
  const second = await till.pay();
  await till.goTo('Shift');
  await expect(page.getByText('Expected in the drawer')).toHaveCount(0);
  await page.getByLabel('Cash counted').fill('100.00');
  await page.getByRole('button', { name: 'Close shift' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close anyway' }).click();
  await till.allSent();
  await company.cut();

  await page.keyboard.press('F9');
  const rows = page.getByRole('list', { name: 'Receipts' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(second.number);
  await page.getByLabel('Search receipts').fill((first.totalMinor / 100).toFixed(2));
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Search receipts').press('Enter');
  const receipt = page.getByRole('article', { name: `Receipt ${first.number}` });
  await expect(receipt).toContainText(article.name);
  await till.scan(second.number, { gapMs: 60 });
  await expect(page.getByRole('article', { name: `Receipt ${second.number}` })).toBeVisible();
  await expectAccessible(page, 'history of receipts');
  await page.getByRole('tab', { name: 'Shifts' }).click();
  await page
    .getByRole('list', { name: 'Shifts' })
    .getByRole('button', { name: /short$/ })
    .click();
  await expect(page.getByRole('article', { name: 'Shift' })).toContainText(
    `$${((10_000 + first.totalMinor + second.totalMinor) / 100).toFixed(2)}`,
  );
  await expectAccessible(page, 'history of shifts');
});
