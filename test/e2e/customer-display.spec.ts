import { LANGUAGES, type Language } from '../../devices/simulators/page/languages.ts';
import { startPoleProcess } from '../support/pole-process.ts';
import { say } from '../support/say.ts';
import { scanInto } from '../support/scanner.ts';
import { readMinor } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { draftOnDisk } from './support/device.ts';
import { signInToOffice } from './support/office.ts';
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
  await expect.poll(() => draftOnDisk(page, 'sale')).toMatchObject({ lines: [{}, {}] });
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

test('the pole display that the settings name shows what is scanned, and the change', { tag: '@desktop' }, async ({
  page,
  till,
  company,
  cards,
  browser,
}) => {
  const pole = await startPoleProcess(cards.terminal.simulators);
  const [article] = await company.articles('NYC1', 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(cards.pairingUrl(), await company.registerCode('NYC1'), company.pinOf('manager', 'NYC1'));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await expect.poll(pole.lines).toEqual([say('display.poleWelcome'), company.placeOf('NYC1').name.slice(0, 20)]);
  await till.ring(article);
  const total = (await page.getByTestId('total').textContent()) ?? '';
  await expect.poll(async () => (await pole.lines())[1]).toBe(`${say('sale.total')}${total.padStart(20 - say('sale.total').length)}`);
  expect((await pole.lines())[0]?.slice(0, 8)).toBe(article.name.slice(0, 8));
  await till.pay('500.00');
  await expect.poll(async () => (await pole.lines())[0]).toBe(say('display.thanks'));

  const desk = await (await browser.newContext()).newPage();
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    await desk.goto(`${pole.pageUrl()}/?lang=${language}`);
    await expectAccessible(desk, `simulated pole display, ${language}`);
  }
  await signInToOffice(desk, company);
  await desk.getByRole('link', { name: say('office.settings') }).click();
  await desk.getByLabel(say('settings.for'), { exact: true }).selectOption(company.placeOf('NYC1').name);
  const name = say('setting.device.pole_display.name');
  const setting = desk.getByRole('listitem', { name, exact: true });
  await setting.getByRole('button', { name: say('settings.changeOf', { setting: name }) }).click();
  await setting.getByLabel(say('settings.poleDriver'), { exact: true }).selectOption(say('settings.pole.network'));
  await setting.getByLabel(say('settings.terminalHost')).fill('192.168.1.90');
  await expectAccessible(desk, 'form of a pole display');
  await setting.getByLabel(say('settings.poleDriver'), { exact: true }).selectOption(say('settings.pole.none'));
  await setting.getByRole('button', { name: say('settings.save') }).click();
  await expect(setting).toContainText(say('settings.pole.none'));
  await desk.context().close();
  await pole.stop();
});
