import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test('past receipts and shifts are found again, without the network too, and a drawer is counted before its sum is told', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.shift'));
  await till.openShift('100.00');
  await till.goTo(say('task.sale'));
  await till.ring(article, 2);
  const first = await till.pay();
  await page.getByRole('button', { name: say('sale.next') }).click();
  await till.ring(article);
  const second = await till.pay();
  await till.goTo(say('task.shift'));
  await expect(page.getByText(say('shift.expected'))).toHaveCount(0);
  await till.countDrawer('100.00');
  await page.getByRole('button', { name: say('shift.compare') }).click();
  await page.getByRole('button', { name: say('differenceReason.other') }).click();
  await page.getByRole('button', { name: saying('shift.closeShort') }).click();
  await expect(page.getByRole('article', { name: say('report.z', { number: 1 }) })).toBeVisible();
  await till.allSent();
  await company.cut();

  await page.keyboard.press('F9');
  const rows = page.getByRole('list', { name: say('history.receipts') }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(second.number);
  await page.getByLabel(say('history.search')).fill((first.totalMinor / 100).toFixed(2));
  await expect(rows).toHaveCount(1);
  await page.getByLabel(say('history.search')).press('Enter');
  const receipt = page.getByRole('article', { name: say('returns.receipt', { number: first.number }) });
  await expect(receipt).toContainText(article.name);
  await till.scan(second.number, { gapMs: 60 });
  await expect(page.getByRole('article', { name: say('returns.receipt', { number: second.number }) })).toBeVisible();
  await expectAccessible(page, 'history of receipts');
  await page.getByRole('tab', { name: say('history.shifts') }).click();
  await page
    .getByRole('list', { name: say('history.shifts') })
    .getByRole('button', { name: saying('history.short') })
    .click();
  await expect(page.getByRole('article', { name: say('task.shift') })).toContainText(
    `$${((10_000 + first.totalMinor + second.totalMinor) / 100).toFixed(2)}`,
  );
  await expectAccessible(page, 'history of shifts');
});
