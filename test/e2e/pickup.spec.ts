import { renewPickupCode } from '../../sync-server/orders/renew-pickup-code.ts';
import { say, saying } from '../support/say.ts';
import { pickupPage } from '../support/task-pages.ts';
import { readMinor } from '../support/till-page.ts';
import type { Page } from '@playwright/test';
import type { SignatureRule } from '../../domain/fulfillment/pickup-signature.ts';
import { pickupSignatureRule } from '../../domain/fulfillment/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'DEN1';

test('[J5] [P2] prepares a pickup and hands over of it, against its code alone, what the customer takes', async ({
  page,
  till,
  company,
}) => {
  const [a, b, stranger] = await company.articles(STORE, 3);
  if (a === undefined || b === undefined || stranger === undefined) throw new Error('Three articles are needed.');
  const [before, beforeB] = [await company.level(STORE, a.sku), await company.level(STORE, b.sku)];
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.pickup'));
  const order = await company.placeOrder(
    STORE,
    [
      { article: a, quantity: 2 },
      { article: b, quantity: 1 },
    ],
    '8642',
  );
  expect(await company.level(STORE, a.sku)).toEqual({ ...before, reserved: before.reserved + 2 });

  const search = page.getByLabel(say('pickup.search'));
  await search.fill('nobody of this name');
  await expect(page.getByText(say('pickup.noMatch', { text: 'nobody of this name' }))).toBeVisible();
  await search.fill(order.customer.toLowerCase());
  await expect(page.getByRole('button', { name: new RegExp(`^${order.number}\\b`) })).toContainText(say('pickup.new'));
  // It is acknowledged once, and no register rings for it any more.
  await expect(page.getByRole('link', { name: saying('pickup.newToSee') })).toBeVisible();
  await page.getByRole('button', { name: say('pickup.acknowledge') }).click();
  await expect(page.getByText(say('pickup.isAcknowledged'))).toBeVisible();
  await expect(page.getByRole('link', { name: saying('pickup.newToSee') })).toHaveCount(0);
  await search.press('Enter');
  const pickup = pickupPage(page, till);
  await expect(pickup.sheet(order.number)).toContainText(say('home.waiting'));

  const problem = page.getByRole('alert');
  await till.scan(stranger.barcode);
  await expect(problem).toContainText(`${stranger.name} (${stranger.barcode}): ${say('refusal.wrong_item')}`);
  await till.dismissScans();
  await pickup.pick(order.number, [{ article: a, quantity: 2 }]);
  await till.scan(a.barcode);
  await expect(problem).toContainText(`${a.name} (${a.barcode}): ${say('refusal.already_picked')}`);
  await till.dismissScans();
  await pickup.pick(order.number, [{ article: b, quantity: 1 }]);
  await pickup.stage(order.number, 'P1');
  await pickup
    .sheet(order.number)
    .getByRole('button', { name: say('pickup.move') })
    .click();
  await pickup.stage(order.number, 'P3');

  await page.getByLabel(say('pickup.note')).fill('Bag torn, repacked.');
  await page.getByRole('button', { name: say('pickup.addNote') }).click();
  await expect(pickup.sheet(order.number).getByText('Bag torn, repacked.')).toBeVisible();
  await expect(page.getByLabel(say('pickup.note'))).toHaveValue('');

  // The customer calls from the parking lot.
  await pickup
    .sheet(order.number)
    .getByRole('button', { name: say('pickup.isOutside') })
    .click();
  await page.getByLabel(say('pickup.bay')).fill('3');
  await page.keyboard.press('Enter');
  await expect(pickup.sheet(order.number)).toContainText(say('pickup.inBay', { bay: '3' }));
  await expect(page.getByRole('link', { name: saying('pickup.outsideToSee') })).toBeVisible();

  await pickup.checkCode(order.number, '1111');
  await expect(problem).toContainText(say('refusal.wrong_pickup_code'));
  await till.allSent();
  expect(await company.fulfillmentOrders(order.number)).toMatchObject([{ state: { status: 'ready', stagingLocation: 'P3' } }]);
  await pickup.checkCode(order.number, '8642');
  // Only a customer who is known says what they take.
  const sheet = pickup.sheet(order.number);
  await sheet.getByRole('button', { name: say('pickup.refusedMore', { name: a.name }) }).click();
  await sheet
    .getByRole('radiogroup', { name: say('pickup.whatOf', { name: b.name }) })
    .getByText(say('pickup.damaged'))
    .click();
  await expect(sheet).toContainText(saying('pickup.refusedThen', { name: a.name }));
  await expect(sheet).toContainText(saying('pickup.refundByShop'));
  await sheet.getByRole('button', { name: say('pickup.handOverPart', { taken: 1, units: say('kit.units', { count: 3 }) }) }).click();
  await expect(page.getByText(saying('pickup.goodbyePart'))).toBeVisible();

  await till.allSent();
  expect(await company.fulfillmentOrders(order.number)).toMatchObject([
    {
      state: { status: 'handed_over' },
      lines: [
        { picked: 1, refused: 1, toRefund: 1 },
        { picked: 0, damaged: 1, toRefund: 1 },
      ],
    },
  ]);
  expect(await company.level(STORE, a.sku)).toEqual({ onHand: before.onHand - 1, reserved: before.reserved });
  expect([await company.backordered(order.number), await company.level(STORE, b.sku)]).toEqual([
    0,
    { onHand: beforeB.onHand - 1, reserved: beforeB.reserved },
  ]);
  const toPutBack = page.getByRole('region', { name: say('picking.toPutBack') });
  await expect(toPutBack).toContainText(say('picking.quantityOf', { quantity: 1, name: a.name }));
  await toPutBack.getByRole('button', { name: say('picking.allBack') }).click();
  await expect(page.getByText(say('picking.isPutBack', { number: order.number }))).toBeVisible();
});

