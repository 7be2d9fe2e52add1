import { say } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

test('[J7] somebody practises on a register, and nothing of it counts', { tag: '@desktop' }, async ({ page, till, company }) => {
  const [article] = await company.articles('ATL1', 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode('ATL1'), company.pinOf('manager', 'ATL1'));
  await till.goTo(say('task.shift'));
  await till.openShift();
  await till.goTo(say('task.sale'));
  await till.ring(article, 3);
  await till.goTo(say('task.home'));

  await page.getByRole('button', { name: say('training.title'), exact: true }).click();
  await expect(page.getByRole('dialog', { name: say('training.ask') })).toContainText(say('training.text'));
  await page.getByRole('button', { name: say('training.start') }).click();
  await expect(page.getByRole('status').filter({ hasText: say('training.mark') })).toBeVisible();
  await expect(page.getByRole('button', { name: say('training.title'), exact: true })).toBeHidden();
  await expectAccessible(page, 'home in training');
  await till.goTo(say('task.sale'));
  // The sale that was begun waits in the shop.
  await expect(page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true })).toBeHidden();
  await till.ring(article);
  const practised = await till.pay();
  expect(practised.number).toMatch(/^TRAINING-/);
  await expect(page.getByRole('article').filter({ hasText: practised.number })).toContainText(say('training.paper'));
  await page.getByRole('button', { name: say('training.end') }).click();

  await expect(page.getByRole('button', { name: say('training.end') })).toBeHidden();
  await till.goTo(say('task.history'));
  await expect(page.getByText(practised.number)).toBeHidden();
  await till.goTo(say('task.sale'));
  await expect(page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true })).toHaveValue('3');
  expect((await till.pay()).number).toMatch(/-000001$/);
  await till.allSent();
});
