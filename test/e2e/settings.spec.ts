import { say } from '../support/say.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { returnsPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';

/** 60 dots wide: as a logo it has white at both sides, to whole bytes. */
const BLACK_SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>';

const RETURN_RULE = { role: say('role.associate'), permission: say('permission.return.record') };

test('[S1] [A1] what the head office sets reaches a till, where a colleague approves what a role may not do alone, also offline', {
  tag: '@desktop',
}, async ({ page, context, till, company }) => {
  const [lamp] = await company.articles(STORE, 1);
  if (lamp === undefined) throw new Error('An article is needed.');
  const manager = company.pinOf('manager', STORE);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('associate', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(lamp);
  const sold = await till.pay();
  await till.allSent();

  const desk = await context.newPage();
  await signInToOffice(desk, company);
  await desk.getByRole('link', { name: say('office.settings') }).click();
  await desk.getByLabel(say('settings.for'), { exact: true }).selectOption(STORE);
  const receipts = desk.getByRole('listitem', { name: say('setting.receipt.text.name') });
  await receipts.getByRole('button', { name: say('settings.changeOf', { setting: say('setting.receipt.text.name') }) }).click();
  await receipts.getByLabel(say('settings.belowSold')).fill('Thank you.\nCome again.');
  await receipts.getByRole('button', { name: say('settings.save') }).click();
  await expect(receipts.getByText(say('settings.changed', { setting: say('setting.receipt.text.name') }))).toBeVisible();
  const logo = desk.getByRole('listitem', { name: say('setting.receipt.logo.name') });
  await logo.getByRole('button', { name: say('settings.changeOf', { setting: say('setting.receipt.logo.name') }) }).click();
  const chosen = desk.waitForEvent('filechooser');
  await logo.getByRole('button', { name: say('settings.logo.choose') }).click();
  await (await chosen).setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(BLACK_SQUARE) });
  await expect(logo.locator('img')).toHaveAttribute('width', '64');
  await expect(logo.getByRole('article')).toContainText('Come again.');
  await logo.getByRole('button', { name: say('settings.save') }).click();
  await expect(logo.getByText(say('settings.logo.size', { width: 64, rows: 60 }))).toBeVisible();
  const roles = desk.getByRole('listitem', { name: say('settings.roles') });
  await roles.getByRole('button', { name: say('settings.changeOf', { setting: say('settings.roles') }) }).click();
  await roles.getByLabel(say('settings.rule', RETURN_RULE), { exact: true }).selectOption(say('settings.choice.manager'));
  await roles.getByLabel(say('settings.ruleFrom', RETURN_RULE)).fill('1.00');
  await roles
    .getByLabel(say('settings.rule', { role: say('role.associate'), permission: say('permission.stock.put_back') }), { exact: true })
    .selectOption(say('settings.choice.denied'));
  await expectAccessible(desk, 'Settings');
  await roles.getByRole('button', { name: say('settings.save') }).click();
  await expect(roles.getByText(say('settings.restrictions', { count: 2 }))).toBeVisible();
  await expect(desk.getByRole('region', { name: say('settings.changes') })).toContainText(say('settings.roles'));

  await page.bringToFront();
  const receipt = page.getByRole('article', { name: say('returns.receipt', { number: sold.number }) });
  await expect(receipt).toContainText('Come again.');
  await expect(receipt.locator('img')).toHaveAttribute('width', '64');
  await company.cut();
  const returns = returnsPage(page, till);
  await returns.find(sold.number);
  await returns.choose(lamp.name, 1, 'restock');
  await page.getByRole('button', { name: say('returns.submit', { count: 1 }) }).click();
  const dialog = page.getByRole('dialog', { name: say('approval.title') });
  await expect(dialog).toContainText(say('permission.return.record'));
  await expectAccessible(page, 'Approval');
  // A scan is no answer; Enter chooses the first colleague, and approves nothing without a PIN.
  await till.scan(lamp.barcode);
  await expect(dialog.getByRole('button', { name: manager.name })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(say('signIn.pin'), { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByLabel(say('signIn.pin'), { exact: true }).fill('0000');
  await dialog.getByRole('button', { name: say('approval.approve') }).click();
  await expect(dialog.getByText(say('signIn.wrong_pin'))).toBeVisible();
  await dialog.getByLabel(say('signIn.pin'), { exact: true }).fill(manager.pin);
  await dialog.getByRole('button', { name: say('approval.approve') }).click();
  await expect(page.getByRole('article', { name: say('returns.paper') })).toBeVisible();

  await company.mend();
  await till.allSent();
  const { db } = company.database;
  const recorded = await db
    .selectFrom('operations')
    .select('body')
    .where('type', '=', goodsReturned.type)
    .where('store_id', '=', STORE)
    .execute();
  const approvals = recorded.flatMap(({ body }) => (body as { approval: { permission: string; method: string } | null }).approval ?? []);
  expect(approvals).toMatchObject([{ permission: 'return.record', method: 'pin' }]);
  expect(await db.selectFrom('exceptions').select('id').where('kind', '=', 'not_allowed').where('store_id', '=', STORE).execute()).toEqual(
    [],
  );

  await desk.bringToFront();
  await roles.getByRole('button', { name: say('settings.changeOf', { setting: say('settings.roles') }) }).click();
  await roles.getByRole('button', { name: say('settings.asCompany') }).click();
  await expect(roles.getByText(say('settings.everybody'))).toBeVisible();
});
