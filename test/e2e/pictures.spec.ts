import sharp from 'sharp';
import { say } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test('[R5] the head office gives a product a picture, and a till shows it, also after a start without the network', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('products.title'), exact: true }).click();
  await page.getByLabel(say('products.find')).fill(article.sku);
  // The list of before is gone once what was typed is looked up.
  await expect(page.getByRole('list', { name: say('products.title') }).getByRole('listitem')).toHaveCount(1);
  const row = page.getByRole('listitem', { name: article.name });
  const picture = row.locator('img');
  const file = (buffer: Buffer) => ({ name: 'picture.png', mimeType: 'image/png', buffer });
  await row.locator('input[type=file]').setInputFiles(file(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')));
  await expect(page.getByText(say('office.refused.picture_type'))).toBeVisible();
  const drawn = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c03030' } })
    .png()
    .toBuffer();
  await row.locator('input[type=file]').setInputFiles(file(drawn));
  await expect(page.getByText(say('products.written', { name: article.name }))).toBeVisible();
  await expect(picture).toHaveJSProperty('naturalWidth', 256);
  await expectAccessible(page, 'products');
  const change = page.getByRole('button', { name: say('products.termsOf', { name: article.name }) });
  const form = page.getByRole('form', { name: say('products.termsOf', { name: article.name }) });
  await change.click();
  await form.getByLabel(say('products.deposits')).fill('NO-BOTTLE');
  await form.getByRole('button', { name: say('access.save') }).click();
  await expect(form.getByRole('alert')).toHaveText(say('office.refused.part_unknown', { sku: 'NO-BOTTLE' }));
  await expectAccessible(page, 'how a product is sold');
  await form.getByLabel(say('products.kind')).selectOption('service');
  await form.getByLabel(say('products.openPrice'), { exact: true }).check();
  await form.getByRole('button', { name: say('access.save') }).click();
  await expect(row).toContainText(`${say('products.kind.service')} · ${say('products.openPrice')}`);
  await change.click();
  await form.getByLabel(say('products.openPrice'), { exact: true }).uncheck();
  await form.getByLabel(say('products.kind')).selectOption('goods');
  await form.getByRole('button', { name: say('access.save') }).click();
  await expect(row).not.toContainText(say('products.kind.service'));

  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article);
  const sold = page.getByRole('list', { name: say('sale.items') }).locator('img');
  await expect(sold).toHaveJSProperty('naturalWidth', 256);
  await company.cut();
  await page.reload();
  await till.signIn(company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await expect(sold).toHaveJSProperty('naturalWidth', 256);
});
