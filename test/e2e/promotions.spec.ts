import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { say, saying } from '../support/say.ts';
import { tillPage } from '../support/till-page.ts';
import { askOffice } from './support/ask-office.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseCustomer } from './support/choose-customer.ts';
import type { Article, Company } from './support/company.ts';
import { appIsKept } from './support/device.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';
const OTHER = 'SEA1';
const DESKTOP = { tag: '@desktop' };

test.setTimeout(180_000);

const amountOf = (minor: number) => (minor / 100).toFixed(2);

const day = (offset: number) => dateInZone(Date.now() + offset * 86_400_000, 'UTC');

/** Opens the form for a new promotion and fills in what every one has. */
async function begin(page: Page, id: string, name: string, kind: string, { sku }: Article) {
  await page.getByRole('button', { name: say('promotions.add') }).click();
  const form = page.getByRole('form', { name: say('promotions.add') });
  const field = (label: string) => form.getByLabel(label, { exact: true });
  await field(say('promotions.kind')).selectOption(kind);
  await field(say('promotions.field.id')).fill(id);
  await field(say('promotions.field.name')).fill(name);
  // The day of a store may be another than that of this computer.
  await field(say('promotions.field.startsOn')).fill(day(-2));
  await field(say('promotions.field.endsOn')).fill(day(30));
  await field(say('promotions.field.skus')).fill(sku);
  return { form, field };
}

async function openGroup(page: Page, group: 'whom' | 'limits'): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: say(`promotions.group.${group}`) })
    .click();
}

const chips = (page: Page) => page.getByRole('list', { name: say('coupon.entered') });

async function enterCode(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Alt+C');
  const panel = page.getByRole('region', { name: say('coupon.title') });
  await panel.getByLabel(say('coupon.code')).fill(code);
  await panel.getByRole('button', { name: say('coupon.add') }).click();
}

async function openPromotions(page: Page, company: Company): Promise<void> {
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('promotions.title') }).click();
  await expect(page.getByRole('heading', { name: say('promotions.title'), level: 1 })).toBeVisible();
}

test(
  '[S1] [J5] a coupon is made and tried at the head office, and used at two tills that have no connection: the loss is named',
  DESKTOP,
  async ({ page, company, browser }, info) => {
    const [lamp] = await company.articles(STORE, 1);
    if (lamp === undefined) throw new Error('An article is needed.');
    await openPromotions(page, company);
    const { form, field } = await begin(page, 'WELCOME', 'Welcome', 'percent_off', lamp);
    await field(say('promotions.field.percent')).fill('200');
    await form.getByRole('button', { name: say('promotions.save') }).click();
    await expect(form).toContainText(say('promotions.fieldWrong'));
    await field(say('promotions.field.percent')).fill('10');
    await openGroup(page, 'whom');
    await field(say('promotions.field.codes')).fill('Winter-4821');
    await field(say('promotions.field.usesPerCode')).fill('1');

    const preview = page.getByRole('form', { name: say('promotions.preview') });
    await preview.getByLabel(say('promotions.previewSku', { place: 1 })).fill(lamp.sku);
    await preview.getByRole('button', { name: say('promotions.previewRun') }).click();
    const result = preview.getByRole('region', { name: say('promotions.previewResult') });
    await expect(result).toContainText(`Welcome: ${say('promotion.why.needs_code')}`);
    await preview.getByLabel(say('coupon.code')).fill('Winter-4821');
    await preview.getByRole('button', { name: say('promotions.previewRun') }).click();
    const off = (Math.round(lamp.priceMinor / 10) / 100).toFixed(2);
    await expect(result).toContainText(`Welcome: −$${off}`);
    await expectAccessible(page, 'a promotion that is tried');
    await page.screenshot({ path: info.outputPath('editor.png'), fullPage: true });
    await form.getByRole('button', { name: say('promotions.save') }).click();
    await expect(page.getByText(say('promotions.saved', { name: 'Welcome' }))).toBeVisible();

    const second = await browser.newContext();
    const tills = [
      { page: await (await browser.newContext()).newPage(), store: STORE },
      { page: await second.newPage(), store: OTHER },
    ].map((one) => ({ ...one, till: tillPage(one.page) }));
    for (const { till, store } of tills) {
      await till.setUp(company.url, await company.registerCode(store), company.pinOf('manager', store));
      await till.goTo(say('task.sale'));
      await till.openShift();
    }
    await Promise.all(tills.map((one) => appIsKept(one.page)));
    await company.cut();
    for (const one of tills) {
      await one.till.ring(lamp);
      await enterCode(one.page, 'winter-4821');
      await expect(chips(one.page)).toContainText(`Winter-4821`);
      await expect(chips(one.page)).toContainText(`Welcome: −$${off}`);
      await expectAccessible(one.page, 'a sale with a coupon');
      await one.page.screenshot({ path: info.outputPath(`coupon-${one.store}.png`) });
      await one.till.pay();
      // Without a connection, too, a till takes a code no second time.
      await one.till.ring(lamp);
      await enterCode(one.page, 'Winter-4821');
      await expect(chips(one.page)).toContainText(`Welcome: ${say('promotion.why.code_used_up')}`);
      await one.page.getByRole('button', { name: say('coupon.remove', { code: 'Winter-4821' }) }).click();
      await expect(chips(one.page)).toBeHidden();
      await one.till.pay();
    }
    await company.mend();
    for (const { till } of tills) await till.allSent();

    await page.getByRole('link', { name: saying('home.exceptions') }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: say('exception.coupon_used_too_often.name') })
        .first(),
    ).toBeVisible();
    await page.getByRole('link', { name: say('promotions.title') }).click();
    const both = ((Math.round(lamp.priceMinor / 10) * 2) / 100).toFixed(2);
    await expect(page.getByRole('listitem', { name: 'Welcome', exact: true })).toContainText(
      say('promotions.uses', { count: 2, amount: `$${both}` }),
    );
    for (const one of tills) await one.page.context().close();
  },
);

