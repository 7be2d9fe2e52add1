import { sql } from 'kysely';
import { startCarrier } from '../../devices/simulators/carrier/start-carrier.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import { toteDocument } from '../../domain/fulfillment/documents.ts';
import { totePrefix } from '../../domain/fulfillment/settings.ts';
import { type Tote, toteId } from '../../domain/fulfillment/tote.ts';
import { cartons, labelService, shippingRates } from '../../domain/labels/settings.ts';
import { allocateChanges } from '../../sync-server/changes/allocate-changes.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { compareBins } from '../../src-renderer/tasks/picking/wave-list.ts';
import { pickingPage } from '../support/task-pages.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'AUS1';

/** Goods of an order that nobody knows any more have lain in a tote since yesterday. */
async function leaveInTote(db: Db, storeId: string, code: string, goods: { orderNumber: string; sku: string; quantity: number }) {
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const left: Tote = { id: toteId(storeId, code), storeId, code, since, goods: [{ fulfillmentOrderId: 'OLD', lineNo: 1, ...goods }] };
  await transact(db, async (tx) => {
    await sql`insert into documents (kind, id, body) values (${toteDocument.kind}, ${left.id}, ${JSON.stringify(left)}::jsonb)`.execute(tx);
    await allocateChanges(tx, [{ scope: storeScope(storeId), kind: toteDocument.kind, id: left.id }]);
  });
}