/** Draws a line across the field. */
async function signHere(page: Page): Promise<void> {
  const box = await page.getByLabel(say('pickup.signHere')).boundingBox();
  if (box === null) throw new Error('There is nowhere to sign.');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.3, { steps: 3 });
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 3 });
  await page.mouse.up();
}

test('[J1] [P2] [M1] swaps what the customer does not want for something else, also after a crash', async ({ page, till, company }) => {
  const [a, b] = (await company.articles(STORE, 2)).sort((one, other) => one.priceMinor - other.priceMinor);
  if (a === undefined || b === undefined) throw new Error('Two articles are needed.');
  const before = { a: await company.level(STORE, a.sku), b: await company.level(STORE, b.sku) };
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  const order = await company.placeOrder(STORE, [{ article: a, quantity: 2 }], '8643');
  await till.goTo(say('task.pickup'));
  await page.getByRole('button', { name: new RegExp(`^${order.number}\\b`) }).click();
  const pickup = pickupPage(page, till);
  await pickup.pick(order.number, [{ article: a, quantity: 2 }]);
  await pickup.stage(order.number, 'P3');
  const sheet = pickup.sheet(order.number);
  const begin = async () => {
    await pickup.checkCode(order.number, '8643');
    await sheet.getByRole('button', { name: say('pickup.refusedMore', { name: a.name }) }).click();
    await page.keyboard.press('Alt+x');
    await expect(stays).toContainText(a.name);
  };
  const stays = page.getByRole('region', { name: say('exchange.swapMissing') });
  const sum = page.getByTestId('exchange-sum');
  await begin();
  await page.getByRole('button', { name: say('exchange.backToPickup') }).click();
  await page.getByRole('button', { name: new RegExp(`^${order.number}\\b`) }).click();
  await begin();
  await expectAccessible(page, 'a pickup with a sale');
  await till.ring(b, 2);
  await expect(sum).not.toHaveText('$0.00');
  await expect.poll(() => draftOnDisk(page, 'sale')).toMatchObject({ lines: [{ sku: b.sku, quantity: 2 }] });
  await page.reload();
  await till.signIn(company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await expect(stays).toContainText(a.name);
  const dueMinor = readMinor(await sum.textContent());
  const { totalMinor } = await till.pay();
  await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
  await till.allSent();
  const [taken] = await company.fulfillmentOrders(order.number);
  expect(taken).toMatchObject({
    state: { status: 'handed_over' },
    lines: [{ picked: 1, refused: 1, toRefund: 1, settled: { quantity: 1, amountMinor: totalMinor - dueMinor } }],
  });
  expect(await company.level(STORE, a.sku)).toEqual({ onHand: before.a.onHand - 1, reserved: before.a.reserved });
  expect(await company.level(STORE, b.sku)).toEqual({ onHand: before.b.onHand - 2, reserved: before.b.reserved });
  await till.goTo(say('task.shift'));
  await till.drawerExpects(`$${((10_000 + dueMinor) / 100).toFixed(2)}`);
});

test('[P3] a short pick and a rejected pickup go back to the pool, and the customer’s code finds a ready one', async ({
  page,
  till,
  company,
  browser,
}) => {
  const [a, b] = await company.articles(STORE, 2);
  if (a === undefined || b === undefined) throw new Error('Two articles are needed.');
  const before = { a: await company.level(STORE, a.sku), b: await company.level(STORE, b.sku) };
  const short = await company.placeOrder(
    STORE,
    [
      { article: a, quantity: 2 },
      { article: b, quantity: 1 },
    ],
    'CODE-77',
  );
  const rejected = await company.placeOrder(STORE, [{ article: b, quantity: 2 }], '2468');
  const sign = (rule: SignatureRule) =>
    saveSetting(company.database.db, pickupSignatureRule, { level: 'store', id: STORE, value: rule }, actorNamed('head office'));
  await sign('required');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const pickup = pickupPage(page, till);

  await pickup.open(short.number);
  await pickup
    .sheet(short.number)
    .getByRole('button', { name: say('pickup.pickOneOf', { name: a.name }), exact: true })
    .click();
  await expect(pickup.sheet(short.number)).toContainText(say('pickup.standing', { picked: 1, quantity: 2 }));
  await pickup
    .sheet(short.number)
    .getByRole('button', { name: say('picking.shortOf', { name: a.name }), exact: true })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('shortPick.damaged') })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pickup.sheet(short.number)).toContainText(say('pickup.standingShort', { picked: 1, quantity: 2, short: 1 }));
  await pickup.pick(short.number, [{ article: b, quantity: 1 }]);
  await pickup.stage(short.number, 'P1');

  await pickup.open(rejected.number);
  await pickup
    .sheet(rejected.number)
    .getByRole('button', { name: say('pickup.cannotFulfill') })
    .click();
  await page
    .getByRole('dialog', { name: say('picking.rejectOrderAsk', { number: rejected.number }) })
    .getByRole('button', { name: say('reject.too_busy') })
    .click();
  await expect(pickup.sheet(rejected.number)).toContainText(saying('pickup.nothingMore'));

  await till.goTo(say('task.home'));
  await till.goTo(say('task.pickup'));
  await till.scan('NO-SUCH-CODE');
  await expect(page.getByRole('alert')).toContainText(say('pickup.unknownCode', { code: 'NO-SUCH-CODE' }));
  await till.dismissScans();
  await till.scan('CODE-77');
  await expect(pickup.sheet(short.number).getByLabel(say('pickup.code'))).toHaveValue('CODE-77');
  // The signed code of the mail counts, too; a forged one, and one that was used, do not.
  const withdrawn = await company.pickupQr(short.number);
  expect((await renewPickupCode(company.database.db, short.number, null)).ok).toBe(true);
  await expect(async () => {
    await till.dismissScans();
    await till.scan(withdrawn);
    await expect(page.getByRole('alert')).toContainText(say('refusal.pickup_code_withdrawn'), { timeout: 1_000 });
  }).toPass();
  await till.dismissScans();
  const qr = await company.pickupQr(short.number);
  await till.scan(`${qr.slice(0, -4)}AAAA`);
  await expect(page.getByRole('alert')).toContainText(say('refusal.pickup_code_forged'));
  await till.dismissScans();
  await till.scan(qr);
  await expect(pickup.sheet(short.number).getByLabel(say('pickup.code'))).toHaveValue(say('pickup.signedCode'));
  // Nothing is handed over before the customer has signed, and a touch is no signature.
  await expect(pickup.sheet(short.number).getByRole('button', { name: saying('pickup.handOver') })).toBeDisabled();
  await page.keyboard.press('F12');
  await pickup
    .sheet(short.number)
    .getByRole('button', { name: say('pickup.sign') })
    .click();
  const signing = page.getByRole('dialog', { name: say('pickup.signTitle') });
  await expectAccessible(page, 'signing');
  await signing.getByLabel(say('pickup.signHere')).click();
  await expect(signing.getByRole('button', { name: say('pickup.signDone') })).toBeDisabled();
  await signHere(page);
  await signing.getByRole('button', { name: say('pickup.signDone') }).click();
  await expect(pickup.sheet(short.number).getByRole('img', { name: say('pickup.signed') })).toBeVisible();
  await pickup
    .sheet(short.number)
    .getByRole('button', { name: saying('pickup.handOver') })
    .click();
  await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
  await till.scan(qr);
  await expect(page.getByRole('alert')).toContainText(say('refusal.pickup_code_used'));
  await till.dismissScans();
  await till.scan(await company.pickupQr(rejected.number));
  await expect(pickup.sheet(rejected.number)).toBeVisible();

  await till.allSent();
  expect(await company.fulfillmentOrders(short.number)).toMatchObject([
    { state: { status: 'handed_over' }, usedCodeId: expect.any(String) as unknown, lines: [{ picked: 1, short: 1 }, { picked: 1 }] },
  ]);
  expect(await company.fulfillmentOrders(rejected.number)).toMatchObject([{ locationId: STORE, state: { status: 'rejected' } }]);
  // A pickup belongs to the store that the customer chose: what it cannot give waits for stock.
  expect([await company.backordered(short.number), await company.backordered(rejected.number)]).toEqual([1, 2]);
  // One was handed over, one was damaged.
  expect(await company.level(STORE, a.sku)).toEqual({ onHand: before.a.onHand - 2, reserved: before.a.reserved });
  expect(await company.level(STORE, b.sku)).toEqual({ onHand: before.b.onHand - 1, reserved: before.b.reserved });

  await sign('none');
  const office = await (await browser.newContext()).newPage();
  await signInToOffice(office, company);
  await office.getByRole('link', { name: say('signatures.title') }).click();
  await office.getByLabel(say('signatures.number')).fill(rejected.number);
  await office.getByRole('button', { name: say('signatures.find') }).click();
  await expect(office.getByText(say('signatures.none'))).toBeVisible();
  await office.getByLabel(say('signatures.number')).fill(short.number);
  await office.getByRole('button', { name: say('signatures.find') }).click();
  await expect(office.getByRole('img', { name: say('pickup.signed') })).toBeVisible();
  await expectAccessible(office, 'signatures');
  await office.context().close();
});

