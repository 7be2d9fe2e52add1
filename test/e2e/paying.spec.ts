import type { Page } from '@playwright/test';
import { readMinor } from '../support/till-page.ts';
import { foreignCurrencies, voucherKinds } from '../../domain/payments/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { CardMachine } from './support/card-machine.ts';
import type { Company } from './support/company.ts';
import { appIsKept, draftOnDisk, type Running } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

const money = (minor: number) => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(minor / 100);

/** A register that is paired with its terminal, with an open shift and some units of an article on the counter. */
async function setUp({ page, till }: Pick<Running, 'page' | 'till'>, company: Company, cards: CardMachine, units = 2) {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(cards.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article, units);
  return { article, totalMinor: readMinor(await page.getByTestId('total').textContent()) };
}

const receiptOf = (page: Page) => page.getByRole('article', { name: saying('sale.receiptNumber') });
const panelOf = (page: Page) => page.getByRole('region', { name: say('payment.terminal') });
const rowsOf = (page: Page) => page.getByRole('list', { name: say('payment.tenders') }).getByRole('listitem');
const completeOf = (page: Page) => page.getByRole('button', { name: say('sale.completeSale') });

/** What the pool has of the sale on the screen: what paid it, and the exceptions about its cards. */
async function inThePool(page: Page, { database: { db } }: Company) {
  const number = ((await receiptOf(page).getAttribute('aria-label')) ?? '').replace(say('sale.receiptNumber', { number: '' }), '');
  const sale = await db.selectFrom('sales').select('body').where('receipt_number', '=', number).executeTakeFirstOrThrow();
  const exceptions = await db.selectFrom('exceptions').select('body').where('kind', '=', 'card_not_covered').execute();
  return {
    paid: sale.body.tenders.map(({ kind, amountMinor }) => [kind, amountMinor]),
    troubles: exceptions.filter(({ body }) => body.subject === number).length,
  };
}

