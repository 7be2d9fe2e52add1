import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../devices/simulators/page/languages.ts';
import { PRINTER_WORDS } from '../../devices/simulators/printer/words.ts';
import { labelPrinterSetting } from '../../domain/device/settings.ts';
import { totePrefix } from '../../domain/fulfillment/settings.ts';
import { startLabelProcess } from '../support/label-process.ts';
import { receiptCopies } from '../../domain/copies/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { readCodes } from '../support/read-codes.ts';
import { say, saying } from '../support/say.ts';
import type { TillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { CardMachine } from './support/card-machine.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

interface Counter {
  readonly page: Page;
  readonly till: TillPage;
  readonly company: Company;
  readonly cards: CardMachine;
}

/** A new register that is paired with its devices, with an open shift. */
async function setUp({ till, company, cards }: Counter): Promise<void> {
  await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
}

/** How often the store lets a receipt be printed again. */
async function copies(value: 'one' | 'marked', { database }: Company): Promise<void> {
  await saveSetting(database.db, receiptCopies, { level: 'store', id: STORE, value }, actorNamed('head office'));
}

async function sell({ page, till, company }: Counter) {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.ring(article);
  await page.keyboard.press('F10');
  await page.keyboard.press('F12');
  const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
  await expect(receipt).toBeVisible();
  const number = ((await receipt.getAttribute('aria-label')) ?? '').replace(say('sale.receiptNumber', { number: '' }), '');
  return { number, article };
}

const printed = (page: Page) => page.getByText(say('printer.printed'));
const again = (page: Page) => page.getByRole('button', { name: say('printer.again') });

test.describe('a till and its receipt printer', () => {
  test('[J1] a sale for cash prints its receipt and opens the drawer; the code on it finds the sale', { tag: '@desktop' }, async ({
    page,
    till,
    company,
    cards,
  }) => {
    const counter = { page, till, company, cards };
    await copies('one', company);
    await setUp(counter);
    const { printer } = cards;
    const before = (await printer.state()).slips.length;
    const { number, article } = await sell(counter);
    await expect(printed(page)).toBeVisible();
    const { slips, newest, isDrawerOpen, unknown } = await printer.state();
    expect([slips.length - before, isDrawerOpen, unknown]).toEqual([1, true, []]);
    const slip = slips.at(-1);
    const text = slip?.lines.join('\n') ?? '';
    expect(text).toContain(number);
    expect(text.replace(/\s+/g, ' ')).toContain(article.name.slice(0, 12));
    expect(text).toMatch(new RegExp(`${say('sale.total')} +\\$`));
    expect(await readCodes(newest)).toEqual([`QRCode ${number}`]);
    await expectAccessible(page, 'receipt printed');
    await again(page).click();
    await expect(printed(page)).toBeVisible();
    await expect.poll(async () => (await printer.state()).slips.length).toBe(before + 2);
    expect((await printer.state()).slips.at(-1)?.lines.map((line) => line.trim())).toContain(say('sale.copyNumber', { number: 1 }));
    // This store allows one copy.
    await again(page).click();
    await expect(page.getByText(say('refusal.copied_before'))).toBeVisible();
    expect((await printer.state()).slips.length).toBe(before + 2);
    await copies('marked', company);
  });

  test('without paper the sale is done, the drawer opens, and the receipt comes when there is paper', { tag: '@desktop' }, async ({
    page,
    till,
    company,
    cards,
  }) => {
    const counter = { page, till, company, cards };
    await setUp(counter);
    const { printer } = cards;
    await printer.closeDrawer();
    await printer.setPaper('out');
    const before = (await printer.state()).slips.length;
    const { number } = await sell(counter);
    await expect(page.getByText(say('printer.not.paper_out'))).toBeVisible();
    expect((await printer.state()).isDrawerOpen).toBe(true);
    await expectAccessible(page, 'printer without paper');
    await printer.setPaper('enough');
    await again(page).click();
    await expect(printed(page)).toBeVisible();
    const { slips } = await printer.state();
    expect(slips.length).toBe(before + 1);
    // It is the first one: nothing had come out.
    expect(slips.at(-1)?.lines.map((line) => line.trim())).toEqual(expect.arrayContaining([number]));
    expect(slips.at(-1)?.lines.map((line) => line.trim())).not.toContain(say('sale.copy'));
  });

  test('a printer that takes everything and prints nothing does not hold up the next sale', { tag: '@desktop' }, async ({
    page,
    till,
    company,
    cards,
  }) => {
    const counter = { page, till, company, cards };
    await setUp(counter);
    await cards.printer.habit('swallow');
    await sell(counter);
    await expect(page.getByText(say('printer.printing'))).toBeVisible();
    await page.keyboard.press('Enter');
    await cards.printer.closeDrawer();
    const openings = (await cards.printer.state()).drawerOpenings;
    await sell(counter);
    await expect.poll(async () => (await cards.printer.state()).drawerOpenings).toBe(openings + 1);
    await cards.printer.habit('fine');
    await expect(printed(page)).toBeVisible({ timeout: 25_000 });
  });

  test('labels for totes come out of the label printer, and a scanner reads them', { tag: '@desktop' }, async ({
    page,
    till,
    company,
    cards,
  }) => {
    const labels = await startLabelProcess(cards.terminal.simulators);
    const set = (setting: typeof totePrefix | typeof labelPrinterSetting, value: unknown) =>
      saveSetting(company.database.db, setting, { level: 'store', id: STORE, value }, actorNamed('test'));
    await set(totePrefix, 'T-');
    await set(labelPrinterSetting, { driver: 'simulator' });
    await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.picking'));
    await page.getByRole('button', { name: saying('picking.toteLabels') }).click();
    const dialog = page.getByRole('dialog', { name: say('picking.toteLabels') });
    await dialog.getByLabel(say('picking.firstTote')).fill('41');
    await dialog.getByLabel(say('picking.howManyLabels')).fill('0');
    await expect(dialog.getByText(say('picking.labelsNotValid', { most: 100 }))).toBeVisible();
    await dialog.getByLabel(say('picking.howManyLabels')).fill('2');
    await expect(dialog.getByRole('article')).toContainText('T-0042');
    await expectAccessible(page, 'labels for totes');
    await labels.setEmpty(true);
    const print = dialog.getByRole('button', { name: say('label.print'), exact: true });
    await print.click();
    await expect(dialog.getByText(say('printer.not.paper_out'))).toBeVisible();
    await labels.setEmpty(false);
    await print.click();
    await expect(printed(page)).toBeVisible();
    const { labels: printedLabels, newest, unknown } = await labels.state();
    expect(printedLabels.map(({ texts }) => texts.slice(1))).toEqual(['T-0041', 'T-0042'].map((code) => [code, `[code128 ${code}]`]));
    expect([await readCodes(newest), unknown]).toEqual([['Code128 T-0042'], []]);
    for (const setting of [totePrefix, labelPrinterSetting]) await set(setting, null);
    await labels.end();
  });

  test('the paper, the drawer and the buttons of the simulated printer are shown in every language', { tag: '@desktop' }, async ({
    page,
    cards,
  }) => {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      await page.goto(`${cards.printer.pageUrl()}/?lang=${language}`);
      await expect(page).toHaveTitle(PRINTER_WORDS[language].title);
      await expect(page.getByRole('button', { name: PRINTER_WORDS[language].closeCover })).toBeDisabled();
      await expectAccessible(page, `simulated printer, ${language}`);
    }
    await page.getByRole('button', { name: PRINTER_WORDS.ar.openCover }).click();
    await expect(page.getByText(PRINTER_WORDS.ar.coverOpen)).toBeVisible();
    await cards.printer.mend();
  });
});
