import { noReceiptPolicy, returnRules, returnWindow } from '../../domain/returns/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { readMinor } from '../support/till-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test.describe('the returns counter', { tag: '@desktop' }, () => {
  test('[J9] [J7] takes back part of a sale, never more than was bought, and refunds to the cent', async ({ page, till, company }) => {
    const [tee] = await company.promoted('tee-3-for-2');
    const [lamp] = await company.articles(STORE, 1);
    if (tee === undefined || lamp === undefined) throw new Error('Two articles are needed.');
    const before = { tee: await company.level(STORE, tee.sku), lamp: await company.level(STORE, lamp.sku) };
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    // Three for the price of two, so that a unit's share is no whole number of cents.
    await till.ring(tee, 3);
    await till.ring(lamp, 2);
    const sold = await till.pay();

    const returns = returnsPage(page, till);
    await returns.find('A99-000001');
    await expect(page.getByRole('alert')).toContainText(say('returns.notFound', { number: 'A99-000001' }));
    await returns.find(sold.number.toLowerCase());
    await returns.choose(tee.name, 4, 'restock');
    await expect(page.getByRole('alert')).toHaveText(say('returns.limit', { left: 3, reason: say('returns.limitBought', { count: 3 }) }));
    await returns.choose(tee.name, 1, 'restock');
    await returns.choose(lamp.name, 1, 'damaged');
    const announced = readMinor(await page.getByText(saying('returns.refundCash')).getByRole('strong').textContent());
    const first = await returns.confirm();
    expect(first.refundMinor).toBe(announced);
    expect(first.number).toBe(sold.number.replace('-000001', '-000002'));

    await page.getByRole('button', { name: say('returns.next') }).click();
    await till.scan(sold.number);
    await expect(page.getByRole('list', { name: say('returns.items') })).toContainText(say('returns.cameBack', { count: 1 }));
    await returns.choose(tee.name, 3, 'restock');
    await expect(page.getByRole('alert')).toContainText(
      say('returns.limit', { left: 2, reason: say('returns.limitBoughtAndBack', { count: 3, back: 1 }) }),
    );
    await page.getByRole('button', { name: say('returns.everything') }).click();
    // The reason proposes where it goes: it is set aside for the vendor.
    await page.getByLabel(say('returns.reasonOf', { name: lamp.name })).selectOption({ value: 'defective' });
    await expect(page.getByLabel(say('returns.goesToOf', { name: lamp.name }))).toHaveValue('vendor');
    await expectAccessible(page, 'a return with reasons');
    const second = await returns.confirm();
    expect(first.refundMinor + second.refundMinor).toBe(sold.totalMinor);
    await expect(page.getByRole('article')).toContainText(say('returns.setAsideFor', { what: say('returns.vendor') }));

    await page.getByRole('button', { name: say('returns.next') }).click();
    await returns.find(sold.number);
    await expect(page.getByText(say('returns.allBack'))).toBeVisible();
    await page.getByRole('button', { name: say('returns.another') }).click();
    await page.getByRole('link', { name: say('setAside.open', { count: 1 }) }).click();
    await page.getByRole('button', { name: say('setAside.decideOn', { name: lamp.name }) }).click();
    await expectAccessible(page, 'what becomes of goods that were set aside');
    // A stray Enter decides nothing.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say('setAside.decideOn', { name: lamp.name }) }).click();
    await page.getByRole('button', { name: say('setAside.outcome.shelf') }).click();
    await expect(page.getByRole('main')).toContainText(say('setAside.none'));
    await till.allSent();
    await till.goTo(say('task.home'));
    await page.getByRole('link', { name: say('stock.title') }).click();
    await expect(page.getByRole('heading', { name: say('stock.title') })).toBeVisible();
    await till.scan(lamp.barcode);
    const story = page.getByRole('region', { name: say('stock.story') });
    await expect(story.getByRole('listitem').first()).toContainText(say('story.set_aside'));
    const counted = before.lamp.onHand - 2;
    await page.getByLabel(say('stock.counted')).fill(String(counted));
    await page.getByLabel(say('returns.reason')).selectOption({ value: 'missing' });
    await expectAccessible(page, 'the stock of an article');
    // Enter asks, and a second one goes back: a slip of the hand corrects nothing.
    await page.getByLabel(say('stock.counted')).press('Enter');
    const sure = page.getByRole('dialog', { name: say('stock.adjustSure', { name: lamp.name, units: String(counted) }) });
    await page.keyboard.press('Enter');
    await expect(sure).toBeHidden();
    await page.getByLabel(say('stock.counted')).press('Enter');
    await sure.getByRole('button', { name: saying('stock.adjustBy') }).click();
    await till.allSent();
    await expect(story.getByRole('listitem').first()).toContainText(say('adjustReason.missing'));
    await till.goTo(say('task.shift'));
    await till.drawerExpects('$100.00');

    await till.allSent();
    const refunds = await company.database.db
      .selectFrom('returns')
      .select(['receipt_number', 'refund_minor'])
      .where('receipt_number', 'in', [first.number, second.number])
      .orderBy('receipt_number')
      .execute();
    expect(refunds).toEqual([first, second].map(({ number, refundMinor }) => ({ receipt_number: number, refund_minor: refundMinor })));
    // All T-shirts are back on the shelf, and the lamp that waited for the vendor, too.
    // The other one was written off, and one more was not there.
    expect(await company.level(STORE, tee.sku)).toEqual(before.tee);
    expect(await company.level(STORE, lamp.sku)).toEqual({ ...before.lamp, onHand: counted });
  });

  test('[A1] [M1] keeps what does not come back until a manager allows it, and a fee of what was opened', async ({
    page,
    till,
    company,
  }) => {
    const [lamp] = await company.articles(STORE, 1);
    if (lamp === undefined) throw new Error('An article is needed.');
    const { db } = company.database;
    const manager = company.pinOf('manager', STORE);
    const { category } = await db.selectFrom('products').select('category').where('sku', '=', lamp.sku).executeTakeFirstOrThrow();
    const say10Percent = {
      ...returnRules.standard,
      conditions: [{ condition: 'opened', disposition: 'restock', fee: { basisPoints: 1_000 } }],
    };
    const write = (never: string[], rules: unknown) =>
      Promise.all([
        saveSetting(db, returnWindow, { level: 'store', id: STORE, value: { ...returnWindow.standard, never } }, actorNamed('head office')),
        saveSetting(db, returnRules, { level: 'company', id: 'company', value: rules as never }, actorNamed('head office')),
      ]);
    await write([category], say10Percent);
    try {
      await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('associate', STORE));
      await till.goTo(say('task.sale'));
      await till.openShift();
      await till.ring(lamp);
      const sold = await till.pay();
      const returns = returnsPage(page, till);
      await returns.find(sold.number);
      const line = page.getByRole('list', { name: say('returns.items') }).getByRole('listitem');
      await expect(line).toContainText(say('returns.finalSale'));
      // Neither a scan nor the button for everything takes it.
      await till.scan(lamp.barcode);
      await page.getByRole('button', { name: say('returns.everything') }).click();
      await expect(page.getByRole('button', { name: say('returns.submit', { count: 0 }) })).toBeDisabled();
      await till.dismissScans();
      await expectAccessible(page, 'a final sale');
      await page.getByRole('button', { name: say('returns.allTheSameOf', { name: lamp.name }) }).click();
      const dialog = page.getByRole('dialog', { name: say('approval.title') });
      const approve = async () => {
        await dialog.getByRole('button', { name: manager.name }).click();
        await dialog.getByLabel(say('signIn.pin'), { exact: true }).fill(manager.pin);
        await dialog.getByRole('button', { name: say('approval.approve') }).click();
      };
      await approve();
      await returns.choose(lamp.name, 1, 'restock');
      await page.getByLabel(say('returns.conditionOf', { name: lamp.name })).selectOption({ value: 'opened' });
      await expect(line).toContainText(saying('returns.lessFee'));
      await page.getByRole('button', { name: say('returns.waiveFeeOf', { name: lamp.name }) }).click();
      await approve();
      await expect(line).toContainText(saying('returns.feeWaived'));
      await page.getByRole('button', { name: say('returns.chargeFeeOf', { name: lamp.name }) }).click();
      await expect(line).toContainText(saying('returns.lessFee'));
      const back = await returns.confirm();
      // What is kept is a tenth of what was paid, rounded half away from zero.
      expect(back.refundMinor).toBe(sold.totalMinor - Math.round(sold.totalMinor / 10));
      await expect(page.getByRole('article')).toContainText(say('returns.feeFor', { name: lamp.name }));
      await till.allSent();
      const { body } = await db.selectFrom('returns').select('body').where('receipt_number', '=', back.number).executeTakeFirstOrThrow();
      expect(body).toMatchObject({ lines: [{ against: { term: 'final_sale', approvedBy: expect.any(String) }, condition: 'opened' }] });
      expect(await db.selectFrom('exceptions').select('id').where('kind', '=', 'not_allowed').execute()).toEqual([]);
    } finally {
      await write([], returnRules.standard);
    }
  });

  test('[M1] [P2] exchanges goods evenly, for dearer and for cheaper ones, also after a crash', async ({ page, till, company }) => {
    const [lamp] = await company.articles(STORE, 1);
    if (lamp === undefined) throw new Error('An article is needed.');
    const before = await company.level(STORE, lamp.sku);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(lamp);
    const sold = await till.pay();
    const returns = returnsPage(page, till);
    const sum = page.getByTestId('exchange-sum');
    const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
    const begin = async (number: string, units: number) => {
      await returns.find(number);
      await returns.choose(lamp.name, units, 'restock');
      await page.keyboard.press('Alt+x');
      await expect(page.getByRole('region', { name: say('exchange.cameBack') })).toContainText(lamp.name);
    };

    await begin(sold.number, 1);
    await till.ring(lamp);
    await expect(sum).toHaveText('$0.00');
    await expectAccessible(page, 'an exchange');
    await page.getByRole('button', { name: say('exchange.settle') }).click();
    // A second Enter keeps everything as it is.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say('exchange.settle') }).click();
    await page.getByRole('button', { name: say('exchange.settleEven') }).click();
    await expect(page.getByText(say('exchange.evenDone'))).toBeVisible();
    await expect(receipt).toContainText(say('exchange.worth'));

    const even = sold.number.replace('-000001', '-000002');
    await begin(even, 1);
    await till.ring(lamp, 2);
    await expect.poll(() => draftOnDisk(page, 'sale')).toMatchObject({ lines: [{ sku: lamp.sku, quantity: 2 }] });
    await page.reload();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await expect(page.getByRole('region', { name: say('exchange.cameBack') })).toContainText(lamp.name);
    // The tax of two is rounded once.
    const dueMinor = readMinor(await sum.textContent());
    expect(Math.abs(dueMinor - sold.totalMinor)).toBeLessThanOrEqual(1);
    const dearer = await till.pay();
    expect([dearer.totalMinor, dearer.changeMinor]).toEqual([sold.totalMinor + dueMinor, 0]);

    await begin(even.replace('-000002', '-000003'), 2);
    await till.ring(lamp);
    expect(readMinor(await sum.textContent())).toBe(dueMinor);
    await page.getByRole('button', { name: say('exchange.settle') }).click();
    await page.getByRole('button', { name: saying('exchange.settleBack') }).click();
    await expect(page.getByText(saying('returns.give'))).toBeVisible();
    await till.goTo(say('task.history'));
    await expect(page.getByRole('list', { name: say('history.receipts') }).getByRole('listitem')).toHaveCount(4);
    await till.goTo(say('task.shift'));
    await till.drawerExpects(`$${((10_000 + sold.totalMinor) / 100).toFixed(2)}`);
    await till.allSent();
    expect(await company.level(STORE, lamp.sku)).toEqual({ ...before, onHand: before.onHand - 1 });
  });

  test('[A2] [J1] leads to the receipt first, and gives store credit without one, in two steps and also after a crash', async ({
    page,
    till,
    company,
  }) => {
    const [lamp] = await company.articles(STORE, 1);
    if (lamp === undefined) throw new Error('An article is needed.');
    const { db } = company.database;
    const write = (value: typeof noReceiptPolicy.standard) =>
      saveSetting(db, noReceiptPolicy, { level: 'store', id: STORE, value }, actorNamed('head office'));
    await write({ ...noReceiptPolicy.standard, allowed: true, mostMinor: null, perCustomer: { days: 90, returns: 1, mostMinor: null } });
    try {
      const before = await company.level(STORE, lamp.sku);
      await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
      await till.goTo(say('task.sale'));
      await till.openShift();
      await till.ring(lamp);
      const sold = await till.pay();

      const begin = async () => {
        await till.goTo(say('task.returns'));
        await page.getByRole('link', { name: say('noReceipt.open') }).click();
        await expect(page.getByRole('heading', { name: say('noReceipt.lookFirst') })).toBeVisible();
      };
      await begin();
      await expectAccessible(page, 'the way to a receipt');
      // The receipt was in the bag after all.
      await till.scan(sold.number);
      await expect(page.getByRole('heading', { name: say('returns.receipt', { number: sold.number }) })).toBeVisible();
      await page.getByRole('button', { name: say('returns.another') }).click();

      await begin();
      await page.getByRole('button', { name: say('noReceipt.byCustomer') }).click();
      await page.getByLabel(say('customer.find')).fill('Sam Sample');
      await page.getByRole('button', { name: say('customer.new') }).click();
      await page.getByRole('button', { name: say('customer.create') }).click();
      await expect(page.getByText(say('customer.noHistory'))).toBeVisible();
      await page.getByRole('button', { name: say('noReceipt.goOn') }).click();
      await expect(page.getByText(say('noReceipt.scan'))).toBeVisible();
      await till.scan(lamp.barcode);
      const goods = page.getByRole('list', { name: say('noReceipt.goods') }).getByRole('listitem');
      await expect(goods).toContainText(lamp.name);
      await expect(goods).toContainText(say('noReceipt.lowest', { days: 30 }));
      await page.getByLabel(say('returns.conditionOf', { name: lamp.name })).selectOption({ value: 'as_new' });
      await expectAccessible(page, 'goods without a receipt');
      const credit = page.getByText(saying('noReceipt.credit')).getByRole('strong');
      const minor = readMinor(await credit.textContent());
      expect([minor > 0, minor <= sold.totalMinor]).toEqual([true, true]);
      const amount = (await credit.textContent()) ?? '';
      const give = page.getByRole('button', { name: say('noReceipt.give') });
      const sure = page.getByRole('dialog', { name: say('empties.sureCredit', { amount }) });
      const now = sure.getByRole('button', { name: say('empties.giveCreditNow', { amount }) });
      await give.click();
      await now.click();
      await expect(page.getByText(say('refusal.no_receipt_document'))).toBeVisible();
      await page.getByLabel(say('noReceipt.document'), { exact: true }).selectOption({ value: 'passport' });
      await expect.poll(() => draftOnDisk(page, 'no_receipt')).toMatchObject({ document: 'passport' });

      await page.reload();
      await till.signIn(company.pinOf('manager', STORE));
      await till.goTo(say('task.returns'));
      await page.getByRole('link', { name: say('noReceipt.open') }).click();
      await expect(goods).toContainText(lamp.name);
      await give.click();
      await expect(sure).toBeVisible();
      // Enter goes back.
      await page.keyboard.press('Enter');
      await expect(sure).toBeHidden();
      await give.click();
      await now.click();
      const receipt = page.getByRole('article', { name: say('returns.paper') });
      await expect(receipt).toContainText(say('noReceipt.paper'));
      await expect(page.getByText(saying('returns.creditIssued'))).toBeVisible();
      await till.allSent();
      const number = sold.number.replace('-000001', '-000002');
      const { origin, refund_minor, body } = await db
        .selectFrom('returns')
        .select(['origin', 'refund_minor', 'body'])
        .where('receipt_number', '=', number)
        .executeTakeFirstOrThrow();
      expect([origin, refund_minor]).toEqual([{ kind: 'no_receipt', document: 'passport' }, minor]);
      expect(await company.level(STORE, lamp.sku)).toEqual(before);
      expect(await db.selectFrom('exceptions').select('id').where('kind', '=', 'no_receipt_off_policy').execute()).toEqual([]);

      // The customer has had their return.
      const { customerId } = body as { customerId: string };
      expect(customerId).not.toBeNull();
      await page.getByRole('button', { name: say('returns.next') }).click();
      await begin();
      await page.getByRole('button', { name: say('noReceipt.byCustomer') }).click();
      await page.getByLabel(say('customer.find')).fill('Sam Sample');
      await page
        .getByRole('list', { name: say('customer.found') })
        .getByRole('button')
        .first()
        .click();
      await page.getByRole('button', { name: say('noReceipt.goOn') }).click();
      await till.scan(lamp.barcode);
      await page.getByLabel(say('noReceipt.document'), { exact: true }).selectOption({ value: 'passport' });
      await give.click();
      await now.click();
      await expect(page.getByText(say('refusal.no_receipt_customer_limit'))).toBeVisible();
    } finally {
      await write(noReceiptPolicy.standard);
    }
  });
});