test('[P2] [P3] picks a wave in bin order, packs and ships it; what is missing is sourced elsewhere', async ({ page, till, company }) => {
  const [stranger, ...articles] = await company.articles(STORE, 4);
  const [a, b, c] = articles.sort((one, other) => compareBins(one.bin, other.bin) || one.name.localeCompare(other.name));
  if (stranger === undefined || a === undefined || b === undefined || c === undefined) throw new Error('Four articles are needed.');
  const levels = () => Promise.all([a, b, c].map(({ sku }) => company.level(STORE, sku)));
  const before = await levels();
  const first = await company.placeOrder(STORE, [
    { article: b, quantity: 1 },
    { article: a, quantity: 3 },
  ]);
  const second = await company.placeOrder(STORE, [
    { article: c, quantity: 2 },
    { article: b, quantity: 1 },
  ]);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const picking = pickingPage(page, till);
  await picking.startWave([first.number, second.number]);
  for (const [index, { name, bin }] of [a, b, c].entries()) {
    await expect(picking.stops.nth(index)).toContainText(bin);
    await expect(picking.stops.nth(index)).toContainText(name);
  }

  const problem = page.getByRole('alert');
  await till.scan(stranger.barcode);
  await expect(problem).toContainText(`${stranger.name} (${stranger.barcode}): ${say('refusal.wrong_item')}`);
  await till.dismissScans();
  await till.scan('4006381333931');
  await expect(problem).toContainText(saying('code.noProduct'));
  await till.dismissScans();
  await expect(page.getByText(say('picking.doneOf', { done: 0, units: say('kit.units', { count: 7 }) }))).toBeVisible();

  // One unit has to be scanned; the others of the same article need not.
  await picking.scanUnit(a);
  await page.getByRole('button', { name: say('picking.pickRest', { count: 2 }) }).click();
  await expect(page.getByText(say('picking.morePicked', { name: a.name, units: say('kit.units', { count: 2 }) }))).toBeVisible();
  await till.scan(a.barcode);
  await expect(problem).toContainText(`${a.name} (${a.barcode}): ${say('refusal.already_picked')}`);
  await till.dismissScans();
  await picking.scanUnit(b);
  await expect(page.getByText(saying('picking.putWith', { number: first.number }))).toBeVisible();
  await page.getByRole('button', { name: say('picking.undo') }).click();
  await expect(page.getByText(saying('picking.takenBack', { name: b.name, number: first.number }))).toBeVisible();
  await picking.scanUnit(b);
  await expect(page.getByText(saying('picking.putWith', { number: first.number }))).toBeVisible();
  await picking.scanUnit(b);
  await expect(page.getByText(saying('picking.putWith', { number: second.number }))).toBeVisible();
  await picking.scanUnit(c);
  await page.getByRole('button', { name: say('picking.short'), exact: true }).click();
  const why = page.getByRole('dialog', { name: say('picking.whatHappened', { name: c.name }) });
  await expect(why).toContainText(saying('picking.cannotBePicked', { units: say('kit.units', { count: 1 }) }));
  await why.getByRole('button', { name: say('shortPick.not_found') }).click();
  await expect(page.getByText(`${c.name}: 1 unit will come from another location, or wait for stock.`)).toBeVisible();
  await page.getByRole('button', { name: say('picking.packOrders', { count: 3 }) }).click();

  for (const { number } of [first, second]) await picking.pack(number);
  await picking.ship(first.number, '');
  await expect(problem).toHaveText(say('refusal.tracking_number_missing'));
  await picking.ship(first.number, '1Z999AA10123456784');
  await expect(page.getByText(say('picking.isShipped', { number: first.number }))).toBeVisible();
  // The carrier's label can be scanned as well.
  await page.getByLabel(say('picking.trackingOf', { number: second.number }), { exact: true }).focus();
  await till.scan('1Z999AA10123456793');
  await expect(page.getByLabel(say('picking.trackingOf', { number: second.number }), { exact: true })).toHaveValue('1Z999AA10123456793');
  // Neither another label nor an article's barcode nor the number of another box takes its place, at any speed.
  for (const [code, refusal, gapMs] of [
    ['1Z999AA10123456800', 'has the number 1Z999AA10123456793 already', 5],
    [a.barcode, saying('picking.isArticle'), 50],
    ['1Z999AA10123456784', saying('picking.isOfOther', { number: first.number }), 100],
    ['1Z999AA10123456785', say('refusal.tracking_number_wrong'), 5],
  ] as const) {
    await till.scan(code, { gapMs });
    await expect(problem).toContainText(refusal);
    await till.dismissScans();
    await expect(page.getByLabel(say('picking.trackingOf', { number: second.number }), { exact: true })).toHaveValue('1Z999AA10123456793');
  }
  await picking.ship(second.number, '1Z999AA10123456784');
  await expect(problem).toContainText(saying('picking.isOfOther', { number: first.number }));
  await picking.ship(second.number, '1Z999AA10123456785');
  await expect(problem).toHaveText(say('refusal.tracking_number_wrong'));
  await picking.ship(second.number, a.barcode);
  await expect(problem).toContainText(saying('picking.isArticle'));
  await page.getByLabel(say('picking.trackingOf', { number: second.number }), { exact: true }).fill('1Z999AA10123456793');
  // It is still there after another screen.
  await expect.poll(() => draftOnDisk(page, 'tracking-numbers')).toBeDefined();
  await till.goTo(say('task.sync'));
  await till.goTo(say('task.picking'));
  await picking.tab('Ship').click();
  await expect(page.getByLabel(say('picking.trackingOf', { number: second.number }), { exact: true })).toHaveValue('1Z999AA10123456793');
  await page.getByRole('button', { name: say('picking.markShippedOf', { number: second.number }), exact: true }).click();
  await expect(page.getByText(say('picking.isShipped', { number: second.number }))).toBeVisible();

  await till.allSent();
  expect(await company.fulfillmentOrders(first.number)).toMatchObject([
    {
      locationId: STORE,
      state: { status: 'shipped', trackingNumber: '1Z999AA10123456784' },
      lines: [
        { picked: 1, short: 0 },
        { picked: 3, short: 0 },
      ],
    },
  ]);
  const [here, elsewhere, ...others] = await company.fulfillmentOrders(second.number);
  expect(here).toMatchObject({
    locationId: STORE,
    state: { status: 'shipped' },
    lines: [
      { sku: c.sku, picked: 1, short: 1 },
      { sku: b.sku, picked: 1 },
    ],
  });
  expect(elsewhere).toMatchObject({ state: { status: 'open' }, lines: [{ sku: c.sku, quantity: 1, picked: 0 }] });
  expect(elsewhere?.locationId).not.toBe(STORE);
  expect(others).toEqual([]);
  // What left is gone from the shelf, what was not found there is off the books, and nothing of it is reserved any more.
  expect(await levels()).toEqual(
    [3, 2, 2].map((left, index) => ({ onHand: (before[index]?.onHand ?? 0) - left, reserved: before[index]?.reserved })),
  );
});

