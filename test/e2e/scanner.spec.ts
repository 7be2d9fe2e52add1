import { say, saying } from '../support/say.ts';
import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../devices/simulators/page/languages.ts';
import { SCANNER_WORDS } from '../../devices/simulators/scanner/words.ts';
import { startScannerProcess } from '../support/scanner-process.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import type { ScannerPace } from '../support/scanner.ts';
import { returnsPage } from '../support/task-pages.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';
const STRANGER = '036000291452';

const PACES: readonly ScannerPace[] = [
  { gapMs: 5, suffix: ['Enter'] },
  { gapMs: 100, suffix: ['Enter'] },
  { gapMs: 60, suffix: ['Tab'] },
  { gapMs: 20, suffix: ['Enter', 'Enter'] },
  { gapMs: 100, suffix: [] },
  { gapMs: 10, suffix: [] },
  { gapMs: 2, suffix: ['Enter'] },
];

const refusals = (page: Page) => page.getByRole('list', { name: say('scanner.refused') }).getByRole('listitem');

test.describe('a scan', { tag: '@desktop' }, () => {
  test('is never an amount, a quantity or a press of a button, at any speed and with any suffix', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const person = company.pinOf('manager', STORE);
    await page.goto(company.url);
    await till.enrol(await company.registerCode(STORE));
    await expect(page.getByRole('button', { name: person.name })).toBeVisible();
    for (const [index, pace] of PACES.entries()) {
      await till.scan(STRANGER, pace);
      const times = index === 0 ? '' : ` (${index + 1} times)`;
      await expect(refusals(page)).toContainText(`${say('scanner.nothingHere', { code: STRANGER })}${times}`);
    }
    await till.dismissScans();
    await till.signIn(person);

    const sync = page.getByText(say('sync.recorded')).locator('xpath=following-sibling::dd[1]');
    await till.goTo(say('task.shift'));
    await expect(page.getByLabel(say('shift.floatInDrawer'))).toBeFocused();
    for (const pace of PACES) {
      await till.scan(STRANGER, pace);
      await expect(refusals(page)).toContainText(say('shift.nothingScanned', { code: STRANGER }));
      await expect(page.getByLabel(say('shift.floatInDrawer'))).toHaveValue('');
      await till.dismissScans();
    }
    await till.goTo(say('task.sync'));
    for (const button of ['Sign out', 'Pull everything again']) {
      await page.getByRole('button', { name: button }).focus();
      await till.scan(STRANGER, { gapMs: 100 });
      await expect(refusals(page)).toContainText(say('scanner.nothingHere', { code: STRANGER }));
      await till.dismissScans();
    }
    await expect(page.getByRole('dialog')).toBeHidden();
    await page
      .getByRole('radiogroup', { name: say('scanner.shortest') })
      .getByText('4', { exact: true })
      .click();
    await expect(sync).toHaveText('0');

    await till.goTo(say('task.shift'));
    await till.openShift();
    await till.goTo(say('task.sale'));
    const quantity = page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true });
    let units = 0;
    for (const pace of PACES) {
      for (const field of ['Cash given', 'Scan or search', 'quantity'] as const) {
        if (field === 'quantity') await quantity.focus();
        else await page.getByLabel(field).focus();
        await till.scan(article.barcode, pace);
        units += 1;
        await expect(quantity).toHaveValue(String(units));
        await expect(page.getByLabel(say('sale.cashGiven'))).toHaveValue('');
        await expect(page.getByRole('combobox', { name: say('sale.scanOrSearch') })).toHaveValue('');
      }
    }
    for (const place of [
      page.getByLabel(say('sale.cashGiven')),
      quantity,
      page.getByRole('button', { name: say('sale.exact') }),
      page.getByRole('combobox', { name: say('sale.scanOrSearch') }),
    ]) {
      await place.focus();
      await till.scan('4999', { gapMs: 100 });
      await expect(refusals(page)).toContainText(say('code.unknown', { code: '4999' }));
      await till.dismissScans();
    }
    await expect(quantity).toHaveValue(String(units));
    // What a program types for a person comes as quickly as a scan, and is none.
    const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
    await search.pressSequentially('winter jackets');
    await expect(search).toHaveValue('winter jackets');
    await search.fill('');
    await page.getByRole('button', { name: say('sale.clear') }).focus();
    await till.scan(article.sku, { gapMs: 100 });
    await expect(quantity).toHaveValue(String(units + 1));
    // Two labels of six digits are two scans, also without a suffix.
    for (let label = 1; label <= 2; label += 1) {
      await till.scan(article.sku, { suffix: [] });
      await expect(quantity).toHaveValue(String(units + 1 + label));
    }
  });

  test('finds the item on the receipt that comes back, opens another receipt, and pays nothing out', async ({ page, till, company }) => {
    const [tea, soap, lamp] = await company.articles(STORE, 3);
    if (tea === undefined || soap === undefined || lamp === undefined) throw new Error('Three articles are needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(tea, 5);
    const first = await till.pay();
    await till.ring(soap);
    const second = await till.pay();

    const returns = returnsPage(page, till);
    await returns.find(first.number);
    const field = page.getByLabel(saying('returns.quantity', { name: tea.name }));
    await field.focus();
    await till.scan(lamp.barcode, { gapMs: 100 });
    await expect(refusals(page)).toContainText(say('returns.notOn', { scanned: `${lamp.name} (${lamp.barcode})`, number: first.number }));
    await expect(field).toHaveValue('0');
    await till.scan(tea.barcode, { gapMs: 100 });
    await expect(field).toHaveValue('1');
    await page.getByRole('button', { name: say('returns.submit', { count: 1 }) }).focus();
    await till.scan(tea.barcode);
    await expect(field).toHaveValue('2');

    // What was begun is still there after another screen.
    await expect.poll(() => draftOnDisk(page, 'return')).toMatchObject({ number: first.number });
    await till.goTo(say('task.sync'));
    await till.goTo(say('task.returns'));
    await expect(field).toHaveValue('2');
    await page.getByRole('button', { name: say('returns.another') }).focus();
    await till.scan(second.number);
    const asked = page.getByRole('dialog', { name: say('returns.giveUp') });
    await expect(asked).toContainText(say('returns.chosen', { units: say('kit.units', { count: 2 }), number: first.number }));
    await till.scan(tea.barcode);
    await expect(refusals(page).first()).toContainText(saying('scanner.asking'));
    await page.keyboard.press('Enter');
    await expect(asked).toBeHidden();
    await expect(field).toHaveValue('2');
    await till.scan(second.number, { suffix: ['Tab'] });
    await asked.getByRole('button', { name: say('returns.giveUpYes') }).click();
    await expect(page.getByRole('heading', { name: say('returns.receipt', { number: second.number }) })).toBeVisible();
    await till.goTo(say('task.shift'));
    const expected = 100 + (first.totalMinor + second.totalMinor) / 100;
    await till.drawerExpects(new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(expected));
  });
});

