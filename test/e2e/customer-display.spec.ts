import { say } from '../support/say.ts';
import { scanInto } from '../support/scanner.ts';
import { readMinor } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

test('the customer sees the sale in a window of its own, which takes nothing from the till', { tag: '@desktop' }, async ({
  page,
  till,
  company,
  context,
}) => {
  const [first, second] = await company.articles('ATL1', 2);
  if (first === undefined || second === undefined) throw new Error('Two articles are needed.');
  await till.setUp(company.url, await company.registerCode('ATL1'), company.pinOf('manager', 'ATL1'));
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: say('display.title') }).click();
  const display = await opened;
  await expect(display.getByRole('heading', { name: say('display.closed') })).toBeVisible();
  await expect(page.getByRole('button', { name: say('display.close') })).toBeVisible();

  await page.bringToFront();
  await till.goTo(say('task.sale'));
  await till.openShift();
  await expect(display.getByRole('heading', { name: say('display.welcome') })).toBeVisible();
  await till.ring(first, 2);
  const lines = display.getByRole('listitem');
  await expect(lines).toContainText([first.name]);
  await expect(lines).toContainText('2 ×');

  // The window has the keyboard, as after a click on it: what is scanned there is on the counter all the same.
  await scanInto(display, second.barcode);
  await expect(page.getByLabel(say('sale.quantity', { name: second.name }), { exact: true })).toHaveValue('1');
  await expect(lines).toContainText([first.name, second.name]);
  const total = await page.getByTestId('total').textContent();
  expect(readMinor(total)).toBeGreaterThanOrEqual(2 * first.priceMinor + second.priceMinor);
  await expect(display.getByTestId('total')).toHaveText(total ?? '');
  await expectAccessible(display, 'the customer display');

  await display.reload();
  await expect(lines).toContainText([first.name, second.name]);
  await page.reload();
  await expect(display.getByRole('heading', { name: say('display.closed') })).toBeVisible();
  await till.signIn(company.pinOf('manager', 'ATL1'));
  await till.goTo(say('task.sale'));
  await expect(lines).toContainText([first.name, second.name]);

  const { changeMinor } = await till.pay('500.00');
  expect(changeMinor).toBe(50_000 - readMinor(total));
  await expect(display.getByRole('heading', { name: say('display.thanks') })).toBeVisible();
  expect(readMinor(await display.getByTestId('change').textContent())).toBe(changeMinor);
  await page.close();
  await expect(display.getByRole('heading', { name: say('display.gone') })).toBeVisible();
});
