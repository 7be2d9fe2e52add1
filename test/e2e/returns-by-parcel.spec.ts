import { startCarrier } from '../../devices/simulators/carrier/start-carrier.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import { labelService } from '../../domain/labels/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { say, saying } from '../support/say.ts';
import { returnsPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

test('[J9] [E2] gives a label for an online order of another store, and takes it back by its number, to the original payment', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const ready = company.keys.pickups.find(({ storeId }) => storeId === 'SEA1');
  if (ready === undefined) throw new Error('No pickup is ready in that store.');
  const { db } = company.database;
  const fulfilled = await db
    .selectFrom('fulfillment_orders')
    .innerJoin('orders', 'orders.id', 'order_id')
    .select(['number', 'body'])
    .where('location_id', '=', 'SEA1')
    .where('status', '=', 'shipped')
    .orderBy('number')
    .execute();
  const order = fulfilled.find(({ body }) => body.lines.every((line) => line.picked === line.quantity && line.returned === 0));
  const line = order?.body.lines[0];
  if (order === undefined || line === undefined) throw new Error('Nothing was shipped from that store.');
  const before = await company.level(STORE, line.sku);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));

  const returns = returnsPage(page, till);
  await returns.find(ready.orderNumber);
  await expect(page.getByText(say('returns.nothingLeft'))).toBeVisible();
  await page.getByRole('button', { name: say('returns.another') }).click();
  await returns.find(order.number);

  const { address, desk, close } = await startCarrier({ folder: null, port: 0, controlPort: 0 });
  company.useCarrier({ ...SIMULATED_CARRIER, url: `http://${address.host}:${address.port}` });
  const sender = { name: 'Sender Ltd', line1: '1 Plaza', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' };
  const setLabels = (value: typeof labelService.standard) =>
    saveSetting(db, labelService, { level: 'store', id: STORE, value }, actorNamed('test'));
  await setLabels({ service: '03', sender });
  const { number } = order;
  const dialog = page.getByRole('dialog', { name: say('returnLabel.title', { number }) });
  const ask = async () => {
    await returns.choose(line.name, line.quantity, 'restock');
    await page.getByLabel(say('returns.reasonOf', { name: line.name })).selectOption({ value: 'wrong_size' });
    await page.getByRole('button', { name: say('returnLabel.open') }).click();
    await dialog.getByLabel(say('returnLabel.weight')).fill('900');
    await expectAccessible(page, 'the wish for a return label');
    await dialog.getByRole('button', { name: say('returnLabel.ask') }).click();
    await expect(dialog).toBeHidden();
  };
  desk.habit = 'refuse_address';
  await ask();
  const labels = page.getByRole('list', { name: say('returnLabel.list', { number }) });
  await expect(labels).toContainText(say('jobs.error.carrier_address_refused'));
  // The answer is lost: the server asks whether there is a label, and buys no second one.
  desk.habit = 'lose_answer';
  await labels.getByRole('button', { name: say('returnLabel.askNowOf', { number }) }).click();
  await expect(labels).toContainText('1Z');
  const [label, ...others] = desk.labels;
  expect([label?.isReturn, others]).toEqual([true, []]);
  const tracking = label?.trackingNumber ?? '';
  await ask();
  await expect(page.getByRole('alert')).toHaveText(say('refusal.return_label_there'));
  await labels.getByRole('button', { name: say('returnLabel.show') }).click();
  await expect(page.getByRole('img', { name: say('label.pictureOf', { number: tracking }) })).toBeVisible();
  await expect(page.getByRole('article', { name: say('returnLabel.slip') })).toContainText(say('returnReason.wrong_size'));
  await expectAccessible(page, 'a return label with its slip');
  await page.getByRole('button', { name: say('kit.close') }).click();
  await page.getByLabel(saying('returns.quantity', { name: line.name })).fill('0');
  await page.getByRole('button', { name: say('returns.another') }).click();
  await expect(page.getByLabel(say('returns.number'))).toBeVisible();

  // The parcel is here: its label leads to the order, and nothing comes back until somebody says so.
  await till.scan(tracking);
  await expect(page.getByRole('heading', { name: say('returns.onlineOrder', { number }) })).toBeVisible();
  await labels.getByRole('button', { name: say('returnLabel.chooseOf', { number: tracking }) }).click();
  await expect(page.getByLabel(say('returns.reasonOf', { name: line.name }))).toHaveValue('wrong_size');
  const back = await returns.confirm();
  expect(back.refundMinor).toBe(line.totalMinor);
  await expect(page.getByText(saying('returns.goesBack'))).toBeVisible();

  await till.allSent();
  expect((await company.level(STORE, line.sku)).onHand).toBe(before.onHand + line.quantity);
  const [known] = await company.fulfillmentOrders(order.number);
  expect(known?.lines.find(({ lineNo }) => lineNo === line.lineNo)?.returned).toBe(line.quantity);
  await setLabels(null);
  await close();
});
