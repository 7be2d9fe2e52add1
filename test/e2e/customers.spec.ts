import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { OfficeFields } from '../../domain/customers/change-customer.ts';
import { insertKey } from '../support/api-keys.ts';
import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { appIsKept } from './support/device.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test.setTimeout(180_000);

/** Says something of a customer, as the system of the head office does. */
async function putCustomer(company: Company, fields: OfficeFields, id = uuidv7()): Promise<string> {
  const authorization = `Bearer ${await insertKey(company.database.db, `crm ${uuidv7()}`, ['customers'])}`;
  const answer = await fetch(`${company.url}/v1/customers/${id}/changes`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ fields }),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return id;
}

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const chip = (page: Page, name: string) => page.getByRole('button', { name: say('customer.of', { name }) });

/** Opens the panel by its key, and types what is looked for. */
async function lookFor(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Alt+KeyK');
  await panel(page, say('customer.title')).getByLabel(say('customer.find')).fill(typed);
}

test(
  'made without a connection, a customer is on the sale, survives a power cut, and is found at another register',
  {
    tag: '@desktop',
  },
  async ({ device, page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const name = 'Sample Customer Offline';
    const person = company.pinOf('manager', STORE);
    let now = await device.start();
    await now.till.setUp(company.url, await company.registerCode(STORE), person);
    await till.setUp(company.url, await company.registerCode(STORE), person);
    await appIsKept(now.page);
    await company.cut();
    await now.page.reload();
    await now.till.signIn(person);
    await now.till.goTo(say('task.sale'));
    await now.till.openShift();

    // Two fields, and they are on the sale.
    await lookFor(now.page, name);
    await expect(now.page.getByText(say('customer.nobody'))).toBeVisible();
    await expect(now.page.getByText(say('customer.onlyHere'))).toBeVisible();
    await expectAccessible(now.page, 'nobody is found');
    await now.page.getByRole('button', { name: say('customer.new') }).click();
    const form = panel(now.page, say('customer.new'));
    await form.getByLabel(say('customer.contact')).fill('12');
    await form.getByRole('button', { name: say('customer.create') }).click();
    await expect(form.getByRole('status')).toHaveText(say('customer.contactWrong'));
    await expectAccessible(now.page, 'a customer in two fields');
    await form.getByLabel(say('customer.contact')).fill('+1 (555) 010-7788');
    await form.getByRole('button', { name: say('customer.create') }).click();
    await expect(chip(now.page, name)).toBeVisible();
    await now.till.ring(article);

    // What they agree to is in the journal; it is taken back by one touch.
    await chip(now.page, name).click();
    const sheet = panel(now.page, name);
    await sheet.getByRole('button', { name: say('customer.agreeOne', { purpose: say('customer.purpose.marketing_email') }) }).click();
    await expect(sheet.getByText(saying('customer.agreedOn'))).toBeVisible();
    await sheet.getByRole('button', { name: say('customer.withdrawOne', { purpose: say('customer.purpose.marketing_email') }) }).click();
    await expect(sheet.getByText(saying('customer.withdrawnOn'))).toBeVisible();
    await sheet.getByRole('button', { name: say('customer.edit') }).click();
    await sheet.getByLabel(say('customer.card')).fill('L-2000-7788');
    await sheet.getByLabel(say('customer.notes')).fill('Size 42');
    await expectAccessible(now.page, 'a customer to be changed');
    await sheet.getByRole('button', { name: say('customer.save') }).click();
    await expect(sheet.getByText('Size 42')).toBeVisible();
    await now.page.screenshot({ path: info.outputPath('customer.png') });
    await now.page.keyboard.press('Escape');

    // A power cut in the middle of the sale: they are still on it.
    await now.crash();
    now = await device.start();
    await now.page.goto(company.url);
    await now.till.signIn(person);
    await now.till.goTo(say('task.sale'));
    await expect(chip(now.page, name)).toBeVisible();
    const receipt = await now.till.pay();
    await expect(now.page.getByRole('article')).toContainText(say('customer.of', { name }));

    await company.mend();
    await now.till.allSent();
    await till.goTo(say('task.sale'));
    await till.openShift();
    await expect(async () => {
      await lookFor(page, '5550107788');
      await expect(page.getByRole('list', { name: say('customer.found') })).toContainText(name, { timeout: 2_000 });
    }).toPass();
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await chip(page, name).click();
    const history = panel(page, name).getByRole('region', { name: say('customer.history') });
    await expect(history).toContainText(receipt.number);
    await expect(panel(page, name).getByText(saying('customer.withdrawnOn'))).toBeVisible();
    await panel(page, name)
      .getByRole('button', { name: say('customer.takeOff') })
      .click();
    await expect(page.getByRole('button', { name: saying('customer.add') })).toBeVisible();

    // Scanned while goods are sold, the loyalty card says who buys.
    await till.scan('L-2000-7788');
    await expect(chip(page, name)).toBeVisible();
  },
);

test(
  '[M1] a certificate frees a sale of taxes while it holds, and is refused in words when it has ended',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const exempt = { certificate: 'EX-4711', validUntil: null, taxes: [] };
    await putCustomer(company, { name: 'Sample School', groups: ['schools'], taxExemption: exempt });
    await putCustomer(company, { name: 'Sample Museum', taxExemption: { ...exempt, validUntil: '2020-12-31' } });
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sale'));
    await till.openShift();
    await till.ring(article);
    const total = page.getByTestId('total').first();
    const taxed = await total.textContent();

    // Another store's customer: the server is asked.
    await lookFor(page, 'museum');
    await page.getByRole('button', { name: /Sample Museum/ }).click();
    await expect(chip(page, 'Sample Museum')).toContainText(saying('customer.exemptExpired'));
    await expect(total).toHaveText(taxed ?? '');
    await chip(page, 'Sample Museum').click();
    await page.getByRole('button', { name: say('customer.takeOff') }).click();

    await lookFor(page, 'sample school');
    await page.getByRole('button', { name: /Sample School/ }).click();
    await expect(chip(page, 'Sample School')).toContainText(say('customer.exempt', { certificate: 'EX-4711' }));
    await expect(chip(page, 'Sample School')).toContainText('schools');
    await expect(total).not.toHaveText(taxed ?? '');
    await expectAccessible(page, 'a sale without taxes');
    await page.screenshot({ path: info.outputPath('exempt.png') });
    const receipt = await till.pay();
    expect(receipt.totalMinor).toBe(article.priceMinor);
    await expect(page.getByRole('article')).toContainText(say('customer.exempt', { certificate: 'EX-4711' }));
  },
);

