import { say, saying } from '../support/say.ts';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { sql } from 'kysely';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

/** Makes the pool refuse to write any sale, as a mistake in an update would; gives how that is put right. */
async function refuseSales({ database: { db } }: Company): Promise<() => Promise<void>> {
  await sql`alter table sales add constraint no_sales check (total_minor < 0) not valid`.execute(db);
  return async () => {
    await sql`alter table sales drop constraint no_sales`.execute(db);
  };
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly content: unknown }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download: Download = await downloading;
  return { name: download.suggestedFilename(), content: JSON.parse(await readFile(await download.path(), 'utf8')) };
}

test(
  '[J6] a sale that the pool could not write is kept, inspected and exported at the register, and has its effect when the ' +
    'head office replays it after the fix',
  { tag: '@desktop' },
  async ({ page, till, company, browser }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.allSent();
    const before = await company.level(STORE, article.sku);
    const fix = await refuseSales(company);
    await till.ring(article, 2);
    const { number, totalMinor } = await till.pay();
    await till.allSent();

    await till.goTo(say('task.sync'));
    const quarantine = page.getByRole('region', { name: say('office.quarantine') });
    const held = quarantine.getByRole('listitem').filter({ hasText: say('sync.operation', { seq: 2 }) });
    await expect(held).toContainText(say('quarantine.cannot_be_applied.name'));
    await quarantine.getByRole('button', { name: say('sync.inspectOperation', { seq: 2 }) }).click();
    const inspected = page.getByRole('dialog', { name: say('sync.operation', { seq: 2 }) });
    await expect(inspected).toContainText(`${say('operation.type')}${say('what.sale_completed')}`);
    await expect(inspected.getByLabel(say('operation.whole'))).toContainText(`"receiptNumber": "${number}"`);
    await page.screenshot({ path: info.outputPath('inspect.png') });
    await expectAccessible(page, 'inspect');
    await page.keyboard.press('Escape');
    await expect(inspected).toBeHidden();
    const ofRegister = await saved(page, say('sync.export'));
    expect(ofRegister.name).toBe(`quarantine-${number.split('-')[0] ?? ''}.json`);
    expect(ofRegister.content).toMatchObject({
      storeId: STORE,
      operations: [
        {
          seq: 2,
          code: 'cannot_be_applied',
          facts: {},
          reason: say('quarantine.cannot_be_applied'),
          recorded: { type: 'sale_completed', payload: { receiptNumber: number, totalMinor } },
        },
      ],
    });
    expect(await company.level(STORE, article.sku)).toEqual(before);

    const officeContext = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    const office = await officeContext.newPage();
    await signInToOffice(office, company);
    await office.getByRole('link', { name: saying('office.taskCount', { task: say('office.quarantine') }) }).click();
    await office
      .getByRole('list', { name: say('office.inQuarantine') })
      .getByRole('button')
      .filter({ hasText: 'operation 2' })
      .first()
      .click();
    const sheet = office.getByRole('article', { name: saying('office.heldNumber', { id: /\d+/ }) });
    await expect(sheet.getByLabel(say('operation.whole'))).toContainText(number);
    await sheet.getByRole('button', { name: say('office.replayThis') }).click();
    await expect(office.getByText(saying('office.stays', { count: 1 }))).toBeVisible();
    await fix();
    await sheet.getByRole('button', { name: say('office.replayThis') }).click();
    await expect(office.getByText(say('office.applied', { count: 1 }))).toBeVisible();
    await office.getByLabel(say('office.show'), { exact: true }).selectOption(say('office.state.applied'));
    await office
      .getByRole('list', { name: say('office.inQuarantine') })
      .getByRole('button')
      .filter({ hasText: 'operation 2' })
      .first()
      .click();
    await expect(sheet.getByRole('region', { name: say('office.tried') }).getByRole('listitem')).toHaveText([
      saying('quarantine.cannot_be_applied'),
      saying('office.hadEffect'),
    ]);
    await expect(sheet).toContainText(saying('office.replayed'));
    await office.screenshot({ path: info.outputPath('replayed.png') });
    await expectAccessible(office, 'replayed');
    await officeContext.close();

    await expect(quarantine).toContainText(say('sync.nothingHeld'));
    expect((await company.level(STORE, article.sku)).onHand).toBe(before.onHand - 2);
    const sales = await company.database.db.selectFrom('sales').select('receipt_number').where('receipt_number', '=', number).execute();
    expect(sales).toHaveLength(1);
    await till.goTo(say('task.sale'));
    await till.ring(article);
    expect((await till.pay()).number).toBe(number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0')));
    await till.allSent();
  },
);