test('two scanners at the device host scan at once, and one that is unplugged within a code lets nothing leave unpaid', {
  tag: '@desktop',
}, async ({ page, till, company, cards, browser }) => {
  const scanners = await startScannerProcess(cards.terminal.simulators);
  const [tea, soap] = await company.articles(STORE, 2);
  if (tea === undefined || soap === undefined) throw new Error('Two articles are needed.');
  await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(tea);
  await expect.poll(scanners.heard).toEqual([true, true]);
  const quantity = (name: string) => page.getByLabel(say('sale.quantity', { name }), { exact: true });
  const cash = page.getByLabel(say('sale.cashGiven'));
  await cash.fill('5');
  for (let times = 1; times <= 3; times += 1) await scanners.scanBoth(tea.barcode, `]E0${soap.barcode}`);
  await expect(quantity(tea.name)).toHaveValue('4');
  await expect(quantity(soap.name)).toHaveValue('3');
  await expect(cash).toHaveValue('5');

  await scanners.half(soap.barcode);
  await expect(refusals(page)).toContainText(say('scanner.misread.cut'));
  const gone = page.getByRole('list', { name: say('scanner.gone') });
  await expect(gone).toContainText(say('scanner.goneSentence', { name: say('scanner.simulated', { number: 1 }) }));
  await expectAccessible(page, 'a sale with a scanner that is gone');
  await till.goTo(say('task.sync'));
  const section = page.getByRole('region', { name: say('scanner.onHost') });
  await expect(section).toContainText(say('scanner.status.gone'));
  await expect(section).toContainText(say('scanner.status.there'));
  await scanners.setAway(false);
  await expect(gone).toBeHidden();
  await till.goTo(say('task.sale'));
  await scanners.scan(soap.barcode);
  await expect(quantity(soap.name)).toHaveValue('4');
  await expect(refusals(page)).toContainText(say('scanner.misread.cut'));
  await till.dismissScans();
  await till.voidSale();

  const desk = await (await browser.newContext()).newPage();
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    await desk.goto(`${scanners.pageUrl()}/?lang=${language}`);
    await expectAccessible(desk, `simulated scanners, ${language}`);
  }
  const words = SCANNER_WORDS.ar;
  await desk.getByLabel(words.codeOfFirst).fill('036000291452');
  await desk.getByRole('button', { name: words.scanFirst }).click();
  await expect(refusals(page)).toContainText(say('code.noProduct', { code: STRANGER }));
  await till.dismissScans();

  await signInToOffice(desk, company);
  await desk.getByRole('link', { name: say('office.settings') }).click();
  await desk.getByLabel(say('settings.for'), { exact: true }).selectOption(company.placeOf(STORE).name);
  const name = say('setting.device.scanners.name');
  const setting = desk.getByRole('listitem', { name, exact: true });
  await setting.getByRole('button', { name: say('settings.changeOf', { setting: name }) }).click();
  await setting
    .getByRole('button', { name: say('settings.remove') })
    .last()
    .click();
  await setting.getByLabel(say('settings.scannerDriver', { number: 1 }), { exact: true }).selectOption(say('settings.scanner.line'));
  await setting.getByLabel(say('settings.serialPort'), { exact: true }).fill('COM7');
  await expectAccessible(desk, 'form of scanners');
  await setting.getByRole('button', { name: say('settings.remove') }).click();
  await setting.getByRole('button', { name: say('settings.save') }).click();
  await expect(setting).toContainText(say('settings.scanner.none'));
  await setting.getByRole('button', { name: say('settings.changeOf', { setting: name }) }).click();
  await setting.getByRole('button', { name: say('settings.asCompany') }).click();
  await expect(setting).toContainText(say('scanner.simulated', { number: 2 }));
  await desk.context().close();
  await scanners.stop();
});
