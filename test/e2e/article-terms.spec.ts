import type { Page } from '@playwright/test';
import type { Product } from '../../domain/catalog/product.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { writeTerms } from '../../sync-server/catalog/write-terms.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';
const SIZES = [
  [1366, 768],
  [1024, 768],
  [800, 1280],
] as const;

const plain: Omit<Product, 'sku' | 'name' | 'unitPrice'> = {
  gtin: null,
  brand: '',
  category: '',
  size: '',
  taxClass: 'clothing',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
};

/** Puts articles of every kind beside those of the sample company. Clothing is not taxed in this store. */
async function addArticles({ database: { db } }: Company, parts: readonly string[]): Promise<void> {
  await transact(db, async (tx) => {
    const changes: ChangeItem[] = [];
    const articles: Product[] = [
      { ...plain, sku: 'BOTTLE-25', name: 'Bottle deposit', unitPrice: 25_000, terms: { kind: 'deposit' } },
      { ...plain, sku: 'REPAIR-1', name: 'Repair', unitPrice: 1_000_000, terms: { kind: 'service', openPrice: true } },
      {
        ...plain,
        sku: 'GIFT-SET-1',
        name: 'Gift set',
        unitPrice: 1_000_000,
        terms: { components: parts.map((sku) => ({ sku, quantity: 1 })) },
      },
    ];
    await upsertProducts(tx, articles, changes);
    await allocateChanges(tx, changes);
  });
}

