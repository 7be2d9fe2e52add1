import { say, saying } from '../support/say.ts';
import { pickingPage, pickupPage, returnsPage } from '../support/task-pages.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const STORE = 'ATL1';

// A person who cannot see a movement is not made to wait for it either.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('nothing stands in the way on the screens that come before work, and on those without a connection', { tag: '@desktop' }, async ({
  page,
  till,
  company,
  context,
}) => {
  await page.goto(company.url);
  await expect(page.getByLabel(say('enrol.code'))).toBeVisible();
  await expectAccessible(page, 'register code');
  await till.enrol('AAAA-AAAA');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'register code refused');
  await till.enrol(await company.registerCode(STORE));
  const person = company.pinOf('manager', STORE);
  await expect(page.getByRole('button', { name: person.name })).toBeVisible();
  await expectAccessible(page, 'associates');
  await page.getByRole('button', { name: person.name }).click();
  await page.getByLabel(say('signIn.pin'), { exact: true }).fill('0');
  await page.getByRole('button', { name: say('signIn.submit') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'wrong PIN');
  await page.getByRole('button', { name: say('signIn.back') }).click();
  await till.signIn(person);
  await expect(page.getByText(say('home.loading'))).toBeHidden();
  await expectAccessible(page, 'home');
  const second = await context.newPage();
  await second.goto(company.url);
  await expect(second.getByRole('heading', { name: say('app.otherWindow') })).toBeVisible();
  await expectAccessible(second, 'second window');
  await second.close();

  await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
  await expect(page.getByRole('heading', { name: say('home.exceptions') })).toBeVisible();
  await expectAccessible(page, 'exceptions');
  await page.goto(`${company.url}/#/nowhere`);
  await expect(page.getByText(say('app.nothingHere'))).toBeVisible();
  await expectAccessible(page, 'not found');

  await company.cut();
  await till.goTo(say('task.sync'));
  await expect(page.getByRole('main').getByRole('status')).toContainText(saying('advice.offline'));
  await expectAccessible(page, 'sync, offline');
  await page.getByRole('button', { name: say('sync.pullAgain') }).click();
  await expect(page.getByRole('dialog')).toContainText(say('sync.pullAgainOffline'));
  await expectAccessible(page, 'pull everything again');
  await page.getByRole('button', { name: say('kit.cancel') }).click();
  await till.goTo(say('task.home'));
  await expectAccessible(page, 'home, offline');
  await till.goTo(say('task.returns'));
  await returnsPage(page, till).find('A99-000001');
  await expect(page.getByText(saying('returns.notHere'))).toBeVisible();
  await expectAccessible(page, 'returns, offline');
});

test('nothing stands in the way at the counter', { tag: '@desktop' }, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await expectAccessible(page, 'sale without a shift');
  await till.goTo(say('task.shift'));
  await expectAccessible(page, 'shift to open');
  await till.openShift();
  await till.goTo(say('task.sale'));
  await page.getByRole('combobox', { name: say('sale.scanOrSearch') }).pressSequentially(article.name.slice(0, 4));
  await expect(
    page
      .getByRole('listbox', { name: say('sale.found') })
      .getByRole('option')
      .first(),
  ).toBeVisible();
  await expectAccessible(page, 'type-ahead');
  await page.keyboard.press('Escape');
  await till.scan('4006381333931');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'unknown code');
  await till.dismissScans();
  await till.ring(article, 2);
  await page.getByLabel(say('sale.cashGiven')).fill('ten');
  await expectAccessible(page, 'sale');
  await till.voidSale();
  await expectAccessible(page, 'sale cleared');
  await page.getByRole('button', { name: say('sale.bringBack') }).click();
  const sold = await till.pay();
  await expectAccessible(page, 'receipt');

  const returns = returnsPage(page, till);
  await till.goTo(say('task.returns'));
  await expectAccessible(page, 'returns');
  await returns.find(sold.number);
  await returns.choose(article.name, 5, 'damaged');
  await expectAccessible(page, 'return');
  await returns.confirm();
  await expectAccessible(page, 'return receipt');
  await till.goTo(say('task.shift'));
  await page.getByLabel(say('shift.piecesOf', { value: '$1.00' })).fill('1');
  await expectAccessible(page, 'shift to close');
  await page.getByRole('button', { name: say('shift.compare') }).click();
  await page.getByRole('button', { name: say('differenceReason.not_found') }).click();
  await expectAccessible(page, 'drawer does not agree');
  await page.getByRole('button', { name: saying('shift.closeShort') }).click();
  await expect(page.getByText(saying('shift.missing'))).toBeVisible();
  await expectAccessible(page, 'shift closed');
});

test('nothing stands in the way of pickups and picking', { tag: '@tablet' }, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const order = await company.placeOrder(STORE, [{ article, quantity: 2 }], '1234');
  const parcel = await company.placeOrder(STORE, [{ article, quantity: 2 }]);
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const pickup = pickupPage(page, till);
  await till.goTo(say('task.pickup'));
  await expectAccessible(page, 'pickups');
  await page.getByLabel(say('pickup.search')).fill('nobody of this name');
  await expectAccessible(page, 'no pickup found');
  await page.getByLabel(say('pickup.search')).fill('');
  await pickup.open(order.number);
  await expectAccessible(page, 'pickup to prepare');
  await pickup
    .sheet(order.number)
    .getByRole('button', { name: say('pickup.cannotFulfill') })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'reject');
  await page.getByRole('button', { name: say('kit.goBack') }).click();
  await pickup.pick(order.number, [{ article, quantity: 2 }]);
  await expectAccessible(page, 'pickup to stage');
  await pickup.stage(order.number, 'P4');
  await pickup.checkCode(order.number, '0000');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'wrong pickup code');
  await pickup.handOver(order.number, '1234');
  await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
  await expectAccessible(page, 'handed over');

  const picking = pickingPage(page, till);
  await till.goTo(say('task.picking'));
  await expect(picking.tab('Waiting')).toBeVisible();
  await picking.tab('Waiting').click();
  await expectAccessible(page, 'orders waiting');
  await picking.startWave([parcel.number]);
  await picking.scanUnit(article);
  await expectAccessible(page, 'wave');
  await page.getByRole('button', { name: say('picking.short'), exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'short pick');
  await page.getByRole('button', { name: say('kit.goBack') }).click();
  await picking.scanUnit(article);
  await expect(page.getByText(say('picking.waveDone'))).toBeVisible();
  await expectAccessible(page, 'wave picked');
  await picking.tab('Pack').click();
  await expectAccessible(page, 'pack');
  await picking.pack(parcel.number);
  await picking.ship(parcel.number, '');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'ship');
});