test(
  '[S1] what would unlock the next promotion is said until it acts, and a scanned coupon is no unknown article',
  DESKTOP,
  async ({ page, till, company }) => {
    const [soap] = await company.articles(STORE, 1);
    if (soap === undefined) throw new Error('An article is needed.');
    await openPromotions(page, company);
    const half = Math.round(soap.priceMinor / 2);
    const { form, field } = await begin(page, 'THREE', 'Three for two', 'multi_buy', soap);
    await field(say('promotions.field.buy')).fill('3');
    await field(say('promotions.field.pay')).fill('2');
    await openGroup(page, 'whom');
    await field(say('promotions.field.codes')).fill('4009900123452');
    await form.getByRole('button', { name: say('promotions.save') }).click();
    await expect(page.getByText(say('promotions.saved', { name: 'Three for two' }))).toBeVisible();
    const staff = await begin(page, 'STAFF', 'Staff', 'percent_off', soap);
    await staff.field(say('promotions.field.percent')).fill('50');
    await openGroup(page, 'whom');
    await staff.field(say('promotions.field.codes')).fill('STAFF-1');
    await openGroup(page, 'limits');
    await staff.field(say('promotions.field.maxMinorPerCustomer')).fill(amountOf(half + 1));
    await staff.field(say('promotions.field.customerPeriod')).selectOption('month');
    await staff.form.getByRole('button', { name: say('promotions.save') }).click();
    await expect(page.getByText(say('promotions.saved', { name: 'Staff' }))).toBeVisible();

    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.scan('4009900123452');
    await expect(chips(page)).toContainText(`Three for two: ${say('coupon.waits')}`);
    await expect(page.getByRole('list', { name: say('scanner.refused') })).toBeHidden();
    await till.ring(soap, 2);
    await expect(page.getByRole('complementary')).toContainText(say('sale.unlockUnits', { name: 'Three for two', count: 1 }));
    await expect(chips(page)).toContainText(`Three for two: ${say('promotion.why.needs_units', { count: 1 })}`);
    await till.scan(soap.barcode);
    await expect(chips(page)).toContainText(`Three for two: −$${(soap.priceMinor / 100).toFixed(2)}`);
    await page.keyboard.press('Alt+C');
    const panel = page.getByRole('region', { name: say('coupon.title') });
    await expect(panel).toContainText(say('promotion.applied'));
    await panel.getByLabel(say('coupon.code')).fill('NOTHING');
    await panel.getByRole('button', { name: say('coupon.add') }).click();
    await expect(panel.getByRole('status')).toHaveText(say('coupon.unknown', { code: 'NOTHING' }));
    await page.keyboard.press('Escape');
    await till.pay();
    await expect(chips(page)).toBeHidden();

    // What is taken off for one customer in a month ends, in the middle of a sale too.
    const name = `Sample Employee ${soap.sku}`;
    await askOffice(company, `customers/${uuidv7()}/changes`, { fields: { name } });
    for (const [off, left] of [
      [half, 1],
      [1, 0],
    ] as const) {
      await till.ring(soap);
      await chooseCustomer(page, name);
      await enterCode(page, 'STAFF-1');
      await expect(chips(page)).toContainText(`Staff: −$${amountOf(off)}`);
      await page.keyboard.press('Alt+C');
      await expect(panel).toContainText(say('promotion.leftForCustomer', { amount: `$${amountOf(left)}` }));
      await page.keyboard.press('Escape');
      await till.pay();
    }
    await till.ring(soap);
    await chooseCustomer(page, name);
    await enterCode(page, 'STAFF-1');
    await expect(chips(page)).toContainText(`Staff: ${say('promotion.why.spent_for_customer')}`);
    await till.pay();
  },
);

