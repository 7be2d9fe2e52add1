import type { Page } from '@playwright/test';
import { roles } from '../../domain/permissions/roles.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { directionOf, type Language, LANGUAGES } from '../../texts/words/languages.ts';
import { wordsIn } from '../../texts/words/words.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { tillPage } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Article, Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'AUS1';
const DESKTOP = { tag: '@desktop' };
/** Keys of a person: a scan that follows them carries the times of a scanner, which began before it was sent. */
const BY_HAND = { delay: 500 };
const SIZES = [
  [1366, 768],
  [1024, 768],
] as const;
const BROWSERS: Record<Language, string> = { en: 'en-US', de: 'de-DE', ar: 'ar-EG' };

const lines = (page: Page) => page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');
const quantityOf = (page: Page, { name }: Article) => page.getByLabel(say('sale.quantity', { name }), { exact: true });

async function articlesOf<N extends number>(company: Company, count: N): Promise<Article[]> {
  const articles = await company.articles(STORE, count);
  if (articles.length < count) throw new Error(`${count} articles are needed.`);
  return articles;
}

/** Fills in the panel of prices and applies it. */
async function changePrice(page: Page, way: 'percent' | 'price', text: string, reason: 'damaged' | 'price_match'): Promise<void> {
  await page.keyboard.press('Alt+D');
  const panel = page.getByRole('region', { name: say('counter.priceTitle') });
  await panel.getByText(say(`counter.priceWay.${way}`), { exact: true }).click();
  await panel.getByLabel(say(`counter.priceField.${way}`)).fill(text);
  await panel.getByText(say(`priceReason.${reason}`), { exact: true }).click();
  await panel.getByRole('button', { name: say('counter.priceApply') }).click();
}

test(
  '[A1] a price changes within the limit of a role, and above it by a colleague beside the goods',
  DESKTOP,
  async ({ page, till, company }, info) => {
    const [lamp, soap] = await articlesOf(company, 2);
    if (lamp === undefined || soap === undefined) throw new Error('Two articles are needed.');
    const limit = { associate: { 'sale.discount': { approvalBy: ['manager'], above: 2000 } } };
    await saveSetting(company.database.db, roles, { level: 'store', id: STORE, value: limit }, actorNamed('head office'));
    const manager = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('associate', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(lamp);
    await changePrice(page, 'percent', '10', 'damaged');
    await expect(lines(page).first()).toContainText(say('counter.percentOff', { percent: '10' }));
    await expect(lines(page).first()).toContainText(say('priceReason.damaged'));

    const half = Math.round(lamp.priceMinor / 2) / 100;
    await changePrice(page, 'price', half.toFixed(2), 'price_match');
    const approval = page.getByRole('region', { name: say('counter.aboveLimit') });
    await expect(approval).toBeVisible();
    // The old price counts until the PIN is in, and scans are taken meanwhile.
    await expect(lines(page).first()).toContainText(say('counter.waits', { price: `$${half.toFixed(2)}` }));
    await till.ring(soap);
    await expect(approval).toBeVisible();
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: info.outputPath(`approval-${width}.png`) });
    }
    await expectAccessible(page, 'an approval beside the goods');
    await approval
      .getByLabel(say('counter.approver'))
      .selectOption({ label: say('approval.who', { name: manager.name, role: say('role.manager') }) });
    await approval.getByLabel(say('signIn.pin'), { exact: true }).fill(manager.pin);
    await page.keyboard.press('Enter');
    await expect(approval).toBeHidden();
    await expect(lines(page).first()).toContainText(`$${half.toFixed(2)}`);
    const { number } = await till.pay();
    await till.allSent();
    const { body } = await company.database.db
      .selectFrom('sales')
      .select('body')
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    const [adjustment] =
      (body as { lines: { adjustments?: { source: string; reason: string; approvedBy: string }[] }[] }).lines[0]?.adjustments ?? [];
    expect(adjustment).toMatchObject({
      source: 'price_override',
      reason: 'price_match',
      approvedBy: expect.any(String) as unknown as string,
    });
    const { count } = await company.database.db
      .selectFrom('exceptions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('id', 'like', `not_allowed:${STORE}:%`)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
  },
);

test(
  'a sale that is held waits on every register of the store, and is paid on another one',
  DESKTOP,
  async ({ page, till, company, browser }, info) => {
    const [tea] = await articlesOf(company, 1);
    if (tea === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(tea, 2);
    await page.keyboard.press('F5');
    await expect(lines(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: saying('counter.held', { count: 2 }) })).toBeVisible();
    await page.reload();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await expect(page.getByRole('button', { name: saying('counter.held', { count: 2 }) })).toBeVisible();
    await page.screenshot({ path: info.outputPath('held.png') });
    await till.allSent();

    const other = await browser.newPage();
    const second = tillPage(other);
    await second.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await second.goTo(say('task.sale'));
    await second.openShift();
    await other.getByRole('button', { name: saying('counter.heldElsewhere', { count: 2 }) }).click();
    await expect(quantityOf(other, tea)).toHaveValue('2');
    await second.allSent();
    await expect(page.getByRole('button', { name: saying('counter.held', { count: 2 }) })).toBeHidden();
    await second.pay();
    await other.close();
  },
);

