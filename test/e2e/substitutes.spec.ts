import { say, saying } from '../support/say.ts';
import { pickingPage } from '../support/task-pages.ts';
import { expect, test } from './support/test.ts';

const STORE = 'AUS1';

test('[P2] [M1] takes what the customer allowed instead of what is missing, offline, and the pickup says so', { tag: '@tablet' }, async ({
  page,
  till,
  company,
}) => {
  const [missing, best, second, stranger] = await company.articles(STORE, 4);
  if (missing === undefined || best === undefined || second === undefined || stranger === undefined) throw new Error('Four are needed.');
  const before = await Promise.all([missing, best].map(({ sku }) => company.level(STORE, sku)));
  const wanted = [{ article: missing, quantity: 2, substitutes: [best, second] }];
  const parcel = await company.placeOrder(STORE, wanted);
  const pickup = await company.placeOrder(STORE, wanted, 'K7P2');
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  const picking = pickingPage(page, till);
  await picking.startWave([parcel.number]);
  await company.cut();
  await page.getByRole('button', { name: say('picking.short'), exact: true }).click();
  await page.getByRole('button', { name: say('shortPick.damaged') }).click();
  const dialog = page.getByRole('dialog', { name: say('picking.instead', { name: missing.name }) });
  const offers = dialog.getByRole('list', { name: say('picking.insteadList') }).getByRole('listitem');
  await expect(offers).toHaveText([new RegExp(`1.*${best.sku}`), new RegExp(`2.*${second.sku}`)]);
  await till.scan(stranger.barcode);
  await expect(page.getByRole('alert')).toContainText(`${stranger.name} (${stranger.barcode}): ${say('refusal.not_a_substitute')}`);
  await till.dismissScans();
  await till.scan(best.barcode);
  await expect(dialog).toContainText(saying('picking.insteadExplained', { number: parcel.number, units: say('kit.units', { count: 1 }) }));
  await till.scan(best.barcode);
  await expect(dialog).toBeHidden();
  await picking.pack(parcel.number);

  await till.goTo(say('task.pickup'));
  await page.getByRole('button', { name: new RegExp(pickup.number) }).click();
  const sheet = page.getByRole('article', { name: say('kit.order', { number: pickup.number }) });
  await sheet.getByRole('button', { name: say('picking.shortOf', { name: missing.name }) }).click();
  await page.getByRole('button', { name: say('shortPick.sold_in_store') }).click();
  await till.scan(second.barcode);
  await expect(dialog).toContainText(say('picking.goWithout', { units: say('kit.units', { count: 1 }) }));
  await dialog.getByRole('button', { name: say('kit.goBack') }).click();
  await expect(sheet).toContainText(say('kit.insteadOf', { name: missing.name }));
  await sheet.getByRole('button', { name: say('pickup.pickOneOf', { name: missing.name }) }).click();
  await company.mend();
  await till.allSent();
  expect(await company.fulfillmentOrders(parcel.number)).toMatchObject([
    {
      state: { status: 'packed' },
      lines: [
        { quantity: 2, short: 2 },
        { sku: best.sku, quantity: 2, picked: 2, insteadOf: { lineNo: 1 } },
      ],
    },
  ]);
  expect(await company.fulfillmentOrders(pickup.number)).toMatchObject([
    {
      state: { status: 'picked' },
      lines: [
        { quantity: 2, picked: 1, short: 1 },
        { sku: second.sku, picked: 1 },
      ],
    },
  ]);
  const [gone, kept] = before;
  expect(await company.level(STORE, missing.sku)).toEqual({ onHand: (gone?.onHand ?? 0) - 2, reserved: (gone?.reserved ?? 0) + 1 });
  expect(await company.level(STORE, best.sku)).toEqual({ onHand: kept?.onHand, reserved: (kept?.reserved ?? 0) + 2 });
});