test('a card scanned over a form is of the customer in it, and over a receipt says in sight who buys next', { tag: '@desktop' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  const person = company.pinOf('manager', STORE);
  const id = await putCustomer(company, { name: 'Sample Tavern' });
  await till.setUp(company.url, await company.registerCode(STORE), person);
  await till.goTo(say('task.sale'));
  await till.openShift();
  await lookFor(page, 'tavern');
  await page.getByRole('button', { name: /Sample Tavern/ }).click();
  await chip(page, 'Sample Tavern').click();
  await panel(page, 'Sample Tavern')
    .getByRole('button', { name: say('customer.edit') })
    .click();

  // What others say of them while the form is open stays.
  await expect(async () => {
    await putCustomer(company, { name: 'Sample Inn' }, id);
    await expect(panel(page, 'Sample Inn')).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await till.scan('L-3000-1');
  const form = panel(page, 'Sample Inn');
  await expect(form.getByLabel(say('customer.card'))).toHaveValue('L-3000-1');
  await form.getByRole('button', { name: say('customer.save') }).click();
  await expect(form.getByRole('button', { name: say('customer.edit') })).toBeVisible();
  await page.keyboard.press('Escape');
  await till.ring(article);
  await till.pay();
  await till.scan('L-3000-1');
  await expect(chip(page, 'Sample Inn')).toBeVisible();

  // Nobody was served yet: the next person begins with nobody.
  await page.reload();
  await till.signIn(person);
  await till.goTo(say('task.sale'));
  await expect(page.getByRole('button', { name: saying('customer.add') })).toBeVisible();
  await expect(chip(page, 'Sample Inn')).toHaveCount(0);
});

test('[A2] the head office sends what it changed of a customer, not what others changed meanwhile', { tag: '@desktop' }, async ({
  page,
  company,
}) => {
  const id = await putCustomer(company, { name: 'Sample Hostel' });
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('customers.title') }).click();
  await page.getByLabel(say('customers.search')).fill('hostel');
  const row = page.getByRole('listitem', { name: 'Sample Hostel' });
  await row.getByRole('button', { name: saying('customers.open') }).click();
  await putCustomer(company, { phones: ['+1 555 010 9911'] }, id);
  // The list looks again every ten seconds.
  await expect(row).toContainText('+1 555 010 9911', { timeout: 30_000 });
  await row.getByLabel(say('customers.groupsField')).fill('hotels');
  await row.getByRole('button', { name: say('access.save') }).click();
  await expect(row).toContainText(say('customer.groups', { groups: 'hotels' }));
  await expect(row).toContainText('+1 555 010 9911');
});