test('what is typed before a scan counts once, and every key is listed', DESKTOP, async ({ page, till, company }) => {
  const [tea] = await articlesOf(company, 1);
  if (tea === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
  await search.pressSequentially('3*', BY_HAND);
  await till.scan(tea.barcode);
  await expect(quantityOf(page, tea)).toHaveValue('3');
  await expect(search).toHaveValue('');
  await till.scan(tea.barcode);
  await expect(quantityOf(page, tea)).toHaveValue('4');
  await search.pressSequentially('-', BY_HAND);
  await expect(quantityOf(page, tea)).toHaveValue('3');
  await expect(search).toHaveValue('');
  await search.pressSequentially('$', BY_HAND);
  await till.scan(tea.barcode);
  const product = page.getByRole('region', { name: say('counter.product') });
  await expect(product).toContainText(tea.bin);
  await expect(quantityOf(page, tea)).toHaveValue('3');
  await page.keyboard.press('Escape');
  await expect(product).toBeHidden();
  await page.keyboard.press('Alt+1');
  await expect(lines(page)).toHaveCount(2);
  await search.pressSequentially('?', BY_HAND);
  const keys = page.getByRole('dialog', { name: say('keys.title') });
  await expect(keys).toContainText(say('keys.priceCheck'));
  await expectAccessible(page, 'all keys');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await search.focus();
  await page.keyboard.press('Delete');
  await expect(lines(page)).toHaveCount(1);
});

test(
  '[A2] goods ask once for the age, nothing is paid before, and the birth date is kept nowhere',
  DESKTOP,
  async ({ page, till, company }, info) => {
    const [wine] = await articlesOf(company, 1);
    if (wine === undefined) throw new Error('An article is needed.');
    await transact(company.database.db, async (tx) => {
      const changes: ChangeItem[] = [];
      const {
        page: _1,
        minimum_age: _2,
        unit_price: unitPrice,
        tax_class: taxClass,
        sold_by: soldBy,
        terms: _3,
        ...row
      } = await tx.selectFrom('products').selectAll().where('sku', '=', wine.sku).executeTakeFirstOrThrow();
      await upsertProducts(tx, [{ ...row, unitPrice, taxClass, soldBy, tareGrams: 0, minimumAge: 18 }], changes);
      await allocateChanges(tx, changes);
    });
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(wine);
    const asked = page.getByRole('region', { name: say('counter.ageTitle', { age: 18 }) });
    await expect(asked).toBeVisible();
    const pay = page.getByRole('form', { name: say('sale.cash') }).locator('button[type="submit"]');
    await expect(pay).toBeDisabled();
    await page.screenshot({ path: info.outputPath('age.png') });
    await expectAccessible(page, 'the question for the age');
    await asked.getByLabel(say('counter.birthDate')).fill('2020-01-01');
    await asked.getByRole('button', { name: say('counter.ageCheck') }).click();
    await expect(lines(page)).toHaveCount(0);
    await till.ring(wine);
    await asked.getByLabel(say('counter.birthDate')).fill('1980-02-29');
    await asked.getByRole('button', { name: say('counter.ageCheck') }).click();
    await expect(asked).toBeHidden();
    await till.ring(wine);
    await expect(asked).toBeHidden();
    const { number } = await till.pay();
    await till.allSent();
    const { body } = await company.database.db
      .selectFrom('sales')
      .select('body')
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    expect(body).toMatchObject({ ageCheck: { minimumAge: 18, method: 'birth_date' } });
    expect(JSON.stringify(body)).not.toContain('1980');
  },
);

for (const language of LANGUAGES) {
  test.describe(`the sale in ${language}`, DESKTOP, () => {
    test.use({ locale: BROWSERS[language] });

    test('shows keys, goods and money side by side, seven lines at once', async ({ page, till, company }, info) => {
      const articles = await articlesOf(company, 7);
      const { name, pin } = company.pinOf('manager', STORE);
      const inLanguage: typeof say = (key, ...values) => wordsIn(language, key, ...values);
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(company.url);
      await page.getByLabel(inLanguage('enrol.code')).fill(await company.registerCode(STORE));
      await page.getByRole('button', { name: inLanguage('enrol.submit') }).click();
      await page.getByRole('button', { name }).click();
      await page.getByLabel(inLanguage('signIn.pin'), { exact: true }).fill(pin);
      await page.getByRole('button', { name: inLanguage('signIn.submit'), exact: true }).click();
      await page
        .getByRole('navigation')
        .getByRole('link', { name: inLanguage('task.sale'), exact: true })
        .click();
      await page.getByLabel(inLanguage('shift.floatInDrawer')).fill('100');
      await page.getByRole('button', { name: inLanguage('shift.openButton'), exact: true }).click();
      const list = page.getByRole('list', { name: inLanguage('sale.items') }).getByRole('listitem');
      for (const [index, { barcode }] of articles.entries()) {
        await till.scan(barcode);
        await expect(list).toHaveCount(index + 1);
      }
      expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(language));
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await page.screenshot({ path: info.outputPath(`sale-${width}.png`) });
        for (let line = 0; line < 7; line += 1) await expect(list.nth(line)).toBeInViewport({ ratio: 1 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await expectAccessible(page, `sale in ${language} at ${width}`);
      }
    });
  });
}