async function look(page: Page, name: string, path: (file: string) => string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path(`${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await expectAccessible(page, name);
}

/** What other tests of the worker may sell as plain goods once more. */
let changed: string[] = [];
test.afterEach(async ({ company }) => {
  for (const sku of changed) await writeTerms(company.database.db, sku, null, actorNamed('head office'));
});

test(
  '[J1] [M2] deposits, serial numbers, open prices and bundles are sold and given back, and empties are paid out',
  {
    tag: '@desktop',
  },
  async ({ page, till, company }, info) => {
    const [cola, phone, cup, plate] = await company.articles(STORE, 4);
    if (cola === undefined || phone === undefined || cup === undefined || plate === undefined) throw new Error('Four articles are needed.');
    const { db } = company.database;
    const by = actorNamed('head office');
    await addArticles(company, [cup.sku, plate.sku]);
    changed = [cola.sku, phone.sku];
    await writeTerms(db, cola.sku, { deposits: [{ sku: 'BOTTLE-25', quantity: 1 }] }, by);
    await writeTerms(db, phone.sku, { asksSerial: true }, by);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();

    const lines = page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');
    const pay = page.getByRole('form', { name: say('sale.cash') }).locator('button[type="submit"]');
    await till.ring(cola, 2);
    await expect(lines.nth(1)).toContainText('Bottle deposit');
    await expect(lines.nth(1)).toContainText('$0.50');
    await till.scan(phone.barcode);
    const serial = page.getByRole('region', { name: say('lack.title.serial') });
    await expect(serial).toContainText(phone.name);
    await expect(pay).toBeDisabled();
    // The next article is sold as usual; only what no article has is the number.
    await till.ring(cola);
    await expect(serial).toBeVisible();
    await look(page, 'serial number', info.outputPath.bind(info));
    await till.scan('SN-0001');
    await expect(serial).toBeHidden();
    await expect(lines.filter({ hasText: phone.name })).toContainText(say('sale.serialNumbers', { numbers: 'SN-0001' }));
    await till.scan('REPAIR-1');
    const price = page.getByRole('region', { name: say('lack.title.price') });
    await price.getByLabel(say('lack.label.price')).fill('25');
    await page.keyboard.press('Enter');
    await expect(lines.filter({ hasText: 'Repair' })).toContainText('$25.00');
    await till.scan('GIFT-SET-1');
    await expect(lines.filter({ hasText: say('bundle.partOf', { name: 'Gift set' }) })).toHaveCount(2);
    await look(page, 'goods with terms', info.outputPath.bind(info));
    const sold = await till.pay();
    await expect(page.getByRole('article')).toContainText('SN-0001');
    await till.allSent();
    const { body } = await db.selectFrom('sales').select('body').where('receipt_number', '=', sold.number).executeTakeFirstOrThrow();
    expect(body.lines.map(({ sku, kind = 'goods', quantity, serialNumbers = [] }) => [sku, kind, quantity, serialNumbers])).toEqual([
      [cola.sku, 'goods', 3, []],
      ['BOTTLE-25', 'deposit', 3, []],
      [phone.sku, 'goods', 1, ['SN-0001']],
      ['REPAIR-1', 'service', 1, []],
      [cup.sku, 'goods', 1, []],
      [plate.sku, 'goods', 1, []],
    ]);
    const inBundle = body.lines.slice(4);
    expect(
      inBundle.reduce(
        (sum, { grossMinor, adjustments }) => sum + grossMinor + adjustments.reduce((off, one) => off + one.amountMinor, 0),
        0,
      ),
    ).toBe(1_000);

    await page.getByRole('button', { name: say('sale.next') }).click();
    await page.getByRole('link', { name: say('empties.open') }).click();
    await expect(page.getByRole('heading', { name: say('empties.title') })).toBeVisible();
    await till.scan(cola.barcode);
    await till.scan(cup.barcode);
    await expect(page.getByText(say('empties.none', { name: cup.name, code: cup.barcode })).first()).toBeVisible();
    await till.dismissScans();
    await page.getByRole('button', { name: say('returns.oneMore', { name: 'Bottle deposit' }) }).click();
    await look(page, 'empties', info.outputPath.bind(info));
    await page.getByRole('button', { name: say('empties.payOut') }).click();
    const sure = page.getByRole('dialog', { name: say('empties.sure', { amount: '$0.50' }) });
    await expect(sure).toBeVisible();
    await page.screenshot({ path: info.outputPath('empties-sure.png') });
    await page.keyboard.press('Enter');
    await expect(sure).toBeHidden();
    await page.getByRole('button', { name: say('empties.payOut') }).click();
    await sure.getByRole('button', { name: say('empties.payOutNow', { amount: '$0.50' }) }).click();
    await expect(page.getByRole('article')).toContainText(say('empties.paper'));
    await till.allSent();
    const returned = await db.selectFrom('returns').select(['origin', 'refund_minor']).where('store_id', '=', STORE).execute();
    expect(returned).toContainEqual({ origin: { kind: 'empties' }, refund_minor: 50 });

    // Once more, as store credit that pays in the sale that follows.
    await page.getByRole('button', { name: say('sale.next') }).click();
    await page.getByRole('link', { name: say('empties.open') }).click();
    await page
      .getByRole('group', { name: say('empties.kinds') })
      .getByRole('button', { name: /^Bottle deposit .*0\.25/ })
      .click();
    await page
      .getByRole('radiogroup', { name: say('returns.giveBackBy') })
      .getByText(say('returns.by.store_credit'))
      .click();
    await page.getByRole('button', { name: say('empties.giveCredit') }).click();
    await page.getByRole('button', { name: say('empties.giveCreditNow', { amount: '$0.25' }) }).click();
    await page.getByRole('button', { name: say('credit.toSale') }).click();
    await till.allSent();
    await till.ring(cola);
    await look(page, 'credit that waits', info.outputPath.bind(info));
    await page.getByRole('button', { name: say('credit.use') }).click();
    const withCredit = await till.pay();
    await till.allSent();
    const paid = await db.selectFrom('sales').select('body').where('receipt_number', '=', withCredit.number).executeTakeFirstOrThrow();
    expect(paid.body.tenders).toContainEqual(expect.objectContaining({ kind: 'store_credit', amountMinor: 25 }));
    await page.getByRole('button', { name: say('sale.next') }).click();
    await expect(page.getByRole('button', { name: say('credit.told') })).toHaveCount(0);

    const returns = returnsPage(page, till);
    await returns.find(sold.number);
    await page.getByLabel(say('returns.serialOf', { name: phone.name })).fill('SN-0002');
    await page.keyboard.press('Enter');
    await expect(page.getByText(say('returns.serialOther', { serial: 'SN-0002' }))).toBeVisible();
    await expect(page.getByRole('button', { name: say('returns.oneMore', { name: phone.name }) })).toHaveCount(0);
    await look(page, 'return of a piece', info.outputPath.bind(info));
    await till.scan('SN-0001');
    await expect(page.getByText(say('returns.oneMoreBack', { name: phone.name }))).toBeVisible();
    // The deposit of a bottle comes back with it.
    await page.getByRole('button', { name: say('returns.oneMore', { name: cola.name }) }).click();
    await expect(page.getByLabel(say('returns.quantity', { name: 'Bottle deposit', left: 3 }))).toHaveValue('1');
    await page.getByRole('button', { name: saying('returns.submit') }).click();
    await expect(page.getByRole('article')).toContainText(say('sale.serialNumbers', { numbers: 'SN-0001' }));
    await expect(page.getByRole('article')).toContainText('Bottle deposit');
  },
);
