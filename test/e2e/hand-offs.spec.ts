import { say } from '../support/say.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import { enrolRegister, makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'AUS1';
const SKU = 'WAREHOUSE-GOODS';

/** The sample's own places get a register each, so that nothing there waits for the head office. */
async function enrolEverywhere({ database: { db } }: Company): Promise<void> {
  for (const { id } of await db.selectFrom('locations').select('id').execute()) {
    const code = await makeEnrolmentCode(db, id);
    if (code.ok) await enrolRegister(db, code.value.code);
  }
}

/** A warehouse without a register that alone has an article, and an order for it. */
async function orderAtWarehouse(company: Company): Promise<string> {
  const { db } = company.database;
  await db.insertInto('locations').values({ id: 'WH9', kind: 'warehouse', name: 'Far warehouse', latitude: 0, longitude: 0 }).execute();
  await db
    .insertInto('products')
    .values({ sku: SKU, gtin: null, name: 'Garden bench', unit_price: 1_000_000, tax_class: 'standard', page: 0 })
    .execute();
  await db
    .insertInto('stock_levels')
    .values({ location_id: 'WH9', sku: SKU, on_hand: 5, page: stockPageOf(SKU) })
    .execute();
  await db
    .insertInto('stock_movements')
    .values({ location_id: 'WH9', sku: SKU, on_hand: 5, reserved: 0, cause: 'opening_balance', cause_id: 'test' })
    .execute();
  const { number } = await company.placeOrder(STORE, [
    { article: { sku: SKU, barcode: '', name: 'Garden bench', priceMinor: 1000, bin: '' }, quantity: 2 },
  ]);
  return number;
}

test('[P2] the head office hands an order over to a location without a register, and records what it did', { tag: '@desktop' }, async ({
  page,
  company,
}) => {
  await enrolEverywhere(company);
  const number = await orderAtWarehouse(company);
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('office.taskCount', { task: say('office.handOffs'), count: 1 }) }).click();
  const row = page
    .getByRole('list', { name: say('office.handOffs') })
    .getByRole('listitem')
    .filter({ hasText: say('kit.order', { number }) });
  await expect(row).toContainText('Far warehouse');
  await expect(row).toContainText('2 of Garden bench');
  await expectAccessible(page, 'Hand-offs');
  await row.getByRole('button', { name: say('office.worksOnIt') }).click();
  await expect(page.getByText(say('office.done.acknowledged', { number }))).toBeVisible();
  await row.getByLabel(say('picking.trackingOf', { number }), { exact: true }).fill('1Z999AA10123456784');
  await row.getByRole('button', { name: say('order.shipped') }).click();
  await expect(page.getByText(say('picking.isShipped', { number }))).toBeVisible();
  await expect(page.getByText(say('office.nothingWaits'), { exact: true })).toBeVisible();
  expect(await company.fulfillmentOrders(number)).toMatchObject([
    { locationId: 'WH9', state: { status: 'shipped', trackingNumber: '1Z999AA10123456784' } },
  ]);
});
