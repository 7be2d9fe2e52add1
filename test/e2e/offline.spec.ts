import { say, saying } from '../support/say.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { pickingPage, pickupPage, returnsPage, type ShownReturn } from '../support/task-pages.ts';
import type { ShownReceipt } from '../support/till-page.ts';
import { appIsKept } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';
const FLOAT_MINOR = 10_000;

test.setTimeout(180_000);

test('[J1] [J3] [J4] [J7] [R3] [M1] with the cable cut everything works, also from a cold start, and then arrives once, in order, ' +
  'without a click', {
  tag: '@desktop',
}, async ({ device, company }) => {
  const { db } = company.database;
  const [soap, lamp, boxed] = await company.articles(STORE, 3);
  if (soap === undefined || lamp === undefined || boxed === undefined) throw new Error('Three articles are needed.');
  const articles = [soap, lamp, boxed];
  const levels = () => Promise.all(articles.map(({ sku }) => company.level(STORE, sku)));
  const before = await levels();
  const pickup = await company.placeOrder(STORE, [{ article: boxed, quantity: 2 }], '1357');
  const parcel = await company.placeOrder(STORE, [
    { article: boxed, quantity: 1 },
    { article: lamp, quantity: 1 },
  ]);
  const person = company.pinOf('manager', STORE);

  let now = await device.start();
  await now.till.setUp(company.url, await company.registerCode(STORE), person);
  await appIsKept(now.page);
  await company.cut();
  await now.page.reload();
  await now.till.signIn(person);
  const pill = (text: string) => expect(now.page.getByRole('banner').getByRole('status')).toHaveText(text);
  await pill('Offline: you can keep working');

  // Sell. What was sold is gone from this store's stock at once.
  const receipts: ShownReceipt[] = [];
  await now.till.goTo(say('task.sale'));
  await now.till.openShift('100.00');
  await now.till.ring(soap, 3);
  receipts.push(await now.till.pay('2000'));
  await now.till.ring(soap);
  await expect(now.page.getByRole('list', { name: say('sale.items') })).toContainText(
    say('sale.inStock', { count: String((before[0]?.onHand ?? 0) - 3) }),
  );
  await now.till.ring(lamp, 2);
  receipts.push(await now.till.pay());
  await pill('Offline: you can keep working · 3 to send');

  // Prepare a pickup and hand it over.
  const counter = pickupPage(now.page, now.till);
  await counter.open(pickup.number);
  await counter.pick(pickup.number, [{ article: boxed, quantity: 2 }]);
  await counter.stage(pickup.number, 'P2');
  await counter.checkCode(pickup.number, '9999');
  await expect(now.page.getByRole('alert')).toContainText(say('refusal.wrong_pickup_code'));
  await counter.handOver(pickup.number, '1357');
  await expect(now.page.getByText(say('pickup.goodbye'))).toBeVisible();

  // Pick, pack and ship.
  const picking = pickingPage(now.page, now.till);
  await picking.startWave([parcel.number]);
  await picking.scanUnit(boxed);
  await picking.scanUnit(lamp);
  await picking.pack(parcel.number);
  await picking.ship(parcel.number, 'OFFLINE-1');
  await expect(now.page.getByText(say('picking.isShipped', { number: parcel.number }))).toBeVisible();

  // Take a part of the first sale back.
  const refunds: ShownReturn[] = [];
  const back = returnsPage(now.page, now.till);
  await back.find(receipts[0]?.number ?? '');
  await back.choose(soap.name, 1, 'restock');
  refunds.push(await back.confirm());
  await now.till.goTo(say('task.sync'));
  await expect(now.page.getByRole('main').getByRole('status')).toContainText(saying('advice.offline'));
  const pending = now.page.getByText(say('home.notSent')).locator('xpath=following-sibling::dd[1]');
  const waiting = Number(await pending.textContent());
  expect(waiting).toBeGreaterThan(10);
  await now.close();

  // A cold start: another browser process on the same disk, still without a server.
  now = await device.start();
  await now.page.goto(company.url);
  await now.till.signIn(person);
  await pill(`Offline: you can keep working · ${waiting} to send`);
  await now.till.goTo(say('task.returns'));
  await returnsPage(now.page, now.till).find(receipts[0]?.number ?? '');
  await returnsPage(now.page, now.till).choose(soap.name, 1, 'damaged');
  refunds.push(await returnsPage(now.page, now.till).confirm());
  await now.till.goTo(say('task.sale'));
  await now.till.ring(lamp);
  receipts.push(await now.till.pay());
  expect([...receipts.slice(0, 2), ...refunds, ...receipts.slice(2)].map(({ number }) => Number(number.split('-')[1]))).toEqual([
    1, 2, 3, 4, 5,
  ]);
  await now.till.goTo(say('task.shift'));
  const expectedCash =
    FLOAT_MINOR +
    receipts.reduce((sum, { totalMinor }) => sum + totalMinor, 0) -
    refunds.reduce((sum, { refundMinor }) => sum + refundMinor, 0);
  await now.till.drawerExpects(new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(expectedCash / 100));
  await now.till.goTo(say('task.sync'));
  expect(
    await db
      .selectFrom('sales')
      .select('receipt_number')
      .where('receipt_number', '=', receipts[0]?.number ?? '')
      .execute(),
  ).toEqual([]);

  // The cable is back. Nobody does anything.
  await company.mend();
  await now.till.allSent();
  await expect(now.page.getByText(say('advice.online', { waiting: say('advice.allSent') }))).toBeVisible();
  await expect(now.page.getByText(say('sync.nothingHeld'))).toBeVisible();

  const prefix = receipts[0]?.number.split('-')[0] ?? '';
  const register = await db.selectFrom('registers').select('id').where('prefix', '=', prefix).executeTakeFirstOrThrow();
  const operations = await db
    .selectFrom('operations')
    .select(['seq', 'outcome'])
    .where('register_id', '=', register.id)
    .orderBy('seq')
    .execute();
  expect(operations).toEqual(Array.from({ length: waiting + 2 }, (_, index) => ({ seq: index + 1, outcome: 'applied' })));
  const sales = await db
    .selectFrom('sales')
    .select(['receipt_number', 'total_minor'])
    .where('register_id', '=', register.id)
    .orderBy('receipt_number')
    .execute();
  expect(sales).toEqual(receipts.map(({ number, totalMinor }) => ({ receipt_number: number, total_minor: totalMinor })));
  const returns = await db
    .selectFrom('returns')
    .select(['receipt_number', 'refund_minor'])
    .where('register_id', '=', register.id)
    .orderBy('receipt_number')
    .execute();
  expect(returns).toEqual(refunds.map(({ number, refundMinor }) => ({ receipt_number: number, refund_minor: refundMinor })));
  expect(await company.fulfillmentOrders(pickup.number)).toMatchObject([{ state: { status: 'handed_over' } }]);
  expect(await company.fulfillmentOrders(parcel.number)).toMatchObject([{ state: { status: 'shipped', trackingNumber: 'OFFLINE-1' } }]);
  // 4 sold and one of them back on the shelf; 3 sold and 1 shipped; 2 handed over and 1 shipped.
  expect(await levels()).toEqual(
    [3, 4, 3].map((gone, index) => ({ onHand: (before[index]?.onHand ?? 0) - gone, reserved: before[index]?.reserved })),
  );
  const findings = await auditPool(db);
  expect(findings.map(({ rule }) => rule)).toEqual(['J2', 'J3', 'J5', 'J6', 'J7', 'P2', 'P6', 'M1', 'M1', 'M1', 'E1']);
  expect(findings.flatMap(({ violations }) => violations)).toEqual([]);
});
