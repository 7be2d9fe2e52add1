import { say, saying } from './say.ts';
import { expect, type Page } from '@playwright/test';
import { readMinor, type TillPage } from './till-page.ts';

/** Units of an article, as a picker or a customer has them in hand. */
export interface InHand {
  readonly article: { readonly barcode: string; readonly name: string };
  readonly quantity: number;
}

/** What a person does at the pickup counter. */
export function pickupPage(page: Page, till: TillPage) {
  const sheet = (number: string) => page.getByRole('article', { name: say('kit.order', { number }) });
  return {
    sheet,
    async open(number: string): Promise<void> {
      await till.goTo(say('task.pickup'));
      // On a tablet an open order covers the list.
      const back = page.getByRole('button', { name: say('pickup.all') });
      if (await back.isVisible()) await back.click();
      await page
        .getByRole('main')
        .getByRole('button', { name: new RegExp(`^${number}\\b`) })
        .click();
      await expect(sheet(number)).toBeVisible();
    },
    /** Scans every unit of an open order that nothing has been picked of. */
    async pick(number: string, goods: readonly InHand[]): Promise<void> {
      for (const { article, quantity } of goods) {
        const line = sheet(number).getByRole('listitem').filter({ hasText: article.name });
        for (let unit = 1; unit <= quantity; unit += 1) {
          await till.scan(article.barcode);
          await expect(line).toContainText(say('picking.pickedOf', { picked: unit, quantity }));
        }
      }
    },
    async stage(number: string, place: string): Promise<void> {
      await sheet(number).getByRole('button', { name: place, exact: true }).click();
      await expect(sheet(number)).toContainText(say('order.ready', { place }));
    },
    /** Checks what the customer says; hands nothing over. */
    async checkCode(number: string, code: string): Promise<void> {
      await sheet(number).getByLabel(say('pickup.code')).fill(code);
      await sheet(number)
        .getByRole('button', { name: say('pickup.checkCode') })
        .click();
    },
    /** Checks the right code and then, a step of its own, hands over. */
    async handOver(number: string, code: string): Promise<void> {
      await this.checkCode(number, code);
      await expect(sheet(number)).toContainText(saying('pickup.codeMatches'));
      await sheet(number)
        .getByRole('button', { name: saying('pickup.handOver') })
        .click();
      await expect(page.getByText(say('pickup.goodbye'))).toBeVisible();
    },
  };
}

/** What a picker does, from the wave to the carrier. */
export function pickingPage(page: Page, till: TillPage) {
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
  const stops = page.getByRole('list', { name: say('picking.binOrder') }).getByRole('listitem');
  return {
    tab,
    /** The stops of the wave at which something is left to take. */
    stops,
    async startWave(numbers: readonly string[]): Promise<void> {
      await till.goTo(say('task.picking'));
      await tab('Waiting').click();
      await page.getByRole('button', { name: say('picking.chooseNone') }).click();
      for (const number of numbers) await page.getByRole('checkbox', { name: new RegExp(`^${number}\\b`) }).check();
      await page.getByRole('button', { name: saying('picking.startWave') }).click();
      await expect(stops.first()).toBeVisible();
    },
    /** Scans one unit and reads for which order it is. */
    async scanUnit(article: InHand['article']): Promise<void> {
      await till.scan(article.barcode);
      await expect(
        page
          .getByRole('main')
          .getByRole('status')
          .filter({ hasText: saying('picking.putWith', { name: article.name }) }),
      ).toBeVisible();
    },
    /** Packs all of an order into one parcel, by hand. */
    async pack(number: string): Promise<void> {
      await tab('Pack').click();
      await page.getByRole('button', { name: say('picking.packOrder', { number }), exact: true }).click();
      const desk = page.getByRole('article', { name: say('kit.order', { number }) });
      await expect(desk).toBeVisible();
      const rest = desk.getByRole('button', { name: saying('picking.restInOf') });
      while ((await rest.count()) > 0) await rest.first().click();
      await desk.getByRole('button', { name: say('picking.packedIn', { count: 1 }) }).click();
      await expect(page.getByText(say('picking.isPacked', { number }))).toBeVisible();
    },
    async ship(number: string, trackingNumber: string): Promise<void> {
      await tab('Ship').click();
      await page.getByLabel(say('picking.trackingOf', { number }), { exact: true }).fill(trackingNumber);
      await page.getByRole('button', { name: say('picking.markShippedOf', { number }), exact: true }).click();
    },
  };
}

export interface ShownReturn {
  readonly number: string;
  readonly refundMinor: number;
}

/** What a person does at the returns counter. */
export function returnsPage(page: Page, till: TillPage) {
  return {
    async find(number: string): Promise<void> {
      await till.goTo(say('task.returns'));
      await page.getByLabel(say('returns.number')).fill(number);
      await page.getByRole('button', { name: say('returns.find') }).click();
    },
    async choose(name: string, quantity: number, state: 'restock' | 'damaged'): Promise<void> {
      const line = page
        .getByRole('list', { name: say('returns.items') })
        .getByRole('listitem')
        .filter({ hasText: name });
      await line.getByLabel(saying('returns.quantity', { name })).fill(String(quantity));
      await line.getByLabel(say('returns.goesToOf', { name })).selectOption({ value: state });
    },
    /** Records the return, and gives what its receipt says. */
    async confirm(): Promise<ShownReturn> {
      await page.getByRole('button', { name: saying('returns.submit') }).click();
      const receipt = page.getByRole('article', { name: say('returns.paper') });
      const number = /Return (\S+)/.exec(await receipt.getByText(saying('returns.return')).innerText())?.[1] ?? '';
      return { number, refundMinor: readMinor(await receipt.getByTestId('refund').textContent()) };
    },
  };
}