test(
  '[S1] of two people who change one promotion the second is told; it is copied, ended, and files are taken',
  DESKTOP,
  async ({ page, company, browser }) => {
    const [soap] = await company.articles(STORE, 1);
    if (soap === undefined) throw new Error('An article is needed.');
    await openPromotions(page, company);
    const { form, field } = await begin(page, 'TWICE', 'Twice', 'amount_off', soap);
    await field(say('promotions.field.amount')).fill('1.00');
    await form.getByRole('button', { name: say('promotions.save') }).click();
    await expect(page.getByText(say('promotions.saved', { name: 'Twice' }))).toBeVisible();

    const other = await (await browser.newContext()).newPage();
    await openPromotions(other, company);
    const edit = say('promotions.editOne', { name: 'Twice' });
    for (const one of [page, other]) await one.getByRole('button', { name: edit }).click();
    const save = async (one: Page, amount: string) => {
      const open = one.getByRole('form', { name: edit });
      await open.getByLabel(say('promotions.field.amount'), { exact: true }).fill(amount);
      await open.getByRole('button', { name: say('promotions.save') }).click();
    };
    await save(page, '2.00');
    await expect(page.getByText(say('promotions.saved', { name: 'Twice' }))).toBeVisible();
    await save(other, '3.00');
    await expect(other.getByRole('form', { name: edit })).toContainText(say('office.refused.promotion_changed'));
    await other.context().close();

    await page.getByRole('button', { name: say('promotions.copyOne', { name: 'Twice' }) }).click();
    const copy = page.getByRole('form', { name: say('promotions.copyOne', { name: 'Twice' }) });
    await expect(copy.getByLabel(say('promotions.field.amount'), { exact: true })).toHaveValue('2.00');
    await copy.getByLabel(say('promotions.field.id'), { exact: true }).fill('TWICE-2');
    await copy.getByLabel(say('promotions.field.name'), { exact: true }).fill('Twice B');
    await copy.getByRole('button', { name: say('promotions.save') }).click();
    const row = page.getByRole('listitem', { name: 'Twice B' });
    await expect(row).toContainText(say('promotions.state.running'));
    await row.getByRole('button', { name: say('promotions.endOne', { name: 'Twice B' }) }).click();
    await row.getByRole('button', { name: say('promotions.endSureOne', { name: 'Twice B' }) }).click();
    await expect(row).toContainText(say('promotions.state.over'));

    const head = 'id,kind,name,starts_on,ends_on,skus,percent';
    const upload = async (text: string) =>
      page.locator('input[type=file]').setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await upload(
      `${head}\nF1,percent_off,From a file,${day(-1)},${day(9)},${soap.sku},5\nF2,percent_off,Wrong,${day(-1)},${day(9)},${soap.sku},500\n`,
    );
    await expect(page.getByRole('region', { name: say('promotions.refusedRows') }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('listitem', { name: 'From a file' })).toBeVisible();
    await upload(`${head},pricce\n`);
    await expect(page.getByRole('alert')).toContainText('“pricce”');
  },
);
