import { say, saying } from './say.ts';
import { expect, type Page } from '@playwright/test';
import { type ScannerPace, scanInto } from './scanner.ts';

export interface Person {
  readonly name: string;
  readonly pin: string;
}

/** A receipt as it stands on the screen, in minor units. */
export interface ShownReceipt {
  readonly number: string;
  readonly totalMinor: number;
  readonly changeMinor: number;
}

/** Reads an amount from a screen, `$1,234.50` say, in minor units of a currency with two digits. */
export function readMinor(text: string | null): number {
  const digits = (text ?? '').replace(/[^\d]/g, '');
  if (digits === '') throw new Error(`“${text}” is no amount.`);
  return Number(digits);
}

/** What a person does at a register, by role and label. */
export interface TillPage {
  /** Sets the device up with a register code. */
  enrol(code: string): Promise<void>;
  signIn(person: Person): Promise<void>;
  /** Goes to a task by its place in the navigation. */
  goTo(task: string): Promise<void>;
  /** What a keyboard-wedge scanner does: the code, faster than a hand can type, and Enter, unless told otherwise. */
  scan(code: string, pace?: ScannerPace): Promise<void>;
  /** Deals with every scan that was refused. */
  dismissScans(): Promise<void>;
  /** Opens the shift on the screen that is shown. @param float as it is typed. */
  openShift(float?: string): Promise<void>;
  /** Enters what was counted at the end of the shift as one sum. Closes nothing. */
  countDrawer(amount: string): Promise<void>;
  /** From an empty device to the home screen of a register that has everything it needs. */
  setUp(url: string, code: string, person: Person): Promise<void>;
  /** Scans units of an article on the sale screen, and waits for each to be on the counter. */
  ring(article: { readonly barcode: string; readonly name: string }, units?: number): Promise<void>;
  /** Voids the sale on the counter, with a reason. */
  voidSale(): Promise<void>;
  /** Takes the cash, exactly the total unless told, and gives the receipt. */
  pay(cash?: string): Promise<ShownReceipt>;
  /** Counts nothing on the Shift screen, reads what is expected in the drawer, and goes back to counting. @param amount as it is shown. */
  drawerExpects(amount: string): Promise<void>;
  /** Waits until the server has all that was done here. */
  allSent(): Promise<void>;
}

export function tillPage(page: Page): TillPage {
  const till: TillPage = {
    async enrol(code) {
      await page.getByLabel(say('enrol.code')).fill(code);
      await page.getByRole('button', { name: say('enrol.submit') }).click();
    },
    async signIn({ name, pin }) {
      await page.getByRole('button', { name }).click();
      await page.getByLabel(say('signIn.pin'), { exact: true }).fill(pin);
      await page.getByRole('button', { name: say('signIn.submit') }).click();
      await expect(page.getByRole('navigation')).toBeVisible();
    },
    async goTo(task) {
      await page.getByRole('navigation').getByRole('link', { name: task }).click();
    },
    scan: (code, pace) => scanInto(page, code, pace),
    async dismissScans() {
      const list = page.getByRole('list', { name: say('scanner.refused') });
      const dismiss = list
        .getByRole('button', { name: saying('scanner.dismissCode') })
        .or(list.getByRole('button', { name: saying('counter.notSoldCode') }));
      for (let left = await dismiss.count(); left > 0; left -= 1) {
        await dismiss.first().click();
        await expect(dismiss).toHaveCount(left - 1);
      }
    },
    async openShift(float = '100.00') {
      await page.getByLabel(say('shift.floatInDrawer')).fill(float);
      await page.getByRole('button', { name: say('shift.openButton') }).click();
      await expect(page.getByLabel(say('shift.floatInDrawer'))).toBeHidden();
    },
    async setUp(url, code, person) {
      await page.goto(url);
      await till.enrol(code);
      await till.signIn(person);
      await expect(page.getByText(say('home.loading'))).toBeHidden();
    },
    async ring({ barcode, name }, units = 1) {
      const field = page.getByLabel(say('sale.quantity', { name }), { exact: true });
      const before = (await field.count()) === 0 ? 0 : Number(await field.inputValue());
      for (let unit = 1; unit <= units; unit += 1) {
        await till.scan(barcode);
        await expect(field).toHaveValue(String(before + unit));
      }
    },
    async voidSale() {
      await page.getByRole('button', { name: say('sale.clear') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('voidReason.other') })
        .click();
    },
    async pay(cash) {
      const form = page.getByRole('form', { name: say('sale.cash') });
      if (cash === undefined) await form.getByRole('button', { name: say('sale.exact') }).click();
      else await form.getByLabel(say('sale.cashGiven')).fill(cash);
      await page.getByRole('button', { name: say('sale.completeSale') }).click();
      const receipt = page.getByRole('article', { name: saying('sale.receiptNumber') });
      await expect(receipt).toBeVisible();
      const label = await receipt.getAttribute('aria-label');
      return {
        number: (label ?? '').replace('Receipt ', ''),
        totalMinor: readMinor(await receipt.getByTestId('total').textContent()),
        changeMinor: readMinor(await receipt.getByRole('definition').last().textContent()),
      };
    },
    async countDrawer(amount) {
      await page
        .getByRole('radiogroup', { name: say('settings.closing.countBy') })
        .getByText(say('shift.countBy.sum'))
        .click();
      await page.getByLabel(say('shift.cashCounted')).fill(amount);
    },
    async drawerExpects(amount) {
      // Nothing is told before the count.
      await expect(page.getByText(say('shift.expected'))).toHaveCount(0);
      await till.countDrawer('0');
      await page.getByRole('button', { name: say('shift.compare') }).click();
      await expect(page.getByRole('region', { name: say('shift.compare') })).toContainText(`${say('shift.expected')}${amount}`);
      await page.getByRole('button', { name: say('shift.countAgain') }).click();
    },
    async allSent() {
      const pill = page.getByRole('banner').getByRole('status');
      await expect(pill).toHaveText(say('connection.online'), { timeout: 60_000 });
    },
  };
  return till;
}
