import type { Page } from '@playwright/test';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import type { StoredValue } from '../../domain/stored-value/stored-value.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { readMinor } from '../support/till-page.ts';
import { sql } from 'kysely';
import { expectAccessible } from './support/accessibility.ts';
import type { CardMachine } from './support/card-machine.ts';
import { appIsKept, draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';
const NUMBER = '6007 2210 0000 7730';

/** Pays what is on the counter by a card that is approved. @returns what the receipt says, in minor units. */
async function payByCard(page: Page, { terminal }: CardMachine): Promise<{ total: number; number: string }> {
  await page.keyboard.press('F11');
  await terminal.shows();
  await terminal.press('approve');
  await expect(page.getByRole('list', { name: say('payment.tenders') })).toContainText(say('payment.row.approved'));
  await page.keyboard.press('F12');
  const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
  await expect(receipt).toBeVisible();
  const total = readMinor(await receipt.getByTestId('total').textContent());
  return { total, number: (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '' };
}

test.describe('money that goes back', { tag: '@desktop' }, () => {
  test('[J9] [E2] a card gets its part back by the terminal, before anything is paid in cash, in an exchange too', async ({
    page,
    till,
    company,
    cards,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article, 3);
    const from = (await cards.terminal.state()).ledger.length;
    const { total, number } = await payByCard(page, cards);

    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 1, 'restock');
    const parts = page.getByRole('list', { name: say('returns.whereTo') });
    await expect(parts).toContainText('9999');
    const announced = readMinor(await parts.getByRole('strong').textContent());
    expect(Math.abs(announced - total / 3)).toBeLessThanOrEqual(1);
    await expectAccessible(page, 'a refund to a card');
    await page.getByRole('button', { name: saying('returns.submit') }).click();
    await expect(page.getByRole('main')).toContainText(saying('returns.wentToCard'));

    // Two more are exchanged for one: the difference goes to the same card.
    await page.getByRole('button', { name: say('returns.next') }).click();
    await returns.find(number);
    await returns.choose(article.name, 2, 'restock');
    await page.getByRole('button', { name: say('exchange.begin') }).click();
    await till.ring(article);
    await expect(parts).toContainText('9999');
    const difference = readMinor(await parts.getByRole('strong').textContent());
    expect(Math.abs(difference - total / 3)).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: say('exchange.settle') }).click();
    await page.getByRole('button', { name: saying('exchange.settleBack') }).click();
    await expect(page.getByRole('main')).toContainText(saying('returns.wentToCard'));
    await till.allSent();
    const { ledger } = await cards.terminal.state();
    const moved = ledger.slice(from).map((one) => Math.round(one.moved * 100));
    expect(moved).toEqual([total, -announced, -difference]);
    await till.goTo(say('task.shift'));
    await till.drawerExpects('$100.00');
  });

  test('[E2] [J5] a card that a terminal never answers for: the slip is read, the return is finished, and it becomes an exception', async ({
    page,
    till,
    company,
    cards,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    await page.clock.install();
    await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), manager);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    const { total, number } = await payByCard(page, cards);
    const from = (await cards.terminal.state()).ledger.length;

    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 1, 'restock');
    const submit = page.getByRole('button', { name: saying('returns.submit') });
    await expect(submit).toBeEnabled();
    await cards.terminal.setAway(true);
    await submit.click();
    const main = page.getByRole('main');
    await expect(main).toContainText(say('returns.terminalGives'));
    await till.goTo(say('task.shift'));
    await expect(page.getByRole('region', { name: say('shift.before') })).toContainText(say('shift.check.refunds', { count: 1 }));
    const open = page.getByRole('region', { name: say('payment.openRefundsTitle') });
    await open.getByRole('button', { name: say('payment.slipAsk') }).click();
    await expectAccessible(page, 'what the slip of a terminal says');
    // A stray Enter asks on, and the terminal has its half minute.
    await page.keyboard.press('Enter');
    await open.getByRole('button', { name: say('payment.slipAsk') }).click();
    await open.getByRole('button', { name: say('payment.slipWentBack') }).click();
    await expect(open.getByRole('alert')).toHaveText(say('refusal.terminal_is_asked'));
    await page.clock.fastForward(30_000);
    await open.getByRole('button', { name: say('payment.slipAsk') }).click();
    await open.getByRole('button', { name: say('payment.slipWentBack') }).click();
    await expect(open).not.toContainText(say('payment.openRefundStarted'));
    await expect(page.getByRole('region', { name: say('shift.before') })).toContainText(say('shift.check.refunds', { count: 0 }));

    await cards.terminal.setAway(false);
    await till.goTo(say('task.returns'));
    await submit.click();
    await expect(main).toContainText(saying('returns.wentToCard'));
    await till.allSent();
    const { ledger } = await cards.terminal.state();
    expect(ledger.slice(from)).toEqual([]);
    const { rows } = await sql<{ subject: string; cash: unknown; facts: unknown }>`
      select body ->> 'subject' as subject, body -> 'cash' as cash, body -> 'facts' as facts
      from exceptions where kind = 'card_money_doubtful'`.execute(company.database.db);
    expect(rows).toMatchObject([{ subject: number, cash: { USD: -total }, facts: { money: 'went_back', terminal: 'silent' } }]);
    await till.goTo(say('task.shift'));
    await till.drawerExpects('$100.00');
  });

  test('a sale that was paid wrongly is voided as a whole, in two steps, also after a restart, and once', async ({
    page,
    till,
    company,
  }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    const before = await company.level(STORE, article.sku);
    await till.setUp(company.url, await company.registerCode(STORE), manager);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article, 2);
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toBeVisible();
    const number = (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '';

    await till.goTo(say('task.history'));
    await page.getByRole('button', { name: number }).click();
    await page.getByRole('button', { name: say('history.void') }).click();
    await expectAccessible(page, 'why a sale is voided');
    await page.getByRole('button', { name: say('postVoidReason.wrong_payment') }).click();
    await expect(page.getByRole('heading', { name: say('returns.voiding', { number }) })).toBeVisible();
    await page.getByRole('button', { name: say('returns.oneLess', { name: article.name }) }).click();
    await expect(page.getByRole('main')).toContainText(say('returns.voidIsWhole'));
    await appIsKept(page);
    await expect.poll(() => draftOnDisk(page, 'return')).toMatchObject({ number });
    await page.reload();
    await till.signIn(manager);
    await till.goTo(say('task.returns'));
    await expectAccessible(page, 'a void');
    await page.getByRole('button', { name: say('returns.submitVoid') }).click();
    await expect(page.getByRole('main')).toContainText(saying('returns.voidPaper'));
    await till.goTo(say('task.history'));
    await expect(page.getByRole('main')).toContainText(say('history.voided', { units: say('kit.units', { count: 2 }) }));
    await page.getByRole('button', { name: number }).click();
    await expect(page.getByRole('button', { name: say('history.void') })).toBeHidden();
    await till.allSent();
    expect(await company.level(STORE, article.sku)).toEqual(before);
    await till.goTo(say('task.shift'));
    await till.drawerExpects('$100.00');
  });

  test('[J9] a gift card is sold, pays in part, and store credit is given for what comes back', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), manager);
    await till.goTo(say('task.sale'));
    await till.openShift();
    await page.getByRole('button', { name: say('payment.kind.gift_card') }).click();
    await expectAccessible(page, 'a gift card is sold');
    await till.scan(NUMBER.replaceAll(' ', ''));
    await page.getByLabel(say('counter.giftCardAmount')).fill('1.00');
    await page.getByRole('button', { name: say('counter.giftCardSell') }).click();
    await expect(page.getByRole('main')).toContainText('7730');
    await till.pay();
    const balance = async () => {
      await till.allSent();
      const { rows } = await sql<{
        body: StoredValue;
      }>`select body from documents where kind = ${storedValueDocument.kind} order by id`.execute(company.database.db);
      return rows.filter(({ body }) => body.storeId === STORE).map(({ body: { kind, balanceMinor } }) => [kind, balanceMinor]);
    };
    expect(await balance()).toContainEqual(['gift_card', 100]);

    await till.ring(article);
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: say('payment.kind.gift_card') }).click();
    await page.getByLabel(say('payment.giftCardNumber')).fill(NUMBER);
    await page.getByRole('button', { name: say('payment.useGiftCard') }).click();
    await expect(page.getByRole('list', { name: say('payment.tenders') })).toContainText('7730');
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toBeVisible();
    const total = readMinor(await receipt.getByTestId('total').textContent());
    const number = (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '';
    expect(await balance()).toContainEqual(['gift_card', 0]);

    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 1, 'restock');
    await expect(page.getByRole('list', { name: say('returns.whereTo') })).toContainText('7730');
    await page
      .getByRole('radiogroup', { name: say('returns.giveBackBy') })
      .getByText(say('returns.by.store_credit'))
      .click();
    await page.getByRole('button', { name: saying('returns.submit') }).click();
    await expect(page.getByRole('main')).toContainText(saying('returns.creditIssued'));
    expect(await balance()).toContainEqual(['store_credit', total]);
  });
});
