import type { Locator } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { PointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { loyaltyProgram } from '../../domain/loyalty/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { askJson } from '../support/ask-json.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { askOffice } from './support/ask-office.ts';
import { chooseCustomer } from './support/choose-customer.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';

test.setTimeout(180_000);

const PROGRAM = { level: 'company', id: 'company', value: { points: 1, forMinor: 100, worthMinor: 5 } } as const;

async function earnedOn(receipt: Locator): Promise<number> {
  return Number(/: (\d+)$/.exec((await receipt.getByText(saying('loyalty.earned')).textContent()) ?? '')?.[1]);
}

test(
  'points are earned by a sale, pay a part of it, and go back with the goods',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await saveSetting(company.database.db, loyaltyProgram, PROGRAM, actorNamed('test'));
    const id = uuidv7();
    const name = `Sample Regular ${id.slice(-6)}`;
    await askOffice(company, `customers/${id}/changes`, { fields: { name } });
    await askOffice(company, `points/${id}/adjust`, { operationId: uuidv7(), storeId: STORE, points: 30, reason: 'goodwill' });
    const points = async () => (await askOffice<PointsBalance>(company, `points/${id}`)).points;

    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await chooseCustomer(page, name);
    await page.getByRole('button', { name: say('customer.of', { name }) }).click();
    await expect(page.getByRole('region', { name, exact: true })).toContainText(say('loyalty.has', { count: 30 }));
    await page.keyboard.press('Escape');
    await till.ring(article);
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: say('payment.kind.points') }).click();
    const form = page.getByRole('form', { name: say('payment.kind.points') });
    await expectAccessible(page, 'a tender of points');
    await page.screenshot({ path: info.outputPath('points.png') });
    await form.getByRole('button', { name: say('loyalty.use', { count: 30, amount: '$1.50' }) }).click();
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toContainText(say('loyalty.used', { count: 30 }));
    const earned = await earnedOn(receipt);
    expect(earned).toBeGreaterThan(0);
    await page.screenshot({ path: info.outputPath('receipt.png') });
    const number = (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '';
    await till.allSent();
    expect(await points()).toBe(earned);

    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 1, 'restock');
    await page.getByRole('button', { name: saying('returns.submit') }).click();
    await expect(page.getByRole('main')).toContainText(say('loyalty.takenBack', { count: earned }));
    await expect(page.getByRole('main')).toContainText(say('loyalty.givenBack', { count: 30 }));
    await till.allSent();
    expect(await points()).toBe(30);
  },
);

test(
  'points take something off before tax, through a sale that was held, and go back with the goods',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const id = uuidv7();
    const name = `Sample Regular ${id.slice(-6)}`;
    await saveSetting(company.database.db, loyaltyProgram, PROGRAM, actorNamed('test'));
    const promotionId = `POINTS-${id.slice(-6)}`;
    const key = await insertKey(company.database.db, `promotions ${id}`, ['promotions']);
    const given = { id: promotionId, kind: 'points', name: 'Regulars pay less', skus: [article.sku], pointValue: 5_000 };
    const made = { promotion: { ...given, startsOn: '2026-01-01', endsOn: '2099-12-31' }, revision: null };
    expect((await askJson(company.url, key, 'POST', `promotions/${promotionId}/change`, made)).status).toBe(200);
    await askOffice(company, `customers/${id}/changes`, { fields: { name } });
    await askOffice(company, `points/${id}/adjust`, { operationId: uuidv7(), storeId: STORE, points: 30, reason: 'goodwill' });
    const points = async () => (await askOffice<PointsBalance>(company, `points/${id}`)).points;

    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    const total = page.getByTestId('total');
    const plain = (await total.textContent()) ?? '';
    await chooseCustomer(page, name);
    const chip = page.getByRole('list', { name: say('payment.kind.points') });
    const offer = chip.getByRole('button', { name: say('loyalty.use', { count: 30, amount: '$1.50' }) });
    await expect(offer).toBeVisible();
    expect((await offer.boundingBox())?.width, 'all of the offer can be read').toBeGreaterThan(150);
    await expectAccessible(page, 'points that are offered');
    await page.screenshot({ path: info.outputPath('offered.png') });
    // Held down: the second one is what the keyboard repeats, and takes nothing back.
    await page.keyboard.down('Alt');
    for (const _repeated of [false, true]) await page.keyboard.down('KeyP');
    await page.keyboard.up('KeyP');
    await page.keyboard.up('Alt');
    await expect(chip).toContainText(say('loyalty.off', { count: 30, amount: '$1.50' }));
    await expect(total).not.toHaveText(plain);
    await expect(page.getByRole('main')).toContainText('Regulars pay less');
    await expectAccessible(page, 'points that are used');
    await page.screenshot({ path: info.outputPath('used.png') });
    const cheaper = (await total.textContent()) ?? '';
    await page.keyboard.press('Alt+P');
    await expect(total).toHaveText(plain);
    await page.keyboard.press('Alt+P');
    await expect(total).toHaveText(cheaper);

    await page.keyboard.press('F5');
    await expect(chip).toHaveCount(0);
    await page.getByRole('button', { name: saying('counter.held', { count: 1 }) }).click();
    await expect(chip).toContainText(say('loyalty.off', { count: 30, amount: '$1.50' }));
    await expect(total).toHaveText(cheaper);
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toContainText(say('loyalty.used', { count: 30 }));
    await expect(receipt).toContainText('Regulars pay less');
    await page.screenshot({ path: info.outputPath('receipt-off.png') });
    const number = (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '';
    await till.allSent();
    expect(await points()).toBe(await earnedOn(receipt));

    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 1, 'restock');
    await page.getByRole('button', { name: saying('returns.submit') }).click();
    await expect(page.getByRole('main')).toContainText(say('loyalty.givenBack', { count: 30 }));
    await till.allSent();
    expect(await points()).toBe(30);
    expect((await askJson(company.url, key, 'POST', `promotions/${promotionId}/end`, { endsOn: '2026-01-01' })).status).toBe(200);
  },
);
