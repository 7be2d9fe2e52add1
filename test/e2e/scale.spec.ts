import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../devices/simulators/page/languages.ts';
import { SCALE_WORDS } from '../../devices/simulators/scale/words.ts';
import { scaleSetting } from '../../domain/device/settings.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { SAMPLE_PRODUCE } from '../../sync-server/sample/sample-produce.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import type { ScaleProcess } from '../support/scale-process.ts';
import { say, saying } from '../support/say.ts';
import type { TillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';
const OTHER = 'CHI1';
const APPLES = '4017';
const PEARS = '4409';
/** In a tray of 15 g. */
const TOMATOES = '4664';

const nameOf = (sku: string) => SAMPLE_PRODUCE.find((one) => one.sku === sku)?.name ?? '';
const panelOf = (page: Page, sku: string) => page.getByRole('region', { name: say('weigh.title', { name: nameOf(sku) }) });
const linesOf = (page: Page) => page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');
const takeOf = (page: Page, weight: string) => page.getByRole('button', { name: say('weigh.take', { weight }) });

/** Types the number of an article, as it stands on the produce. */
async function enter(page: Page, sku: string): Promise<void> {
  const field = page.getByLabel(say('sale.scanOrSearch'));
  await field.fill(sku);
  await field.press('Enter');
}

async function setUp(page: Page, till: TillPage, company: Company, address: string): Promise<void> {
  await till.setUp(address, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
}

async function emptyScale(scale: ScaleProcess): Promise<void> {
  await scale.setAway(false);
  await scale.setMoving(false);
  await scale.put(0);
}

test.describe('a till and its scale', { tag: '@desktop' }, () => {
  test('weigh goods: at once where they lie still, each weight once, and nothing is paid before', async ({
    page,
    till,
    company,
    cards,
    scale,
  }) => {
    await emptyScale(scale);
    await setUp(page, till, company, cards.pairingUrl());
    await enter(page, APPLES);
    const panel = panelOf(page, APPLES);
    await expect(panel).toContainText(say('weigh.no.empty'));
    await expect(panel.getByTestId('live-weight')).toHaveText('0.000 kg');
    await expectAccessible(page, 'weigh panel, empty scale');
    await scale.put(640);
    await expect(panel.getByTestId('live-weight')).toHaveText('0.640 kg');
    await takeOf(page, '0.640 kg').click();
    // 0.640 kg at $3.99.
    await expect(linesOf(page)).toHaveText([/0\.640 kg.*\$2\.55/s]);

    await enter(page, PEARS);
    const next = panelOf(page, PEARS);
    await expect(next).toContainText(say('weigh.no.used'));
    await scale.put(900);
    await expect(next).toContainText(say('weigh.no.used'));
    await expect(next.getByRole('button', { name: say('weigh.takeTyped') })).toBeDisabled();
    await enter(page, APPLES);
    await expect(page.getByText(say('weigh.oneAtATime', { name: nameOf(PEARS) }))).toBeVisible();
    await expect(page.getByRole('button', { name: say('payment.pay') })).toBeDisabled();
    await expect(page.getByText(say('weigh.first', { name: nameOf(PEARS) }))).toBeVisible();
    await expect(page.getByTestId('item-count')).toHaveText(say('sale.itemCount', { count: 1 }));

    await scale.put(0);
    await expect(next).toContainText(say('weigh.no.empty'));
    await scale.setMoving(true);
    await scale.put(1235);
    await expect(next.getByTestId('live-weight')).toHaveText('1.235 kg');
    await expect(next).toContainText(say('weigh.no.moving'));
    await scale.setMoving(false);
    await expect(takeOf(page, '1.235 kg')).toBeEnabled();
    await next.getByLabel(say('weigh.type')).press('Enter');
    // 1.235 kg at $4.49.
    await expect(linesOf(page).last()).toHaveText(/1\.235 kg.*\$5\.55/s);

    await scale.put(0);
    await enter(page, APPLES);
    await expect(panel).toContainText(say('weigh.no.empty'));
    await scale.put(500);
    await expect(takeOf(page, '0.500 kg')).toBeEnabled();
    await panel.getByRole('button', { name: say('weigh.notSold') }).click();
    await enter(page, APPLES);
    // It lies still already.
    await expect(linesOf(page)).toHaveCount(3);
    await expect(linesOf(page).last()).toHaveText(/0\.500 kg.*\$2\.00/s);

    await enter(page, TOMATOES);
    await scale.put(0);
    await expect(panelOf(page, TOMATOES)).toContainText(say('weigh.no.empty'));
    await scale.put(415);
    await expect(panelOf(page, TOMATOES)).toContainText(say('weigh.tareOff', { tare: '0.015 kg' }));
    await takeOf(page, '0.400 kg').click();
    // 0.400 kg at $5.49.
    await expect(linesOf(page).last()).toHaveText(/0\.400 kg.*\$2\.20/s);
    const { totalMinor } = await till.pay();
    expect(totalMinor).toBeGreaterThanOrEqual(255 + 555 + 200 + 220);
    await expect(page.getByRole('article', { name: saying('sale.receiptNumber') })).toContainText(
      say('weigh.tareOff', { tare: '0.015 kg' }),
    );
  });

  test('go on without each other: a scale that is gone, silent or wrong holds up no sale', async ({
    page,
    till,
    company,
    cards,
    scale,
  }) => {
    await emptyScale(scale);
    await setUp(page, till, company, cards.pairingUrl());
    await scale.put(16_000);
    await enter(page, APPLES);
    const panel = panelOf(page, APPLES);
    await expect(panel).toContainText(say('weigh.no.over_load'));
    await scale.setAway(true);
    await expect(panel).toContainText(say('weigh.no.away'));
    const typed = panel.getByLabel(say('weigh.type'));
    await expect(typed).toBeFocused();
    await typed.fill('1500');
    await typed.press('Enter');
    await expect(panel).toContainText(say('weigh.wrong'));
    await expectAccessible(page, 'weigh panel, scale away');
    await typed.fill('1,5');
    await typed.press('Enter');
    // 1.500 kg at $3.99 is $5.985.
    await expect(linesOf(page)).toHaveText([/1\.500 kg.*\$5\.99/s]);
    await expect(page.getByLabel(say('sale.scanOrSearch'))).toBeFocused();
    await enter(page, PEARS);
    await expect(panelOf(page, PEARS)).toContainText(say('weigh.no.away'));
    await scale.put(700);
    await scale.setAway(false);
    await expect(panelOf(page, PEARS).getByTestId('live-weight')).toHaveText('0.700 kg');
    await panelOf(page, PEARS).press('Escape');
    await expect(linesOf(page)).toHaveCount(1);
    await till.pay();
    await expect(page.getByRole('article', { name: saying('sale.receiptNumber') })).toContainText(say('weigh.byHand'));
  });

  test('are known to the head office, and the simulated one is worked in every language', async ({ browser, company, scale }) => {
    const desk = await browser.newContext();
    const office = await desk.newPage();
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      await office.goto(`${scale.pageUrl()}/?lang=${language}`);
      await expect(office).toHaveTitle(SCALE_WORDS[language].title);
      await expectAccessible(office, `simulated scale, ${language}`);
    }
    await office.goto(`${scale.pageUrl()}/?lang=en`);
    await office.getByLabel(SCALE_WORDS.en.load).fill('640');
    await expect(office.getByRole('region', { name: SCALE_WORDS.en.screen })).toContainText('0.640 kg');
    await office.getByRole('button', { name: SCALE_WORDS.en.clear }).click();
    await expect(office.getByRole('region', { name: SCALE_WORDS.en.screen })).toContainText('0.000 kg');

    await signInToOffice(office, company);
    await office.getByRole('link', { name: say('office.settings') }).click();
    await office.getByLabel(say('settings.for'), { exact: true }).selectOption(company.placeOf(STORE).name);
    const name = say('setting.device.scale.name');
    const setting = office.getByRole('listitem', { name, exact: true });
    await setting.getByRole('button', { name: say('settings.changeOf', { setting: name }) }).click();
    await setting.getByLabel(say('settings.scaleDriver'), { exact: true }).selectOption(say('settings.scale.nci'));
    await expectAccessible(office, 'form of a scale');
    await expect(setting.getByRole('button', { name: say('settings.save') })).toBeDisabled();
    await setting.getByLabel(say('settings.terminalHost')).fill('192.168.1.41');
    await expect(setting.getByRole('button', { name: say('settings.save') })).toBeEnabled();
    await setting.getByLabel(say('settings.scaleDriver'), { exact: true }).selectOption(say('settings.scale.none'));
    await setting.getByRole('button', { name: say('settings.save') }).click();
    await expect(setting).toContainText(say('settings.scale.none'));
    await desk.close();
  });

  test('a register without a scale has the field for the weight at once', async ({ page, till, company }) => {
    await saveSetting(company.database.db, scaleSetting, { level: 'store', id: OTHER, value: { driver: 'none' } }, COMMAND_LINE);
    await till.setUp(company.url, await company.registerCode(OTHER), company.pinOf('manager', OTHER));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await enter(page, APPLES);
    await panelOf(page, APPLES).getByLabel(say('weigh.typeAlone')).fill('0.25');
    await page.keyboard.press('Enter');
    await expect(linesOf(page)).toHaveText([/0\.250 kg.*\$1\.00/s]);
    await till.voidSale();
    await expect(page.getByText(saying('weigh.first'))).toHaveCount(0);
  });
});