test.describe('paying', { tag: '@desktop' }, () => {
  test('a sale is split between cash and a card, and its receipt says what each has paid', async ({ page, till, company, cards }) => {
    const { totalMinor } = await setUp({ page, till }, company, cards);
    const from = (await cards.terminal.state()).ledger.length;
    await page.keyboard.press('F12');
    await expect(page.getByLabel(say('sale.cashGiven'))).toBeFocused();
    await page.keyboard.type('1.00');
    await expect(page.getByTestId('left')).toHaveText(money(totalMinor - 100));
    await expect(completeOf(page)).toBeDisabled();
    await page.getByRole('button', { name: say('payment.askTerminal', { amount: money(totalMinor - 100) }) }).click();
    expect(Math.round((await cards.terminal.shows()).amount * 100)).toBe(totalMinor - 100);
    await expect(panelOf(page)).toContainText(say('payment.title.waiting'));
    await expect(page.getByRole('button', { name: say('payment.backToSale') })).toBeHidden();
    await expectAccessible(page, 'waiting for the customer');
    await cards.terminal.press('approve');
    await expect(panelOf(page)).toContainText(say('payment.title.approved'));
    await expect(rowsOf(page)).toContainText(say('payment.row.approved'));
    await expectAccessible(page, 'approved');
    await expect(completeOf(page)).toBeEnabled();
    await page.keyboard.press('F12');
    await expect(receiptOf(page)).toContainText(money(totalMinor - 100));
    await expect(receiptOf(page)).toContainText(saying('payment.approvalCode'));
    await expectAccessible(page, 'sale done');
    expect(Math.round((await cards.terminal.moved(from)) * 100)).toBe(totalMinor - 100);
    await till.allSent();
    expect(await inThePool(page, company)).toEqual({
      paid: [
        ['card', totalMinor - 100],
        ['cash', 100],
      ],
      troubles: 0,
    });
  });

  test('exact cash is two keys after the last scan, and a card one', async ({ page, till, company, cards }) => {
    const { article, totalMinor } = await setUp({ page, till }, company, cards);
    await page.keyboard.press('F10');
    await page.keyboard.press('F12');
    await expect(receiptOf(page)).toBeVisible();
    await till.scan(article.barcode);
    await expect(receiptOf(page)).toBeHidden();
    await expect(page.getByText(say('payment.lastChange', { amount: money(0) }))).toBeVisible();
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await cards.terminal.press('decline', { condition: 'Refusal' });
    await expect(panelOf(page)).toContainText(say('payment.title.declined'));
    await expect(panelOf(page).getByRole('button', { name: saying('payment.tryAgain') })).toBeVisible();
    await expectAccessible(page, 'declined');
    const sold = await till.pay();
    expect(sold.totalMinor).toBeLessThan(totalMinor);
  });

  test('a voucher and notes of another currency pay, say what is lost and what goes back, and outlive a restart and a void', async ({
    page,
    till,
    company,
    cards,
  }, info) => {
    const { db } = company.database;
    const ofStore = { level: 'store', id: STORE } as const;
    const voucher = { id: 'center', name: 'Center voucher', amountMinor: 100 };
    await saveSetting(db, voucherKinds, { ...ofStore, value: [voucher] }, actorNamed('head office'));
    await saveSetting(db, foreignCurrencies, { ...ofStore, value: [{ currency: 'EUR', rate: '1.25' }] }, actorNamed('head office'));
    const { totalMinor } = await setUp({ page, till }, company, cards);
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: say('payment.kind.voucher'), exact: true }).click();
    await page.getByRole('button', { name: `${voucher.name} ${money(100)}` }).click();
    await page.getByRole('button', { name: say('payment.takeVoucher', { amount: money(100) }) }).dblclick();
    await expect(rowsOf(page)).toContainText(say('payment.keepVoucher'));
    await page.getByRole('button', { name: say('payment.foreignCash') }).click();
    await page.getByLabel(say('payment.foreignGiven', { currency: 'EUR' })).fill('1000');
    await expect(page.getByText(say('payment.changeInOwn', { amount: money(125_000 - totalMinor + 100) }))).toBeVisible();
    await expectAccessible(page, 'notes of another currency');
    await page.keyboard.press('Enter');
    await expect(rowsOf(page)).toHaveCount(2);
    await expect(page.getByLabel(say('sale.change'))).toHaveText(money(125_000 - totalMinor + 100));
    await appIsKept(page);
    await expect.poll(() => draftOnDisk(page, 'payment')).toMatchObject({ vouchers: [{}], foreignNotes: [{}] });
    await page.reload();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await expect(rowsOf(page)).toHaveCount(2);
    await page.keyboard.press('F12');
    await expect(receiptOf(page)).toContainText('€1,000.00');
    await expect(receiptOf(page)).toContainText('Center voucher');
    await till.allSent();
    const { paid } = await inThePool(page, company);
    await page.getByRole('button', { name: say('sale.giftReceipt') }).click();
    const gift = page.getByRole('article', { name: saying('sale.giftReceiptNumber') });
    await expect(gift).toContainText(say('sale.giftReceiptText'));
    await expect(gift).not.toContainText('$');
    await expectAccessible(page, 'gift receipt');
    // What the page would send to a printer, without the dialog of the system.
    await page.evaluate(() => (window.print = () => undefined));
    await cards.printer.setGone(true);
    await page.getByRole('button', { name: say('sale.print') }).click();
    await page.getByRole('button', { name: say('printer.byBrowser') }).click();
    await cards.printer.mend();
    await page.emulateMedia({ media: 'print' });
    await expect(gift).toBeVisible();
    await expect(page.getByRole('navigation', { name: say('app.tasks') })).toBeHidden();
    expect((await gift.boundingBox())?.x).toBe(0);
    // A receipt that is longer than a page loses nothing of it.
    await gift.evaluate((paper) => {
      const item = paper.querySelector('li');
      for (let copies = 0; copies < 150; copies += 1) item?.after(item.cloneNode(true));
    });
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(3);
    expect(paid).toEqual([
      ['voucher', 100],
      ['cash', 125_000],
      ['cash', totalMinor - 100 - 125_000],
    ]);

    // Void: the voucher and the very notes go back, and the customer brings back the change.
    await page.emulateMedia({ media: 'screen' });
    await till.goTo(say('task.history'));
    await page
      .getByRole('list', { name: say('history.receipts') })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('button', { name: say('history.void') }).click();
    await page.getByRole('button', { name: say('postVoidReason.wrong_payment') }).click();
    const parts = page.getByRole('list', { name: say('returns.whereTo') });
    await expect(parts).toContainText('€1,000.00');
    await expect(parts).toContainText(say('returns.changeBack'));
    await expectAccessible(page, 'a void of notes of another currency');
    await page.screenshot({ path: info.outputPath('void-notes.png') });
    await page.getByRole('button', { name: say('returns.submitVoid') }).click();
    const main = page.getByRole('main');
    await expect(main).toContainText(say('returns.give', { amount: '€1,000.00' }));
    await expect(main).toContainText(say('returns.takeChange', { amount: money(125_000 - totalMinor + 100) }));
    await page.screenshot({ path: info.outputPath('void-receipt.png') });
    await till.allSent();
    const { body } = await db.selectFrom('returns').select('body').orderBy('operation_id', 'desc').executeTakeFirstOrThrow();
    expect(body).toMatchObject({
      isVoid: true,
      refundMinor: totalMinor,
      tenders: [
        { kind: 'voucher', amountMinor: 100 },
        { kind: 'cash', currency: 'EUR', amountMinor: 125_000, notes: { givenMinor: 100_000, rate: '1.25' } },
        { kind: 'cash', currency: 'USD', amountMinor: totalMinor - 100 - 125_000 },
      ],
    });
  });

  test('a card that approves less leaves the rest to pay, and goes back in two steps', async ({ page, till, company, cards }) => {
    const { totalMinor } = await setUp({ page, till }, company, cards);
    const from = (await cards.terminal.state()).ledger.length;
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await cards.terminal.press('approve_part', { amount: 1 });
    await expect(panelOf(page)).toContainText(say('payment.title.approved_less'));
    await expect(page.getByTestId('left')).toHaveText(money(totalMinor - 100));
    await rowsOf(page)
      .getByRole('button', { name: say('payment.giveBack') })
      .click();
    await page.getByRole('button', { name: say('payment.giveBackAmount', { amount: money(100) }) }).click();
    await expect(panelOf(page)).toContainText(say('payment.title.given_back'));
    await expect(page.getByTestId('left')).toHaveText(money(totalMinor));
    expect(await cards.terminal.moved(from)).toBe(0);
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await cards.terminal.press('approve_part', { amount: 1 });
    await expect(page.getByTestId('left')).toHaveText(money(totalMinor - 100));
    await till.pay();
    await till.allSent();
    expect(await inThePool(page, company)).toEqual({
      paid: [
        ['card', 100],
        ['cash', totalMinor - 100],
      ],
      troubles: 0,
    });
    expect(await cards.terminal.moved(from)).toBe(1);
  });

  test('a lost answer is asked for, charges once, and what is scanned meanwhile is the next sale', async ({
    page,
    till,
    company,
    cards,
  }) => {
    const { article, totalMinor } = await setUp({ page, till }, company, cards);
    const from = (await cards.terminal.state()).ledger.length;
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await till.scan(article.barcode);
    await expect(page.getByText(say('payment.scannedMeanwhile', { items: article.name }))).toBeVisible();
    await expect(page.getByTestId('total')).toHaveText(money(totalMinor));
    await cards.terminal.press('approve_and_lose');
    await expect(panelOf(page)).toContainText(say('payment.title.late_charged'));
    await page.keyboard.press('F12');
    await expect(receiptOf(page).getByTestId('total')).toHaveText(money(totalMinor));
    await expect(page.getByText(say('payment.nextHas', { count: 1 }))).toBeVisible();
    expect(Math.round((await cards.terminal.moved(from)) * 100)).toBe(totalMinor);
    await till.allSent();
    expect(await inThePool(page, company)).toEqual({ paid: [['card', totalMinor]], troubles: 0 });
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true })).toHaveValue('1');
  });

  test('a terminal that went away keeps its sale waiting while the next customer is served', async ({ page, till, company, cards }) => {
    const { article, totalMinor } = await setUp({ page, till }, company, cards);
    const from = (await cards.terminal.state()).ledger.length;
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await cards.terminal.setAway(true);
    await cards.terminal.press('approve');
    await expect(panelOf(page)).toContainText(say('payment.title.unknown'));
    await expect(panelOf(page).getByRole('button', { name: saying('payment.tryAgain') })).toHaveCount(0);
    await expectAccessible(page, 'the terminal does not answer');
    await page.keyboard.press('F5');
    await expect(page.getByRole('button', { name: say('payment.saleWaits', { amount: money(totalMinor) }) })).toBeVisible();
    await till.ring(article);
    await till.pay();
    await page.keyboard.press('Enter');
    await till.goTo(say('task.shift'));
    await expect(page.getByRole('region', { name: say('payment.openTitle') })).toContainText(say('payment.openStarted'));
    await expectAccessible(page, 'shift with an open card payment');
    await cards.terminal.setAway(false);
    await till.goTo(say('task.sale'));
    const answered = page.getByRole('button', { name: say('payment.saleAnswered', { amount: money(totalMinor) }) });
    await expect(answered).toBeVisible({ timeout: 60_000 });
    await answered.click();
    await expect(panelOf(page)).toContainText(say('payment.title.late_charged'));
    await page.keyboard.press('F12');
    await expect(receiptOf(page).getByTestId('total')).toHaveText(money(totalMinor));
    expect(Math.round((await cards.terminal.moved(from)) * 100)).toBe(totalMinor);
    await till.allSent();
    expect(await inThePool(page, company)).toEqual({ paid: [['card', totalMinor]], troubles: 0 });
  });

  test('[E2] a till that is killed while the card is on the terminal asks what became of it, and charges once', async ({
    device,
    company,
    cards,
  }) => {
    let now = await device.start();
    const { totalMinor } = await setUp(now, company, cards);
    await appIsKept(now.page);
    const from = (await cards.terminal.state()).ledger.length;
    await now.page.keyboard.press('F11');
    await cards.terminal.shows();
    await now.crash();
    await cards.terminal.press('approve');
    now = await device.start();
    await now.page.goto(company.url);
    await now.till.signIn(company.pinOf('manager', STORE));
    await expect(now.page.getByRole('region', { name: say('payment.openTitle') })).toContainText(say('payment.openApproved'));
    await now.till.goTo(say('task.sale'));
    await expect(panelOf(now.page)).toContainText(say('payment.title.late_charged'));
    await expect(completeOf(now.page)).toBeEnabled();
    await now.page.keyboard.press('F12');
    await expect(receiptOf(now.page).getByTestId('total')).toHaveText(money(totalMinor));
    expect(Math.round((await cards.terminal.moved(from)) * 100)).toBe(totalMinor);
    await now.till.allSent();
    expect(await inThePool(now.page, company)).toEqual({ paid: [['card', totalMinor]], troubles: 0 });
  });
});
