import { expect, type Page } from '@playwright/test';

/** What a person does at a register, by role and label. */
export interface TillPage {
  /** Sets the device up with a register code. */
  enrol(code: string): Promise<void>;
  signIn(person: { readonly name: string; readonly pin: string }): Promise<void>;
  /** Goes to a task by its place in the navigation. */
  goTo(task: string): Promise<void>;
  /** What a keyboard-wedge scanner does: the code, faster than a hand can type, and Enter. */
  scan(code: string): Promise<void>;
  openShift(): Promise<void>;
}

export function tillPage(page: Page): TillPage {
  return {
    async enrol(code) {
      await page.getByLabel('Enter the register code').fill(code);
      await page.getByRole('button', { name: 'Set up this register' }).click();
    },
    async signIn({ name, pin }) {
      await page.getByRole('button', { name }).click();
      await page.getByLabel('PIN', { exact: true }).fill(pin);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('navigation')).toBeVisible();
    },
    async goTo(task) {
      await page.getByRole('navigation').getByRole('link', { name: task }).click();
    },
    async scan(code) {
      // All keys are sent at once, in order, as a scanner does; waiting for each would take as long as typing.
      await Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)));
    },
    async openShift() {
      await page.getByRole('button', { name: /open (the )?shift/i }).click();
    },
  };
}
