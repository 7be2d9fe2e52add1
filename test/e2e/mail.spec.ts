import { formatMoney } from '../../texts/say/format-money.ts';
import { say, saying } from '../support/say.ts';
import { pickupPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';
const ANA = 'ana@example.com';
const BO = 'bo@example.com';

test('[A2] a receipt goes by mail: at the end of the sale, and without a network from the history once it is back', {
  tag: '@desktop',
}, async ({ page, till, company, mail }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article, 2);
  const { number, totalMinor } = await till.pay();

  const button = page.getByRole('button', { name: say('mail.button') });
  const dialog = page.getByRole('dialog', { name: say('mail.title') });
  const address = dialog.getByLabel(say('mail.address'));
  const states = page.getByRole('list', { name: say('mail.list') }).getByRole('listitem');
  await button.click();
  // What a scanner types is no address, and its Enter sends nothing.
  await expect(address).toBeFocused();
  await till.scan(article.barcode);
  await expect(page.getByText(saying('scanner.asking'))).toBeVisible();
  await expect(address).toHaveValue('');
  await address.fill('ana@example');
  await address.press('Enter');
  await expect(dialog.getByText(say('mail.wrong'))).toBeVisible();
  await expectAccessible(page, 'receipt by mail');
  await address.fill(ANA);
  await dialog.getByRole('button', { name: say('mail.send') }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(states).toHaveText([saying('mail.sent')]);
  const [first, ...others] = await mail.mailsTo(ANA);
  expect(others).toEqual([]);
  expect(first?.subject).toContain(number);
  expect(first?.text).toContain(`${say('sale.total')}  ${formatMoney(totalMinor, 'USD')}`);
  const seen = await page.context().newPage();
  await seen.goto(`${mail.pageUrl()}/?lang=en`);
  await expect(seen.getByText(first?.subject ?? '')).toBeVisible();
  await seen.close();

  await till.allSent();
  await company.cut();
  await page.keyboard.press('F9');
  await page
    .getByRole('list', { name: say('history.receipts') })
    .getByRole('button')
    .first()
    .click();
  await button.click();
  await expect(dialog.getByText(say('mail.copy'))).toBeVisible();
  await address.fill(ANA);
  await address.press('Enter');
  await expect(states.first()).toHaveText(saying('mail.waitingHere'));
  await company.mend();
  await expect(states).toHaveText([saying('mail.sent'), saying('mail.sent')], { timeout: 30_000 });
  const copy = (await mail.mailsTo(ANA)).at(-1);
  expect(copy?.text).toContain(say('sale.copy'));
  expect(copy?.messageId).not.toBe(first?.messageId);

  // The mail of a pickup is sent again from its screen, which says what became of it.
  const order = await company.placeOrder(STORE, [{ article, quantity: 1 }], '2468', BO);
  const pickup = pickupPage(page, till);
  await pickup.open(order.number);
  await pickup.pick(order.number, [{ article, quantity: 1 }]);
  await pickup.stage(order.number, 'P1');
  await expect.poll(async () => (await mail.mailsTo(BO)).length, { timeout: 30_000 }).toBe(1);
  await page.getByRole('button', { name: say('pickup.mailAgain') }).dblclick();
  await expect(pickup.sheet(order.number)).toContainText(saying('pickup.mailAgainSent'), { timeout: 30_000 });
  expect(await mail.mailsTo(BO)).toHaveLength(2);
  await expectAccessible(page, 'pickup mail sent again');
});
