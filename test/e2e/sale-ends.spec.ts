import { say, saying } from '../support/say.ts';
import { gtinCheckDigit } from '../../domain/barcodes/check-digits.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

/** What the register where people last took over has told of undone work, in its order. */
async function undoneLately(company: Company): Promise<string[]> {
  const { db } = company.database;
  const last = await db
    .selectFrom('operations')
    .select('register_id')
    .where('type', '=', 'associate_switched')
    // Other tests have registers in this company where people took over, too.
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const told = await db
    .selectFrom('operations')
    .select('type')
    .where('register_id', '=', last?.register_id ?? '')
    .where('type', 'in', ['sale_line_reduced', 'associate_switched', 'sale_cleared'])
    .orderBy('seq')
    .execute();
  return told.map(({ type }) => type);
}

test.describe('the end of a sale', { tag: '@desktop' }, () => {
  test('what belongs to a sale ends with it, and a part of a code sells nothing', async ({ page, till, company }) => {
    const [tea, soap] = await company.articles(STORE, 2);
    if (tea === undefined || soap === undefined) throw new Error('Two articles are needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
    const cash = page.getByLabel(say('sale.cashGiven'));
    const lines = page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');

    for (const part of [tea.barcode.slice(2, 9), tea.sku.slice(1)]) {
      await search.pressSequentially(part, { delay: 150 });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText(
        say('sale.chooseOrCorrectNumber', { sentence: say('code.unknown', { code: part }) }),
      );
      await expect(lines).toHaveCount(0);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(lines).toHaveCount(1);

    // One way after the other, a sale ends before it is paid.
    for (const end of [() => till.voidSale(), () => page.getByRole('button', { name: say('sale.remove', { name: soap.name }) }).click()]) {
      if ((await lines.count()) > 0) await till.voidSale();
      await till.ring(soap);
      await page.getByRole('button', { name: say('sale.exact') }).click();
      await expect(page.getByRole('button', { name: say('sale.exact'), pressed: true })).toBeVisible();
      await search.fill('tea');
      await cash.focus();
      await end();
      await expect(search).toHaveValue('');
      await till.ring(tea);
      await expect(cash).toHaveValue('');
      await page.keyboard.press('F12');
      await expect(page.getByText(say('sale.enterCash'))).toBeVisible();
      await expect(page.getByRole('article')).toHaveCount(0);
      await page.keyboard.press('Escape');
    }

    // Nothing is paid before somebody has dealt with a scan that was refused: its goods must not leave unpaid.
    const pay = page.getByRole('form', { name: say('sale.cash') }).locator('button[type="submit"]');
    await till.scan('4006381333931');
    await till.ring(tea);
    const open = page.getByRole('list', { name: say('scanner.refused') });
    await expect(open).toContainText('4006381333931');
    await page.getByRole('button', { name: say('sale.exact') }).click();
    await expect(page.getByText(say('counter.notInSaleYet', { count: 1 }))).toBeVisible();
    await expect(pay).toBeDisabled();
    await page.keyboard.press('F12');
    await expect(page.getByRole('article')).toHaveCount(0);
    // It is found, or sold without the catalog, or not sold.
    await open.getByRole('button', { name: say('counter.findCode', { code: '4006381333931' }) }).click();
    await search.pressSequentially(soap.sku, { delay: 150 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(lines).toHaveCount(2);
    await expect(open).toBeHidden();
    await expect(pay).toBeEnabled();
    await till.scan('4006381333931');
    await open.getByRole('button', { name: say('counter.sellOpenCode', { code: '4006381333931' }) }).click();
    await page.getByLabel(say('counter.openItemName')).fill('Vase');
    await page.getByLabel(say('counter.openItemPrice')).fill('19.90');
    await page.keyboard.press('Enter');
    await expect(lines.filter({ hasText: 'Vase' })).toContainText('$19.90');
    await expect(open).toBeHidden();
    await till.scan('036000291452');
    await expect(pay).toBeDisabled();
    await page.getByRole('button', { name: say('sale.exact') }).click();
    await till.dismissScans();
    await page.keyboard.press('F12');
    await expect(page.getByRole('article', { name: saying('sale.receiptNumber') })).toBeVisible();
  });

  test('a sale that somebody else began says whose it is, and undoing leaves a trace', async ({ page, till, company }) => {
    const [tea] = await company.articles(STORE, 1);
    if (tea === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), manager);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(tea, 2);
    await page.getByRole('button', { name: say('sale.oneLess', { name: tea.name }) }).click();
    await page.getByRole('button', { name: say('app.signOut') }).click();
    await till.signIn(company.pinOf('associate', STORE));
    await till.goTo(say('task.sale'));
    await expect(page.getByText(saying('sale.begunBy', { name: manager.name }))).toBeVisible();
    await page.getByRole('button', { name: say('sale.takeOver') }).click();
    await expect(page.getByText(saying('sale.begunBy'))).toBeHidden();
    await till.voidSale();
    // What was undone is noted behind the screen, which shows nothing of it: the pool is asked until it has heard.
    await expect.poll(() => undoneLately(company)).toEqual(['sale_line_reduced', 'associate_switched', 'sale_cleared']);
  });

  test('shows names, a total of millions and its button on a small screen and on a phone', async ({ page, till, company }) => {
    const body = '020000000001';
    const big: Product = {
      sku: 'BIG-1',
      gtin: `0${body}${gtinCheckDigit(body)}`,
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
      brand: '',
      category: '',
      size: '',
      unitPrice: 123_456_789_000,
      taxClass: 'standard',
      minimumAge: null,
      soldBy: 'piece',
      tareGrams: 0,
    };
    await transact(company.database.db, async (tx) => {
      const changes: ChangeItem[] = [];
      await upsertProducts(tx, [big], changes);
      await allocateChanges(tx, changes);
    });
    const [tea] = await company.articles(STORE, 1);
    if (tea === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(tea);
    await till.ring({ name: big.name, barcode: big.gtin?.slice(1) ?? '' }, 3);
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const goods = page.getByRole('list', { name: say('sale.items') });
      const name = goods.getByText(tea.name, { exact: true }).locator('xpath=..');
      expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth), `${tea.name} at ${width}`).toBe(true);
      const complete = page.getByRole('button', { name: say('payment.pay') });
      await complete.scrollIntoViewIfNeeded();
      for (const shown of [complete, page.getByTestId('total'), page.getByRole('button', { name: say('sale.exact') })])
        await expect(shown).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});
