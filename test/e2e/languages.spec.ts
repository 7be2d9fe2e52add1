import type { Page } from '@playwright/test';
import type { Key, Messages } from '../../texts/words/catalogs.ts';
import { directionOf, type Language, LANGUAGE_NAMES, LANGUAGES } from '../../texts/words/languages.ts';
import type { Values } from '../../texts/words/message.ts';
import { wordsIn } from '../../texts/words/words.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const STORE = 'SEA1';
const BROWSERS: Record<Language, string> = { en: 'en-US', de: 'de-DE', ar: 'ar-EG' };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The catalog of one language, to find things by. */
function catalogOf(language: Language) {
  return <K extends Key>(key: K, ...values: Values<Messages[K]>) => wordsIn(language, key, ...values);
}
type Catalog = ReturnType<typeof catalogOf>;

async function setUp(page: Page, company: Company, say: Catalog): Promise<void> {
  const { name, pin } = company.pinOf('manager', STORE);
  await page.goto(company.url);
  await page.getByLabel(say('enrol.code')).fill(await company.registerCode(STORE));
  await page.getByRole('button', { name: say('enrol.submit') }).click();
  await expect(page.getByRole('heading', { name: say('signIn.title') })).toBeVisible();
  await expectAccessible(page, 'associates');
  await page.getByRole('button', { name }).click();
  await page.getByLabel(say('signIn.pin'), { exact: true }).fill(pin);
  await page.getByRole('button', { name: say('signIn.submit'), exact: true }).click();
  await expect(page.getByRole('navigation', { name: say('app.tasks') })).toBeVisible();
  await expect(page.getByText(say('home.loading'))).toBeHidden();
  await expectAccessible(page, 'home');
}

async function goTo(page: Page, task: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: task, exact: true }).click();
  await expect(page.getByRole('heading', { name: task, level: 1, exact: true })).toBeVisible();
}

for (const language of LANGUAGES) {
  const say = catalogOf(language);
  test.describe(`in ${LANGUAGE_NAMES[language]}`, () => {
    test.use({ locale: BROWSERS[language] });

    // The tablet has the script that runs the other way.
    const tag = language === 'ar' ? [] : ['@desktop'];
    test('a sale is made, and its goods come back', { tag }, async ({ page, till, company }) => {
      const [article] = await company.articles(STORE, 1);
      if (article === undefined) throw new Error('One article is needed.');
      await setUp(page, company, say);
      await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await goTo(page, say('task.sale'));
      await page.getByLabel(say('shift.floatInDrawer')).fill('100');
      await page.getByRole('button', { name: say('shift.openButton'), exact: true }).click();
      await expect(page.getByLabel(say('shift.floatInDrawer'))).toBeHidden();
      await till.scan(article.barcode);
      await expect(page.getByRole('list', { name: say('sale.items') })).toContainText(article.name);
      await expectAccessible(page, 'sale');
      await page
        .getByRole('group', { name: say('sale.quickAmounts') })
        .getByRole('button', { name: say('sale.exact') })
        .click();
      await page.getByRole('button', { name: say('sale.completeSale') }).click();
      await expect(page.getByRole('heading', { name: say('sale.receipt'), exact: true })).toBeVisible();
      await expectAccessible(page, 'receipt');
      const number = /[A-Z]+\d+-\d{6}/.exec((await page.getByRole('article').getAttribute('aria-label')) ?? '')?.[0] ?? '';
      await page.getByRole('button', { name: say('sale.next') }).click();

      await goTo(page, say('task.returns'));
      await page.getByLabel(say('returns.number')).fill(number);
      await page.getByRole('button', { name: say('returns.find'), exact: true }).click();
      await page.getByRole('button', { name: say('returns.oneMore', { name: article.name }) }).click();
      await expectAccessible(page, 'return');
      await page.getByRole('button', { name: say('returns.submit', { count: 1 }), exact: true }).click();
      await expect(page.getByRole('article', { name: say('returns.paper') })).toContainText(article.name);
    });

    test('a pickup is prepared and handed over, and a parcel is picked, packed and shipped', { tag: '@tablet' }, async ({
      page,
      till,
      company,
    }) => {
      const [article] = await company.articles(STORE, 1);
      if (article === undefined) throw new Error('One article is needed.');
      await setUp(page, company, say);
      const pickup = await company.placeOrder(STORE, [{ article, quantity: 1 }], '8642');
      const parcel = await company.placeOrder(STORE, [{ article, quantity: 1 }]);

      await goTo(page, say('task.pickup'));
      await page
        .getByRole('main')
        .getByRole('button', { name: new RegExp(`^${pickup.number}\\b`) })
        .click();
      const sheet = page.getByRole('article', { name: say('kit.order', { number: pickup.number }) });
      await expect(sheet).toContainText(say('order.waiting'));
      await expectAccessible(page, 'pickup');
      await till.scan(article.barcode);
      await expect(sheet).toContainText(say('pickup.standing', { picked: 1, quantity: 1 }));
      await sheet.getByRole('button', { name: 'P1', exact: true }).click();
      await sheet.getByLabel(say('pickup.code')).fill('8642');
      await sheet.getByRole('button', { name: say('pickup.checkCode') }).click();
      await sheet.getByRole('button', { name: say('pickup.handOver', { units: say('kit.units', { count: 1 }) }) }).click();
      await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();

      await goTo(page, say('task.picking'));
      await page.getByRole('button', { name: say('picking.chooseNone') }).click();
      await page.getByRole('checkbox', { name: new RegExp(`^${parcel.number}\\b`) }).check();
      const one = { orders: say('kit.orders', { count: 1 }), units: say('kit.units', { count: 1 }) };
      await page.getByRole('button', { name: say('picking.startWave', one) }).click();
      await expect(page.getByRole('region', { name: say('picking.next') })).toContainText(article.name);
      await expectAccessible(page, 'wave');
      await till.scan(article.barcode);
      await expect(page.getByText(say('picking.waveDone'))).toBeVisible();
      await page.getByRole('tab', { name: say('picking.step.pack') }).click();
      await page.getByRole('button', { name: say('picking.packOrder', { number: parcel.number }), exact: true }).click();
      await page.getByRole('button', { name: say('picking.restInOf', { name: article.name }) }).click();
      await expectAccessible(page, 'packing desk');
      await page.getByRole('button', { name: say('picking.packedIn', { count: 1 }) }).click();
      await expect(page.getByText(say('picking.isPacked', { number: parcel.number }))).toBeVisible();
      await page.getByRole('tab', { name: say('picking.step.ship') }).click();
      await page
        .getByLabel(say('picking.trackingOf', { number: parcel.number }), { exact: true })
        .fill(`LABEL-${language.toUpperCase()}-1`);
      await page.getByRole('button', { name: say('picking.markShippedOf', { number: parcel.number }), exact: true }).click();
      await expect(page.getByText(say('picking.isShipped', { number: parcel.number }))).toBeVisible();
    });
  });
}

