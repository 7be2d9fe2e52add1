import { test as base } from '@playwright/test';
import { type MailProcess, startMailProcess } from '../../support/mail-process.ts';
import { type ScaleProcess, startScaleProcess } from '../../support/scale-process.ts';
import { type TillPage, tillPage } from '../../support/till-page.ts';
import { type CardMachine, startCardMachine } from './card-machine.ts';
import { type Company, openCompany } from './company.ts';
import { type Device, newDevice } from './device.ts';

export { expect } from '@playwright/test';

/**
 * Tests that share one company a worker. Each has a page of its own, takes articles and orders that no other has, and
 * finds the server running.
 */
export const test = base.extend<
  { readonly till: TillPage; readonly connected: undefined; readonly device: Device },
  { readonly company: Company; readonly cards: CardMachine; readonly scale: ScaleProcess; readonly mail: MailProcess }
>({
  company: [
    async ({}, use) => {
      const company = await openCompany();
      await use(company);
      await company.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  cards: [
    async ({ company }, use) => {
      const cards = await startCardMachine(company);
      await use(cards);
      await cards.stop();
    },
    { scope: 'worker' },
  ],
  /** Beside the card terminal, at the same device host. */
  scale: [
    async ({ cards }, use) => {
      const scale = await startScaleProcess(cards.terminal.simulators);
      await use(scale);
      await scale.stop();
    },
    { scope: 'worker' },
  ],
  mail: [
    async ({ company }, use) => {
      const mail = await startMailProcess();
      company.useMailServer(mail.address);
      await use(mail);
      await mail.stop();
    },
    { scope: 'worker' },
  ],
  connected: [
    async ({ company }, use) => {
      await company.mend();
      await use(undefined);
    },
    { auto: true },
  ],
  device: async ({}, use) => {
    const device = await newDevice();
    await use(device);
    await device.scrap();
  },
  till: async ({ page }, use) => use(tillPage(page)),
});
