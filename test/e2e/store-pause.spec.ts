import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'AUS1';

test('[P3] a store that pauses gets no order to ship, and the head office ends the pause', { tag: '@tablet' }, async ({
  page,
  till,
  company,
  context,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.picking'));
  await page.getByRole('tab', { name: say('picking.step.waiting') }).click();
  await page.getByRole('button', { name: say('capacity.pause') }).click();
  const dialog = page.getByRole('dialog', { name: say('capacity.pauseAsk') });
  await dialog.getByText('4', { exact: true }).click();
  await dialog.getByRole('button', { name: say('capacity.reason.short_staffed') }).click();
  const banner = page.getByRole('status').filter({ hasText: say('capacity.reason.short_staffed') });
  await expect(banner).toBeVisible();
  await expectAccessible(page, 'A paused store');
  await till.allSent();
  const order = await company.placeOrder(STORE, [{ article, quantity: 1 }]);
  const placed = await company.fulfillmentOrders(order.number);
  expect(placed.map(({ locationId }) => locationId)).not.toContain(STORE);

  const office = await context.newPage();
  await signInToOffice(office, company);
  await office.getByRole('link', { name: say('office.taskCount', { task: say('capacity.office.title'), count: 1 }) }).click();
  await expectAccessible(office, 'Online orders');
  await office.getByRole('button', { name: saying('capacity.office.resume') }).click();
  await office.getByRole('button', { name: saying('capacity.office.sure') }).click();
  await expect(office.getByRole('status').filter({ hasText: saying('capacity.office.resumed') })).toBeVisible();
  await expect(banner).toBeHidden();
});
