import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { minorAmount } from '../base/money.ts';
import { defineSetting } from '../settings/define-setting.ts';

/**
 * What a till takes off one gift card or store credit while it cannot ask the server, in minor units of the company's currency; 0 takes
 * none then. Two tills without a connection can take the same money twice: this is the most that it costs each time.
 */
export const storedValueOfflineCap = defineSetting({
  key: 'giftcards.offline_cap',
  levels: ['company', 'store'],
  schema: minorAmount.min(0, 'A limit cannot be negative.').max(MOST_BELIEVED_MINOR),
  standard: 5_000,
});

/**
 * What a till lets be bought on one account while it cannot ask the server, in minor units of the company's currency; 0 lets nothing be.
 * Tills without a connection can go over a limit together: this is the most by which each does.
 */
export const accountOfflineCap = defineSetting({
  key: 'accounts.offline_cap',
  levels: ['company', 'store'],
  schema: minorAmount.min(0, 'A limit cannot be negative.').max(MOST_BELIEVED_MINOR),
  standard: 20_000,
});
