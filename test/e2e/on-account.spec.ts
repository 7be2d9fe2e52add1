import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { accountId, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import type { AccountStatement } from '../../domain/stored-value/account-protocol.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { askOffice } from './support/ask-office.ts';
import { chooseCustomer } from './support/choose-customer.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { appIsKept } from './support/device.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';

test.setTimeout(180_000);

/** A business with an account, and its name. */
async function business(company: Company, limitMinor: number): Promise<{ id: string; name: string }> {
  const id = uuidv7();
  const name = `Sample Bakery ${id.slice(-6)}`;
  await askOffice(company, `customers/${id}/changes`, { fields: { name } });
  const limit = { operationId: uuidv7(), storeId: STORE, currency: 'USD', limitMinor };
  await askOffice<StoredValue>(company, `accounts/${id}/limit`, limit);
  return { id, name };
}

const statementOf = (company: Company, id: string) => askOffice<AccountStatement>(company, `accounts/${id}`);
const form = (page: Page) => page.getByRole('form', { name: say('payment.kind.account') });

/** Opens the plan with the account's form. */
async function payOnAccount(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await page.getByRole('button', { name: say('payment.kind.account') }).click();
}

test(
  'a business buys on account up to its limit, a manager goes over it, and it is paid and given back at the till',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const { id, name } = await business(company, 100);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await chooseCustomer(page, name);
    await till.ring(article, 2);
    await payOnAccount(page);
    await expect(form(page)).toContainText(say('refusal.account_limit_reached'));
    await expectAccessible(page, 'an account above its limit');
    await page.screenshot({ path: info.outputPath('over-limit.png') });
    await form(page)
      .getByRole('button', { name: saying('account.goOver') })
      .click();
    const plan = page.getByRole('list', { name: say('payment.tenders') });
    await expect(plan).toContainText(say('payment.kind.account'));
    await page.screenshot({ path: info.outputPath('plan.png') });
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    await expect(receipt).toContainText(say('payment.kind.account'));
    const number = (await receipt.textContent())?.match(/[A-Z]\d+-\d{6}/)?.[0] ?? '';
    await till.allSent();
    const bought = await statementOf(company, id);
    const owed = -(bought.account?.balanceMinor ?? 0);
    expect(owed).toBeGreaterThan(100);
    expect(bought.entries.map((one) => [one.kind, one.receiptNumber, one.amountMinor])).toEqual([['sale', number, -owed]]);

    // They pay a part of it in cash.
    await page.keyboard.press('Enter');
    await chooseCustomer(page, name);
    await page.getByRole('button', { name: say('customer.of', { name }) }).click();
    await page.getByRole('button', { name: say('account.takePayment') }).click();
    const paying = page.getByRole('form', { name: say('account.takePayment') });
    await expect(paying.getByLabel(say('account.amount'))).toHaveValue((owed / 100).toFixed(2));
    await expectAccessible(page, 'a payment on account');
    await page.screenshot({ path: info.outputPath('payment.png') });
    await paying.getByLabel(say('account.amount')).fill('0.50');
    await paying.getByRole('button', { name: say('account.addPayment') }).click();
    await expect(page.getByRole('list', { name: say('sale.items') })).toContainText(say('account.paymentLine'));
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    await expect(page.getByRole('article', { name: saying('sale.receiptNumber') })).toContainText(say('account.paymentLine'));
    await till.allSent();
    expect((await statementOf(company, id)).account?.balanceMinor).toBe(50 - owed);

    // Goods that come back lower the debt, though somebody wants cash.
    const returns = returnsPage(page, till);
    await returns.find(number);
    await returns.choose(article.name, 2, 'restock');
    await page
      .getByRole('radiogroup', { name: say('returns.giveBackBy') })
      .getByText(say('returns.by.cash'))
      .click();
    const parts = page.getByRole('list', { name: say('returns.whereTo') });
    await expect(parts).toContainText(say('payment.kind.account'));
    await expect(parts).not.toContainText(say('sale.cash'));
    await returns.confirm();
    await till.allSent();
    expect((await statementOf(company, id)).account?.balanceMinor).toBe(50);
  },
);

test('[J5] without a connection an account is charged up to the cap, from the copy of its store', { tag: '@desktop' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const { id, name } = await business(company, 500_000);
  const person = company.pinOf('manager', STORE);
  await till.setUp(company.url, await company.registerCode(STORE), person);
  await till.goTo(say('task.sale'));
  await till.openShift();
  await chooseCustomer(page, name);
  await till.ring(article);
  await appIsKept(page);
  await company.cut();
  await payOnAccount(page);
  await expect(form(page)).toContainText(saying('account.offline'));
  await form(page)
    .getByRole('button', { name: saying('account.charge') })
    .click();
  await page.keyboard.press('F12');
  await expect(page.getByRole('article', { name: saying('sale.receiptNumber') })).toContainText(say('payment.kind.account'));
  await company.mend();
  await till.allSent();
  const { account, entries } = await statementOf(company, id);
  expect(entries.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([['sale', account?.balanceMinor]]);
  expect(account?.id).toBe(accountId(id));
});

test('a customer without an account is not offered to buy on one', { tag: '@desktop' }, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const id = uuidv7();
  const name = `Sample Guest ${id.slice(-6)}`;
  await askOffice(company, `customers/${id}/changes`, { fields: { name } });
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await chooseCustomer(page, name);
  await till.ring(article);
  const answered = page.waitForResponse((response) => response.url().includes(`/stored-values/${accountId(id)}/balance`));
  await page.keyboard.press('F12');
  await answered;
  await expect(page.getByRole('button', { name: say('payment.kind.gift_card') })).toBeVisible();
  await expect(page.getByRole('button', { name: say('payment.kind.account') })).toHaveCount(0);
});

test(
  'the head office opens an account, records a payment, and reads its statement',
  { tag: '@desktop' },
  async ({ page, company }, info) => {
    const id = uuidv7();
    const name = `Sample Office ${id.slice(-6)}`;
    await askOffice(company, `customers/${id}/changes`, { fields: { name } });
    await signInToOffice(page, company);
    await page.getByRole('link', { name: say('customers.title') }).click();
    await page.getByLabel(say('customers.search')).fill(name);
    await page.getByRole('button', { name: say('customers.open', { name }) }).click();
    const account = page.getByRole('region', { name: say('account.title') });
    await expect(account).toContainText(say('accounts.none'));
    await account.getByRole('button', { name: say('accounts.open') }).click();
    await account.getByLabel(say('accounts.limitField', { currency: 'USD' })).fill('1500');
    await expectAccessible(page, 'an account to be opened');
    await account.getByRole('button', { name: say('accounts.open') }).click();
    await expect(account).toContainText('$1,500.00');
    await account.getByRole('button', { name: say('accounts.record') }).click();
    await account.getByLabel(say('settings.amountField', { currency: 'USD' })).fill('25');
    await account.getByLabel(say('giftCards.note')).fill('Transfer of 3 March');
    await account.getByRole('button', { name: say('access.save') }).click();
    await expect(account.getByRole('list', { name: say('accounts.statement') })).toContainText('Transfer of 3 March');
    await expect(account).toContainText(say('account.credit', { amount: '$25.00' }));
    await expectAccessible(page, 'an account with its statement');
    await page.screenshot({ path: info.outputPath('statement.png'), fullPage: true });
    await account.getByRole('button', { name: say('accounts.block') }).click();
    await expect(account).toContainText(say('giftCards.isBlocked'));
    await account.getByRole('button', { name: say('accounts.allow') }).click();
    await expect(account).not.toContainText(say('giftCards.isBlocked'));
  },
);
