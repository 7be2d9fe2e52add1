import { say } from '../support/say.ts';
import { expect, test } from './support/test.ts';

test('[J7] a second window is told, not broken, and takes over when the first is closed', { tag: '@desktop' }, async ({
  page,
  till,
  company,
  context,
}) => {
  const [article] = await company.articles('ATL1', 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode('ATL1'), company.pinOf('manager', 'ATL1'));
  const second = await context.newPage();
  await second.goto(company.url);
  await expect(second.getByRole('heading', { name: say('app.otherWindow') })).toBeVisible();
  await expect(second.getByRole('status')).toContainText(say('app.otherWindowText'));
  await expect(second.getByRole('button')).toHaveCount(0);

  await page.bringToFront();
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article);
  expect((await till.pay()).number).toMatch(/-000001$/);
  await till.allSent();

  await page.close();
  await expect(second.getByRole('heading', { name: say('signIn.title') })).toBeVisible();
});
