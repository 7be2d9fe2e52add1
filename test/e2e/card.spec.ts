import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../devices/simulators/page/languages.ts';
import { TERMINAL_WORDS } from '../../devices/simulators/terminal/words.ts';
import { SIMULATED_POI_ID } from '../../domain/device/card-terminal.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { say, saying } from '../support/say.ts';
import { readMinor, type TillPage } from '../support/till-page.ts';
import { freePort } from '../tools/free-port.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const STORE = 'NYC1';

interface Counter {
  readonly page: Page;
  readonly till: TillPage;
  readonly company: Company;
}

/** A new register at this address, with an open shift and an article on the counter. @returns the total in minor units. */
async function setUp({ page, till, company }: Counter, address: string): Promise<number> {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(address, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article);
  return readMinor(await page.getByTestId('total').textContent());
}

const panelOf = (page: Page) => page.getByRole('region', { name: say('payment.terminal') });
const receiptOf = (page: Page) => page.getByRole('article', { name: saying('sale.receiptNumber') });

test.describe('a till and its card terminal', { tag: '@desktop' }, () => {
  test('are paired by a code that is typed once, and stay paired when the page is loaded again', async ({ page, till, company, cards }) => {
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.sync'));
    const terminal = page.getByRole('region', { name: say('terminal.title') });
    await expect(terminal).toContainText(say('terminal.not_paired'));
    await terminal.getByLabel(say('terminal.code')).fill(`${company.devicesPort}:AAAA-AAAA`);
    await terminal.getByRole('button', { name: say('terminal.pair') }).click();
    await expect(terminal).toContainText(say('terminal.failed.wrong_code'));
    await expectAccessible(page, 'wrong pairing code');
    await terminal.getByLabel(say('terminal.code')).fill(cards.code().toLowerCase());
    await terminal.getByRole('button', { name: say('terminal.pair') }).click();
    await expect(terminal).toContainText(say('terminal.ready'));
    await expect(terminal).toContainText(SIMULATED_POI_ID);
    await expectAccessible(page, 'card terminal ready');
    await page.reload();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.sync'));
    await expect(terminal).toContainText(say('terminal.ready'));
  });

  test('an address pairs the browser and leaves no trace; the terminal is worked by keyboard, in every language', async ({
    page,
    till,
    company,
    cards,
    context,
  }, info) => {
    const total = await setUp({ page, till, company }, cards.pairingUrl());
    expect(page.url()).not.toContain('pair');
    await page.keyboard.press('F11');
    await expect(panelOf(page)).toContainText(say('payment.title.waiting'));
    const shown = await context.newPage();
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      await shown.goto(`${cards.terminal.pageUrl()}/?lang=${language}`);
      await expect(shown).toHaveTitle(TERMINAL_WORDS[language].title);
      await expect(shown.getByRole('region', { name: TERMINAL_WORDS[language].screen })).toContainText(TERMINAL_WORDS[language].asks);
      await expect(shown.getByRole('button', { name: TERMINAL_WORDS[language].comeBack })).toBeDisabled();
      await expectAccessible(shown, `simulated terminal, ${language}`);
    }
    await shown.goto(`${cards.terminal.pageUrl()}/?lang=en`);
    await expect(shown.getByRole('button', { name: TERMINAL_WORDS.en.approve, exact: false }).first()).toBeEnabled();
    await shown.keyboard.press('1');
    await expect(shown.getByRole('region', { name: TERMINAL_WORDS.en.screen })).toContainText(TERMINAL_WORDS.en.idle);
    await shown.close();
    await expect(panelOf(page)).toContainText(say('payment.title.approved'));
    await page.keyboard.press('F12');
    await expect(receiptOf(page)).toBeVisible();
    expect(readMinor(await receiptOf(page).getByTestId('total').textContent())).toBe(total);

    // The terminal says what it counted itself, and holds up nothing where it is gone.
    const [own, amount] = [say('report.terminalOwn', { id: SIMULATED_POI_ID }), formatMoney(total, 'USD')];
    await till.goTo(say('task.shift'));
    await page.getByRole('button', { name: say('shift.xNow') }).click();
    const x = page.getByRole('article', { name: say('report.x') });
    await expect(x).toContainText(`${say('report.counted', { name: own, count: 1 })}${amount}`);
    await expect(x).toContainText(`${say('report.terminalDifference')}$0.00`);
    await page.getByRole('button', { name: say('report.back') }).click();
    await till.countDrawer('100');
    await page.keyboard.press('F12');
    const compared = page.getByRole('region', { name: say('terminalTotals.title') });
    await expect(compared).toContainText(say('terminalTotals.agree', { amount }));
    await expectAccessible(page, 'totals of the card terminal');
    await page.screenshot({ path: info.outputPath('terminal-totals.png'), fullPage: true });
    await page.getByRole('button', { name: say('shift.countAgain') }).click();
    await cards.terminal.setAway(true);
    await page.keyboard.press('F12');
    await expect(compared).toContainText(say('terminalTotals.notTold', { why: say('report.notTold.not_reachable') }));
    await page.getByRole('button', { name: say('shift.closeButton') }).click();
    await expect(page.getByRole('article', { name: say('report.z', { number: 1 }) })).toContainText(
      `${own}${say('report.notTold.not_reachable')}`,
    );
    await cards.terminal.setAway(false);
  });

  test('[E2] the device host is killed while the customer is at it: the till asks, and charges once', async ({
    page,
    till,
    company,
    cards,
  }) => {
    const total = await setUp({ page, till, company }, cards.pairingUrl());
    const from = (await cards.terminal.state()).ledger.length;
    await page.keyboard.press('F11');
    await cards.terminal.shows();
    await cards.killHost();
    await expect(panelOf(page)).toContainText(saying('payment.title.no_answer'));
    await cards.terminal.press('approve');
    await expect(page.getByRole('list', { name: say('payment.tenders') })).toContainText(saying('payment.row.late_charged'), {
      timeout: 30_000,
    });
    await page.keyboard.press('F12');
    await expect(receiptOf(page)).toBeVisible();
    const { ledger } = await cards.terminal.state();
    expect(ledger.slice(from).map(({ moved }) => Math.round(moved * 100))).toEqual([total]);
  });

  test('the page may connect to the device host, and to nothing else on the machine', async ({ page, company }) => {
    await page.goto(company.url);
    const refused = await page.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            resolve(`${effectiveDirective} ${blockedURI.replace(/\/$/, '')}`),
          );
          // From a timer, because what the test tool itself evaluates is exempt from the policy.
          setTimeout(() => new WebSocket(address));
        }),
      `ws://127.0.0.1:${await freePort()}`,
    );
    expect(refused).toMatch(/^connect-src ws:\/\/127\.0\.0\.1:\d+$/);
  });

  test('the head office says that one register takes no cards', async ({ page, till, company, cards, browser }) => {
    await setUp({ page, till, company }, cards.pairingUrl());
    const card = page.getByRole('button', { name: `${say('payment.card')} F11`, exact: true });
    await expect(card).toBeVisible();
    const { prefix } = await company.database.db
      .selectFrom('registers')
      .select('prefix')
      .orderBy('enrolled_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const desk = await browser.newContext();
    const office = await desk.newPage();
    await signInToOffice(office, company);
    await office.getByRole('link', { name: say('office.settings') }).click();
    const store = company.placeOf(STORE).name;
    await office.getByLabel(say('settings.for'), { exact: true }).selectOption(say('settings.register', { store, prefix }));
    const name = say('setting.device.card_terminal.name');
    const setting = office.getByRole('listitem', { name });
    await setting.getByRole('button', { name: say('settings.changeOf', { setting: name }) }).click();
    await setting.getByLabel(say('settings.terminalDriver'), { exact: true }).selectOption(say('settings.terminal.nexo'));
    await expectAccessible(office, 'form of a card terminal');
    await expect(setting.getByRole('button', { name: say('settings.save') })).toBeDisabled();
    await setting.getByLabel(say('settings.terminalDriver'), { exact: true }).selectOption(say('settings.terminal.none'));
    await setting.getByRole('button', { name: say('settings.save') }).click();
    await expect(setting).toContainText(say('settings.setForRegister'));
    await desk.close();
    await expect(card).toBeHidden();
  });
});