test('[P2] [P3] rejects an order that the store cannot ship, and the pool sources it elsewhere', { tag: '@tablet' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const before = await company.level(STORE, article.sku);
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const order = await company.placeOrder(STORE, [{ article, quantity: 2 }], undefined, undefined, inAnHour);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  // Whatever somebody is at, the top of the page says that an order is about to be late, and leads to it.
  const news = page.getByRole('link', { name: say('picking.soonToSee', { count: 1 }) });
  await news.click();
  await page.getByRole('tab', { name: say('picking.step.waiting') }).click();
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${order.number}\\b.*due in \\d+ min`) })).toBeVisible();
  await page.getByRole('button', { name: say('picking.rejectOrder', { number: order.number }), exact: true }).click();
  await page
    .getByRole('dialog', { name: say('picking.rejectOrderAsk', { number: order.number }) })
    .getByRole('button', { name: say('reject.too_busy') })
    .click();
  await expect(page.getByText(say('picking.isRejected', { number: order.number }))).toBeVisible();
  await expect(page.getByRole('button', { name: say('picking.rejectOrder', { number: order.number }), exact: true })).toHaveCount(0);
  await expect(news).toBeHidden();

  await till.allSent();
  const [here, elsewhere, ...others] = await company.fulfillmentOrders(order.number);
  expect(here).toMatchObject({ locationId: STORE, state: { status: 'rejected' } });
  expect(elsewhere).toMatchObject({ state: { status: 'open' }, lines: [{ sku: article.sku, quantity: 2 }] });
  expect(elsewhere?.locationId).not.toBe(STORE);
  expect(others).toEqual([]);
  expect(await company.level(STORE, article.sku)).toMatchObject({ onHand: before.onHand, reserved: before.reserved });
});

test('[P2] a picker who holds goods of an order is told when it is cancelled, and puts them back', { tag: '@tablet' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const before = await company.level(STORE, article.sku);
  const order = await company.placeOrder(STORE, [{ article, quantity: 3 }]);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const picking = pickingPage(page, till);
  await picking.startWave([order.number]);
  await picking.scanUnit(article);
  await page.getByRole('button', { name: say('picking.pickRest', { count: 2 }) }).click();
  await till.allSent();
  await company.cancelOrder(order.number);
  await till.goTo(say('task.picking'));
  const task = page.getByRole('region', { name: say('picking.toPutBack') });
  await expect(task).toContainText(say('picking.endedAfterPick', { count: 1 }));
  await expect(task).toContainText(`3 of ${article.name}`);
  await task.getByRole('button', { name: say('picking.someMissing') }).click();
  await task.getByLabel(say('picking.unitsPutBack')).fill('2');
  await task.getByRole('button', { name: say('picking.recordMissing', { count: 1 }) }).click();
  await expect(page.getByText(say('picking.isPutBack', { number: order.number }))).toBeVisible();
  await expect(task.getByRole('listitem')).toHaveCount(0);
  await till.allSent();
  expect(await company.level(STORE, article.sku)).toEqual({ onHand: before.onHand - 1, reserved: before.reserved });
});

test('a wave holds twelve orders, what arrives does not tick itself, and a second picker has a wave of their own', {
  tag: '@tablet',
}, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const place = () => company.placeOrder(STORE, [{ article, quantity: 1 }]);
  const first = await place();
  const others = [];
  for (let count = 0; count < 12; count += 1) others.push(await place());
  const manager = company.pinOf('manager', STORE);
  await till.setUp(company.url, await company.registerCode(STORE), manager);
  await till.goTo(say('task.picking'));
  await page.getByRole('tab', { name: say('picking.step.waiting') }).click();
  const box = (number: string) => page.getByRole('checkbox', { name: new RegExp(`^${number}\\b`) });
  const late = await place();
  await expect(box(late.number)).toBeVisible();
  await expect(box(late.number)).not.toBeChecked();
  await expect(page.getByRole('main')).toContainText(saying('picking.waitingCount', { chosen: 12, limit: 12 }));
  await box(late.number).click();
  await expect(page.getByRole('alert')).toContainText(say('picking.waveLimit', { count: 12 }));
  await expect(box(late.number)).not.toBeChecked();
  const picking = pickingPage(page, till);
  await picking.startWave([first.number, ...others.slice(0, 1).map((order) => order.number)]);

  await page.getByRole('button', { name: say('app.signOut') }).click();
  await till.signIn(company.pinOf('associate', STORE));
  await till.goTo(say('task.picking'));
  await page.getByRole('tab', { name: say('picking.step.wave') }).click();
  // What the second one picked before may wait to be packed; nothing of the first one's wave is theirs to pick.
  await expect(page.getByText(say('picking.noWave')).or(page.getByText(say('picking.waveDone')))).toBeVisible();
  await expect(picking.stops).toHaveCount(0);
  await picking.tab('Waiting').click();
  const ours = (count: number) =>
    page
      .getByRole('region', { name: say('picking.underWay') })
      .locator('> div')
      .filter({ hasText: say('picking.left', { orders: say('kit.orders', { count }), units: say('kit.units', { count }) }) });
  await expect(ours(2)).toContainText(say('picking.waveOf', { name: manager.name }));
  await ours(2).getByRole('button').click();
  await picking.scanUnit(article);
  await till.allSent();

  // The one who had it reads who goes on; what was released anybody takes.
  await page.getByRole('button', { name: say('app.signOut') }).click();
  await till.signIn(manager);
  await till.goTo(say('task.picking'));
  await expect(page.getByText(saying('picking.takenOver'))).toBeVisible();
  await picking.tab('Waiting').click();
  // The sample has waves of its own.
  const { name } = company.pinOf('associate', STORE);
  await ours(1)
    .filter({ hasText: say('picking.waveOf', { name }) })
    .getByRole('button')
    .click();
  await page.getByRole('button', { name: say('picking.release') }).click();
  await picking.tab('Waiting').click();
  await expect(ours(1).filter({ hasText: say('picking.releasedWave') })).toBeVisible();
  await till.allSent();
});

test('[E2] [J5] picks two orders into totes, packs each out of its own, and gets the label whose answer was lost, once', {
  tag: '@tablet',
}, async ({ page, till, company }) => {
  const TOTED = 'CHI1';
  const { address, desk, close } = await startCarrier({ folder: null, port: 0, controlPort: 0 });
  company.useCarrier({ ...SIMULATED_CARRIER, url: `http://${address.host}:${address.port}` });
  const [a, b] = await company.articles(TOTED, 2);
  if (a === undefined || b === undefined) throw new Error('Two articles are needed.');
  const sender = { name: 'Sender Ltd', line1: '1 Plaza', city: 'Chicago', region: 'IL', postalCode: '60601', country: 'US' };
  const box = { name: 'Box M', size: [300, 230, 150] as [number, number, number], weightGrams: 180, mostGrams: 10_000 };
  const set = (setting: Parameters<typeof saveSetting>[1], value: unknown) =>
    saveSetting(company.database.db, setting, { level: 'store', id: TOTED, value }, actorNamed('test'));
  await set(totePrefix, 'TOTE-');
  await set(cartons, [box]);
  await set(labelService, { service: '03', sender });
  const rate = (service: string, name: string, days: number, mostGrams: number, minor: number) => ({
    ...{ service, name, days, to: [{ country: 'US', postal: [] }], bands: [{ mostGrams, minor }] },
  });
  const rows = [rate('03', 'Lorry', 4, 5_000, 850), rate('02', 'Plane', 2, 5_000, 1_900), rate('93', 'Envelope', 5, 500, 400)];
  await set(shippingRates, { since: '2026-01-01', currency: 'USD', rows });
  const first = await company.placeOrder(TOTED, [{ article: a, quantity: 3 }]);
  const second = await company.placeOrder(TOTED, [{ article: b, quantity: 1 }]);
  await leaveInTote(company.database.db, TOTED, 'TOTE-9', { orderNumber: 'WEB-OLD', sku: b.sku, quantity: 2 });
  await till.setUp(company.url, await company.registerCode(TOTED), company.pinOf('manager', TOTED));
  const picking = pickingPage(page, till);
  await picking.startWave([first.number, second.number]);
  const problem = page.getByRole('alert');
  const inHand = page.getByRole('region', { name: say('picking.inHand') });

  await till.scan(a.barcode);
  await expect(inHand).toContainText(say('picking.scanEmptyTote'));
  await till.scan('TOTE-9');
  const two = say('kit.units', { count: 2 });
  await expect(problem).toContainText(saying('picking.toteHolds', { code: 'TOTE-9', units: two, number: 'WEB-OLD' }));
  await till.dismissScans();
  await inHand.getByLabel(say('picking.howMany', { most: 3 })).fill('2');
  await till.scan('tote-1');
  await expect(page.getByText(saying('picking.inTote', { name: a.name, code: 'TOTE-1', number: first.number }))).toBeVisible();
  await till.scan(a.barcode);
  await expect(inHand).toContainText(say('picking.scanTote', { code: 'TOTE-1' }));
  await till.scan('TOTE-2');
  await expect(problem).toContainText(say('picking.wrongTote', { code: 'TOTE-2', number: first.number, own: 'TOTE-1' }));
  await till.dismissScans();
  await till.scan('TOTE-1');
  await expect(inHand).toBeHidden();
  await till.scan(b.barcode);
  await till.scan('TOTE-1');
  await expect(problem).toContainText(
    saying('picking.toteHolds', { code: 'TOTE-1', units: say('kit.units', { count: 3 }), number: first.number }),
  );
  await till.dismissScans();
  await till.scan('TOTE-2');
  await page.getByRole('button', { name: saying('picking.packOrders') }).click();

  // The scan of a tote opens its order; each article is scanned into the parcel, and a foreign one is named.
  desk.habit = 'lose_answer';
  await till.scan('TOTE-1');
  const packing = page.getByRole('article', { name: say('kit.order', { number: first.number }) });
  await till.scan(b.barcode);
  await expect(problem).toContainText(saying('picking.belongsTo'));
  await till.dismissScans();
  await till.scan(a.barcode);
  await expect(packing).toContainText(say('picking.insideOf', { inside: 1, picked: 3 }));
  await packing.getByRole('button', { name: say('picking.restInOf', { name: a.name }) }).click();
  await till.scan('Box M');
  await expect(packing.getByLabel(say('picking.carton'), { exact: true })).toHaveValue('Box M');
  await expect(packing).toContainText(say('picking.weighFirst'));
  await packing.getByLabel(say('picking.weightGrams')).fill('1250');
  // What the carrier's services cost stands side by side, the store's own is chosen, and this customer is in a hurry.
  const costs = packing.getByRole('region', { name: say('picking.rates') });
  await expect(costs.getByRole('radio')).toHaveCount(2);
  await expect(costs).toContainText(say('picking.rateTooHeavy', { names: 'Envelope' }));
  await expect(costs.getByRole('radio', { name: /^Lorry.*\$8\.50$/ })).toBeChecked();
  await costs.getByRole('radio', { name: /^Plane.*\$19\.00$/ }).check();
  await packing.getByRole('button', { name: say('picking.packedIn', { count: 1 }) }).click();
  await expect(page.getByText(say('picking.isPacked', { number: first.number }))).toBeVisible();

  await picking.tab('Ship').click();
  // The answer was lost: the server asks whether there is a label, and buys no second one.
  const number = page.getByLabel(say('picking.trackingOf', { number: first.number }), { exact: true });
  await expect(number).toHaveValue(/^1Z/);
  expect(desk.labels.map(({ trackingNumber, service }) => [trackingNumber, service])).toEqual([[await number.inputValue(), '02']]);
  await page.getByRole('button', { name: say('label.showOf', { number: first.number, no: 1, of: 1 }), exact: true }).click();
  await expect(page.getByRole('img', { name: say('label.pictureOf', { number: await number.inputValue() }) })).toBeVisible();
  await page.getByRole('button', { name: say('kit.close') }).click();

  // The driver comes: each parcel is scanned, what is not known stays, and the list is printed after two steps.
  const label = await number.inputValue();
  await page.getByRole('button', { name: say('parcels.open', { count: 1 }) }).click();
  await till.scan('1ZOUT9050300000014');
  await expect(problem).toContainText(say('refusal.parcel_unknown'));
  await till.dismissScans();
  await till.scan(label);
  await expect(page.getByText(say('parcels.progress', { taken: 1, all: 1 }))).toBeVisible();
  await till.scan(label);
  await expect(problem).toContainText(saying('parcels.twice', { code: label, number: first.number }));
  await till.dismissScans();
  await page.getByRole('button', { name: say('parcels.close', { count: 1 }) }).click();
  await page.getByRole('button', { name: say('parcels.closeNow', { count: 1 }) }).click();
  await expect(page.getByRole('dialog', { name: say('parcels.manifest') })).toContainText(label);
  await page.getByRole('button', { name: say('kit.close') }).click();
  await till.allSent();
  expect(await company.fulfillmentOrders(first.number)).toMatchObject([{ state: { status: 'shipped' }, lines: [{ picked: 3 }] }]);
  await page.getByRole('button', { name: say('picking.emptyOf', { code: 'TOTE-9' }) }).click();
  await page.getByRole('button', { name: say('picking.emptyTote') }).click();
  await expect(page.getByText(say('picking.isEmptied', { code: 'TOTE-9' }))).toBeVisible();
  // Other tests of the worker pick in this store without totes.
  for (const setting of [totePrefix, cartons, labelService, shippingRates]) await set(setting, null);
  await close();
});
