import { say, saying } from '../support/say.ts';
import { readMinor } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test.describe('the counter', { tag: '@desktop' }, () => {
  test('a code makes one register, and a PIN lets one person in', async ({ page, till, company }) => {
    const code = await company.registerCode(STORE);
    await page.goto(company.url);
    await till.enrol('AAAA-AAAA');
    await expect(page.getByRole('alert')).toContainText(say('enrol.unknown_code'));

    await till.enrol(code);
    await expect(page.getByRole('heading', { name: say('signIn.title') })).toBeVisible();
    const person = company.pinOf('manager', STORE);
    await page.getByRole('button', { name: person.name }).click();
    await page.getByLabel(say('signIn.pin'), { exact: true }).fill(person.pin === '0000' ? '1111' : '0000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(say('signIn.wrong_pin'));
    await expect(page.getByRole('navigation')).toBeHidden();
    // The PIN pad is for those without a keyboard.
    for (const digit of person.pin)
      await page
        .getByRole('group', { name: say('signIn.pad') })
        .getByRole('button', { name: digit, exact: true })
        .click();
    await page.getByRole('button', { name: say('signIn.submit') }).click();
    await expect(page.getByRole('heading', { name: say('home.hello', { name: person.name }) })).toBeVisible();
    await page.getByRole('button', { name: say('app.signOut') }).click();
    await expect(page.getByRole('heading', { name: say('signIn.title') })).toBeVisible();

    const other = await page.context().browser()?.newPage();
    if (other === undefined) throw new Error('There is no second device.');
    await other.goto(company.url);
    await other.getByLabel(say('enrol.code')).fill(code);
    await other.getByRole('button', { name: say('enrol.submit') }).click();
    await expect(other.getByRole('alert')).toContainText(say('enrol.code_used'));
    await other.context().close();
  });

  test('[J1] [J7] [M1] sells by keyboard alone, and the pool has it at once', async ({ page, till, company }) => {
    const [soap, lamp] = await company.articles(STORE, 2);
    if (soap === undefined || lamp === undefined) throw new Error('Two articles are needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    const before = { soap: await company.level(STORE, soap.sku), lamp: await company.available(STORE, lamp.sku) };

    await page.keyboard.press('F7');
    await expect(page.getByLabel(say('shift.floatInDrawer'))).toBeFocused();
    await page.keyboard.type('150.00');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: saying('shift.openSince') })).toBeVisible();
    await page.keyboard.press('F2');

    await till.ring(soap, 2);
    const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
    await expect(search).toHaveValue('');
    await search.pressSequentially(lamp.sku, { delay: 150 });
    const options = page.getByRole('listbox', { name: say('sale.found') }).getByRole('option');
    await expect(options.filter({ hasText: lamp.sku })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const lines = page.getByRole('list', { name: say('sale.items') }).getByRole('listitem');
    await expect(lines).toHaveCount(2);

    const quantity = page.getByLabel(say('sale.quantity', { name: lamp.name }), { exact: true });
    for (let presses = 0; presses < 20 && !(await quantity.evaluate((field) => field === document.activeElement)); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect(search).toBeFocused();

    const net = 2 * soap.priceMinor + 3 * lamp.priceMinor;
    // One tax class: the tax is rounded once, on all of it.
    const tax = Math.round((net * company.placeOf(STORE).taxRates.standard) / 1e6);
    await expect.poll(async () => readMinor(await page.getByTestId('total').textContent())).toBe(net + tax);

    await page.keyboard.press('F12');
    await expect(page.getByLabel(say('sale.cashGiven'))).toBeFocused();
    const told = page.getByRole('form', { name: say('sale.cash') }).getByRole('status');
    await expect(told.filter({ hasText: say('sale.enterCash') })).toHaveText(say('sale.enterCash'));
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByRole('group', { name: say('sale.quickAmounts') }).getByRole('button', { pressed: true })).toHaveCount(0);
    const given = Math.ceil((net + tax + 1) / 1000) * 1000;
    await page.keyboard.type(String(given / 100));
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber', { number: /A\d+-000001/ }) });
    await expect(receipt).toBeVisible();
    await expect(receipt.getByTestId('total')).toHaveText(`$${((net + tax) / 100).toFixed(2)}`);
    const change = (given - net - tax) / 100;
    await expect(page.getByRole('main')).toContainText(`Change$${change.toFixed(2)}`);

    await page.keyboard.press('Enter');
    await till.ring(soap);
    await expect(lines.first()).toContainText(say('sale.inStock', { count: before.soap.onHand - 2 }));
    const second = await till.pay();
    expect(second.number).toMatch(/^A\d+-000002$/);

    await till.allSent();
    expect(await company.level(STORE, soap.sku)).toEqual({ ...before.soap, onHand: before.soap.onHand - 3 });
    expect(await company.available(STORE, lamp.sku)).toBe(before.lamp - 3);
    const sold = await company.database.db
      .selectFrom('sales')
      .select(['receipt_number', 'total_minor'])
      .where('receipt_number', 'like', `${second.number.split('-')[0]}-%`)
      .orderBy('receipt_number')
      .execute();
    expect(sold.map((sale) => sale.total_minor)).toEqual([net + tax, second.totalMinor]);
  });

  test('[M1] takes a promotion off and counts the drawer to the cent', async ({ page, till, company }) => {
    const [tee] = await company.promoted('tee-3-for-2');
    if (tee === undefined) throw new Error('The sample company sells no T-shirt.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift('100.00');
    await till.ring(tee, 3);
    await expect(page.getByRole('list', { name: say('sale.items') })).toContainText('T-shirts: 3 for 2');
    // Clothing is not taxed in this store.
    const receipt = await till.pay('1000');
    expect(receipt).toMatchObject({ totalMinor: 2 * tee.priceMinor, changeMinor: 100_000 - 2 * tee.priceMinor });

    await till.goTo(say('task.shift'));
    await till.countDrawer(((10_000 + receipt.totalMinor) / 100).toFixed(2));
    await page.getByRole('button', { name: say('shift.compare') }).click();
    await page.getByRole('button', { name: say('shift.closeButton') }).click();
    await expect(page.getByText(say('shift.agrees'))).toBeVisible();
    await till.allSent();
  });

  test('[M1] asks before it closes a drawer that does not agree, and Enter means to count again', async ({ page, till, company }, info) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.shift'));
    await till.openShift('100.00');
    const counted = page.getByLabel(say('shift.cashCounted'));
    const again = page.getByRole('button', { name: say('shift.countAgain') });
    await till.countDrawer('95');
    await counted.press('Enter');
    const compare = page.getByRole('region', { name: say('shift.compare') });
    await expect(compare).toContainText(`${say('shift.isShort')}-$5.00`);
    await expect(again).toBeFocused();
    await page.screenshot({ path: info.outputPath('difference.png') });
    await page.keyboard.press('Enter');
    await expect(compare).toBeHidden();
    await expect(counted).toBeFocused();
    await expect(counted).toHaveValue('95');
    await counted.fill('107.50');
    await page.keyboard.press('Enter');
    // More than the free difference: somebody says why first.
    const over = page.getByRole('button', { name: say('shift.closeOver', { amount: '$7.50' }) });
    await expect(over).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(counted).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say('differenceReason.wrong_change') }).click();
    await over.click();
    await expect(page.getByText(say('shift.tooMuch', { amount: '$7.50' }))).toBeVisible();
    await till.allSent();
  });

  test('[J8] says that a shift was left open over midnight, and sells on under its date', async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    // A clock that is taken over while the app runs shows it the year 1970 for a moment.
    await page.clock.install();
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    const notice = page.getByText(saying('shift.old'));
    await expect(notice).toHaveCount(0);
    // Somebody sets the clock back by an hour, without a network: it is said at once, and sales go on in their order.
    await company.cut();
    const clock = page.getByText(saying('clock.back'));
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await page.clock.fastForward(11_000);
    await expect(clock).toBeVisible();
    await expect(clock).toContainText(say('clock.what'));
    // A register that does not know for how long nobody was there asks for a PIN.
    await till.signIn(company.pinOf('manager', STORE));
    await expect(clock).toBeVisible();
    await till.ring(article);
    await till.pay();
    await till.goTo(say('task.shift'));
    await page.getByRole('button', { name: say('shift.xNow') }).click();
    await expect(page.getByRole('article', { name: say('report.x') }).getByText(saying('report.clockBack'))).toBeVisible();
    await expectAccessible(page, 'a clock that was set back');
    await page.screenshot({ path: info.outputPath('clock-back.png') });
    // Set right again, there is nothing to say.
    await page.clock.setSystemTime(Date.now());
    await page.clock.fastForward(11_000);
    await expect(clock).toBeHidden();
    await till.signIn(company.pinOf('manager', STORE));
    await company.mend();
    await till.allSent();
    await till.goTo(say('task.sale'));
    await page.clock.setFixedTime(Date.now() + 86_400_000);
    // Nobody was at the register overnight: it asks for a PIN again, and keeps the screen that was open.
    await till.signIn(company.pinOf('manager', STORE));
    await expect(notice).toBeVisible();
    await till.ring(article);
    const { number } = await till.pay();
    await page.getByRole('link', { name: say('task.shift') }).click();
    await expect(notice).toBeVisible();
    await till.allSent();
    const shift = await company.database.db
      .selectFrom('sales')
      .innerJoin('shifts', 'shifts.register_id', 'sales.register_id')
      .select(['sales.business_date', 'shifts.body'])
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    expect(shift.business_date).toBe(shift.body.businessDate);
  });

  test('says what is wrong with a code, an amount or too little cash, and changes nothing', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await page.getByLabel(say('shift.floatInDrawer')).fill('99999999999');
    await page.getByRole('button', { name: say('shift.openButton') }).click();
    await expect(page.getByRole('alert').first()).toHaveText(say('refusal.amount_too_large'));
    await page.getByLabel(say('shift.floatInDrawer')).fill('9000');
    await page.getByRole('button', { name: say('shift.openButton') }).click();
    await page
      .getByRole('dialog', { name: say('doubt.largeFloat', { what: '$9,000.00' }) })
      .getByRole('button', { name: say('doubt.back') })
      .click();
    await till.openShift();
    await till.ring(article);
    const problem = page.getByRole('alert').first();

    await till.scan('4006381333931');
    await expect(problem).toContainText(say('code.noProduct', { code: '4006381333931' }));
    const wrong = `${article.barcode.slice(0, 12)}${(Number(article.barcode[12]) + 1) % 10}`;
    await till.scan(wrong);
    await expect(problem).toContainText(saying('code.badCheckDigit', { code: wrong }));
    await till.dismissScans();
    const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
    await search.pressSequentially('no such thing', { delay: 60 });
    await search.press('Enter');
    await expect(problem).toHaveText(say('sale.nothingMatches', { text: 'no such thing' }));
    const quantity = page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true });
    await quantity.fill('-3');
    await quantity.press('Enter');
    await expect(quantity).toHaveValue('1');
    await expect(page.getByRole('list', { name: say('sale.items') }).getByRole('listitem')).toHaveCount(1);

    await page.getByLabel(say('sale.cashGiven')).fill('20000');
    await page.keyboard.press('F12');
    const doubt = page.getByRole('dialog', { name: saying('doubt.muchChange') });
    await expect(doubt.getByRole('button', { name: say('doubt.back') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(doubt).toBeHidden();
    await page.getByLabel(say('sale.cashGiven')).fill('ten');
    await expect(page.getByText(say('sale.amountNotValid'))).toBeVisible();
    await page.getByLabel(say('sale.cashGiven')).fill('0.01');
    await page.keyboard.press('F12');
    await expect(problem).toHaveText(say('refusal.tender_too_small'));
    expect((await till.pay()).number).toMatch(/-000001$/);
  });

  test('the arrow keys lead through all lines of a long sale, and a line that goes gives the cursor back', async ({
    page,
    till,
    company,
  }) => {
    const articles = await company.articles(STORE, 27);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    for (const article of articles) await till.ring(article);
    const quantityOf = (line: number) => page.getByLabel(say('sale.quantity', { name: String(articles[line - 1]?.name) }), { exact: true });

    await page.keyboard.press('ArrowDown');
    await expect(quantityOf(27)).toBeFocused();
    for (let line = 26; line >= 23; line -= 1) {
      await page.keyboard.press('ArrowUp');
      await expect(quantityOf(line)).toBeFocused();
    }
    for (let line = 24; line <= 27; line += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(quantityOf(line)).toBeFocused();
    }
    await page.keyboard.press('ArrowDown');
    const search = page.getByRole('combobox', { name: say('sale.scanOrSearch') });
    await expect(search).toBeFocused();

    await quantityOf(1).focus();
    await page.getByRole('button', { name: say('sale.remove', { name: String(articles[0]?.name) }), exact: true }).click();
    await expect(page.getByRole('list', { name: say('sale.items') }).getByRole('listitem')).toHaveCount(26);
    await expect(search).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(quantityOf(26)).toBeFocused();
  });
});