test('a code opens, and only a press of its own hands over; of two orders with one code the customer is asked', async ({
  page,
  till,
  company,
}) => {
  const [a] = await company.articles(STORE, 1);
  if (a === undefined) throw new Error('An article is needed.');
  const orders = [
    await company.placeOrder(STORE, [{ article: a, quantity: 1 }], '4711'),
    await company.placeOrder(STORE, [{ article: a, quantity: 2 }], '4711'),
  ];
  const [mine, other] = orders;
  if (mine === undefined || other === undefined) throw new Error('Two orders were placed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const pickup = pickupPage(page, till);
  for (const [index, { number }] of orders.entries()) {
    await pickup.open(number);
    await pickup.pick(number, [{ article: a, quantity: index + 1 }]);
    await pickup.stage(number, 'P2');
  }
  await till.goTo(say('task.home'));
  await till.goTo(say('task.pickup'));
  const search = page.getByLabel(say('pickup.search'));
  const button = pickup.sheet(other.number).getByRole('button', { name: saying('pickup.handOver') });

  await search.fill('4711');
  await search.press('Enter');
  const choice = page.getByRole('article', { name: say('pickup.sameCode') });
  await expect(choice).toContainText(mine.customer);
  await page.keyboard.press('Enter');
  await choice.getByRole('button', { name: other.customer }).click();
  await expect(pickup.sheet(other.number)).toContainText(
    say('pickup.onShelf', { shelf: 'P2', units: say('kit.units', { count: 2 }), name: other.customer }),
  );
  await expect(pickup.sheet(other.number)).toContainText(saying('pickup.codeMatches'));
  await expect(button).toBeEnabled();
  // Whatever Enter comes after it, from a hand or from a scanner.
  await page.keyboard.press('Enter');
  for (const gapMs of [5, 60, 100]) {
    await till.scan('4711', { gapMs });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Hand over') !== true);
  }
  await till.dismissScans();
  await till.goTo(say('task.home'));
  await till.allSent();
  for (const { number } of orders) expect(await company.fulfillmentOrders(number)).toMatchObject([{ state: { status: 'ready' } }]);

  // Guessing is slowed down: after five wrong codes not even the right one is looked at.
  await pickup.open(mine.number);
  for (let guess = 1; guess <= 5; guess += 1) {
    await pickup.checkCode(mine.number, `100${guess}`);
    await expect(page.getByRole('alert')).toContainText(say('refusal.wrong_pickup_code'));
  }
  await expect(pickup.sheet(mine.number)).toContainText(saying('pickup.tooManyCodes'));
  await pickup.sheet(mine.number).getByLabel(say('pickup.code')).fill('4711');
  await expect(pickup.sheet(mine.number).getByRole('button', { name: say('pickup.checkCode') })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(pickup.sheet(mine.number).getByRole('button', { name: saying('pickup.handOver') })).toBeDisabled();

  // Another way stays open: a document that the company lets count, of which the kind alone is recorded.
  const sheet = pickup.sheet(mine.number);
  const mineButton = sheet.getByRole('button', { name: saying('pickup.handOver') });
  await sheet
    .getByRole('radiogroup', { name: say('pickup.checkWho') })
    .getByText(say('pickup.way.document'))
    .click();
  await expect(mineButton).toBeDisabled();
  await sheet.getByRole('button', { name: say('identity.passport') }).click();
  await mineButton.click();
  await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();

  await pickup.open(other.number);
  await pickup.checkCode(other.number, '4711');
  await expect(button).toBeEnabled();
  await page.keyboard.press('F12');
  await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
  await till.allSent();
  expect(await company.fulfillmentOrders(other.number)).toMatchObject([{ state: { status: 'handed_over' } }]);
  expect(await company.fulfillmentOrders(mine.number)).toMatchObject([{ state: { status: 'handed_over' } }]);
});
