import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { signInToOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

const NUMBER = '6007 2210 0000 5519';

test(
  'the head office issues a gift card, takes money off it, blocks it in two steps, and allows it again',
  { tag: '@desktop' },
  async ({ page, company }, info) => {
    await signInToOffice(page, company);
    await page.getByRole('link', { name: say('giftCards.title') }).click();
    const find = page.getByRole('form', { name: say('giftCards.find') });
    await find.getByLabel(say('payment.giftCardNumber')).fill('12-34');
    await find.getByRole('button', { name: say('giftCards.find') }).click();
    await expect(page.getByRole('alert')).toContainText(say('refusal.card_number_not_valid'));
    await find.getByLabel(say('payment.giftCardNumber')).fill(NUMBER);
    await find.getByRole('button', { name: say('giftCards.find') }).click();
    const issue = page.getByRole('form', { name: say('giftCards.issue') });
    await issue.getByLabel(saying('settings.amountField')).fill('80.00');
    await expectAccessible(page, 'a gift card to issue');
    await issue.getByRole('button', { name: say('giftCards.issue') }).click();
    const row = page.getByRole('listitem', { name: /5519/ });
    await expect(row).toContainText('$80.00');

    await row.getByRole('button', { name: say('giftCards.change') }).click();
    const change = page.getByRole('form', { name: say('giftCards.change') });
    await change.getByLabel(say('giftCards.direction')).selectOption('take');
    await change.getByLabel(saying('settings.amountField')).fill('5');
    await change.getByRole('button', { name: say('giftCards.change') }).click();
    await expect(row).toContainText('$75.00');

    await row.getByRole('button', { name: saying('giftCards.blockOne') }).click();
    await expect(row).not.toContainText(say('giftCards.isBlocked'));
    await row.getByRole('button', { name: saying('giftCards.blockSureOne') }).click();
    await expect(row).toContainText(say('giftCards.isBlocked'));
    await expectAccessible(page, 'a blocked gift card');
    await page.screenshot({ path: info.outputPath('gift-card.png') });
    await row.getByRole('button', { name: saying('giftCards.allowOne') }).click();
    await row.getByRole('button', { name: saying('giftCards.allowSureOne') }).click();
    await expect(row).not.toContainText(say('giftCards.isBlocked'));
  },
);
