import type { Page } from '@playwright/test';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { say, saying } from '../support/say.ts';
import { readMinor } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test(
  'a quote keeps its prices, is found again by its number at another register, also offline, and is sold at them',
  { tag: '@desktop' },
  async ({ page, till, company, device }, info) => {
    const [article, other] = await company.articles(STORE, 2);
    if (article === undefined || other === undefined) throw new Error('Two articles are needed.');
    const person = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), person);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article, 2);
    await till.ring(other);
    // A discount of today is part of what is promised.
    await page.keyboard.press('Alt+Shift+KeyD');
    const price = panel(page, say('counter.priceTitle'));
    await price.getByLabel(say('counter.priceField.percent')).fill('10');
    await price.getByText(say('priceReason.goodwill')).click();
    await price.getByRole('button', { name: say('counter.priceApply') }).click();

    await page.keyboard.press('Alt+KeyQ');
    const quotes = panel(page, say('quote.title'));
    await expectAccessible(page, 'a quote to be kept');
    await page.screenshot({ path: info.outputPath('keep.png') });
    await quotes.getByLabel(say('quote.until')).fill('2000-01-01');
    await quotes.getByRole('button', { name: say('quote.keep') }).click();
    await expect(quotes.getByRole('status')).toHaveText(say('quote.dayWrong'));
    await quotes.getByLabel(say('quote.until')).fill(dateInZone(Date.now() + 20 * 86_400_000, 'UTC'));
    await quotes.getByRole('button', { name: say('quote.keep') }).click();
    const paper = page.getByRole('article', { name: saying('quote.numbered') });
    await expect(paper).toContainText(article.name);
    const number = /Q-[A-Z2-9]{6}/.exec((await paper.textContent()) ?? '')?.[0] ?? '';
    const promised = readMinor(await paper.getByRole('definition').last().textContent());
    await expectAccessible(page, 'a quote as it is printed');
    await page.screenshot({ path: info.outputPath('paper.png') });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await till.voidSale();
    await till.allSent();

    // At another register of the store, without a connection.
    const now = await device.start();
    await now.till.setUp(company.url, await company.registerCode(STORE), person);
    await company.cut();
    await now.till.goTo(say('task.sale'));
    await now.till.openShift();
    // Scanned, it is shown, and nothing is sold.
    await now.till.scan(number);
    await expect(now.page.getByRole('article', { name: say('quote.numbered', { number }) })).toContainText(article.name);
    await now.page.keyboard.press('Escape');
    await now.page.keyboard.press('Escape');
    await expect(now.page.getByRole('list', { name: say('sale.items') })).toHaveCount(0);
    await now.page.keyboard.press('Alt+KeyQ');
    await panel(now.page, say('quote.title')).getByLabel(say('quote.find')).fill(number.toLowerCase());
    await now.page
      .getByRole('list', { name: say('quote.found') })
      .getByRole('button')
      .click();
    await now.page.getByRole('button', { name: say('quote.sell') }).click();
    await expect(now.page.getByText(say('quote.line')).first()).toBeVisible();
    await now.page.screenshot({ path: info.outputPath('sold.png') });
    const receipt = await now.till.pay();
    expect(receipt.totalMinor).toBe(promised);
    await company.mend();
    await now.till.allSent();
    const sold = await company.database.db
      .selectFrom('sales')
      .select('total_minor')
      .where('receipt_number', '=', receipt.number)
      .executeTakeFirstOrThrow();
    expect(sold.total_minor).toBe(promised);
    expect(await company.database.db.selectFrom('exceptions').select('id').where('kind', '=', 'not_allowed').execute()).toEqual([]);
  },
);