test('the language is chosen before signing in and in the frame, by device and person, and the device is dark or light', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [en, de, ar] = [catalogOf('en'), catalogOf('de'), catalogOf('ar')];
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('One article is needed.');
  await setUp(page, company, en);
  await goTo(page, en('task.sale'));
  await page.getByLabel(en('shift.floatInDrawer')).fill('100');
  await page.getByRole('button', { name: en('shift.openButton'), exact: true }).click();
  await expect(page.getByLabel(en('shift.floatInDrawer'))).toBeHidden();
  await till.scan(article.barcode);
  const items = (say: Catalog) => page.getByRole('list', { name: say('sale.items') });
  await expect(items(en)).toContainText(article.name);

  // The device is dark from now on, for everybody and after a restart.
  const ground = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const dark = page.getByRole('button', { name: en('app.dark') });
  await expect(dark).toHaveAttribute('aria-pressed', 'false');
  await dark.click();
  await expect.poll(ground).toBe('rgb(14, 21, 22)');

  // What was begun stays, in other words.
  await page.getByLabel(en('app.language')).selectOption('ar');
  await expect(items(ar)).toContainText(article.name);
  await expect(items(ar)).toContainText(/US\$/);
  await page.getByRole('button', { name: ar('app.signOut') }).click();
  await expect(page.getByRole('heading', { name: en('signIn.title') })).toBeVisible();

  await page.getByLabel(en('app.language')).selectOption('de');
  await expect(page.getByRole('heading', { name: de('signIn.title') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: de('signIn.title') })).toBeVisible();
  await expect.poll(ground).toBe('rgb(14, 21, 22)');
  const { name, pin } = company.pinOf('manager', STORE);
  await page.getByRole('button', { name }).click();
  await page.getByLabel(de('signIn.pin'), { exact: true }).fill(pin);
  await page.getByRole('button', { name: de('signIn.submit'), exact: true }).click();
  await expect(page.getByRole('navigation', { name: ar('app.tasks') })).toBeVisible();
});