test('[A2] the head office makes, finds, changes and erases a customer', { tag: '@desktop' }, async ({ page, company }, info) => {
  await signInToOffice(page, company);
  await page.getByRole('link', { name: say('customers.title') }).click();
  await page.getByRole('button', { name: say('customers.add') }).click();
  const add = page.getByRole('form', { name: say('customers.add') });
  await add.getByLabel(say('customer.name'), { exact: true }).fill('Sample Hotel');
  await add.getByLabel(say('customers.certificate')).fill('EX-1');
  await add.getByLabel(say('customers.validUntil')).fill('soon');
  await add.getByRole('button', { name: say('access.save') }).click();
  await expect(add.getByRole('alert')).toHaveText(say('customers.wrong'));
  await add.getByLabel(say('customers.validUntil')).fill('2099-12-31');
  await expectAccessible(page, 'a new customer');
  await add.getByRole('button', { name: say('access.save') }).click();

  await page.getByLabel(say('customers.search')).fill('hotel');
  const row = page.getByRole('listitem', { name: 'Sample Hotel' });
  await expect(row).toContainText(say('customer.exempt', { certificate: 'EX-1' }));
  await row.getByRole('button', { name: saying('customers.open') }).click();
  // No store has served them yet, so no journal can keep what they agreed to.
  await row.getByRole('button', { name: say('customer.agreeOne', { purpose: say('customer.purpose.marketing_email') }) }).click();
  await expect(row.getByRole('alert')).toHaveText(say('office.refused.served_nowhere'));
  await row.getByLabel(say('customers.groupsField')).fill('trade, hotels');
  await row.getByRole('button', { name: say('access.save') }).click();
  await expect(row).toContainText(say('customer.groups', { groups: 'trade, hotels' }));
  await expectAccessible(page, 'a customer of the head office');
  await page.screenshot({ path: info.outputPath('customers.png') });

  // One whom a store has served writes to the head office.
  await page.getByLabel(say('customers.search')).fill('sample customer 1');
  const served = page.getByRole('listitem', { name: 'Sample Customer 1' });
  await served.getByRole('button', { name: saying('customers.open') }).click();
  const news = { purpose: say('customer.purpose.marketing_email') };
  await served.getByRole('button', { name: say('customer.agreeOne', news) }).click();
  await served.getByRole('button', { name: say('customer.withdrawOne', news) }).click();
  await expect(served.getByText(saying('customer.withdrawnOn'))).toBeVisible();

  await page.getByLabel(say('customers.search')).fill('hotel');
  await row.getByRole('button', { name: saying('customers.eraseOne') }).click();
  await row.getByRole('button', { name: saying('customers.eraseSureOne') }).click();
  await expect(page.getByText(say('customers.erased'))).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText(say('customers.none'), { exact: true })).toBeVisible();
});
