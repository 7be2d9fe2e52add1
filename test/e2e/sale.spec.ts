import { gtinCheckDigit } from '../../domain/catalog/gtin.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { readMinor } from '../support/till-page.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test.describe('the counter', { tag: '@desktop' }, () => {
  test('a code makes one register, and a PIN lets one person in', async ({ page, till, company }) => {
    const code = await company.registerCode(STORE);
    await page.goto(company.url);
    await till.enrol('AAAA-AAAA');
    await expect(page.getByRole('alert')).toContainText('No register has this code');

    await till.enrol(code);
    await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();
    const person = company.pinOf('manager', STORE);
    await page.getByRole('button', { name: person.name }).click();
    await page.getByLabel('PIN', { exact: true }).fill(person.pin === '0000' ? '1111' : '0000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('That PIN is not right. Try again.');
    await expect(page.getByRole('navigation')).toBeHidden();
    // The PIN pad is for those without a keyboard.
    for (const digit of person.pin)
      await page.getByRole('group', { name: 'PIN pad' }).getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: `Hello, ${person.name}` })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Who is working here?' })).toBeVisible();

    const other = await page.context().browser()?.newPage();
    if (other === undefined) throw new Error('There is no second device.');
    await other.goto(company.url);
    await other.getByLabel('Enter the register code').fill(code);
    await other.getByRole('button', { name: 'Set up this register' }).click();
    await expect(other.getByRole('alert')).toContainText('This code has been used already');
    await other.context().close();
  });

  test('[J1] [J7] [M1] sells by keyboard alone, and the pool has it at once', async ({ page, till, company }) => {
    const [soap, lamp] = await company.articles(STORE, 2);
    if (soap === undefined || lamp === undefined) throw new Error('Two articles are needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    const before = { soap: await company.level(STORE, soap.sku), lamp: await company.available(STORE, lamp.sku) };

    await page.keyboard.press('F7');
    await expect(page.getByLabel('Float in the drawer')).toBeFocused();
    await page.keyboard.type('150.00');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Open since/ })).toBeVisible();
    await page.keyboard.press('F2');

    await till.ring(soap, 2);
    const search = page.getByRole('combobox', { name: 'Scan or search' });
    await expect(search).toHaveValue('');
    await search.pressSequentially(lamp.sku, { delay: 150 });
    const options = page.getByRole('listbox', { name: 'Products found' }).getByRole('option');
    await expect(options.filter({ hasText: lamp.sku })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const lines = page.getByRole('list', { name: 'Items in this sale' }).getByRole('listitem');
    await expect(lines).toHaveCount(2);

    const quantity = page.getByLabel(`Quantity of ${lamp.name}`, { exact: true });
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
    await expect(page.getByLabel('Cash given')).toBeFocused();
    await expect(page.getByRole('form', { name: 'Cash' }).getByRole('status').first()).toContainText(
      'Enter the cash that the customer gave',
    );
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByRole('group', { name: 'Quick amounts' }).getByRole('button', { pressed: true })).toHaveCount(0);
    const given = Math.ceil((net + tax + 1) / 1000) * 1000;
    await page.keyboard.type(String(given / 100));
    await page.keyboard.press('F12');
    const receipt = page.getByRole('article', { name: /^Receipt A\d+-000001$/ });
    await expect(receipt).toBeVisible();
    await expect(receipt.getByTestId('total')).toHaveText(`$${((net + tax) / 100).toFixed(2)}`);
    const change = (given - net - tax) / 100;
    await expect(page.getByRole('main')).toContainText(`Change$${change.toFixed(2)}`);

    await page.keyboard.press('Enter');
    await till.ring(soap);
    await expect(lines.first()).toContainText(`${before.soap.onHand - 2} in stock`);
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
    await till.goTo('Sale');
    await till.openShift('100.00');
    await till.ring(tee, 3);
    await expect(page.getByRole('list', { name: 'Items in this sale' })).toContainText('T-shirts: 3 for 2');
    // Clothing is not taxed in this store.
    const receipt = await till.pay('1000');
    expect(receipt).toMatchObject({ totalMinor: 2 * tee.priceMinor, changeMinor: 100_000 - 2 * tee.priceMinor });

    await till.goTo('Shift');
    await page.getByLabel('Cash counted').fill(((10_000 + receipt.totalMinor) / 100).toFixed(2));
    await page.getByRole('button', { name: 'Close shift' }).click();
    await expect(page.getByText('The drawer agrees to the cent.')).toBeVisible();
    await till.allSent();
  });

  test('[M1] asks before it closes a drawer that does not agree, and Enter means to count again', async ({ page, till, company }, info) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Shift');
    await till.openShift('100.00');
    const counted = page.getByLabel('Cash counted');
    await counted.fill('95');
    await counted.press('Enter');
    const asked = page.getByRole('dialog', { name: 'The drawer is $5.00 short. Close anyway?' });
    await expect(asked.getByRole('button', { name: 'Count again' })).toBeFocused();
    await page.screenshot({ path: info.outputPath('difference.png') });
    await page.keyboard.press('Enter');
    await expect(asked).toBeHidden();
    await expect(counted).toBeFocused();
    await page.keyboard.type('107.50');
    await expect(counted).toHaveValue('107.50');
    await page.getByRole('button', { name: 'Close shift' }).click();
    await page.getByRole('button', { name: 'Count again' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(counted).toBeFocused();
    await page.keyboard.press('Enter');
    const over = page.getByRole('dialog', { name: 'The drawer is $7.50 over. Close anyway?' });
    await expect(over.getByRole('button', { name: 'Count again' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('There is $7.50 too much in the drawer.')).toBeVisible();
    await till.allSent();
  });

  test('[J8] says that a shift was left open over midnight, and sells on under its date', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    const notice = page.getByText('Sales go on under that date, at today’s prices.');
    await expect(notice).toHaveCount(0);
    await page.clock.setFixedTime(Date.now() + 86_400_000);
    // Nobody was at the register overnight: it asks for a PIN again, and keeps the screen that was open.
    await till.signIn(company.pinOf('manager', STORE));
    await expect(notice).toBeVisible();
    await till.ring(article);
    const { number } = await till.pay();
    await page.getByRole('link', { name: 'Shift' }).click();
    await expect(notice).toBeVisible();
    await till.allSent();
    const shift = await company.database.db
      .selectFrom('sales')
      .innerJoin('shifts', 'shifts.register_id', 'sales.register_id')
      .select(['business_date', 'shifts.body'])
      .where('receipt_number', '=', number)
      .executeTakeFirstOrThrow();
    expect(shift.business_date).toBe(shift.body.businessDate);
  });

  test('says what is wrong with a code, an amount or too little cash, and changes nothing', async ({ page, till, company }) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await page.getByLabel('Float in the drawer').fill('99999999999');
    await page.getByRole('button', { name: 'Open shift' }).click();
    await expect(page.getByRole('alert').first()).toHaveText('That amount is too large to be right. Check the figures.');
    await page.getByLabel('Float in the drawer').fill('9000');
    await page.getByRole('button', { name: 'Open shift' }).click();
    await page.getByRole('dialog', { name: 'A float of $9,000.00?' }).getByRole('button', { name: 'Change it' }).click();
    await till.openShift();
    await till.ring(article);
    const problem = page.getByRole('alert').first();

    await till.scan('4006381333931');
    await expect(problem).toContainText('No product in the catalog has the code 4006381333931.');
    const wrong = `${article.barcode.slice(0, 12)}${(Number(article.barcode[12]) + 1) % 10}`;
    await till.scan(wrong);
    await expect(problem).toContainText(`The check digit of ${wrong} is wrong`);
    await till.dismissScans();
    const search = page.getByRole('combobox', { name: 'Scan or search' });
    await search.pressSequentially('no such thing', { delay: 60 });
    await search.press('Enter');
    await expect(problem).toHaveText('Nothing in the catalog matches “no such thing”.');
    const quantity = page.getByLabel(`Quantity of ${article.name}`, { exact: true });
    await quantity.fill('-3');
    await quantity.press('Enter');
    await expect(quantity).toHaveValue('1');
    await expect(page.getByRole('list', { name: 'Items in this sale' }).getByRole('listitem')).toHaveCount(1);

    await page.getByLabel('Cash given').fill('20000');
    await page.keyboard.press('F12');
    const doubt = page.getByRole('dialog', { name: /in change\?$/ });
    await expect(doubt.getByRole('button', { name: 'Change it' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(doubt).toBeHidden();
    await page.getByLabel('Cash given').fill('ten');
    await expect(page.getByText('Enter an amount in figures')).toBeVisible();
    await page.getByLabel('Cash given').fill('0.01');
    await page.keyboard.press('F12');
    await expect(problem).toHaveText('The cash given does not cover the total.');
    expect((await till.pay()).number).toMatch(/-000001$/);
  });

  test('the arrow keys lead through all lines of a long sale, and a line that goes gives the cursor back', async ({
    page,
    till,
    company,
  }) => {
    const articles = await company.articles(STORE, 27);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    for (const article of articles) await till.ring(article);
    const quantityOf = (line: number) => page.getByLabel(`Quantity of ${articles[line - 1]?.name}`, { exact: true });

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
    const search = page.getByRole('combobox', { name: 'Scan or search' });
    await expect(search).toBeFocused();

    await page.getByRole('button', { name: `Remove ${articles[0]?.name}`, exact: true }).click();
    await expect(page.getByRole('list', { name: 'Items in this sale' }).getByRole('listitem')).toHaveCount(26);
    await expect(search).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(quantityOf(26)).toBeFocused();
  });

  test('what belongs to a sale ends with it, and a part of a code sells nothing', async ({ page, till, company }) => {
    const [tea, soap] = await company.articles(STORE, 2);
    if (tea === undefined || soap === undefined) throw new Error('Two articles are needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    const search = page.getByRole('combobox', { name: 'Scan or search' });
    const cash = page.getByLabel('Cash given');
    const lines = page.getByRole('list', { name: 'Items in this sale' }).getByRole('listitem');

    for (const part of [tea.barcode.slice(2, 9), tea.sku.slice(1)]) {
      await search.pressSequentially(part, { delay: 150 });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText(`has the code ${part}. Choose one of the products found`);
      await expect(lines).toHaveCount(0);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(lines).toHaveCount(1);

    // One way after the other, a sale ends before it is paid.
    for (const end of [page.getByRole('button', { name: 'Clear sale' }), page.getByRole('button', { name: `Remove ${soap.name}` })]) {
      if ((await lines.count()) > 0) await page.getByRole('button', { name: 'Clear sale' }).click();
      await till.ring(soap);
      await page.getByRole('button', { name: /^Exact/ }).click();
      await expect(page.getByRole('button', { name: /^Exact/, pressed: true })).toBeVisible();
      await search.fill('tea');
      await cash.focus();
      await end.click();
      await expect(search).toHaveValue('');
      await till.ring(tea);
      await expect(cash).toHaveValue('');
      await page.keyboard.press('F12');
      await expect(page.getByText('Enter the cash that the customer gave')).toBeVisible();
      await expect(page.getByRole('article')).toHaveCount(0);
    }

    // A scan that was refused is asked about before its goods leave unpaid.
    await till.scan('4006381333931');
    await till.ring(tea);
    await expect(page.getByRole('list', { name: 'Scans that were refused' })).toContainText('4006381333931');
    await page.getByRole('button', { name: /^Exact/ }).click();
    await page.keyboard.press('F12');
    const asked = page.getByRole('dialog', { name: 'Some scans were refused' });
    await expect(asked.getByRole('button', { name: 'Go back' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(asked).toBeHidden();
    await till.dismissScans();
    await page.keyboard.press('F12');
    await expect(page.getByRole('article', { name: /^Receipt / })).toBeVisible();
  });

  test('a sale that somebody else began says whose it is, and undoing leaves a trace', async ({ page, till, company }) => {
    const [tea] = await company.articles(STORE, 1);
    if (tea === undefined) throw new Error('An article is needed.');
    const manager = company.pinOf('manager', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), manager);
    await till.goTo('Sale');
    await till.openShift();
    await till.ring(tea, 2);
    await page.getByRole('button', { name: `One less of ${tea.name}` }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await till.signIn(company.pinOf('associate', STORE));
    await till.goTo('Sale');
    await expect(page.getByText(`${manager.name} began this sale on`)).toBeVisible();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(page.getByText('began this sale on')).toBeHidden();
    await page.getByRole('button', { name: 'Clear sale' }).click();
    await till.allSent();
    const { db } = company.database;
    const { register_id } = await db
      .selectFrom('operations')
      .select('register_id')
      .where('type', '=', 'associate_switched')
      // Other tests have registers in this company where people took over, too.
      .orderBy('received_at', 'desc')
      .executeTakeFirstOrThrow();
    const told = await db
      .selectFrom('operations')
      .select('type')
      .where('register_id', '=', register_id)
      .where('type', 'in', ['sale_line_reduced', 'associate_switched', 'sale_cleared'])
      .orderBy('seq')
      .execute();
    expect(told.map(({ type }) => type)).toEqual(['sale_line_reduced', 'associate_switched', 'sale_cleared']);
  });

  test('shows names, a total of millions and its button on a small screen and on a phone', async ({ page, till, company }) => {
    const body = '020000000001';
    const big: Product = {
      sku: 'BIG-1',
      gtin: `0${body}${gtinCheckDigit(body)}`,
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
      brand: '',
      category: '',
      size: '',
      unitPrice: 123_456_789_000,
      taxClass: 'standard',
    };
    await transact(company.database.db, async (tx) => {
      const changes: ChangeItem[] = [];
      await upsertProducts(tx, [big], changes);
      await allocateChanges(tx, changes);
    });
    const [tea] = await company.articles(STORE, 1);
    if (tea === undefined) throw new Error('An article is needed.');
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo('Sale');
    await till.openShift();
    await till.ring(tea);
    await till.ring({ name: big.name, barcode: big.gtin?.slice(1) ?? '' }, 3);
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const name = page.getByText(tea.name, { exact: true });
      expect(await name.evaluate((element) => element.scrollWidth <= element.clientWidth), `${tea.name} at ${width}`).toBe(true);
      const complete = page.getByRole('button', { name: 'Complete sale' });
      await complete.scrollIntoViewIfNeeded();
      for (const shown of [complete, page.getByTestId('total'), page.getByRole('button', { name: /^Exact/ })])
        await expect(shown).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});
