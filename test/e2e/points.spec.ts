import { v7 as uuidv7 } from 'uuid';
import type { PointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { loyaltyProgram } from '../../domain/loyalty/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { askOffice } from './support/ask-office.ts';
import { chooseCustomer } from './support/choose-customer.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';

test.setTimeout(180_000);

test(
  'points are earned by a sale, pay a part of it, and go back with the goods',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const place = { level: 'company', id: 'company', value: { points: 1, forMinor: 100, worthMinor: 5 } } as const;
    await saveSetting(company.database.db, loyaltyProgram, place, actorNamed('test'));
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
    await expectAccessible(page, 'points as a tender');
    await page.screenshot({ path: info.outputPath('points.png') });
    await form.getByRole('button', { name: say('loyalty.use', { count: 30, amount: '$1.50' }) }).click();
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toContainText(say('loyalty.used', { count: 30 }));
    const earned = Number(/: (\d+)$/.exec((await receipt.getByText(saying('loyalty.earned')).textContent()) ?? '')?.[1]);
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
